package examples

import (
	"errors"
	"fmt"
	"os"
	"time"

	"asyncio"
)

func count(loop *asyncio.Loop, arrived asyncio.Queue[int], last int) {
	for number := 1; number <= last; number++ {
		if _, err := loop.CallSoonThreadsafe(func() error { return arrived.PutNowait(number) }); err != nil {
			return // the loop was closed: nobody counts any more
		}
	}
}

// Threadsafe has another thread feed the loop through CallSoonThreadsafe.
func Threadsafe(co *asyncio.Co, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	loop := co.Loop()
	arrived := asyncio.NewQueue[int](co, 0)
	join, err := asyncio.StartThread(loop, func() { count(loop, arrived, 3) })
	if err != nil {
		return err
	}
	for range 3 {
		number, err := arrived.Get(co)
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
