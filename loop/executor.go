package loop

import (
	"fmt"
	"sync"
	"time"

	"asyncio/concurrent"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/process"
)

// RunInExecutor has job run by the executor, nil for the default one, and gives
// a future of its outcome. It fails with RuntimeError on a closed loop and once
// the default executor was shut down.
func (l *Loop) RunInExecutor(ex concurrent.Executor, job func() (any, error)) (future.Awaitable, error) {
	if err := l.checkClosed(); err != nil {
		return nil, err
	}
	if job == nil {
		return nil, exceptions.TypeError("a callable object was expected by run_in_executor(), got None")
	}
	if ex == nil {
		if l.execClosed {
			return nil, exceptions.RuntimeError("Executor shutdown has been called")
		}
		if l.executor == nil {
			l.executor = concurrent.NewThreadPool(0, l.state.Profile.ExecutorThreadPrefix)
			l.execOwn = true
		}
		ex = l.executor
	}
	cf, err := ex.Submit(job)
	if err != nil {
		return nil, err
	}
	return l.WrapFuture(cf)
}

// SetDefaultExecutor replaces the executor that RunInExecutor uses by itself.
func (l *Loop) SetDefaultExecutor(ex concurrent.Executor) error {
	if _, ok := ex.(*concurrent.ThreadPool); !ok {
		if l.state.Profile.ExecutorTypeChecked {
			return exceptions.TypeError("executor must be ThreadPoolExecutor instance")
		}
		l.state.Logger.Log(process.Warning, "DeprecationWarning: Using the default executor that is not an instance of ThreadPoolExecutor is deprecated and will be prohibited in Python 3.9")
	}
	if l.execOwn { // nobody else has it, and Go does not collect idle goroutines
		l.executor.Shutdown(false)
		l.execOwn = false
	}
	l.executor = ex
	return nil
}

// UseExecutor makes ex the default executor, whatever it is.
func (l *Loop) UseExecutor(ex concurrent.Executor) {
	if l.execOwn {
		l.executor.Shutdown(false)
		l.execOwn = false
	}
	l.executor = ex
}

// ShutExecutor has further jobs for the default executor refused.
func (l *Loop) ShutExecutor() { l.execClosed = true }

// ExecutorShut reports whether the default executor was shut down.
func (l *Loop) ExecutorShut() bool { return l.execClosed }

// WrapFuture gives a future of the loop that follows a concurrent one, as
// wrap_future: its outcome arrives through CallSoonThreadsafe, and cancelling
// it cancels the other. Virtual time stands still for it, unless it is the loop
// itself that completes it.
func (l *Loop) WrapFuture(cf *concurrent.Future) (future.Awaitable, error) {
	f := l.CreateFuture()
	done := l.postOutcome
	if cf.By() != any(l) {
		var err error
		if done, err = l.RegisterPending(); err != nil {
			return nil, err
		}
	}
	if err := f.AddDoneCallback(&cancelsConcurrent{cf}, nil); err != nil {
		return nil, err
	}
	cf.AddDoneCallback(func(cf *concurrent.Future) {
		done(func() error { return copyOutcome(cf, f) })
	})
	return f, nil
}

// postOutcome queues fn on the loop. A closed one refuses: nobody waits there.
func (l *Loop) postOutcome(fn func() error) { _, _ = l.CallSoonThreadsafe(fn) }

type cancelsConcurrent struct{ cf *concurrent.Future }

// FutureDone implements future.DoneCallback.
func (c *cancelsConcurrent) FutureDone(f future.Awaitable) error {
	if f.Cancelled() {
		c.cf.Cancel()
	}
	return nil
}

// CallbackName implements future.CallbackNamer.
func (*cancelsConcurrent) CallbackName() (name, place string) {
	return "_chain_future.<locals>._call_check_cancel", ""
}

// Settable is a future whose outcome can be given from outside.
type Settable interface {
	SetResult(v any) error
	SetException(err error) error
}

func copyOutcome(cf *concurrent.Future, f future.Awaitable) error {
	if f.Cancelled() {
		return nil
	}
	if cf.Cancelled() {
		_, err := f.TryCancel(nil)
		return err
	}
	s, ok := f.(Settable)
	if !ok {
		return exceptions.TypeError("a future is required for source argument")
	}
	v, err := cf.Result()
	if err != nil {
		return s.SetException(err)
	}
	return s.SetResult(v)
}

// RegisterPending announces outside work that will end in a callback on the
// loop: virtual time stands still and a deadlock is not declared meanwhile. It
// is called on the loop; the function it returns is called once, from any
// goroutine, with the callback. Further calls do nothing.
func (l *Loop) RegisterPending() (done func(fn func() error), err error) {
	if err := l.checkClosed(); err != nil {
		return nil, err
	}
	l.outstanding.Add(1)
	var once sync.Once
	return func(fn func() error) {
		once.Do(func() {
			l.postOutcome(fn)
			l.outstanding.Add(-1)
			l.sel.Interrupt()
		})
	}, nil
}

