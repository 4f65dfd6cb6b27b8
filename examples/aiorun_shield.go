package examples

import (
	"fmt"
	"os"

	"asyncio"
	"asyncio/aiorun"
)

// AiorunShield keeps some tasks alive through SIGINT and SIGTERM, by aiorun.
//
// Six workers run for ten seconds. A signal cancels the three that are plain
// tasks; aiorun's shutdown waits for the other three.
func AiorunShield(co *asyncio.Co, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	loop := co.Loop()
	tasks := make([]asyncio.Task[asyncio.Void], 6)
	for number := range tasks {
		work := worker(out, number)
		if number < 3 {
			work = aiorun.ShutdownWaitsFor(loop, work)
		}
		tasks[number] = asyncio.CreateTask(co, work)
	}
	if _, err := asyncio.Await(co, asyncio.GatherSlice(co, tasks)); err != nil {
		return err
	}
	// aiorun goes on when main ends; only this, or a signal, ends it.
	loop.Stop()
	return nil
}

// byAiorun runs a demo's main as aiorun does, on a loop that the options make.
func byAiorun(main func(co *asyncio.Co) error, opts ...asyncio.Option) error {
	loop, err := asyncio.NewEventLoop(opts...)
	if err != nil {
		return err
	}
	err = aiorun.Run(main, aiorun.WithLoop(loop))
	if e := loop.Close(); err == nil {
		err = e
	}
	return err
}
