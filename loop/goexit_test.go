package loop_test

import (
	"runtime"
	"testing"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/task"
)

// TestGoexit: what t.FailNow does, called in a callback or a coroutine, ends
// the goroutine that runs the loop. The loop is not running then, can be
// closed, and nothing of it is left.
func TestGoexit(t *testing.T) {
	engines := map[string]coroutine.Engine{"pull": coroutine.Pull, "channels": coroutine.Channels}
	for name, engine := range engines {
		for where, program := range map[string]func(l *loop.Loop) error{
			"callback": func(l *loop.Loop) error {
				if _, err := l.CallSoon(func() error { runtime.Goexit(); return nil }); err != nil {
					return err
				}
				return l.RunForever()
			},
			"timer in debug mode": func(l *loop.Loop) error {
				l.SetDebug(true)
				if _, err := l.CallLater(1, func() error { runtime.Goexit(); return nil }); err != nil {
					return err
				}
				return l.RunForever()
			},
			"coroutine": func(l *loop.Loop) error {
				_, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) {
					runtime.Goexit()
					return nil, nil
				}))
				return err
			},
			"awaiting coroutine among others": func(l *loop.Loop) error {
				for range 3 {
					if _, err := l.NewTask(coro(l, func(co *task.Co) (any, error) { return task.Sleep(co, 50, nil) })); err != nil {
						return err
					}
				}
				_, err := l.RunCoroutine(coro(l, func(co *task.Co) (any, error) {
					if _, err := task.Sleep(co, 1, nil); err != nil {
						return nil, err
					}
					runtime.Goexit()
					return nil, nil
				}))
				return err
			},
		} {
			t.Run(name+"/"+where, func(t *testing.T) {
				s, _ := newState()
				l := makeLoop(t, loop.Config{State: s, Clock: clock.NewVirtual(0), Engine: engine})
				returned, deferred := false, false
				done := make(chan struct{})
				go func() {
					defer close(done)
					defer func() { deferred = true }()
					_ = program(l)
					returned = true
				}()
				<-done
				if returned || !deferred {
					t.Errorf("the goroutine went on: returned %v, deferred %v", returned, deferred)
				}
				if l.IsRunning() || task.Current(l) != nil {
					t.Errorf("running %v, current task %v", l.IsRunning(), task.Current(l))
				}
				if err := l.Close(); err != nil {
					t.Error(err)
				}
				if n := l.Pool().Live(); n != 0 {
					t.Errorf("%d coroutines are left", n)
				}
			})
		}
	}
}

// TestGoexitThenGoOn: a loop whose run was ended in this way can run again, and
// the rest of the pass runs then.
func TestGoexitThenGoOn(t *testing.T) {
	l, _ := virtualLoop(t)
	soon(t, l, func() error { runtime.Goexit(); return nil })
	ran := false
	soon(t, l, func() error { ran = true; l.Stop(); return nil })
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = l.RunForever()
	}()
	<-done
	if ran {
		t.Error("the pass went on")
	}
	forever(t, l)
	if !ran {
		t.Error("what was queued is lost")
	}
}
