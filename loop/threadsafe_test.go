package loop_test

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/selector"
	"asyncio/task"
)

// TestFlood has eight goroutines call into one loop as fast as they can.
func TestFlood(t *testing.T) {
	const senders, each = 8, floodSize / 8
	for name, c := range map[string]func() selector.Selector{
		"platform": func() selector.Selector { return nil },
		"channel":  func() selector.Selector { return selector.NewChannel() },
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newState()
			l := makeLoop(t, loop.Config{State: s, Selector: c()})
			var next [senders]int
			left := senders * each
			disorder := 0
			var wg sync.WaitGroup
			for sender := range senders {
				wg.Go(func() {
					for i := range each {
						_, err := l.CallSoonThreadsafe(func() error {
							if next[sender] != i {
								disorder++
							}
							next[sender] = i + 1
							if left--; left == 0 {
								l.Stop()
							}
							return nil
						})
						if err != nil {
							t.Error(err)
							return
						}
					}
				})
			}
			forever(t, l)
			wg.Wait()
			if disorder > 0 {
				t.Errorf("%d calls came out of their sender's order", disorder)
			}
			for sender, n := range next {
				if n != each {
					t.Errorf("sender %d: %d calls ran, want %d", sender, n, each)
				}
			}
		})
	}
}

// TestInterleaving: calls from inside and outside run in the order they were
// made, whichever door they came through.
func TestInterleaving(t *testing.T) {
	l, _ := virtualLoop(t)
	var got []string
	say := func(s string) func() error { return func() error { got = append(got, s); return nil } }
	outside := func(s string) {
		done := make(chan error)
		go func() { _, err := l.CallSoonThreadsafe(say(s)); done <- err }()
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	soon(t, l, func() error {
		soon(t, l, say("a"))
		outside("b")
		soon(t, l, say("c"))
		outside("d")
		if _, err := l.CallSoonThreadsafe(say("e")); err != nil {
			t.Error(err)
		}
		if _, err := l.CallLater(0, say("timer")); err != nil {
			t.Error(err)
		}
		soon(t, l, say("f"))
		f := l.CreateFuture().(*future.Future)
		if err := f.AddDoneCallback(future.Func(func(future.Awaitable) error { return say("g")() }), nil); err != nil {
			t.Error(err)
		}
		outside("before g")
		if err := f.SetResult(nil); err != nil {
			t.Error(err)
		}
		outside("h")
		return nil
	})
	if _, err := l.CallLater(1, stop(l)); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	want := []string{"a", "b", "c", "d", "e", "f", "before g", "g", "h", "timer"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got)\n%s", diff)
	}
}

// TestThreadsafeRacesClose: a call that was accepted before the loop was closed
// is dropped, one after it is refused, and neither breaks anything.
func TestThreadsafeRacesClose(t *testing.T) {
	for range 50 {
		s, _ := newState()
		l, err := task.NewLoop(loop.Config{State: s})
		if err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		var accepted, refused atomic.Int64
		started := make(chan struct{}, 4)
		for range 4 {
			wg.Go(func() {
				for i := 0; ; i++ {
					if i == 1 {
						started <- struct{}{}
					}
					_, err := l.CallSoonThreadsafe(func() error { return nil })
					if err == nil {
						accepted.Add(1)
						runtime.Gosched() // js interrupts no goroutine
						continue
					}
					refused.Add(1)
					if got := repr(err); got != "RuntimeError('Event loop is closed')" {
						t.Error(got)
					}
					return
				}
			})
		}
		for range 4 {
			<-started
		}
		l.Stop()
		if err := l.RunForever(); err != nil {
			t.Fatal(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		wg.Wait()
		if refused.Load() != 4 || accepted.Load() < 4 {
			t.Errorf("%d refused, %d accepted", refused.Load(), accepted.Load())
		}
	}
}

// TestRegisterPending: while outside work is under way virtual time stands
// still and no deadlock is declared; the work's end counts once.
func TestRegisterPending(t *testing.T) {
	l, _ := virtualLoop(t)
	done, err := l.RegisterPending()
	if err != nil {
		t.Fatal(err)
	}
	if l.Outstanding() != 1 {
		t.Errorf("%d outstanding", l.Outstanding())
	}
	begun := l.Time()
	var order []string
	if _, err := l.CallLater(3600, func() error { order = append(order, "timer"); l.Stop(); return nil }); err != nil {
		t.Fatal(err)
	}
	waiting := make(chan struct{})
	soon(t, l, func() error { close(waiting); return nil })
	var wg sync.WaitGroup
	var ran atomic.Int64
	for range 4 {
		wg.Go(func() {
			<-waiting
			for range 100 {
				runtime.Gosched() // the loop may meanwhile sleep, but not jump
			}
			done(func() error {
				ran.Add(1)
				order = append(order, "work")
				if passed := l.Time() - begun; passed > 1 {
					t.Errorf("%g seconds passed during the work", passed)
				}
				return nil
			})
		})
	}
	forever(t, l)
	wg.Wait()
	if ran.Load() != 1 || l.Outstanding() != 0 {
		t.Errorf("ran %d times, %d outstanding", ran.Load(), l.Outstanding())
	}
	if diff := cmp.Diff([]string{"work", "timer"}, order); diff != "" {
		t.Error(diff)
	}
	var deadlock *loop.DeadlockError
	if err := l.RunForever(); !errors.As(err, &deadlock) {
		t.Errorf("nothing under way: %v", err)
	}
}

func TestRegisterPendingOnClosedLoop(t *testing.T) {
	l, _ := virtualLoop(t)
	late, err := l.RegisterPending()
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	late(func() error { t.Error("ran on a closed loop"); return nil })
	if l.Outstanding() != 0 {
		t.Errorf("%d outstanding", l.Outstanding())
	}
	if _, err := l.RegisterPending(); !errors.Is(err, exceptions.ErrRuntime) {
		t.Errorf("closed loop: %v", err)
	}
}
