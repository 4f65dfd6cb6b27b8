package signalmod

import (
	"asyncio/runners"
	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/signalsafe"
)

// handlers adds signal, getsignal and set_wakeup_fd.
func (s *state) handlers(m *object.Module) {
	m.Def("signal", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := number(t, a[0])
		if err == nil {
			err = s.mainOnly(t, "signal")
		}
		if err == nil {
			err = inRange(n)
		}
		if err != nil {
			return val{}, err
		}
		h, err := s.handler(t, a[1])
		if err != nil {
			return val{}, err
		}
		if err := s.h.Threads.Check(); err != nil { // what is pending is for the old one
			return val{}, err
		}
		old, err := s.mask.setHandler(n, h)
		if err != nil {
			return val{}, err
		}
		return s.valueOf(old), nil
	})
	m.Def("getsignal", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := number(t, a[0])
		if err == nil {
			err = inRange(n)
		}
		if err != nil {
			return val{}, err
		}
		if !signalsafe.Valid(n) {
			return object.None, nil
		}
		return s.valueOf(s.mask.handler(n)), nil
	})
	m.Def("siginterrupt", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := number(t, a[0])
		if err == nil {
			err = inRange(n)
		}
		if err == nil {
			_, err = object.Index(t, a[1])
		}
		// Whether a call goes on after a signal nobody can see here: each does.
		return object.None, err
	})
	m.Def("set_wakeup_fd", 1, 1, func(t *object.Thread, a []val, kw kws) (val, error) {
		if _, err := object.Args("set_wakeup_fd", nil, kw, 0, "warn_on_full_buffer"); err != nil {
			return val{}, err
		}
		fd, err := object.Index(t, a[0])
		if err == nil {
			err = s.mainOnly(t, "set_wakeup_fd")
		}
		if err != nil {
			return val{}, err
		}
		return s.setWakeup(fd)
	})
}

// pyHandler is a handler of the program.
type pyHandler struct {
	s  *state
	fn val
}

// handler reads what signal.signal is given.
func (s *state) handler(t *object.Thread, v val) (signalsafe.Handler, error) {
	if n, isInt := object.IntOf(v); isInt {
		switch n {
		case 0:
			return signalsafe.Default(), nil
		case 1:
			return signalsafe.Ignore(), nil
		}
	}
	switch {
	case object.Is(v, s.defaultInt):
		return signalsafe.DefaultInt(), nil
	case !object.Callable(v):
		return signalsafe.Handler{}, object.TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
	}
	p := pyHandler{s, v}
	return signalsafe.Func(p.run, p), nil
}

// run calls the handler, on the main thread.
func (p pyHandler) run(n signalsafe.Signal) error {
	t := p.s.h.Thread()
	frame := object.None
	if f := vm.Of(t).Current(); f != nil {
		frame = f.Keep()
	}
	_, err := t.Call(p.fn, object.Int(int64(n)), frame)
	return err
}

// valueOf gives a handler as getsignal gives it.
func (s *state) valueOf(h signalsafe.Handler) val {
	switch h.Kind() {
	case signalsafe.KindDefault:
		return object.Int(0)
	case signalsafe.KindIgnore:
		return object.Int(1)
	case signalsafe.KindDefaultInt:
		return s.defaultInt
	}
	if p, ok := h.Owner().(pyHandler); ok {
		return p.fn
	}
	if _, ok := h.Owner().(*runners.Runner); ok {
		return s.onSIGINT
	}
	return s.noop
}

// fdWakeup writes signal numbers to a descriptor of the program.
type fdWakeup struct{ fd int }

// setWakeup is set_wakeup_fd.
func (s *state) setWakeup(fd int) (val, error) {
	table := s.h.Process.Signals
	var next signalsafe.Wakeup
	switch {
	case fd < 0:
	case s.taken != nil && s.taken.ReadFD() == fd:
		next = s.taken
	case !s.h.Grants.Files:
		return val{}, builtins.NotGranted("file")
	default:
		if err := checkWakeup(fd); err != nil {
			return val{}, err
		}
		next = &fdWakeup{fd}
	}
	switch old := table.SetWakeup(next).(type) {
	case *fdWakeup:
		return object.Int(int64(old.fd)), nil
	case signalsafe.Pipe:
		s.taken = old
		return object.Int(int64(old.ReadFD())), nil
	}
	return object.Int(-1), nil
}

// Traverse implements object.Traverser.
func (h pyHandler) Traverse(visit func(val)) { visit(h.fn) }
