package signalmod

import (
	"math"

	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/signalsafe"
)

// timers adds alarm, setitimer and getitimer, which share the one timer of real
// time; in virtual time it goes by the virtual clock.
func (s *state) timers(m *object.Module) {
	alrm, err := signalsafe.Parse("SIGALRM")
	if err != nil {
		return // no timers where there is no SIGALRM
	}
	s.timer = s.h.Threads.NewTimer(alrm)
	s.h.Threads.Main().AtEnd(s.timer.Stop)
	for i, name := range []string{"ITIMER_REAL", "ITIMER_VIRTUAL", "ITIMER_PROF"} {
		m.Dict.SetStr(name, object.Int(int64(i)))
	}
	m.Def("alarm", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return val{}, err
		}
		left, _ := s.timer.Left()
		s.timer.Set(float64(n), 0)
		if left > 0 {
			left = max(1, math.RoundToEven(left))
		}
		return object.Int(int64(left)), nil
	})
	m.Def("setitimer", 2, 3, func(t *object.Thread, a []val, _ kws) (val, error) {
		if err := which(t, a[0]); err != nil {
			return val{}, err
		}
		seconds, err := builtins.Float(t, a[1])
		if err != nil {
			return val{}, err
		}
		interval := 0.0
		if len(a) > 2 {
			if interval, err = builtins.Float(t, a[2]); err != nil {
				return val{}, err
			}
		}
		if seconds < 0 || interval < 0 {
			return val{}, object.OSErrorNumber(22, "Invalid argument")
		}
		old := s.times()
		s.timer.Set(seconds, interval)
		return old, nil
	})
	m.Def("getitimer", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		if err := which(t, a[0]); err != nil {
			return val{}, err
		}
		return s.times(), nil
	})
}

func (s *state) times() val {
	left, interval := s.timer.Left()
	return object.TupleValue(object.Float(left), object.Float(interval))
}

// which refuses all timers but that of real time.
func which(t *object.Thread, v val) error {
	n, err := object.Index(t, v)
	switch {
	case err != nil:
		return err
	case n == 0:
		return nil
	case n < 0 || n > 2:
		return object.OSErrorNumber(22, "Invalid argument")
	}
	return object.OSErrorNumber(38, "Function not implemented") // no clock of one interpreter's processor time
}
