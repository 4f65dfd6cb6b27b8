package aiorun

import (
	"runtime"

	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/signalsafe"
)

// sigbreak is Windows' SIGBREAK. Go's runtime reports Ctrl+Break as SIGINT.
const sigbreak = signalsafe.Signal(21)

// signals is what a run does to the process's signals.
type signals struct {
	state  *process.State
	listed []signalsafe.Signal
	before []signalsafe.Handler
	held   bool // the operating system's signals come here
}

// takeSignals claims the signals for the calling thread and has them ignored.
// It fails with ValueError where another thread is the main one.
func takeSignals(o *options) (*signals, error) {
	s := &signals{state: o.config.State, listed: []signalsafe.Signal{signalsafe.SIGINT, signalsafe.SIGTERM}}
	if o.windows && runtime.GOOS == "windows" {
		s.listed = []signalsafe.Signal{sigbreak, signalsafe.SIGINT}
	}
	if !s.state.TakeMain(s.state.CurrentThread()) {
		return nil, exceptions.ValueError("signal only works in main thread of the main interpreter")
	}
	for _, number := range s.listed {
		s.before = append(s.before, s.state.Signals.Handler(number))
	}
	if err := s.set(signalsafe.Ignore()); err != nil {
		s.state.LeaveMain()
		return nil, err
	}
	s.held = s.state.Signals.Hold()
	return s, nil
}

func (s *signals) set(h signalsafe.Handler) error {
	for _, number := range s.listed {
		if _, err := s.state.Signals.SetHandler(number, h); err != nil {
			return err
		}
	}
	return nil
}

// listen installs the handler of the first signal: no other is listened to, and
// the shutdown handler is posted to the loop.
func (s *signals) listen(l *loop.Loop, shutdown func(*loop.Loop) error) error {
	return s.set(signalsafe.Func(func(signalsafe.Signal) error {
		if err := s.set(signalsafe.Ignore()); err != nil {
			return err
		}
		_, err := l.CallSoonThreadsafe(func() error { return shutdown(l) })
		return err
	}, nil))
}

// leave lets go of the main thread's seat. The handlers, and the hold on the
// operating system's signals, stay unless they are to be restored.
func (s *signals) leave(restore bool) {
	if restore {
		for i, number := range s.listed {
			_, _ = s.state.Signals.SetHandler(number, s.before[i]) // it was set before
		}
		if s.held {
			s.state.Signals.Release()
		}
	}
	s.state.LeaveMain()
}
