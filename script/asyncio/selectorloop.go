package asyncio

import (
	"fmt"

	"asyncio/script/object"
	"asyncio/selector"
)

// maxSelect is the longest select of a loop, which CPython has as an int.
const maxSelect = 24 * 3600

// pySelector is the selector that a program gave to its loop. Descriptors are
// watched by the core's own, too, which is asked where time is virtual.
type pySelector struct {
	selector.Selector
	b *Binding
	v val
	p *pyLoop
	// processes tells that the loop has a _process_events of its own.
	processes bool
}

// givenSelector gives the core a program's selector.
func (b *Binding) givenSelector(p *pyLoop, v val) (*pySelector, error) {
	s, err := selector.New()
	if err != nil {
		return nil, err
	}
	return &pySelector{Selector: s, b: b, v: v, p: p}, nil
}

func (s *pySelector) call(name string, args ...val) (val, error) {
	return s.b.callMethod(s.v, name, args...)
}

// Name implements selector.Selector.
func (s *pySelector) Name() string { return className(object.ClassOf(s.v)) }

// Register implements selector.Selector.
func (s *pySelector) Register(fd int, m selector.Mask) error {
	if _, err := s.call("register", object.Int(int64(fd)), object.Int(int64(m)), object.None); err != nil {
		return err
	}
	return s.Selector.Register(fd, m)
}

// Modify implements selector.Selector.
func (s *pySelector) Modify(fd int, m selector.Mask) error {
	if _, err := s.call("modify", object.Int(int64(fd)), object.Int(int64(m)), object.None); err != nil {
		return err
	}
	return s.Selector.Modify(fd, m)
}

// Unregister implements selector.Selector.
func (s *pySelector) Unregister(fd int) error {
	if _, err := s.call("unregister", object.Int(int64(fd))); err != nil {
		return err
	}
	return s.Selector.Unregister(fd)
}

// Close implements selector.Selector.
func (s *pySelector) Close() error {
	err := s.Selector.Close()
	if _, e := s.call("close"); e != nil {
		err = e
	}
	return err
}

// wait is the loop's select by the program's own.
func (s *pySelector) wait(timeout float64) ([]selector.Event, error) {
	arg := object.Float(timeout)
	switch {
	case timeout < 0:
		arg = object.None
	case timeout == 0, timeout == maxSelect:
		arg = object.Int(int64(timeout))
	}
	m, err := object.GetAttr(s.b.t(), s.v, "select")
	if err != nil {
		return nil, err
	}
	v, err := s.b.through().Call(m, arg)
	if err != nil {
		return nil, err
	}
	if s.processes {
		m, err := object.GetAttr(s.b.t(), object.Obj(s.p), "_process_events")
		if err == nil {
			_, err = s.b.through().Call(m, v)
		}
		return nil, err
	}
	pairs, err := object.Collect(s.b.t(), v)
	if err != nil {
		return nil, err
	}
	var out []selector.Event
	for _, pair := range pairs {
		parts, err := object.Collect(s.b.t(), pair)
		if err != nil {
			return nil, err
		}
		if len(parts) != 2 {
			return nil, object.ValueError("not enough values to unpack (expected 2, got %d)", len(parts))
		}
		fd, err := object.GetAttr(s.b.t(), parts[0], "fd")
		if err != nil {
			return nil, err
		}
		n, isInt := object.IntOf(fd)
		m, isMask := object.IntOf(parts[1])
		if !isInt || !isMask {
			return nil, fmt.Errorf("a selector gave %s", s.b.repr(pair))
		}
		out = append(out, selector.Event{FD: int(n), Mask: selector.Mask(m)})
	}
	return out, nil
}

// References implements object.Referrer.
func (s *pySelector) References(visit func(any)) {
	visit(s.v)
	visit(object.Obj(s.p))
}

// overridable are the methods that a program may replace on a loop itself.
var overridable = map[string]bool{
	"time": true, "call_soon": true, "call_soon_threadsafe": true, "call_at": true, "call_later": true, "_run_once": true,
	"run_until_complete": true, "_write_to_self": true, "create_future": true, "call_exception_handler": true,
	"default_exception_handler": true, "add_reader": true, "remove_reader": true, "add_writer": true, "remove_writer": true,
	"shutdown_asyncgens": true, "shutdown_default_executor": true, "close": true,
	"_process_events": true,
}

// SetAttr implements object.DynamicSetter: a method of the loop's own counts as
// an override.
func (p *pyLoop) SetAttr(t *object.Thread, name string, x val) (bool, error) {
	done, err := p.attributed.SetAttr(t, name, x)
	if overridable[name] && err == nil {
		if p.patched == nil {
			p.patched = map[string]bool{}
		}
		p.patched[name] = x.Valid()
		p.changed()
	}
	return done, err
}

// changed has the core look at the loop's overrides again.
func (p *pyLoop) changed() {
	if p.l != nil {
		p.l.SetOverrides(p.b.overrides(p))
	}
}
