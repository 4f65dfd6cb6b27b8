// Command faulty records a program that shows what the loop's order is: three
// tasks that wait for each other, and timers that are due at the same time. The
// test of comparisons builds it with faults put into the loop.
package main

import (
	"fmt"
	"os"
	"time"

	"asyncio"
	"asyncio/trace"
)

func main() {
	state, err := asyncio.NewSimulatedState("3.13")
	if err != nil {
		panic(err)
	}
	r := trace.NewRecorder(trace.Header{By: "faulty", Virtual: true})
	err = asyncio.Run(program, asyncio.WithState(state), asyncio.WithVirtualTime(), asyncio.WithObserver(r))
	if err == nil {
		err = r.Recording(0).Write(os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func program(co *asyncio.Co) error {
	for i := range 3 {
		asyncio.CreateTask(co, func(co *asyncio.Co) error {
			return asyncio.Sleep(co, time.Duration(i+1)*time.Second)
		}, asyncio.WithName(fmt.Sprintf("worker-%d", i)))
	}
	if err := asyncio.Sleep(co, 5*time.Second); err != nil {
		return err
	}
	loop := co.Loop()
	due := loop.Time() + 1
	for _, at := range []float64{due, due, due, due, due} {
		if _, err := loop.CallAt(at, timers[len(fired)%len(timers)]); err != nil {
			return err
		}
		fired = append(fired, at)
	}
	return asyncio.Sleep(co, 2*time.Second)
}

var fired []float64

// timers have names of their own, by which the trace tells them apart.
var timers = []func() error{first, second, third, fourth, fifth}

func first() error  { return nil }
func second() error { return nil }
func third() error  { return nil }
func fourth() error { return nil }
func fifth() error  { return nil }
