package trio_test

import (
	"errors"
	"testing"
	"time"

	"asyncio"
	"asyncio/exceptions"
	"asyncio/process"
	"asyncio/trio"
)

// host is a loop that calls what it is given.
type host struct {
	calls chan func()
	value any
	err   error
	done  bool
}

func (h *host) guest() trio.Guest {
	return trio.Guest{
		RunSyncSoonThreadsafe: func(fn func()) { h.calls <- fn },
		Done:                  func(v any, err error) { h.value, h.err, h.done = v, err, true },
	}
}

func (h *host) run() {
	for !h.done {
		(<-h.calls)()
	}
}

func TestGuest(t *testing.T) {
	h := &host{calls: make(chan func(), 100)}
	var e trio.Event
	_, err := trio.StartGuest(func(r *trio.Runner) (trio.SpawnConfig, error) {
		return trio.SpawnConfig{Name: "main", Coroutine: r.GoCoroutine(func(tk *trio.Task) (any, error) {
			if err := trio.Sleep(tk, time.Millisecond); err != nil {
				return nil, err
			}
			h.calls <- e.Set // the host wakes a task of the guest's
			v, err := trio.ToThread(tk, func(*trio.Worker) (string, error) { return "value", nil })
			return v, errors.Join(err, e.Wait(tk))
		})}, nil
	}, h.guest(), trio.WithState(process.NewSimulated()))
	expect(t, "error", "", text(err))
	h.run()
	expect(t, "error", "", text(h.err))
	expect(t, "value", any("value"), h.value)
}

// TestGuestDeadlineChanges: a deadline that the host brings forward is met.
func TestGuestDeadlineChanges(t *testing.T) {
	h := &host{calls: make(chan func(), 100)}
	s := trio.Scope()
	_, err := trio.StartGuestRun(func(tk *trio.Task) error {
		return s.Do(tk, func() error {
			now := trio.CurrentTime(tk)
			if err := s.SetDeadline(now + 3600); err != nil {
				return err
			}
			go func() { h.calls <- func() { _ = s.SetDeadline(now) } }()
			return trio.SleepForever(tk)
		})
	}, h.guest(), trio.WithState(process.NewSimulated()))
	expect(t, "error", "", text(err))
	h.run()
	expect(t, "error", "", text(h.err))
	expect(t, "caught", true, s.CancelledCaught())
}

func TestGuestFails(t *testing.T) {
	h := &host{calls: make(chan func(), 100)}
	_, err := trio.StartGuestRun(func(*trio.Task) error { return exceptions.ValueError("x") }, h.guest(),
		trio.WithState(process.NewSimulated()))
	expect(t, "error", "", text(err))
	h.run()
	expect(t, "error", "ValueError(x)", tree(h.err))
}

func TestGuestAbandoned(t *testing.T) {
	state := process.NewSimulated()
	var log []string
	state.Logger = process.LogFunc(func(_ process.Level, s string) { log = append(log, s) })
	h := &host{calls: make(chan func(), 100)}
	r, err := trio.StartGuestRun(trio.Checkpoint, h.guest(), trio.WithState(state))
	expect(t, "error", "", text(err))
	(<-h.calls)()
	r.Abandon()
	r.Abandon()
	(<-h.calls)() // nothing comes of it
	expect(t, "log", []string{"RuntimeWarning: Trio guest run got abandoned without properly finishing... weird stuff might happen"}, log)
}

// TestGuestOfAsyncio: both kinds of tasks take turns on one thread.
func TestGuestOfAsyncio(t *testing.T) {
	state, err := asyncio.NewSimulatedState("3.13")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = asyncio.Run(func(co *asyncio.Co) error {
		l := co.Loop()
		done := asyncio.NewFuture[string](co)
		soon := func(fn func()) { _, _ = l.CallSoonThreadsafe(func() error { fn(); return nil }) }
		_, err := trio.StartGuestRun(func(tk *trio.Task) error {
			for range 3 {
				got = append(got, "trio")
				if err := trio.Checkpoint(tk); err != nil {
					return err
				}
			}
			return nil
		}, trio.Guest{RunSyncSoonThreadsafe: soon, Done: func(_ any, err error) { _ = done.SetResult(text(err)) }}, trio.WithState(state))
		if err != nil {
			return err
		}
		for range 3 {
			got = append(got, "asyncio")
			if err := asyncio.Sleep(co, 0); err != nil {
				return err
			}
		}
		v, err := asyncio.Await(co, done)
		expect(t, "outcome", "", v)
		return err
	}, asyncio.WithState(state))
	expect(t, "error", "", text(err))
	expect(t, "turns", 6, len(got))
}
