//go:build unix

package conformance

import (
	"errors"
	"strings"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/signalsafe"
	"asyncio/task"
)

const (
	usr1 = signalsafe.SIGUSR1
	usr2 = signalsafe.SIGUSR2
	term = signalsafe.SIGTERM
	intr = signalsafe.SIGINT
)

// raise is signal.raise_signal: the handler has run when it returns, as Python
// looks for signals before its next line.
func (s *stage) raise(sig signalsafe.Signal) error {
	s.must(s.state.Signals.Raise(sig))
	return s.loop.CheckSignals()
}

// handles is loop.add_signal_handler(sig, fn).
func (s *stage) handles(sig signalsafe.Signal, fn func() error) {
	s.must(s.loop.AddSignalHandler(sig, fn))
}

// unhandles is loop.remove_signal_handler(sig).
func (s *stage) unhandles(sig signalsafe.Signal) bool {
	removed, err := s.loop.RemoveSignalHandler(sig)
	s.must(err)
	return removed
}

// raises is a callback that raises a signal and says so.
func (s *stage) raises(sig signalsafe.Signal) func() error {
	return func() error {
		err := s.raise(sig)
		s.log("raised")
		return err
	}
}

var signals = table{
	"signal_raised_in_task": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(usr1, s.logs("handler"))
		s.must(s.raise(usr1))
		s.log("raised")
		for range 3 {
			s.must(sleep(co, 0))
			s.log("turn")
		}
		s.unhandles(usr1)
		return nil, nil
	}},
	"signal_raised_in_callback": {async: func(s *stage, co *task.Co) (any, error) {
		called := future.New(s.loop)
		s.handles(usr1, func() error { s.log("handler"); return called.SetResult(nil) })
		s.t2Soon(s.raises(usr1))
		_, err := co.Await(called)
		s.log("main")
		s.unhandles(usr1)
		return nil, err
	}},
	"signal_raised_in_timer": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(usr1, s.logs("handler"))
		s.t2Later(1, s.raises(usr1))
		s.must(sleep(co, 2))
		s.log("main")
		s.unhandles(usr1)
		return nil, nil
	}},
	"signal_during_sleep": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(usr1, s.logs("handler"))
		s.signalAt(1, usr1)
		s.must(sleep(co, 2))
		s.log("main")
		s.unhandles(usr1)
		return nil, nil
	}},
	"signal_three_at_once": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(usr1, s.logs("usr1"))
		s.handles(usr2, s.logs("usr2"))
		for _, sig := range []signalsafe.Signal{usr2, usr1, usr2} {
			s.must(s.raise(sig))
		}
		s.log("raised")
		s.must(sleep(co, 1))
		s.unhandles(usr1)
		s.unhandles(usr2)
		return nil, nil
	}},
	"signal_against_soon": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(usr1, s.logs("handler"))
		s.must(s.raise(usr1))
		s.t2Soon(func() error {
			s.log("soon")
			s.t2Soon(s.logs("soon of soon"))
			return nil
		})
		s.must(sleep(co, 1))
		s.unhandles(usr1)
		return nil, nil
	}},
	"signal_handler_replaced_in_time": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(usr1, s.logs("old"))
		s.must(s.raise(usr1))
		s.handles(usr1, s.logs("new"))
		s.must(sleep(co, 1))
		s.unhandles(usr1)
		return nil, nil
	}},
	"signal_handler_removed_in_time": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(usr1, s.logs("handler"))
		s.must(s.raise(usr1))
		s.log("removed %s", reprOf(s.unhandles(usr1)))
		s.must(sleep(co, 1))
		s.log("main")
		return nil, nil
	}},
	"signal_handler_removed_too_late": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(usr1, s.logs("handler"))
		s.must(s.raise(usr1))
		s.must(sleep(co, 0))
		s.log("turn")
		s.must(sleep(co, 0))
		s.log("removed %s", reprOf(s.unhandles(usr1)))
		return nil, sleep(co, 1)
	}},
	"signal_handler_fails": {async: func(s *stage, co *task.Co) (any, error) {
		s.loop.SetExceptionHandler(func(_ *loop.Loop, c *handle.ErrorContext) error {
			message, what := c.Message, "Exception in callback"
			if strings.HasPrefix(message, what) {
				message = what
			}
			s.log("handler: %s: %s", message, exceptions.Repr(c.Exception))
			return nil
		})
		s.handles(usr1, func() error { return exceptions.ValueError("handler") })
		s.must(s.raise(usr1))
		s.must(sleep(co, 1))
		s.log("main")
		s.unhandles(usr1)
		return nil, nil
	}},
	"signal_handler_cancels_task": {async: func(s *stage, co *task.Co) (any, error) {
		t := s.create(s.sleepsAndSays(10, "job caught"))
		s.must(sleep(co, 0))
		s.handles(term, func() error { s.log("handler"); t.Cancel(); return nil })
		s.must(s.raise(term))
		s.log("raised")
		if _, err := co.Await(t); exceptions.IsCancelled(err) {
			s.log("main caught")
		}
		s.unhandles(term)
		return nil, nil
	}},
	"signal_raised_in_handler": {async: func(s *stage, co *task.Co) (any, error) {
		left := 2
		s.handles(usr1, func() error {
			s.log("handler")
			left--
			if left > 0 {
				return s.raise(usr1)
			}
			return nil
		})
		s.must(s.raise(usr1))
		s.must(sleep(co, 1))
		s.unhandles(usr1)
		return nil, nil
	}},
	"signal_interrupt_with_handler": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(intr, s.logs("handler"))
		s.must(s.raise(intr))
		s.log("not interrupted")
		s.must(sleep(co, 1))
		s.unhandles(intr)
		return nil, nil
	}},
	"signal_interrupt_after_removal": {async: func(s *stage, co *task.Co) (any, error) {
		s.handles(intr, s.logs("handler"))
		s.log("removed %s", reprOf(s.unhandles(intr)))
		err := s.raise(intr)
		switch {
		case err == nil:
			s.log("not reached")
		case errors.Is(err, exceptions.ErrKeyboardInterrupt):
			s.log("interrupted")
		default:
			return nil, err
		}
		return nil, nil
	}},
	"signal_before_the_loop_runs": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.handles(usr1, s.logs("handler"))
		s.must(s.raise(usr1))
		s.t2Soon(s.logs("ready"))
		s.t2Later(1, func() error { l.Stop(); return nil })
		err := l.RunForever()
		s.unhandles(usr1)
		return nil, err
	}},
	"signal_between_two_runs": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.handles(usr1, s.logs("handler"))
		s.t2Soon(func() error {
			err := s.raise(usr1)
			l.Stop()
			return err
		})
		if err := l.RunForever(); err != nil {
			return nil, err
		}
		s.log("out")
		s.t2Later(1, func() error { l.Stop(); return nil })
		err := l.RunForever()
		s.unhandles(usr1)
		return nil, err
	}},
	"signal_interrupt_while_loop_waits": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t2Later(2, func() error { s.log("timer"); l.Stop(); return nil })
		s.signalAt(1, intr)
		if err := l.RunForever(); errors.Is(err, exceptions.ErrKeyboardInterrupt) {
			s.log("interrupted")
		}
		return nil, l.RunForever()
	}},
	"signal_bad_arguments": {async: func(s *stage, co *task.Co) (any, error) {
		log := s.logs("handler")
		for _, c := range []struct{ sig, callback any }{
			{usr1, task.Func(t2Returns(nil))}, {"SIGINT", log}, {0, log}, {65, log},
		} {
			err := s.loop.AddSignalHandlerAny(c.sig, c.callback)
			if !errors.Is(err, exceptions.ErrType) && !errors.Is(err, exceptions.ErrValue) {
				return nil, err
			}
			s.log("%s: %v", exceptions.TypeName(err), err)
		}
		err := s.loop.AddSignalHandlerAny(signalsafe.SIGKILL, log)
		if !errors.Is(err, exceptions.ErrRuntime) {
			return nil, err
		}
		s.log("%s: %v", exceptions.TypeName(err), err)
		s.log("removed %s", reprOf(s.unhandles(usr2)))
		return nil, nil
	}},
}
