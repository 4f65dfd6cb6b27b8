package vm

import "asyncio/script/object"

// frameLocals is f_locals of a function's frame: a mapping that writes through
// to the variables.
type frameLocals struct {
	f *Frame
	// more has the keys that are no variables of the function.
	more *object.Dict
}

var frameLocalsClass = object.NewNativeClass("builtins", "FrameLocalsProxy").Final()

// Class implements object.Object.
func (*frameLocals) Class() *object.Class { return frameLocalsClass }

// Traverse implements object.Traverser.
func (l *frameLocals) Traverse(visit func(object.Value)) {
	visit(object.Obj(l.f))
	if l.more != nil {
		visit(object.Obj(l.more))
	}
}

// snapshot is the mapping as a dict of now.
func (l *frameLocals) snapshot(t *object.Thread) (*object.Dict, error) {
	d := object.NewDict()
	for _, n := range l.f.variables() {
		d.SetStr(n, l.f.Local(n))
	}
	if l.more != nil {
		return d, d.Update(t, l.more)
	}
	return d, nil
}

func (l *frameLocals) get(t *object.Thread, k object.Value) (object.Value, bool, error) {
	if s, ok := object.StrOf(k); ok {
		if v, known := l.f.slotOf(s); known {
			return *v, v.Valid(), nil
		}
	}
	if l.more == nil {
		return object.Value{}, false, nil
	}
	v, err := l.more.Get(t, k)
	return v, v.Valid(), err
}

func (l *frameLocals) set(t *object.Thread, k, v object.Value) error {
	if s, ok := object.StrOf(k); ok {
		if slot, known := l.f.slotOf(s); known {
			*slot = v
			return nil
		}
	}
	if l.more == nil {
		l.more = object.NewDict()
	}
	return l.more.Set(t, k, v)
}

func init() { frameLocalsClass.Later(fillFrameLocals) }

func fillFrameLocals(c *object.Class) {
	type value = object.Value
	me := func(v value) *frameLocals { return v.Ref.(*frameLocals) }
	c.Def("__getitem__", 2, 2, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		v, ok, err := me(a[0]).get(t, a[1])
		if err == nil && !ok {
			if s, isStr := object.StrOf(a[1]); isStr {
				return value{}, object.Raise(object.KeyErrorClass, "local variable '%s' is not defined", s)
			}
			err = object.KeyError(a[1])
		}
		return v, err
	})
	c.Def("__setitem__", 3, 3, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		return object.None, me(a[0]).set(t, a[1], a[2])
	})
	c.Def("__delitem__", 2, 2, func(*object.Thread, []value, []object.Kw) (value, error) {
		return value{}, object.ValueError("cannot remove local variables from FrameLocalsProxy")
	})
	c.Def("__contains__", 2, 2, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		_, ok, err := me(a[0]).get(t, a[1])
		return object.Bool(ok), err
	})
	c.Def("get", 2, 3, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		v, ok, err := me(a[0]).get(t, a[1])
		if err == nil && !ok {
			v = object.None
			if len(a) > 2 {
				v = a[2]
			}
		}
		return v, err
	})
	c.Def("setdefault", 2, 3, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		v, ok, err := me(a[0]).get(t, a[1])
		if ok || err != nil {
			return v, err
		}
		v = object.None
		if len(a) > 2 {
			v = a[2]
		}
		return v, me(a[0]).set(t, a[1], v)
	})
	c.Def("update", 2, 2, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		d := object.NewDict()
		if err := Of(t).dictUpdate(d, a[1]); err != nil {
			return value{}, err
		}
		for pos := 0; ; {
			k, v, next, ok := d.Next(pos)
			if !ok {
				return object.None, nil
			}
			if err := me(a[0]).set(t, k, v); err != nil {
				return value{}, err
			}
			pos = next
		}
	})
	// What only reads is asked of a dict of the moment.
	for _, name := range []string{"__len__", "__iter__", "__eq__", "__or__", "__repr__", "keys", "values", "items", "copy", "__reversed__"} {
		c.Def(name, 1, 2, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
			args := make([]value, len(a))
			for i, v := range a {
				args[i] = v
				if l, ok := v.Ref.(*frameLocals); ok {
					d, err := l.snapshot(t)
					if err != nil {
						return value{}, err
					}
					args[i] = object.Obj(d)
				}
			}
			m, err := object.GetAttr(t, args[0], name)
			if err != nil {
				return value{}, err
			}
			return t.Call(m, args[1:]...)
		})
	}
}