// Go runs fn on a goroutine of its own, as threading.Thread does on a thread:
// what it has to tell the loop goes through CallSoonThreadsafe. Virtual time
// stands still until it ends. join waits for that, blocking its caller. It
// fails with RuntimeError on a closed loop.
func (l *Loop) Go(fn func()) (join func(), err error) {
	done, err := l.RegisterPending()
	if err != nil {
		return nil, err
	}
	ended := make(chan struct{})
	go func() { // owned by whoever joins it
		defer close(ended)
		defer done(noWork)
		fn()
	}()
	return func() { <-ended }, nil
}

func noWork() error { return nil }

// Outstanding gives the number of pieces of outside work under way.
func (l *Loop) Outstanding() int { return int(l.outstanding.Load()) }

// ShutdownDefaultExecutor gives the coroutine that waits for the jobs of the
// default executor, at most timeout seconds when that is positive (up to 3.12 it
// changes nothing), and refuses further ones.
func (l *Loop) ShutdownDefaultExecutor(timeout float64) coroutine.Coroutine {
	if l.over != nil && l.over.ShutdownDefaultExecutor != nil {
		return l.over.ShutdownDefaultExecutor(timeout)
	}
	return l.Base().ShutdownDefaultExecutor(timeout)
}

// ShutdownDefaultExecutor is BaseEventLoop.shutdown_default_executor.
func (b *Base) ShutdownDefaultExecutor(timeout float64) coroutine.Coroutine {
	l := (*Loop)(b)
	return l.pool.NewNamed("BaseEventLoop.shutdown_default_executor", func(g *coroutine.Go) (any, error) {
		l.execClosed = true
		ex := l.executor
		if ex == nil {
			return nil, nil
		}
		f := l.CreateFuture()
		done, err := l.RegisterPending()
		if err != nil {
			return nil, err
		}
		joined := make(chan struct{})
		go func() { // owned by this wait: it ends when the executor has
			ex.Shutdown(true)
			close(joined)
			done(func() error { return setUnlessDone(f, nil) })
		}()
		if timeout > 0 && l.state.Profile.ExecutorTimeoutHeeded {
			if l.jumper != nil {
				timeout = 0 // outside work takes no virtual time
			} else {
				t := time.AfterFunc(time.Duration(timeout*float64(time.Second)), func() {
					_, _ = l.CallSoonThreadsafe(func() error { return setUnlessDone(f, errJoinTimeout) })
				})
				defer t.Stop()
			}
		}
		if _, err := future.Await(g, f); err == errJoinTimeout {
			l.state.Logger.Log(process.Warning, fmt.Sprintf("RuntimeWarning: The executor did not finishing joining its threads within %g seconds.", timeout))
			ex.Shutdown(false)
			return nil, nil
		} else if err != nil {
			return nil, err
		}
		<-joined
		return nil, nil
	})
}

var errJoinTimeout error = exceptions.ErrTimeout.New("joining the executor's threads took too long")

func setUnlessDone(f future.Awaitable, err error) error {
	if f.Done() {
		return nil
	}
	if err != nil {
		return f.(Settable).SetException(err)
	}
	return f.(Settable).SetResult(nil)
}

// AsyncGens is what the layer that has asynchronous generators tells the loop
// of them.
type AsyncGens interface {
	// Shutdown closes those that are alive, awaiting on g.
	Shutdown(g *coroutine.Go) error
}

// AsyncGensCoroutine is implemented by AsyncGens whose code cannot run in a Go
// coroutine.
type AsyncGensCoroutine interface {
	// ShutdownCoroutine gives what closes those that are alive.
	ShutdownCoroutine() coroutine.Coroutine
}

// SetAsyncGens installs the layer's hook; nil for none.
func (l *Loop) SetAsyncGens(a AsyncGens) { l.asyncgens = a }

// ShutdownAsyncgens gives the coroutine that closes asynchronous generators.
func (l *Loop) ShutdownAsyncgens() coroutine.Coroutine {
	if l.over != nil && l.over.ShutdownAsyncgens != nil {
		return l.over.ShutdownAsyncgens()
	}
	return l.Base().ShutdownAsyncgens()
}

// ShutdownAsyncgens is BaseEventLoop.shutdown_asyncgens.
func (b *Base) ShutdownAsyncgens() coroutine.Coroutine {
	l := (*Loop)(b)
	if c, ok := l.asyncgens.(AsyncGensCoroutine); ok {
		return c.ShutdownCoroutine()
	}
	return l.pool.NewNamed("BaseEventLoop.shutdown_asyncgens", func(g *coroutine.Go) (any, error) {
		if l.asyncgens == nil {
			return nil, nil
		}
		return nil, l.asyncgens.Shutdown(g)
	})
}
