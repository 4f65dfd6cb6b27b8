package asyncio

import (
	"asyncio/concurrent"
	"asyncio/task"
)

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

// ToThread runs job on the loop's default executor and waits for it.
func ToThread[T any](co *Co, job func() (T, error)) (T, error) {
	v, err := task.ToThread(co, typedJob(job))
	return cast[T](v), err
}

// ConcurrentFuture is a typed view of a future that any goroutine may wait for.
type ConcurrentFuture[T any] struct{ *concurrent.Future }

// Result waits for the outcome and gives it. Cancelled futures give
// concurrent.ErrCancelled.
func (f ConcurrentFuture[T]) Result() (T, error) {
	v, err := f.Future.Result()
	return cast[T](v), err
}

// RunCoroutineThreadsafe runs fn as a task of l, from any goroutine.
func RunCoroutineThreadsafe[T any](l *Loop, fn func(co *Co) (T, error)) (ConcurrentFuture[T], error) {
	f, err := task.RunCoroutineThreadsafe(l, task.NewCoro(l, typed(fn), entryOf(fn)))
	return ConcurrentFuture[T]{f}, err
}

// WrapFuture gives a future of co's loop that follows f.
func WrapFuture[T any](co *Co, f ConcurrentFuture[T]) (Future[T], error) {
	w, err := co.Loop().WrapFuture(f.Future)
	return Future[T]{w}, err
}
