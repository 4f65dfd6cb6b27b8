package examples

import (
	"errors"
	"fmt"
	"os"

	"asyncio"
)

// worker is one of the workers of shield and default: it sleeps, and says how
// that ended.
func worker(out *Stage, number int) func(co *asyncio.Co) error {
	return func(co *asyncio.Co) error {
		fmt.Fprintf(out, "[%d] Task start!\n", number)
		err := asyncio.Sleep(co, out.Nap)
		switch {
		case errors.Is(err, asyncio.ErrCancelled):
			fmt.Fprintf(out, "[%d] Canceled!\n", number)
			return nil
		case err != nil:
			return err
		}
		fmt.Fprintf(out, "[%d] Task done!\n", number)
		return nil
	}
}

func cancelAllBut(loop *asyncio.Loop, spared map[*asyncio.AnyTask]bool, name asyncio.Signal, out *Stage) error {
	fmt.Fprintf(out, "Received %v\n", name)
	alive := asyncio.AllTasksOf(loop)
	doomed := 0
	for _, task := range alive {
		if !spared[task] {
			task.Cancel()
			doomed++
		}
	}
	fmt.Fprintf(out, "Cancelling %d out of %d\n", doomed, len(alive))
	return nil
}

// Shield keeps some tasks alive through SIGINT and SIGTERM.
//
// Six workers run for ten seconds. A signal cancels the three that main does
// not wait for; main and the other three are spared and end in their own time.
func Shield(co *asyncio.Co, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	loop := co.Loop()
	spared := map[*asyncio.AnyTask]bool{asyncio.CurrentTask(co): true}
	for _, number := range []asyncio.Signal{asyncio.SIGINT, asyncio.SIGTERM} {
		handler := func() error { return cancelAllBut(loop, spared, number, out) }
		if err := loop.AddSignalHandler(number, handler); err != nil {
			return err
		}
	}
	kept := make([]asyncio.Task[asyncio.Void], 3)
	for number := range kept {
		kept[number] = asyncio.CreateTask(co, worker(out, number))
		spared[kept[number].AnyTask] = true
	}
	// The loop holds its tasks: nothing else has to keep these alive.
	for number := 3; number < 6; number++ {
		asyncio.CreateTask(co, worker(out, number))
	}
	_, err := asyncio.Await(co, asyncio.GatherSlice(co, kept))
	return err
}
