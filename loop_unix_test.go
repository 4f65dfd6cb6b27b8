//go:build unix

package asyncio_test

import (
	"testing"
	"time"

	"asyncio"
)

// These flows handle signals on the loop, which asyncio does on Unix only.

// With a signal handler of the loop's, SIGINT is a callback like any other: it
// cancels what it chooses, and the rest runs to its end.
func TestHandlerShieldsTasksFromCtrlC(t *testing.T) {
	p := &program{}
	err := p.run(t, "3.13", func(co *asyncio.Co) error {
		loop := co.Loop()
		spared := map[*asyncio.AnyTask]bool{asyncio.CurrentTask(co): true}
		if err := loop.AddSignalHandler(asyncio.SIGINT, func() error {
			all := asyncio.AllTasksOf(loop)
			n := 0
			for _, task := range all {
				if !spared[task] {
					task.Cancel()
					n++
				}
			}
			p.print("cancelling %d out of %d", n, len(all))
			return nil
		}); err != nil {
			return err
		}
		var kept []asyncio.Awaitable[asyncio.Void]
		for n := range 2 {
			task := asyncio.CreateTask(co, p.work(n))
			spared[task.AnyTask] = true
			kept = append(kept, task)
		}
		asyncio.CreateTask(co, p.work(2))
		_, err := asyncio.Await(co, asyncio.Gather(co, kept...))
		return err
	}, asyncio.WithSignalAt(asyncio.SIGINT, 2*time.Second), asyncio.WithSignalAt(asyncio.SIGINT, 4*time.Second))
	if err != nil {
		t.Errorf("the run ended with %v", err)
	}
	p.want(t, "[0] start", "[1] start", "[2] start", "cancelling 1 out of 4", "[2] cancelled",
		"cancelling 0 out of 3", "[0] done", "[1] done")
}

// The way of a signal: its byte is read in the iteration after it was sent, the
// handler runs in the one after that.
func TestSignalTakesTwoIterations(t *testing.T) {
	p := &program{}
	err := p.run(t, "3.13", func(co *asyncio.Co) error {
		loop := co.Loop()
		start := loop.Tick()
		if err := loop.AddSignalHandler(asyncio.SIGTERM, func() error {
			p.print("handler after %d iterations", loop.Tick()-start)
			return nil
		}); err != nil {
			return err
		}
		if err := loop.State().Signals.Raise(asyncio.SIGTERM); err != nil {
			return err
		}
		for range 3 {
			if err := asyncio.Sleep(co, 0); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	p.want(t, "handler after 2 iterations")
}
