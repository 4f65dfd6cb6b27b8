package examples

import (
	"errors"
	"fmt"
	"os"
	"time"

	"asyncio"
)

func squares(limit int) func() (int, error) {
	return func() (sum int, err error) {
		for number := range limit {
			sum += number * number
		}
		return sum, nil
	}
}

func fail() (int, error) { return 0, asyncio.ValueError("no such work") }

// Executor has a pool of threads do blocking work.
func Executor(co *asyncio.Co, out *Stage) error {
	fmt.Fprintf(out, "PID: %d\n", os.Getpid())
	sum, err := asyncio.Await(co, asyncio.RunInExecutor(co, nil, squares(10)))
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "default pool: %d\n", sum)
	if err := ownPool(co, out); err != nil {
		return err
	}
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

func ownPool(co *asyncio.Co, out *Stage) error {
	pool := asyncio.NewThreadPool(2)
	defer pool.Shutdown(true)
	var jobs []asyncio.Future[int]
	for _, limit := range []int{100, 1000} {
		jobs = append(jobs, asyncio.RunInExecutor(co, pool, squares(limit)))
	}
	sums, err := asyncio.Await(co, asyncio.GatherSlice(co, jobs))
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "own pool: [%d, %d]\n", sums[0], sums[1])
	_, err = asyncio.Await(co, asyncio.RunInExecutor(co, pool, fail))
	if errors.Is(err, asyncio.ErrValue) {
		fmt.Fprintf(out, "failed: %v\n", err)
		return nil
	}
	return err
}
