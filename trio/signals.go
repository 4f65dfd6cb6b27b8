package trio

import (
	"slices"

	"asyncio/exceptions"
	"asyncio/signalsafe"
)

// SignalReceiver has the signals that arrive while it is open, each once until
// it is taken.
type SignalReceiver struct {
	r       *Runner
	before  []setHandler
	pending []signalsafe.Signal
	lot     ParkingLot
	busy    bool
	closed  bool
}

type setHandler struct {
	signal  signalsafe.Signal
	handler signalsafe.Handler
}

type signalKey struct {
	s      *SignalReceiver
	signal signalsafe.Signal
}

// NotInMainThread is what opening a SignalReceiver fails with outside the main
// thread.
func NotInMainThread() error {
	return exceptions.RuntimeError("Sorry, open_signal_receiver is only possible when running in " +
		"Python interpreter's main thread")
}

// OpenSignals receives signals until Close. It fails with TypeError for none,
// with RuntimeError outside the main thread, and with what a bad number gives.
func (r *Runner) OpenSignals(signals ...signalsafe.Signal) (*SignalReceiver, error) {
	if len(signals) == 0 {
		return nil, exceptions.TypeError("No signals were provided")
	}
	if !r.held {
		return nil, NotInMainThread()
	}
	s := &SignalReceiver{r: r}
	handler := signalsafe.Func(func(n signalsafe.Signal) error {
		// A run that has ended has closed its receivers.
		_ = r.entries.add(signalKey{s, n}, func() error { return s.arrived(n) })
		return nil
	}, s)
	for i, n := range signals {
		if slices.Contains(signals[:i], n) {
			continue
		}
		old, err := r.state.Signals.SetHandler(n, handler)
		if err != nil {
			s.restore()
			return nil, err
		}
		s.before = append(s.before, setHandler{n, old})
	}
	return s, nil
}

// arrived is the run's half of a signal.
func (s *SignalReceiver) arrived(n signalsafe.Signal) error {
	if s.closed {
		return s.again(n)
	}
	if !slices.Contains(s.pending, n) {
		s.pending = append(s.pending, n)
	}
	s.lot.Unpark(1)
	return nil
}

// again sends a signal to whoever handles it now.
func (s *SignalReceiver) again(n signalsafe.Signal) error {
	if s.r.jumper != nil {
		s.r.DeliverSignal(n)
	} else if err := s.r.state.Signals.Raise(n); err != nil {
		return err
	}
	return s.r.CheckSignals()
}

func (s *SignalReceiver) restore() {
	for _, b := range s.before {
		_, _ = s.r.state.Signals.SetHandler(b.signal, b.handler)
	}
}

// Close gives the signals back to the handlers they had, and sends again those
// that nobody took. It fails with what these raise.
func (s *SignalReceiver) Close() error {
	s.restore()
	s.closed = true
	var failed error
	for len(s.pending) > 0 {
		n := s.pending[0]
		s.pending = s.pending[1:]
		if err := s.again(n); err != nil {
			failed = s.r.errors.During(err, failed)
		}
	}
	return failed
}

// Pending gives how many signals have arrived and were not taken.
func (s *SignalReceiver) Pending() int { return len(s.pending) }

// NextOp waits for the next signal. It fails with BusyResourceError while another
// task does, and with RuntimeError after Close.
func (s *SignalReceiver) NextOp() Op {
	return newMachine(func(t *Task) then {
		switch {
		case s.closed:
			return end(nil, exceptions.RuntimeError("open_signal_receiver block already exited"))
		case s.busy:
			return end(nil, ErrBusyResource.New("only one task can iterate on a signal receiver at a time"))
		}
		s.busy = true
		taken := func(_ any, err error) then {
			s.busy = false
			if err != nil {
				return end(nil, err)
			}
			n := s.pending[0]
			s.pending = s.pending[1:]
			return end(n, nil)
		}
		if len(s.pending) == 0 {
			return s.lot.park(t, nil, "open_signal_receiver", taken)
		}
		return run(CheckpointOp(), taken)
	})
}

// Next waits for the next signal.
func (s *SignalReceiver) Next(t *Task) (signalsafe.Signal, error) {
	v, err := t.Do(s.NextOp())
	n, _ := v.(signalsafe.Signal)
	return n, err
}

// OpenSignalReceiver runs body while it receives signals.
func OpenSignalReceiver(t *Task, body func(s *SignalReceiver) error, signals ...signalsafe.Signal) error {
	s, err := t.runner.OpenSignals(signals...)
	if err != nil {
		return err
	}
	err = guard(t, func() error { return body(s) })
	if e := s.Close(); e != nil {
		return t.runner.errors.During(e, err)
	}
	return err
}
