package trio

import (
	"asyncio/script/object"
	core "asyncio/trio"
)

var scopeClass = object.NewNativeClass("_trio", "Scope").Final()

// defineScopes adds what makes scopes.
func (b *Binding) defineScopes(m *object.Module) {
	m.Def("Scope", 4, 4, func(t *thread, a []val, _ kws) (val, error) {
		var o core.ScopeOptions
		deadline, err := number(t, a[1])
		if err != nil {
			return val{}, err
		}
		relative, err := number(t, a[2])
		if err != nil {
			return val{}, err
		}
		o.Deadline, o.Relative = &deadline, &relative
		if o.Shield, err = shieldOf(a[3]); err != nil {
			return val{}, err
		}
		s, err := core.NewCancelScope(o)
		if err != nil {
			return val{}, taken(err)
		}
		s.SetOwner(a[0])
		return hold(scopeClass, b, s), nil
	})
}

func shieldOf(v val) (bool, error) {
	switch {
	case object.Is(v, object.True):
		return true, nil
	case object.Is(v, object.False):
		return false, nil
	}
	return false, object.TypeError("shield must be a bool")
}

// now gives the clock of the run, nil outside of one.
func (b *Binding) now() func() float64 {
	if r := core.Current(b.h.Process.CurrentThread()); r != nil {
		return r.CurrentTime
	}
	return nil
}

func init() { scopeClass.Later(fillScope) }

func fillScope(c *object.Class) {
	method(c, "enter", 0, 0, func(_ *thread, b *Binding, s *core.CancelScope, _ []val) (val, error) {
		t, err := b.task()
		if err != nil {
			return val{}, err
		}
		return object.None, taken(s.Enter(t))
	})
	method(c, "exit", 1, 1, func(_ *thread, b *Binding, s *core.CancelScope, a []val) (val, error) {
		t, err := b.task()
		if err != nil {
			return val{}, err
		}
		return b.value(taken(s.Exit(t, errorOf(a[0])))), nil
	})
	method(c, "cancel", 1, 1, func(t *thread, b *Binding, s *core.CancelScope, a []val) (val, error) {
		text := ""
		if !a[0].IsNone() {
			var err error
			if text, err = object.StrText(t, a[0]); err != nil {
				return val{}, err
			}
		}
		var by *core.Task
		if r := core.Current(b.h.Process.CurrentThread()); r != nil {
			by = r.CurrentTask()
		}
		s.CancelFor(text, by)
		return object.None, nil
	})
	method(c, "cancel_called", 0, 0, func(_ *thread, b *Binding, s *core.CancelScope, _ []val) (val, error) {
		return object.Bool(s.CancelCalled(b.now())), nil
	})
	method(c, "info", 0, 0, func(_ *thread, b *Binding, s *core.CancelScope, _ []val) (val, error) {
		return object.String(s.Info(b.now())), nil
	})
	property(c, "cancelled_caught", func(_ *Binding, s *core.CancelScope) (val, error) {
		return object.Bool(s.CancelledCaught()), nil
	})
	method(c, "get_shield", 0, 0, func(_ *thread, _ *Binding, s *core.CancelScope, _ []val) (val, error) {
		return object.Bool(s.Shield()), nil
	})
	method(c, "set_shield", 1, 1, func(_ *thread, _ *Binding, s *core.CancelScope, a []val) (val, error) {
		on, err := shieldOf(a[0])
		if err == nil {
			s.SetShield(on)
		}
		return object.None, err
	})
	method(c, "is_relative", 0, 0, func(_ *thread, _ *Binding, s *core.CancelScope, _ []val) (val, error) {
		yes, known := s.IsRelative()
		if !known {
			return object.None, nil
		}
		return object.Bool(yes), nil
	})
	times := func(name string, get func(*core.CancelScope) (float64, error), set func(*core.CancelScope, float64) error) {
		method(c, "get_"+name, 0, 0, func(_ *thread, _ *Binding, s *core.CancelScope, _ []val) (val, error) {
			at, err := get(s)
			if err != nil {
				return val{}, taken(err)
			}
			return object.Float(at), nil
		})
		method(c, "set_"+name, 1, 1, func(t *thread, _ *Binding, s *core.CancelScope, a []val) (val, error) {
			at, err := number(t, a[0])
			if err == nil {
				err = taken(set(s, at))
			}
			return object.None, err
		})
	}
	times("deadline", (*core.CancelScope).Deadline, (*core.CancelScope).SetDeadline)
	times("relative_deadline", (*core.CancelScope).RelativeDeadline, (*core.CancelScope).SetRelativeDeadline)
}
