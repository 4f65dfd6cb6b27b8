// Package trio is the interpreter's side of package trio: the native module
// _trio, on which script/lib/trio, in Python, has what programs see.
//
// A core object has at most one Python object, which stands in its Owner slot.
// Python coroutines are driven as they are; whatever may block is an operation
// of the core that a coroutine awaits.
package trio

import (
	"asyncio/exceptions"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
	core "asyncio/trio"
)

type (
	val    = object.Value
	kws    = []object.Kw
	thread = object.Thread
)

// Binding joins one interpreter to the core.
type Binding struct {
	h       *host.Host
	profile *core.Profile
	// runners are the runs under way, one a thread, which keep what is in them
	// in use.
	runners map[*core.Runner]*running
	// soon are the callbacks that wait in the queues of runs.
	soon map[*soon]struct{}
	// marks tells of functions whether KeyboardInterrupt is kept out of them.
	marks map[any]bool
	// group and cut are the functions of the Python part that deal with
	// exception groups.
	group, cut val
	module     *object.Module
}

// running is a run under way.
type running struct {
	from        *vm.Frame // what called it
	instruments map[val]*core.Instrument
}

func of(h *host.Host) *Binding {
	return h.Part((*Binding)(nil), func() any {
		b := &Binding{h: h, runners: map[*core.Runner]*running{}, marks: map[any]bool{}, soon: map[*soon]struct{}{}}
		b.profile, _ = core.ProfileOf(h.Trio)
		if b.profile == nil {
			b.profile = core.Newest()
		}
		h.Machine.AddRoot(b)
		return b
	}).(*Binding)
}

// References implements object.Referrer.
func (b *Binding) References(visit func(any)) {
	for r, x := range b.runners {
		visit(r)
		for v := range x.instruments {
			visit(v)
		}
	}
	for s := range b.soon {
		visit(s)
	}
	for _, f := range []val{b.group, b.cut} {
		if f.Valid() {
			visit(f)
		}
	}
}

func (b *Binding) t() *thread { return b.h.Thread() }

// runner gives the run of the current thread.
func (b *Binding) runner() (*core.Runner, error) {
	if r := core.Current(b.h.Process.CurrentThread()); r != nil {
		return r, nil
	}
	return nil, object.RuntimeError("must be called from async context")
}

// task gives the task that runs now.
func (b *Binding) task() (*core.Task, error) {
	r, err := b.runner()
	if err != nil {
		return nil, err
	}
	if t := r.CurrentTask(); t != nil {
		return t, nil
	}
	return nil, object.RuntimeError("must be called from async context")
}

// value gives Python's view of what the core hands out.
func (b *Binding) value(v any) val {
	switch x := v.(type) {
	case nil:
		return object.None
	case val:
		return x
	case bool:
		return object.Bool(x)
	case int:
		return object.Int(int64(x))
	case float64:
		return object.Float(x)
	case string:
		return object.String(x)
	case *core.Task:
		return b.taskValue(x)
	case error:
		if e := object.AsException(x); e != nil {
			return object.Obj(e)
		}
	}
	return object.None
}

// holder is a core object as Python has it.
type holder[T any] struct {
	cls *object.Class
	b   *Binding
	x   T
}

// Class implements object.Object.
func (h *holder[T]) Class() *object.Class { return h.cls }

// References implements object.Referrer.
func (h *holder[T]) References(visit func(any)) { visit(h.x) }

func hold[T any](cls *object.Class, b *Binding, x T) val {
	return object.Obj(&holder[T]{cls, b, x})
}

// held gives the core object of a value, which has it.
func held[T any](v val) T { return v.Ref.(*holder[T]).x }

// method is a native method of a class of holders.
func method[T any](c *object.Class, name string, min, max int, fn func(t *thread, b *Binding, x T, a []val) (val, error)) {
	c.Def(name, min+1, max+1, func(t *thread, a []val, _ kws) (val, error) {
		h, ok := a[0].Ref.(*holder[T])
		if !ok {
			return val{}, object.TypeError("descriptor '%s' requires another object", name)
		}
		return fn(t, h.b, h.x, a[1:])
	})
}

// property is a computed attribute of a class of holders.
func property[T any](c *object.Class, name string, get func(b *Binding, x T) (val, error)) {
	c.DefProperty(name, func(_ *thread, self val) (val, error) {
		h, ok := self.Ref.(*holder[T])
		if !ok {
			return val{}, object.TypeError("descriptor '%s' requires another object", name)
		}
		return get(h.b, h.x)
	})
}

// errorOf gives a Python exception as the core takes it, nil for None.
func errorOf(v val) error {
	if e, ok := v.Ref.(*object.Exception); ok {
		return e
	}
	return nil
}

// number gives a float argument.
func number(t *thread, v val) (float64, error) {
	if f, ok := object.FloatOf(v); ok {
		return f, nil
	}
	if n, ok := object.IntOf(v); ok {
		return float64(n), nil
	}
	f, err := object.GetAttr(t, v, "__float__")
	if err != nil {
		return 0, object.TypeError("must be real number, not %s", object.ClassOf(v).Name)
	}
	if v, err = t.Call(f); err != nil {
		return 0, err
	}
	x, _ := object.FloatOf(v)
	return x, nil
}

// count gives an int argument in which infinity stands for no bound.
func count(v val) int {
	if n, ok := object.IntOf(v); ok {
		return int(n)
	}
	return core.Unlimited
}

// countValue is count the other way.
func countValue(n int) val {
	if n == core.Unlimited {
		return object.Float(infinity)
	}
	return object.Int(int64(n))
}

// taken counts err, which goes to Python, as an exception of Python's.
func taken(err error) error {
	if err == nil {
		return nil
	}
	if exceptions.KindOf(err) == exceptions.Fatal {
		return err
	}
	if e := object.AsException(err); e != nil {
		return e
	}
	return err
}
