// Package selectmod is the module _poller: the platform's selector, on which
// selectors and select are built.
package selectmod

import (
	"errors"
	"io/fs"
	"math"
	"syscall"
	"time"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/selector"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("_poller")
	m.Dict.SetStr("Poller", object.Obj(pollerClass))
	m.Dict.SetStr("READ", object.Int(int64(selector.Read)))
	m.Dict.SetStr("WRITE", object.Int(int64(selector.Write)))
	return m, nil
}

// poller is a selector as Python sees it.
type poller struct {
	h *host.Host
	s selector.Selector
}

var pollerClass = object.NewNativeClass("_poller", "Poller").Final()

// Class implements object.Object.
func (*poller) Class() *object.Class { return pollerClass }

func init() { pollerClass.Later(fillPoller) }

func fillPoller(c *object.Class) {
	c.Construct = func(t *thread, _ *object.Class, a []value, _ []object.Kw) (value, error) {
		h := host.Of(t)
		if !h.Grants.Files {
			return value{}, builtins.NotGranted("file")
		}
		s, err := selector.New()
		if err != nil {
			return value{}, object.OSError(err)
		}
		return object.Obj(&poller{h, s}), nil
	}
	watch := func(name string, f func(s selector.Selector, fd int, m selector.Mask) error) {
		c.Def(name, 3, 3, func(t *thread, a []value, _ []object.Kw) (value, error) {
			fd, err := object.Index(t, a[1])
			if err != nil {
				return value{}, err
			}
			mask, err := object.Index(t, a[2])
			if err != nil {
				return value{}, err
			}
			return object.None, failure(f(a[0].Ref.(*poller).s, fd, selector.Mask(mask)))
		})
	}
	watch("register", selector.Selector.Register)
	watch("modify", selector.Selector.Modify)
	c.Def("unregister", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		fd, err := object.Index(t, a[1])
		if err != nil {
			return value{}, err
		}
		return object.None, failure(a[0].Ref.(*poller).s.Unregister(fd))
	})
	c.Def("poll", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		timeout := -1.0
		if !a[1].IsNone() {
			f, err := builtins.Float(t, a[1])
			if err != nil {
				return value{}, err
			}
			timeout = max(0, f)
		}
		events, err := a[0].Ref.(*poller).poll(timeout)
		if err != nil {
			return value{}, failure(err)
		}
		out := make([]value, len(events))
		for i, e := range events {
			out[i] = object.TupleValue(object.Int(int64(e.FD)), object.Int(int64(e.Mask)))
		}
		return object.Obj(object.NewList(out)), nil
	})
	c.Def("close", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		return object.None, failure(a[0].Ref.(*poller).s.Close())
	})
}

// failure makes an error of the system an OSError.
func failure(err error) error {
	var number syscall.Errno
	switch {
	case errors.As(err, &number):
		return object.OSError(number)
	case errors.Is(err, fs.ErrClosed):
		return object.ValueError("I/O operation on closed epoll object")
	}
	return err
}

// poll waits until a descriptor is ready; a negative timeout is none. Handlers
// of signals that arrive run meanwhile, and unless one raises it waits on for
// the time that is left. In virtual time a wait that nothing ends is slept
// through on the virtual clock.
func (p *poller) poll(timeout float64) ([]selector.Event, error) {
	deadline := time.Now().Add(time.Duration(min(timeout, math.MaxInt32) * float64(time.Second)))
	left := timeout
	for {
		if err := p.h.Threads.Check(); err != nil {
			return nil, err
		}
		var events []selector.Event
		var interrupted bool
		var err error
		if left == 0 {
			events, interrupted, err = p.s.Select(0, nil)
		} else {
			p.h.Threads.Blocking(func() { events, interrupted, err = p.s.Select(left, nil) }, p.s.Interrupt)
		}
		if err != nil || len(events) > 0 {
			return events, err
		}
		if interrupted {
			if timeout > 0 {
				left = max(0, time.Until(deadline).Seconds())
			}
			continue
		}
		if p.h.Virtual != nil && timeout > 0 {
			return nil, p.h.Threads.Sleep(timeout)
		}
		return nil, p.h.Threads.Check()
	}
}
