package conformance

import (
	"strings"

	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/process"
)

// t1Number is Python's 42 where a callback belongs.
type t1Number int

// Call is what calling it does.
func (n t1Number) Call() error {
	return exceptions.TypeError("'%s' object is not callable", process.TypeName(int(n)))
}

// t1Left logs that an error of the class left the loop and gives any other.
func (s *stage) t1Left(err error, class *exceptions.Class, text string) error {
	if e, ok := err.(*exceptions.Error); ok && e.Is(class) {
		s.log("%s", text)
		return nil
	}
	return err
}

var failures = table{
	"error_in_callback": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1NoteErrors()
		s.t1Soon(t1Fail(exceptions.ValueError("callback")))
		s.t1Soon(s.logs("next one"))
		return nil, s.t1Run()
	}},
	"error_in_timer": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1NoteErrors()
		s.t1Later(1, t1Fail(exceptions.ValueError("timer")))
		s.t1Later(2, s.t1Stop)
		return nil, l.RunForever()
	}},
	"error_in_threadsafe_callback": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1NoteErrors()
		s.t1Safe(t1Fail(exceptions.ValueError("threadsafe")))
		return nil, s.t1Run()
	}},
	"error_cancelled_in_callback": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1NoteErrors()
		s.t1Soon(t1Fail(exceptions.NewCancelled(nil)))
		s.t1Soon(t1Fail(exceptions.ErrGeneratorExit.New("")))
		s.t1Soon(s.logs("next one"))
		return nil, s.t1Run()
	}},
	"error_callback_is_no_function": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1NoteErrors()
		_, err := l.CallSoonIn(t1Number(42), nil, nil)
		s.must(err)
		return nil, s.t1Run()
	}},
	"error_keyboard_interrupt_leaves_the_loop": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1NoteErrors()
		s.t1Soon(s.logs("before"))
		s.t1Soon(t1Fail(exceptions.ErrKeyboardInterrupt.New("")))
		s.t1Soon(s.logs("behind"))
		err := l.RunForever()
		s.must(s.t1Left(err, exceptions.ErrKeyboardInterrupt, "left, running "+reprOf(l.IsRunning())))
		s.t1Soon(s.logs("added"))
		return nil, s.t1Run()
	}},
	"error_system_exit_leaves_the_loop": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(t1Fail(exceptions.Exit(4)))
		s.t1Soon(s.logs("behind"))
		err := l.RunForever()
		s.must(s.t1Left(err, exceptions.ErrSystemExit, "left with "+exceptions.Repr(err)))
		return nil, s.t1Run()
	}},
	"error_keyboard_interrupt_among_timers": {plain: func(s *stage, l *loop.Loop) (any, error) {
		when := l.Time() + 1
		s.t1At(when, t1Fail(exceptions.ErrKeyboardInterrupt.New("")))
		s.t1At(when, s.logs("equal timer"))
		s.t1At(when+1, s.t1Stop)
		s.must(s.t1Left(l.RunForever(), exceptions.ErrKeyboardInterrupt, "left"))
		return nil, l.RunForever()
	}},
	"error_keyboard_interrupt_forgets_no_stop": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(s.t1Stop)
		s.t1Soon(t1Fail(exceptions.ErrKeyboardInterrupt.New("")))
		s.must(s.t1Left(l.RunForever(), exceptions.ErrKeyboardInterrupt, "left"))
		s.t1Soon(s.logs("one"))
		s.t1Later(1, func() error {
			s.log("two")
			l.Stop()
			return nil
		})
		return nil, l.RunForever()
	}},
	"error_in_handler": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.state.Logger = process.LogFunc(func(level process.Level, text string) {
			if level >= process.Error {
				line, _, _ := strings.Cut(text, "\n")
				s.log("logged: %s", line)
			}
		})
		l.SetExceptionHandler(func(*loop.Loop, *handle.ErrorContext) error { return t1Key.New("handler") })
		s.t1Soon(t1Fail(exceptions.ValueError("callback")))
		s.t1Soon(s.logs("next one"))
		return nil, s.t1Run()
	}},
	"error_handler_called_by_hand": {plain: func(s *stage, l *loop.Loop) (any, error) {
		if h := l.ExceptionHandler(); h != nil {
			s.log("a handler")
		} else {
			s.log("%s", reprOf(nil))
		}
		s.t1NoteErrors()
		s.must(l.CallExceptionHandler(&handle.ErrorContext{
			Message: "by hand", Exception: t1OS{"FileNotFoundError", 2, "no"},
		}))
		s.must(l.CallExceptionHandler(&handle.ErrorContext{Message: "bare"}))
		err := l.SetExceptionHandlerAny(42)
		if e, ok := err.(*exceptions.Error); ok && e.Is(exceptions.ErrType) {
			s.log("%s", e.Error())
			return nil, nil
		}
		return nil, err
	}},
	"error_handler_raises_system_exit": {plain: func(s *stage, l *loop.Loop) (any, error) {
		l.SetExceptionHandler(func(*loop.Loop, *handle.ErrorContext) error { return exceptions.Exit(1) })
		s.t1Soon(t1Fail(exceptions.ValueError("callback")))
		s.t1Soon(s.logs("behind"))
		return nil, s.t1Run()
	}},
}
