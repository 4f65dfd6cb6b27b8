package trio

import (
	"asyncio/script/object"
	core "asyncio/trio"
)

var mockClass = object.NewNativeClass("_trio", "MockClock").Final()

// pyClock is a clock that the program has written.
type pyClock struct {
	b *Binding
	v val
	r *core.Runner
}

// Traverse implements object.Traverser.
func (c *pyClock) Traverse(visit func(val)) { visit(c.v) }

func (c *pyClock) ask(name string, args ...val) float64 {
	t := c.b.t()
	m, err := object.GetAttr(t, c.v, name)
	var v val
	if err == nil {
		v, err = t.Call(m, args...)
	}
	var f float64
	if err == nil && !v.IsNone() {
		f, err = number(t, v)
	}
	if err != nil && c.r != nil {
		c.r.Fail(err)
	}
	return f
}

// Start implements core.Clock.
func (c *pyClock) Start() { c.ask("start_clock") }

// Now implements core.Clock.
func (c *pyClock) Now() float64 { return c.ask("current_time") }

// SleepTime implements core.Clock.
func (c *pyClock) SleepTime(deadline float64) float64 {
	return c.ask("deadline_to_sleep_time", object.Float(deadline))
}

// clockOf gives the clock of a run that is given v.
func (b *Binding) clockOf(t *thread, v val) (core.Clock, error) {
	if v.IsNone() {
		if b.h.Virtual != nil {
			return core.NewClock(b.h.Threads.Clock()), nil
		}
		return core.SystemClock(), nil
	}
	if x, err := object.GetAttr(t, v, "_core"); err == nil {
		if h, ok := x.Ref.(*holder[*core.MockClock]); ok {
			h.x.SetOwner(v)
			return h.x, nil
		}
	}
	return &pyClock{b: b, v: v}, nil
}

// clockValue is clockOf the other way.
func (b *Binding) clockValue(c core.Clock) val {
	switch c := c.(type) {
	case *pyClock:
		return c.v
	case *core.MockClock:
		if v, ok := c.Owner().(val); ok {
			return v
		}
	}
	v, err := b.t().Call(b.module.Dict.GetStr("system_clock"))
	if err != nil {
		return object.None
	}
	return v
}

func (b *Binding) defineClocks(m *object.Module) {
	m.Def("MockClock", 0, 0, func(*thread, []val, kws) (val, error) { return hold(mockClass, b, core.NewMockClock()), nil })
}

func init() { mockClass.Later(fillMock) }

func fillMock(c *object.Class) {
	type clock = *core.MockClock
	get := func(name string, fn func(c clock) float64) {
		method(c, name, 0, 0, func(_ *thread, _ *Binding, c clock, _ []val) (val, error) { return object.Float(fn(c)), nil })
	}
	set := func(name string, fn func(c clock, x float64) error) {
		method(c, name, 1, 1, func(t *thread, _ *Binding, c clock, a []val) (val, error) {
			x, err := number(t, a[0])
			if err == nil {
				err = taken(fn(c, x))
			}
			return object.None, err
		})
	}
	get("now", clock.Now)
	get("get_rate", clock.Rate)
	get("get_threshold", clock.AutojumpThreshold)
	set("set_rate", clock.SetRate)
	set("set_threshold", func(c clock, x float64) error { c.SetAutojumpThreshold(x); return nil })
	set("jump", clock.Jump)
	method(c, "sleep_time", 1, 1, func(t *thread, _ *Binding, c clock, a []val) (val, error) {
		x, err := number(t, a[0])
		return object.Float(c.SleepTime(x)), err
	})
}
