package asyncio

import "asyncio/concurrent"

// NewThreadPool makes an executor of at most max goroutines, as
// ThreadPoolExecutor; 0 stands for Python's min(32, cpus + 4). Shut it down
// when done.
func NewThreadPool(max int) *ThreadPool {
	return concurrent.NewThreadPool(max, "ThreadPoolExecutor-1_")
}

// RunInExecutor has job run by ex, nil for the loop's default executor, and
// gives a future of its outcome, as loop.run_in_executor. The future has failed
// with RuntimeError if the executor was shut down.
func RunInExecutor[T any](co *Co, ex Executor, job func() (T, error)) Future[T] {
	f, err := co.Loop().RunInExecutor(ex, typedJob(job))
	if err != nil {
		return Future[T]{failed(co, err)}
	}
	return Future[T]{f}
}

func typedJob[T any](job func() (T, error)) func() (any, error) {
	if job == nil {
		return nil
	}
	return func() (any, error) { return job() }
}

// StartThread runs fn on a goroutine of its own, as threading.Thread; with the
// loop it speaks through CallSoonThreadsafe. In virtual time the clock stands
// still until fn ends. join blocks until then. It fails with RuntimeError on a
// closed loop.
func StartThread(l *Loop, fn func()) (join func(), err error) { return l.Go(fn) }
