package examples

import (
	"errors"
	"fmt"
	"os"
	"time"

	"asyncio"
)

// queue is as much of asyncio.Queue as the demo needs: one getter at a time.
type queue struct {
	items  []int
	getter asyncio.Future[asyncio.Void]
}

func (q *queue) putNowait(item int) error {
	q.items = append(q.items, item)
	if q.getter.AnyFuture != nil && !q.getter.Done() {
		return q.getter.SetResult(asyncio.Void{})
	}
	return nil
}

func (q *queue) get(co *asyncio.Co) (int, error) {
	for len(q.items) == 0 {
		q.getter = asyncio.NewFuture[asyncio.Void](co)
		if _, err := asyncio.Await(co, q.getter); err != nil {
			return 0, err
		}
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item, nil
}

func count(loop *asyncio.Loop, arrived *queue, last int) {
	for number := 1; number <= last; number++ {
		if _, err := loop.CallSoonThreadsafe(func() error { return arrived.putNowait(number) }); err != nil {
			return // the loop was closed: nobody counts any more
		}
	}
}

// Threadsafe has another thread feed the loop through CallSoonThreadsafe.
func Threadsafe(co *asyncio.Co, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	loop := co.Loop()
	arrived := &queue{}
	join, err := asyncio.StartThread(loop, func() { count(loop, arrived, 3) })
	if err != nil {
		return err
	}
	for range 3 {
		number, err := arrived.get(co)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "main: got %d\n", number)
	}
	join()
	fmt.Fprintln(out, "main: the thread is over")
	err = asyncio.Sleep(co, 3*time.Second)
	if errors.Is(err, asyncio.ErrCancelled) {
		fmt.Fprintln(out, "main: cancelled")
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "main: done")
	return nil
}
