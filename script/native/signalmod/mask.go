package signalmod

import (
	"slices"

	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/script/threads"
	"asyncio/signalsafe"
)

// mask is the signals that the program blocks, with pthread_sigmask or while it
// waits for them: they are collected here instead of having their effect. One
// mask serves all threads, as handlers run on the main one anyway.
type mask struct {
	s       *state
	blocked map[signalsafe.Signal]signalsafe.Handler // and the handlers they have by rights
	pending []signalsafe.Signal
}

// The ways of pthread_sigmask.
const (
	sigBlock = iota
	sigUnblock
	sigSetmask
)

func (m *mask) table() *signalsafe.Table { return m.s.h.Process.Signals }

// setHandler is signal.signal.
func (m *mask) setHandler(n signalsafe.Signal, h signalsafe.Handler) (old signalsafe.Handler, err error) {
	if old, ok := m.blocked[n]; ok {
		m.blocked[n] = h
		return old, nil
	}
	return m.table().SetHandler(n, h)
}

func (m *mask) handler(n signalsafe.Signal) signalsafe.Handler {
	if h, ok := m.blocked[n]; ok {
		return h
	}
	return m.table().Handler(n)
}

func (m *mask) block(n signalsafe.Signal) {
	if _, ok := m.blocked[n]; ok {
		return
	}
	collect := signalsafe.Func(func(n signalsafe.Signal) error {
		if !slices.Contains(m.pending, n) {
			m.pending = append(m.pending, n)
		}
		return nil
	}, nil)
	old, err := m.table().SetHandler(n, collect.Quietly())
	if err != nil {
		return // KILL and STOP cannot be blocked, which is no error
	}
	if m.blocked == nil {
		m.blocked = map[signalsafe.Signal]signalsafe.Handler{}
	}
	m.blocked[n] = old
}

// unblock gives n its handler back, and a pending one its effect.
func (m *mask) unblock(n signalsafe.Signal) error {
	h, ok := m.blocked[n]
	if !ok {
		return nil
	}
	delete(m.blocked, n)
	if _, err := m.table().SetHandler(n, h); err != nil {
		return err
	}
	if m.take([]signalsafe.Signal{n}) == 0 {
		return nil
	}
	return m.s.h.Threads.Send(n)
}

// take removes the first of ns that is pending; 0 if none is.
func (m *mask) take(ns []signalsafe.Signal) signalsafe.Signal {
	for i, n := range m.pending {
		if slices.Contains(ns, n) {
			m.pending = slices.Delete(m.pending, i, i+1)
			return n
		}
	}
	return 0
}

func (m *mask) list() []signalsafe.Signal {
	var ns []signalsafe.Signal
	for n := range m.blocked {
		ns = append(ns, n)
	}
	slices.Sort(ns)
	return ns
}

func read(t *object.Thread, v val) ([]signalsafe.Signal, error) {
	var ns []signalsafe.Signal
	err := object.Each(t, v, func(x val) error {
		n, err := number(t, x)
		if err == nil && (n < 1 || n >= numbers) {
			err = object.ValueError("signal number %d out of range [1; %d]", int(n), numbers-1)
		}
		ns = append(ns, n)
		return err
	})
	return ns, err
}

// wait waits for one of ns and takes it; 0 at the moment until.
func (m *mask) wait(ns []signalsafe.Signal, until float64) (signalsafe.Signal, error) {
	var own []signalsafe.Signal // blocked for the wait only
	for _, n := range ns {
		if _, ok := m.blocked[n]; !ok {
			m.block(n)
			own = append(own, n)
		}
	}
	got := signalsafe.Signal(0)
	err := m.s.h.Threads.WaitFor("a signal", until, func() bool {
		if got == 0 {
			got = m.take(ns)
		}
		return got != 0
	})
	for _, n := range own {
		if e := m.unblock(n); err == nil {
			err = e
		}
	}
	return got, err
}

func (m *mask) define(mod *object.Module) {
	for i, name := range []string{"SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"} {
		mod.Dict.SetStr(name, object.Int(int64(i)))
	}
	mod.Def("pthread_sigmask", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		how, err := object.Index(t, a[0])
		if err != nil {
			return val{}, err
		}
		ns, err := read(t, a[1])
		if err != nil {
			return val{}, err
		}
		old := m.list()
		switch how {
		case sigBlock, sigSetmask:
			for _, n := range ns {
				m.block(n)
			}
			if how == sigSetmask {
				for _, n := range slices.Backward(old) {
					if !slices.Contains(ns, n) {
						err = m.unblock(n)
					}
				}
			}
		case sigUnblock:
			slices.Sort(ns)
			slices.Reverse(ns) // the kernel's handlers pile up: the last runs first
			for _, n := range ns {
				err = m.unblock(n)
			}
		default:
			err = object.OSErrorNumber(22, "Invalid argument")
		}
		if err == nil {
			err = m.s.h.Threads.Check()
		}
		if err != nil {
			return val{}, err
		}
		return setOf(t, old)
	})
	mod.Def("sigpending", 0, 0, func(t *object.Thread, _ []val, _ kws) (val, error) {
		if err := m.s.h.Threads.Check(); err != nil {
			return val{}, err
		}
		return setOf(t, m.pending)
	})
	mod.Def("sigwait", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		ns, err := read(t, a[0])
		if err != nil {
			return val{}, err
		}
		n, err := m.wait(ns, threads.Forever)
		return object.Int(int64(n)), err
	})
	mod.Def("_sigtimedwait", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		ns, err := read(t, a[0])
		if err != nil {
			return val{}, err
		}
		seconds, err := builtins.Float(t, a[1])
		if err != nil {
			return val{}, err
		}
		if seconds < 0 {
			return val{}, object.ValueError("timeout must be non-negative")
		}
		n, err := m.wait(ns, m.s.h.Threads.Deadline(seconds))
		if err != nil || n == 0 {
			return object.None, err
		}
		return object.Int(int64(n)), nil
	})
}
