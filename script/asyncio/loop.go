package asyncio

import (
	"asyncio/handle"
	"asyncio/loop"
	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/signalsafe"
	"math"
)

type pyLoop struct {
	b *Binding
	l *loop.Loop
}

// Class implements object.Object.
func (*pyLoop) Class() *object.Class { return loopClass }

func (b *Binding) loopValue(l *loop.Loop) object.Value {
	if p, ok := l.Owner().(*pyLoop); ok {
		return object.Obj(p)
	}
	p := &pyLoop{b, l}
	l.SetOwner(p)
	return object.Obj(p)
}

func loopMethods() {
	type val = object.Value
	type kws = []object.Kw
	c := loopClass
	lp := func(v val) *pyLoop { return v.Ref.(*pyLoop) }
	call := func(p *pyLoop, a []val) *pyCall { return &pyCall{p.b, a[0], append([]val(nil), a[1:]...)} }
	c.Def("time", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Float(lp(a[0]).l.Time()), nil })
	c.Def("create_future", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return lp(a[0]).b.wrap(lp(a[0]).l.CreateFuture()), nil
	})
	c.Def("create_task", 2, 2, func(_ *object.Thread, a []val, kw kws) (val, error) {
		return lp(a[0]).b.createTask(lp(a[0]).l, a[1], kw)
	})
	c.Def("stop", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { lp(a[0]).l.Stop(); return object.None, nil })
	c.Def("is_running", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(lp(a[0]).l.IsRunning()), nil })
	c.Def("is_closed", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(lp(a[0]).l.IsClosed()), nil })
	c.Def("get_debug", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(lp(a[0]).l.Debug()), nil })
	plain := func(h *handle.Handle, err error) (val, error) {
		if err != nil {
			return val{}, err
		}
		return object.Obj(&pyHandle{h.Cancel, h.Cancelled, math.NaN()}), nil
	}
	c.Def("call_soon", 2, -1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		p := lp(a[0])
		return plain(p.l.CallSoonIn(call(p, a[1:]), nil, p.b.h.Process.CurrentVars()))
	})
	c.Def("call_soon_threadsafe", 2, -1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		p := lp(a[0])
		return plain(p.l.CallSoonThreadsafeIn(call(p, a[1:]), nil, p.b.h.Process.CurrentVars()))
	})
	for _, name := range []string{"call_later", "call_at"} {
		c.Def(name, 3, -1, func(t *object.Thread, a []val, _ kws) (val, error) {
			p := lp(a[0])
			x, err := builtins.Float(t, a[1])
			if err != nil {
				return val{}, err
			}
			when := x
			if name == "call_later" {
				when = p.l.Time() + x
			}
			h, err := p.l.CallAtIn(when, call(p, a[2:]), nil, p.b.h.Process.CurrentVars())
			if err != nil {
				return val{}, err
			}
			return object.Obj(&pyHandle{h.Cancel, h.Cancelled, when}), nil
		})
	}
	c.Def("add_signal_handler", 3, -1, func(t *object.Thread, a []val, _ kws) (val, error) {
		p := lp(a[0])
		n, err := object.Index(t, a[1])
		if err != nil {
			return val{}, err
		}
		return object.None, p.l.AddSignalHandlerIn(signalsafe.Signal(n), call(p, a[2:]), p.b.h.Process.CurrentVars())
	})
	c.Def("remove_signal_handler", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := object.Index(t, a[1])
		if err != nil {
			return val{}, err
		}
		ok, err := lp(a[0]).l.RemoveSignalHandler(signalsafe.Signal(n))
		return object.Bool(ok), err
	})
}
