package trio_test

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"testing"
	"time"

	"asyncio/contextvars"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/trio"
)

func TestTokenKeepsTheOrder(t *testing.T) {
	var got []int
	err := try(func(tk *trio.Task) error {
		k := tk.Runner().Token()
		for i := range 1000 {
			if err := k.RunSyncSoon(func() error { got = append(got, i); return nil }); err != nil {
				return err
			}
		}
		return trio.WaitAllTasksBlocked(tk)
	})
	expect(t, "error", "", text(err))
	if len(got) != 1000 {
		t.Fatalf("%d were called", len(got))
	}
	for i, v := range got {
		if i != v {
			t.Fatalf("number %d was called as the %dth", v, i)
		}
	}
}

func TestTokenMerges(t *testing.T) {
	calls := map[string]int{}
	err := try(func(tk *trio.Task) error {
		k := tk.Runner().Token()
		var again func() error
		again = func() error {
			calls["again"]++
			if calls["again"] < 3 { // one that runs is no longer queued
				return k.RunSyncSoonOnce("again", again)
			}
			return nil
		}
		for range 10 {
			if err := errors.Join(
				k.RunSyncSoonOnce("a", func() error { calls["a"]++; return nil }),
				k.RunSyncSoonOnce("b", func() error { calls["b"]++; return nil }),
				k.RunSyncSoonOnce("again", again)); err != nil {
				return err
			}
		}
		return trio.WaitAllTasksBlocked(tk)
	})
	expect(t, "error", "", text(err))
	expect(t, "calls", map[string]int{"a": 1, "b": 1, "again": 3}, calls)
}

func TestTokenTooLate(t *testing.T) {
	var k *trio.Token
	ran := false
	err := try(func(tk *trio.Task) error {
		k = tk.Runner().Token()
		_, err := tk.Runner().SpawnSystem(func(tk *trio.Task) error {
			err := trio.SleepForever(tk)
			return errors.Join(err, k.RunSyncSoon(func() error { ran = true; return nil }))
		})
		return errors.Join(err, trio.Checkpoint(tk))
	})
	expect(t, "error", "", text(err))
	expect(t, "a call during the shutdown ran", true, ran)
	err = k.RunSyncSoon(func() error { return nil })
	expect(t, "too late", "RunFinishedError(run() has exited)", tree(err))
	expect(t, "a kind of RuntimeError", true, errors.Is(err, exceptions.ErrRuntime))
}

func TestTokenCrash(t *testing.T) {
	later := false
	var body error
	err := try(func(tk *trio.Task) error {
		k := tk.Runner().Token()
		err := errors.Join(
			k.RunSyncSoon(func() error { return exceptions.ValueError("crash") }),
			k.RunSyncSoon(func() error { later = true; return nil }))
		if err != nil {
			return err
		}
		body = trio.SleepForever(tk)
		return body
	})
	var e *exceptions.Error
	if !errors.As(err, &e) || e.Class != trio.ErrInternal {
		t.Fatalf("got %v", err)
	}
	expect(t, "cause", "[[ValueError(crash)]]", tree(e.Cause))
	expect(t, "all are cancelled", "Cancelled", tree(body))
	expect(t, "later callbacks run", true, later)
}

func TestTokenRunsAfterMainCrashed(t *testing.T) {
	ran := false
	sad := errors.New("sad")
	err := try(func(tk *trio.Task) error {
		return errors.Join(tk.Runner().Token().RunSyncSoon(func() error { ran = true; return nil }), sad)
	})
	if !errors.Is(err, sad) || !ran {
		t.Errorf("got %v, ran %v", err, ran)
	}
}

// TestTokenStarvesNobody although a callback queues itself for ever.
func TestTokenStarvesNobody(t *testing.T) {
	err := try(func(tk *trio.Task) error {
		k := tk.Runner().Token()
		stop := false
		var again func() error
		again = func() error {
			if stop {
				return nil
			}
			return k.RunSyncSoon(again)
		}
		if err := again(); err != nil {
			return err
		}
		for range 100 {
			if err := trio.Checkpoint(tk); err != nil {
				return err
			}
		}
		stop = true
		return nil
	})
	expect(t, "error", "", text(err))
}

