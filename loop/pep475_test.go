package loop_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/selector"
	"asyncio/signalsafe"
)

// watched is a selector that says when it is about to wait.
type watched struct {
	selector.Selector
	timeouts []float64
	waits    chan struct{} // gets a token before each wait that may block
}

func (w *watched) Select(timeout float64, buf []selector.Event) ([]selector.Event, bool, error) {
	if timeout != 0 {
		w.timeouts = append(w.timeouts, timeout)
		w.waits <- struct{}{}
	}
	return w.Selector.Select(timeout, buf)
}

// SetReady lets the loop have a pseudo descriptor where there are no real ones.
func (w *watched) SetReady(fd int, ready bool) {
	if c, ok := w.Selector.(*selector.Channel); ok {
		c.SetReady(fd, ready)
	}
}

// interrupted runs a loop whose select is interrupted by send; the handler of
// the signal gives what handle returns. It gives the iterations that began.
func interrupted(t *testing.T, s *process.State, sig signalsafe.Signal, send func() error, handle func() error) (ticks uint64, timeouts []float64, err error) {
	t.Helper()
	inner, err := selector.New()
	if err != nil {
		t.Fatal(err)
	}
	w := &watched{Selector: inner, waits: make(chan struct{}, 16)}
	l := makeLoop(t, loop.Config{State: s, Selector: w})
	handled := make(chan struct{}, 1)
	old, err := s.Signals.SetHandler(sig, signalsafe.Func(func(signalsafe.Signal) error {
		handled <- struct{}{}
		return handle()
	}, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if _, err := s.Signals.SetHandler(sig, old); err != nil {
			t.Error(err)
		}
	}()
	if _, err := l.CallLater(3600, func() error { t.Error("an hour has passed"); return nil }); err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	over := make(chan struct{})
	go func() {
		<-w.waits
		if err := send(); err != nil {
			done <- err
			return
		}
		<-handled
		select {
		case <-w.waits: // it waits again, in the same iteration
			_, err := l.CallSoonThreadsafe(stop(l))
			done <- err
		case <-over: // the handler has ended the run
			done <- nil
		}
	}()
	err = l.RunForever()
	close(over)
	if e := <-done; e != nil {
		t.Fatal(e)
	}
	return l.Tick(), w.timeouts, err
}

// TestSignalDoesNotEndSelect: a handler set with signal.signal runs while the
// loop waits, and the same wait goes on for the time left.
func TestSignalDoesNotEndSelect(t *testing.T) {
	s, _ := newState()
	ticks, timeouts, err := interrupted(t, s, signalsafe.SIGTERM,
		func() error { return s.Signals.Deliver(signalsafe.SIGTERM) },
		func() error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	// One iteration that waited twice; the zero byte of the call from outside
	// ends it, and its callback stops the loop in that same iteration.
	if ticks != 1 || len(timeouts) != 2 || timeouts[1] > timeouts[0] {
		t.Errorf("%d iterations, waits of %v seconds", ticks, timeouts)
	}
}

// TestSignalThatRaises: an error of the handler comes out of the run.
func TestSignalThatRaises(t *testing.T) {
	for _, raise := range []error{exceptions.ErrKeyboardInterrupt.New(""), exceptions.RuntimeError("from a handler")} {
		s, _ := newState()
		ticks, _, err := interrupted(t, s, signalsafe.SIGTERM,
			func() error { return s.Signals.Deliver(signalsafe.SIGTERM) },
			func() error { return raise })
		if !errors.Is(err, raise) || ticks != 1 {
			t.Errorf("got %v after %d iterations", err, ticks)
		}
	}
}

// TestLoopHandlerOrder: a signal sent in a callback is read one iteration later
// and its handler runs two later; two of a kind are two calls.
func TestLoopHandlerOrder(t *testing.T) {
	l, _ := virtualLoop(t)
	type line struct {
		Tick uint64
		Text string
	}
	var got []line
	say := func(text string) func() error {
		return func() error { got = append(got, line{l.Tick(), text}); return nil }
	}
	add := func(sig signalsafe.Signal, text string) {
		if err := l.AddSignalHandler(sig, say(text)); err != nil {
			t.Skip(err) // a platform whose loop takes no signals
		}
	}
	add(signalsafe.SIGTERM, "replaced")
	add(signalsafe.SIGTERM, "term")
	add(signalsafe.SIGINT, "int")
	raise := l.State().Signals.Raise
	soon(t, l, func() error {
		for _, sig := range []signalsafe.Signal{signalsafe.SIGTERM, signalsafe.SIGINT, signalsafe.SIGTERM} {
			if err := raise(sig); err != nil {
				t.Error(err)
			}
		}
		return say("sent")()
	})
	if _, err := l.CallLater(1, stop(l)); err != nil {
		t.Fatal(err)
	}
	forever(t, l)
	want := []line{{1, "sent"}, {3, "term"}, {3, "int"}, {3, "term"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, sig := range []signalsafe.Signal{signalsafe.SIGTERM, signalsafe.SIGINT} {
		if removed, err := l.RemoveSignalHandler(sig); !removed || err != nil {
			t.Errorf("%v: removed %v, %v", sig, removed, err)
		}
		if removed, err := l.RemoveSignalHandler(sig); removed || err != nil {
			t.Errorf("%v again: removed %v, %v", sig, removed, err)
		}
	}
	if k := l.State().Signals.Handler(signalsafe.SIGINT).Kind(); k != signalsafe.KindDefaultInt {
		t.Errorf("SIGINT is left with %v", k)
	}
	if k := l.State().Signals.Handler(signalsafe.SIGTERM).Kind(); k != signalsafe.KindDefault {
		t.Errorf("SIGTERM is left with %v", k)
	}
}
