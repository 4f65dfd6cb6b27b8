package examples

import (
	"errors"
	"fmt"
	"os"
	"time"

	"asyncio"
)

// Timers shows that timers run in order of their time, cancelled ones not at
// all.
func Timers(co *asyncio.Co, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	loop := co.Loop()
	start := loop.Time()

	tell := func(text string) func() error {
		return func() error {
			fmt.Fprintf(out, "%.1f %s\n", loop.Time()-start, text)
			return nil
		}
	}
	var failed error
	check := func(_ any, err error) { failed = errors.Join(failed, err) }

	check(asyncio.CallLater(loop, 3*time.Second, tell("three")))
	check(asyncio.CallLater(loop, time.Second, tell("one")))
	unwanted, err := asyncio.CallLater(loop, 1500*time.Millisecond, tell("unwanted"))
	check(nil, err)
	check(loop.CallAt(start+2.5, tell("two and a half")))
	check(asyncio.CallLater(loop, 0, tell("zero")))
	check(loop.CallSoon(tell("soon")))
	if failed != nil {
		return failed
	}
	_ = tell("main")()
	err = asyncio.Sleep(co, 500*time.Millisecond)
	if err == nil {
		unwanted.Cancel()
		_ = tell("main cancelled one")()
		err = asyncio.Sleep(co, 3*time.Second)
	}
	if errors.Is(err, asyncio.ErrCancelled) {
		_ = tell("main is cancelled")()
	}
	if err != nil {
		return err
	}
	return tell("main is done")()
}