func TestTokenFromManyThreads(t *testing.T) {
	const threads, calls = 10, 100
	got := 0
	err := trio.Run(func(tk *trio.Task) error {
		k := tk.Runner().Token()
		var done trio.Event
		for range threads {
			go func() {
				for range calls {
					_ = k.RunSyncSoon(func() error {
						if got++; got == threads*calls {
							done.Set()
						}
						return nil
					})
				}
			}()
		}
		return done.Wait(tk)
	})
	expect(t, "error", "", text(err))
	expect(t, "calls", threads*calls, got)
}

func TestToThread(t *testing.T) {
	v := contextvars.NewVarDefault("v", "none")
	err := trio.Run(func(tk *trio.Task) error {
		got, err := trio.ToThread(tk, func(*trio.Worker) (int, error) { return 7, nil })
		expect(t, "value", 7, got)
		expect(t, "error", "", text(err))
		_, err = trio.ToThread(tk, func(*trio.Worker) (int, error) { return 0, exceptions.ValueError("x") })
		expect(t, "error", "ValueError(x)", tree(err))
		_, err = trio.ToThread(tk, func(*trio.Worker) (int, error) { panic("ouch") })
		expect(t, "panic", "Panic(panic: ouch)", tree(err))
		got, err = trio.ToThread(tk, func(w *trio.Worker) (int, error) {
			v1, err := w.RunSync(func() (any, error) { v.Set(tk, "set by the host's call"); return 1, nil })
			v2, e := w.Run(func(tk *trio.Task) (any, error) {
				return 10, errors.Join(trio.Sleep(tk, time.Millisecond), trio.Checkpoint(tk))
			})
			_, fails := w.Run(func(tk *trio.Task) (any, error) { return nil, exceptions.ValueError("in the run") })
			expect(t, "its error", "ValueError(in the run)", tree(fails))
			expect(t, "not cancelled", "", text(w.CheckCancelled()))
			return v1.(int) + v2.(int), errors.Join(err, e)
		})
		expect(t, "calls into the run", 11, got)
		value, _ := v.Get(tk)
		expect(t, "the context of a call", "set by the host's call", value)
		return err
	})
	expect(t, "error", "", text(err))
}

// TestThreadIsNotAbandoned: the cancelled task waits for it and gives its value.
func TestThreadIsNotAbandoned(t *testing.T) {
	_, err := within(func(tk *trio.Task, s *trio.CancelScope) error {
		v, err := trio.ToThread(tk, func(w *trio.Worker) (string, error) {
			if _, err := w.RunSync(func() (any, error) { s.Cancel(); return nil, nil }); err != nil {
				return "", err
			}
			for w.CheckCancelled() == nil { // the wait is aborted when it blocks again
				runtime.Gosched()
			}
			return tree(w.CheckCancelled()), nil
		})
		expect(t, "error", "", text(err))
		expect(t, "what the thread was told", "Cancelled", v)
		_, err = trio.ToThread(tk, func(*trio.Worker) (int, error) { t.Error("it ran"); return 0, nil })
		expect(t, "one that starts in a cancelled scope", "Cancelled", tree(err))
		return nil
	})
	expect(t, "error", "", text(err))
}

func TestThreadIsAbandoned(t *testing.T) {
	let, ended := make(chan struct{}), make(chan error, 1)
	l, _ := trio.NewCapacityLimiter(1)
	err := trio.Run(func(tk *trio.Task) error {
		s := trio.Scope()
		err := s.Do(tk, func() error {
			_, err := trio.ToThread(tk, func(w *trio.Worker) (int, error) {
				_, e := w.RunSync(func() (any, error) { s.Cancel(); return nil, nil })
				<-let
				expect(t, "the call", "", text(e))
				ended <- w.CheckCancelled()
				return 0, nil
			}, trio.ThreadOptions{Abandon: true, Limiter: l})
			return err
		})
		expect(t, "caught", true, s.CancelledCaught())
		expect(t, "the token is not back", 1, l.BorrowedTokens())
		close(let)
		_, e := tk.Do(trio.WaitThreadsOp())
		expect(t, "the token is back", 0, l.BorrowedTokens())
		expect(t, "active", 0, tk.Runner().ActiveThreads())
		return errors.Join(err, e)
	})
	expect(t, "error", "", text(err))
	expect(t, "what the thread was told", "Cancelled", tree((<-ended)))
}

