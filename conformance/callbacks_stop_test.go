package conformance

import (
	"asyncio/exceptions"
	"asyncio/loop"
)

// stops are the twins of the module callbacks about stop() and close().
var stops = table{
	"stop_lets_the_pass_finish": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(s.logs("before"))
		s.t1Soon(s.t1Stop)
		s.t1Soon(s.logs("behind"))
		s.must(l.RunForever())
		s.log("out")
		return nil, nil
	}},
	"stop_keeps_what_was_added": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(s.t1Stop)
		s.t1Soon(func() error {
			s.log("last")
			s.t1Soon(s.logs("added"))
			return nil
		})
		s.must(l.RunForever())
		s.log("out")
		return nil, s.t1Run()
	}},
	"stop_before_running": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(s.logs("queued"))
		s.t1Later(5, s.logs("timer"))
		l.Stop()
		s.must(l.RunForever())
		s.log("out")
		return nil, nil
	}},
	"stop_twice_counts_once": {plain: func(s *stage, l *loop.Loop) (any, error) {
		l.Stop()
		l.Stop()
		s.must(l.RunForever())
		s.log("out")
		s.t1Soon(s.logs("queued"))
		return nil, s.t1Run()
	}},
	"stop_in_timer": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Later(1, s.t1Stop)
		s.t1Later(2, s.logs("not in the first run"))
		s.must(l.RunForever())
		s.log("out")
		return nil, s.t1RunUntil(3)
	}},
	"closed_loop_refuses": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.must(l.Close())
		for _, c := range []struct {
			name string
			call func() error
		}{
			{"call_soon", func() error { _, err := l.CallSoon(s.logs("x")); return err }},
			{"call_soon_threadsafe", func() error { _, err := l.CallSoonThreadsafe(s.logs("x")); return err }},
			{"call_later", func() error { _, err := l.CallLater(1, s.logs("x")); return err }},
			{"call_at", func() error { _, err := l.CallAt(1, s.logs("x")); return err }},
			{"run_forever", l.RunForever},
		} {
			if err := s.t1LogRuntime(c.name+": ", c.call()); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}},
	"loop_inside_loop_is_refused": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(func() error {
			err := s.t1LogRuntime("", l.RunForever())
			s.log("running %s", reprOf(l.IsRunning()))
			return err
		})
		return nil, s.t1Run()
	}},
	"close_while_running_is_refused": {plain: func(s *stage, l *loop.Loop) (any, error) {
		s.t1Soon(func() error { return s.t1LogRuntime("", l.Close()) })
		s.t1Soon(s.logs("next one"))
		return nil, s.t1Run()
	}},
}

// t1LogRuntime logs the text of a RuntimeError and gives any other error.
func (s *stage) t1LogRuntime(before string, err error) error {
	if e, ok := err.(*exceptions.Error); ok && e.Is(exceptions.ErrRuntime) {
		s.log("%s%s", before, e.Error())
		return nil
	}
	return err
}
