package examples

import (
	"errors"
	"fmt"
	"os"

	"asyncio"
)

// Telling has the loop tell each step of the shutdown.
func Telling(loop *asyncio.Loop, out *Stage) *asyncio.Overrides {
	super := loop.Base()
	return &asyncio.Overrides{
		RunUntilComplete: func(future any) (any, error) {
			// Run passes a bare gather only to wait for what it has cancelled.
			_, isTask := future.(*asyncio.AnyTask)
			if _, isFuture := future.(asyncio.AnyFuture); isFuture && !isTask {
				fmt.Fprintln(out, "cancel all tasks")
			}
			return super.RunUntilComplete(future)
		},
		ShutdownAsyncgens: func() asyncio.AnyCoroutine {
			fmt.Fprintln(out, "shutdown asyncgens")
			return super.ShutdownAsyncgens()
		},
		ShutdownDefaultExecutor: func(timeout float64) asyncio.AnyCoroutine {
			fmt.Fprintln(out, "shutdown default executor")
			return super.ShutdownDefaultExecutor(timeout)
		},
		Close: func() error {
			fmt.Fprintln(out, "close")
			return super.Close()
		},
	}
}

// Default shows what SIGINT and SIGTERM do without a handler, and how Run shuts
// down. The workers are those of Shield.
func Default(co *asyncio.Co, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	workers := make([]asyncio.Task[asyncio.Void], 6)
	for number := range workers {
		workers[number] = asyncio.CreateTask(co, worker(out, number))
	}
	_, err := asyncio.Await(co, asyncio.GatherSlice(co, workers[:3]))
	if errors.Is(err, asyncio.ErrCancelled) {
		fmt.Fprintln(out, "main: cancelled")
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "main: done")
	return nil
}
