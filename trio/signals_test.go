package trio_test

import (
	"errors"
	"testing"

	"asyncio/process"
	"asyncio/signalsafe"
	"asyncio/trio"
)

// send sends the run's process a signal, and lets it arrive.
func send(t *trio.Task, signals ...signalsafe.Signal) error {
	for _, s := range signals {
		if err := t.Runner().State().Signals.Raise(s); err != nil {
			return err
		}
		if err := t.Runner().CheckSignals(); err != nil {
			return err
		}
	}
	return trio.WaitAllTasksBlocked(t)
}

func TestSignalReceiver(t *testing.T) {
	const a, b = signalsafe.SIGTERM, signalsafe.SIGABRT
	err := try(func(tk *trio.Task) error {
		var kept *trio.SignalReceiver
		handler := func() signalsafe.HandlerKind { return tk.Runner().State().Signals.Handler(a).Kind() }
		err := trio.OpenSignalReceiver(tk, func(s *trio.SignalReceiver) error {
			kept = s
			expect(t, "handled", signalsafe.KindFunc, handler())
			var got []signalsafe.Signal
			take := func() {
				n, err := s.Next(tk)
				if err != nil {
					t.Error(err)
				}
				got = append(got, n)
			}
			if err := send(tk, a, a, a); err != nil {
				return err
			}
			expect(t, "equal ones merge", 1, s.Pending())
			take()
			for range 2 {
				if err := send(tk, a, b); err != nil {
					return err
				}
				take()
				take()
			}
			if err := send(tk, b, a, b); err != nil {
				return err
			}
			take()
			take()
			expect(t, "signals", []signalsafe.Signal{a, a, b, a, b, b, a}, got)
			return trio.OpenNursery(tk, func(n *trio.Nursery) error {
				start(t, n, func(tk *trio.Task) error {
					_, err := s.Next(tk)
					return err
				})
				if err := trio.WaitAllTasksBlocked(tk); err != nil {
					return err
				}
				_, err := s.Next(tk)
				expect(t, "two at a time", "BusyResourceError(only one task can iterate on a signal receiver at a time)", tree(err))
				return send(tk, a)
			})
		}, a, b, a)
		expect(t, "restored", signalsafe.KindDefault, handler())
		_, e := kept.Next(tk)
		expect(t, "after it", "open_signal_receiver block already exited", text(e))
		_, e = tk.Runner().OpenSignals()
		expect(t, "none", "TypeError(No signals were provided)", tree(e))
		_, e = tk.Runner().OpenSignals(a, 99)
		if e == nil {
			t.Error("a bad number was taken")
		}
		expect(t, "restored after a bad number", signalsafe.KindDefault, handler())
		return err
	})
	expect(t, "error", "", text(err))
}

// TestSignalsAreSentAgain to the handlers from before, if nobody took them.
func TestSignalsAreSentAgain(t *testing.T) {
	err := try(func(tk *trio.Task) error {
		var got []signalsafe.Signal
		signals := tk.Runner().State().Signals
		own := signalsafe.Func(func(s signalsafe.Signal) error { got = append(got, s); return nil }, nil)
		_, e1 := signals.SetHandler(signalsafe.SIGTERM, own)
		_, e2 := signals.SetHandler(signalsafe.SIGABRT, signalsafe.Ignore())
		if err := errors.Join(e1, e2); err != nil {
			return err
		}
		err := trio.OpenSignalReceiver(tk, func(*trio.SignalReceiver) error {
			return send(tk, signalsafe.SIGTERM, signalsafe.SIGABRT)
		}, signalsafe.SIGTERM, signalsafe.SIGABRT)
		expect(t, "sent again", []signalsafe.Signal{signalsafe.SIGTERM}, got)
		return err
	})
	expect(t, "error", "", text(err))
}

// TestInterruptIsSentAgain: SIGINT becomes a KeyboardInterrupt as the receiver
// closes.
func TestInterruptIsSentAgain(t *testing.T) {
	err := try(func(tk *trio.Task) error {
		err := trio.OpenSignalReceiver(tk, func(*trio.SignalReceiver) error {
			return send(tk, signalsafe.SIGINT)
		}, signalsafe.SIGINT)
		if err != nil {
			return err
		}
		return trio.Checkpoint(tk)
	})
	expect(t, "error", ki, tree(err))
}

// TestSignalsOffTheMainThread are refused.
func TestSignalsOffTheMainThread(t *testing.T) {
	state := process.NewSimulated()
	state.SetMain(state.NewThread("another"))
	err := trio.Run(func(tk *trio.Task) error {
		_, err := tk.Runner().OpenSignals(signalsafe.SIGTERM)
		return err
	}, trio.WithState(state))
	if err == nil {
		t.Error("they were taken")
	}
}
