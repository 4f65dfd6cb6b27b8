package asyncio_test

import (
	"cmp"
	"errors"
	"fmt"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"asyncio"
)

func TestTypedLocksAndQueues(t *testing.T) {
	var got []string
	say := func(format string, args ...any) { got = append(got, fmt.Sprintf(format, args...)) }
	err := asyncio.Run(func(co *asyncio.Co) error {
		lock := asyncio.NewLock(co)
		n, err := asyncio.WithLock(co, lock, func() (int, error) { say("locked %v", lock.Locked()); return 4, nil })
		say("%d, %v, locked %v", n, err, lock.Locked())

		event := asyncio.NewEvent(co)
		waiter := asyncio.CreateTask(co, event.Wait)
		if err := errors.Join(asyncio.Sleep(co, 0), event.Set()); err != nil {
			return err
		}
		_, err = asyncio.Await(co, waiter)
		say("event %v, %v", event.IsSet(), err)

		_, err = asyncio.NewSemaphore(co, -1)
		say("%v", err)
		_, err = asyncio.NewBarrier(co, 0)
		say("%v", err)
		slots, err := asyncio.NewBoundedSemaphore(co, 1)
		say("%v, %v", slots.Release(), err)
		barrier, err := asyncio.NewBarrier(co, 1)
		if err := errors.Join(err, barrier.Abort(co)); err != nil {
			return err
		}
		_, err = barrier.Wait(co)
		say("broken %v: %v", errors.Is(err, asyncio.ErrBrokenBarrier), err)
		cond, err := asyncio.NewCondition(co, lock)
		say("%v, %v", cond.Notify(1), err)

		queue := asyncio.NewQueue[string](co, 1)
		getter := asyncio.CreateTaskOf(co, queue.Get)
		if err := errors.Join(asyncio.Sleep(co, 0), queue.Put(co, "item")); err != nil {
			return err
		}
		item, err := asyncio.Await(co, getter)
		say("%q, %v", item, err)
		item, err = queue.GetNowait()
		say("%q, empty %v", item, errors.Is(err, asyncio.ErrQueueEmpty))
		say("full %v", errors.Is(errors.Join(queue.PutNowait("x"), queue.PutNowait("y")), asyncio.ErrQueueFull))

		smallest := asyncio.NewPriorityQueue(co, 0, cmp.Less[int])
		newest := asyncio.NewLifoQueue[int](co, 0)
		for _, n := range []int{2, 1, 3} {
			if err := errors.Join(smallest.PutNowait(n), newest.PutNowait(n)); err != nil {
				return err
			}
		}
		a, err := smallest.GetNowait()
		b, err2 := newest.GetNowait()
		say("smallest %d, newest %d, %v", a, b, errors.Join(err, err2))
		if err := newest.Shutdown(true); err != nil {
			return err
		}
		b, err = newest.Get(co)
		say("%d, shut down %v", b, errors.Is(err, asyncio.ErrQueueShutDown))
		return nil
	}, asyncio.WithVirtualTime())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"locked true", "4, <nil>, locked false", "event true, <nil>",
		"Semaphore initial value must be >= 0", "parties must be > 0",
		"BoundedSemaphore released too many times, <nil>", "broken true: Barrier aborted",
		"cannot notify on un-acquired lock, <nil>",
		`"item", <nil>`, `"", empty true`, "full true",
		"smallest 1, newest 3, <nil>", "0, shut down true",
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
