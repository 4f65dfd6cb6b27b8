package aiorun_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio/aiorun"
	"asyncio/clock"
	"asyncio/concurrent"
	"asyncio/exceptions"
	"asyncio/process"
	"asyncio/signalsafe"
	"asyncio/task"
)

// TestExecutorIsWaitedFor: the run does not end before the executor's jobs have,
// and the executor takes no more, whoever made it.
func TestExecutorIsWaitedFor(t *testing.T) {
	s := newStage(t, nil)
	pool := concurrent.NewThreadPool(0, "own_")
	release := make(chan struct{})
	watch := func(level process.Level, text string) {
		s.print(text)
		if text == "Waiting for executor shutdown." {
			close(release)
		}
	}
	err := aiorun.Run(func(co *task.Co) error {
		_, err := pool.Submit(func() (any, error) {
			<-release
			s.print("job done")
			return nil, nil
		})
		co.Loop().Stop()
		return err
	}, aiorun.WithExecutor(pool), aiorun.WithLoopConfig(s.config()), aiorun.WithLogger(process.LogFunc(watch)), aiorun.AsOnWindows(false))
	if err != nil {
		t.Error(err)
	}
	want := []string{"Waiting for executor shutdown.", "job done", "Shutting down async generators"}
	i := slices.Index(s.lines, want[0])
	if i < 0 || len(s.lines) < i+3 || !cmp.Equal(want, s.lines[i:i+3]) {
		t.Errorf("got %q, want %q in it", s.lines, want)
	}
	if _, err := pool.Submit(func() (any, error) { return nil, nil }); err == nil {
		t.Error("the executor still takes jobs")
	}
}

// TestFailureWhileCancelled changes nothing: it is reported, and the run ends well.
func TestFailureWhileCancelled(t *testing.T) {
	s := newStage(t, nil)
	s.clock.At(1, func() { _ = s.state.Signals.Deliver(signalsafe.SIGINT) })
	err := s.run(func(co *task.Co) error {
		s.spawn(co.Loop(), func(co *task.Co) error {
			if err := sleep(co, 10); exceptions.IsCancelled(err) {
				return exceptions.ValueError("while cancelled")
			}
			return nil
		})
		return sleep(co, 10)
	}, aiorun.StopOnUnhandledErrors())
	told := "ERROR aiorun Unhandled exception; stopping loop: 'Task exception was never retrieved' ValueError('while cancelled')"
	if err != nil || !slices.Contains(s.lines, told) {
		t.Errorf("error %v, told %q", err, s.lines)
	}
}

// TestWindowsWay: a task keeps the loop awake, and after a KeyboardInterrupt the
// shutdown handler stops a loop that has stopped already.
func TestWindowsWay(t *testing.T) {
	s := newStage(t, nil)
	s.clock.At(2, func() { _ = s.state.Signals.Deliver(signalsafe.SIGINT) })
	opts := []aiorun.Option{aiorun.AsOnWindows(true), aiorun.RestoreSignals(), aiorun.WithLoopConfig(s.config()), aiorun.WithLogger(logs{s, "aiorun"})}
	err := aiorun.Run(func(co *task.Co) error {
		if n := len(task.All(co.Loop())); n != 2 {
			t.Errorf("%d tasks, want main's and the one that wakes the loop", n)
		}
		return sleep(co, 10)
	}, opts...)
	if err != nil {
		t.Error(err)
	}
	err = aiorun.Run(func(co *task.Co) error {
		_, err := co.Loop().CallSoon(func() error { return exceptions.ErrKeyboardInterrupt.New("") })
		if err != nil {
			return err
		}
		return sleep(co, 10)
	}, opts...)
	if want := "RuntimeError: Event loop stopped before Future completed."; err == nil || exceptions.Line(err) != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestTiedTimers has the order of the original transcript: on Windows the clock
// is coarse, the six timers and the one that wakes the loop tie, and heapq's
// order of ties is not that of their making.
func TestTiedTimers(t *testing.T) {
	for _, at := range []time.Duration{2 * time.Second, 3300 * time.Millisecond, 7 * time.Second} {
		s := newStage(t, nil)
		s.clock = clock.NewVirtual(clock.ResolutionWindows)
		s.clock.At(at.Seconds(), func() { _ = s.state.Signals.Deliver(signalsafe.SIGINT) })
		work := func(n int) func(co *task.Co) error {
			return func(co *task.Co) error {
				if err := sleep(co, 10); exceptions.IsCancelled(err) {
					return nil
				}
				s.print(n)
				return nil
			}
		}
		err := aiorun.Run(func(co *task.Co) error {
			l := co.Loop()
			var all []any
			for n := range 3 {
				all = append(all, s.spawn(l, aiorun.ShutdownWaitsFor(l, work(n))))
			}
			for n := range 3 {
				all = append(all, s.spawn(l, work(n+3)))
			}
			f, err := task.Gather(l, all, false)
			if err != nil {
				return err
			}
			_, err = co.Await(f)
			return err
		}, aiorun.AsOnWindows(true), aiorun.RestoreSignals(), aiorun.WithLoopConfig(s.config()), aiorun.WithLogger(process.LogFunc(func(process.Level, string) {})))
		if diff := cmp.Diff([]string{"1", "0", "2"}, s.lines); err != nil || diff != "" {
			t.Errorf("signal after %v: error %v, order (-want +got):\n%s", at, err, diff)
		}
	}
}

// TestMoreSignals: the first signal starts the shutdown, whenever it comes; those
// that follow while main cleans up are ignored, however soon.
func TestMoreSignals(t *testing.T) {
	moments := []time.Duration{0, time.Millisecond, 50 * time.Millisecond}
	for _, first := range moments {
		for _, apart := range moments {
			s := newStage(t, nil)
			for i, sig := range []signalsafe.Signal{signalsafe.SIGTERM, signalsafe.SIGINT, signalsafe.SIGTERM, signalsafe.SIGINT} {
				s.clock.At((first + time.Duration(i)*apart).Seconds(), func() { _ = s.state.Signals.Deliver(sig) })
			}
			cancelled, cleaned := 0, false
			err := s.run(func(co *task.Co) error {
				err := sleep(co, 5)
				if exceptions.IsCancelled(err) {
					cancelled++
					err = sleep(co, 0.1)
					cleaned = err == nil
				}
				return err
			})
			if err != nil || cancelled != 1 || !cleaned {
				t.Errorf("first after %v, then every %v: error %v, cancelled %d times, cleaned up: %v", first, apart, err, cancelled, cleaned)
			}
		}
	}
}