// TestThreadOutlivesTheRun: what it does then is refused.
func TestThreadOutlivesTheRun(t *testing.T) {
	let, ended := make(chan struct{}), make(chan error, 2)
	err := trio.Run(func(tk *trio.Task) error {
		return trio.MoveOnAfter(tk, time.Millisecond, func(*trio.CancelScope) error {
			_, err := trio.ToThread(tk, func(w *trio.Worker) (int, error) {
				<-let
				_, err := w.RunSync(func() (any, error) { return nil, nil })
				ended <- err
				ended <- w.CheckCancelled()
				return 0, nil
			}, trio.ThreadOptions{Abandon: true})
			return err
		})
	})
	expect(t, "error", "", text(err))
	close(let)
	expect(t, "a call", "RunFinishedError(run() has exited)", tree(<-ended))
	expect(t, "cancelled", "Cancelled", tree(<-ended))
}

func TestThreadLimiter(t *testing.T) {
	l, _ := trio.NewCapacityLimiter(3)
	var mu sync.Mutex
	now, most := 0, 0
	err := trio.Run(func(tk *trio.Task) error {
		expect(t, "the default", 40, tk.Runner().ThreadLimiter().TotalTokens())
		return trio.OpenNursery(tk, func(n *trio.Nursery) error {
			for range 20 {
				start(t, n, func(tk *trio.Task) error {
					_, err := trio.ToThread(tk, func(w *trio.Worker) (int, error) {
						mu.Lock()
						now++
						most = max(most, now)
						mu.Unlock()
						_, err := w.Run(func(tk *trio.Task) (any, error) { return nil, trio.Checkpoint(tk) })
						mu.Lock()
						now--
						mu.Unlock()
						return 0, err
					}, trio.ThreadOptions{Limiter: l})
					return err
				})
			}
			return nil
		})
	})
	expect(t, "error", "", text(err))
	if most > 3 {
		t.Errorf("%d ran at a time", most)
	}
}

// TestTokenFromThread: without a host the run's own tasks do the work.
func TestTokenFromThread(t *testing.T) {
	err := trio.Run(func(tk *trio.Task) error {
		k := tk.Runner().Token()
		_, err := k.RunSync(nil)
		expect(t, "in the run itself", "this is a blocking function; call it from a thread", text(err))
		_, err = k.Run(nil)
		expect(t, "in the run itself", "this is a blocking function; call it from a thread", text(err))
		var done trio.Event
		var got any
		go func() {
			v, err := k.Run(func(tk *trio.Task) (any, error) { return tk.System(), trio.Checkpoint(tk) })
			_, e := k.RunSync(func() (any, error) { got = fmt.Sprint(v, err); done.Set(); return nil, nil })
			if e != nil {
				t.Error(e)
			}
		}()
		if err := done.Wait(tk); err != nil {
			return err
		}
		expect(t, "value", any("true <nil>"), got)
		return nil
	})
	expect(t, "error", "", text(err))
}

// TestThreadsInVirtualTime take none, also while they wait for the run.
func TestThreadsInVirtualTime(t *testing.T) {
	err := trio.Run(func(tk *trio.Task) error {
		before := trio.CurrentTime(tk)
		_, err := trio.ToThread(tk, func(w *trio.Worker) (any, error) {
			return w.Run(func(tk *trio.Task) (any, error) { return nil, trio.Sleep(tk, time.Hour) })
		})
		if took := trio.CurrentTime(tk) - before; took < 3600 || took > 3601 {
			t.Errorf("it took %v", took)
		}
		return err
	}, trio.WithVirtualTime())
	expect(t, "error", "", text(err))
}

// TestHostOperation: a task that is an operation lends itself to Go functions
// of a thread, too.
func TestHostOperation(t *testing.T) {
	v, err := trio.RunCoroutine(func(*trio.Runner) (trio.SpawnConfig, error) {
		return trio.SpawnConfig{Name: "host", Coroutine: trio.Operation(trio.ToThreadOp(func(w *trio.Worker) (any, error) {
			return w.RunMade(func(tk *trio.Task) (coroutine.Coroutine, error) {
				return trio.Operation(trio.ToThreadOp(func(w *trio.Worker) (any, error) {
					return w.Run(func(tk *trio.Task) (any, error) { return tk.Name(), trio.Checkpoint(tk) })
				}, trio.ThreadOptions{})), nil
			}, nil)
		}, trio.ThreadOptions{}))}, nil
	})
	expect(t, "error", "", text(err))
	expect(t, "value", any("host"), v)
}
