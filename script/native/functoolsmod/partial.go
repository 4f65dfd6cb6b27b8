package functoolsmod

import (
	"strings"

	"asyncio/script/object"
	"asyncio/script/vm"
)

// partial is a functools.partial: a call with some arguments given beforehand.
type partial struct {
	object.Mortal
	object.Head
	fn   value
	args *object.Tuple
	kw   *object.Dict
}

var (
	partialClass = object.NewNativeClass("functools", "partial").WithDict()
	partialCall  value // partial.__call__
	partialGet   value // partial.__get__
)

// Class implements object.Object.
func (p *partial) Class() *object.Class { return p.ClassOr(partialClass) }

// Traverse implements object.Traverser.
func (p *partial) Traverse(visit func(value)) {
	visit(p.fn)
	visit(object.Obj(p.args))
	visit(object.Obj(p.kw))
	p.TraverseHead(visit)
}

// CallObject implements object.Caller.
func (p *partial) CallObject(t *thread, args []value, kw []object.Kw) (value, error) {
	if cls := p.Class(); cls != partialClass {
		if m, _ := cls.Lookup("__call__"); m.Ref != partialCall.Ref {
			return t.CallKw(m, append([]value{object.Obj(p)}, args...), kw)
		}
	}
	return p.call(t, args, kw)
}

func (p *partial) call(t *thread, args []value, kw []object.Kw) (value, error) {
	var buf [6]value
	all := append(append(buf[:0], p.args.Items...), args...)
	if p.kw.Len() > 0 {
		kw = p.keywords(kw)
	}
	if err := t.Enter(); err != nil {
		return value{}, err
	}
	defer t.Leave()
	return t.CallKw(p.fn, all, kw)
}

// Bind implements object.Descriptor.
func (p *partial) Bind(t *thread, self value, cls *object.Class) (value, error) {
	if c := p.Class(); c != partialClass {
		if get, _ := c.Lookup("__get__"); get.Ref != partialGet.Ref {
			if !self.Valid() {
				self = object.None
			}
			return t.Call(get, object.Obj(p), self, object.Obj(cls))
		}
	}
	return object.Obj(p), onInstance(t, self.Valid())
}

// onInstance warns of a partial that is looked up as a method is.
func onInstance(t *thread, is bool) error {
	if !is {
		return nil
	}
	return vm.Warn(t, object.FutureWarningClass, "functools.partial will be a method descriptor in future Python versions; "+
		"wrap it in staticmethod() if you want to preserve the old behavior")
}

// keywords are the named arguments given beforehand, then those of the call,
// which go before them.
func (p *partial) keywords(of []object.Kw) []object.Kw {
	out := make([]object.Kw, 0, p.kw.Len()+len(of))
	_ = object.EachItem(p.kw, func(k, v value) error {
		name, _ := object.StrOf(k)
		out = append(out, object.Kw{Name: name, Val: v})
		return nil
	})
next:
	for _, k := range of {
		for i := range out {
			if out[i].Name == k.Name {
				out[i].Val = k.Val
				continue next
			}
		}
		out = append(out, k)
	}
	return out
}

// newPartial makes one; a partial of a partial is one call.
func newPartial(_ *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
	if len(a) == 0 {
		return value{}, object.TypeError("type 'partial' takes at least one argument")
	}
	if !object.Callable(a[0]) {
		return value{}, object.TypeError("the first argument must be callable")
	}
	p := &partial{fn: a[0], kw: object.NewDict()}
	p.SetClass(cls)
	var before []value
	if inner, ok := a[0].Ref.(*partial); ok && inner.Class() == cls && object.State(a[0]).IsNone() {
		p.fn, before = inner.fn, inner.args.Items
		kw = inner.keywords(kw)
	}
	p.args = object.CopyTuple(append(append([]value(nil), before...), a[1:]...)).Ref.(*object.Tuple)
	for _, k := range kw {
		p.kw.SetStr(k.Name, k.Val)
	}
	return object.Obj(p), nil
}

// Repr implements object.Reprer.
func (p *partial) Repr(t *thread) (string, error) {
	return t.Nested(p, "...", func() (string, error) {
		s, err := object.ReprText(t, p.fn)
		if err != nil {
			return "", err
		}
		parts := []string{s}
		for _, v := range p.args.Items {
			if s, err = object.ReprText(t, v); err != nil {
				return "", err
			}
			parts = append(parts, s)
		}
		err = object.EachItem(p.kw, func(k, v value) error {
			name, _ := object.StrOf(k)
			s, err := object.ReprText(t, v)
			parts = append(parts, name+"="+s)
			return err
		})
		cls := p.Class()
		module := "functools"
		if v, e := object.GetAttr(t, object.Obj(cls), "__module__"); e == nil {
			module, _ = object.StrOf(v)
		}
		return module + "." + cls.Qualname + "(" + strings.Join(parts, ", ") + ")", err
	})
}

// state is what __setstate__ takes.
func (p *partial) state() value {
	kw := object.None
	if p.kw.Len() > 0 {
		kw = object.Obj(p.kw)
	}
	return object.TupleValue(p.fn, object.Obj(p.args), kw, object.State(object.Obj(p)))
}

func (p *partial) setState(t *thread, v value) error {
	s, ok := v.Ref.(*object.Tuple)
	if !ok || len(s.Items) != 4 {
		return object.TypeError("invalid partial state")
	}
	args, isTuple := s.Items[1].Ref.(*object.Tuple)
	kw, isDict := s.Items[2].Ref.(*object.Dict)
	if !object.Callable(s.Items[0]) || !isTuple || !isDict && !s.Items[2].IsNone() {
		return object.TypeError("invalid partial state")
	}
	if !isDict {
		kw = object.NewDict()
	}
	p.fn, p.args, p.kw = s.Items[0], args, kw.Copy()
	if s.Items[3].IsNone() {
		return nil
	}
	return object.SetAttr(t, object.Obj(p), "__dict__", s.Items[3])
}

func init() { partialClass.Later(fillPartial) }

func fillPartial(c *object.Class) {
	c.SetAttr("__doc__", object.String("A call with some arguments given beforehand."))
	c.Construct = newPartial
	c.Def("__call__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return a[0].Ref.(*partial).call(t, a[1:], kw)
	})
	partialCall, _ = c.Has("__call__")
	c.Method("__repr__()", func(t *thread, a []value, _ []object.Kw) (value, error) {
		s, err := a[0].Ref.(*partial).Repr(t)
		return object.String(s), err
	})
	c.Method("__get__(obj, cls=None, /)", func(t *thread, a []value, _ []object.Kw) (value, error) {
		return a[0], onInstance(t, !a[1].IsNone())
	})
	partialGet, _ = c.Has("__get__")
	c.Method("__reduce__()", func(_ *thread, a []value, _ []object.Kw) (value, error) {
		p := a[0].Ref.(*partial)
		return object.TupleValue(object.Obj(p.Class()), object.TupleValue(p.fn), p.state()), nil
	})
	c.Method("__setstate__(state, /)", func(t *thread, a []value, _ []object.Kw) (value, error) {
		return object.None, a[0].Ref.(*partial).setState(t, a[1])
	})
	for name, get := range map[string]func(p *partial) value{
		"func":     func(p *partial) value { return p.fn },
		"args":     func(p *partial) value { return object.Obj(p.args) },
		"keywords": func(p *partial) value { return object.Obj(p.kw) },
	} {
		c.DefGet(name, func(_ *thread, self value) (value, error) { return get(self.Ref.(*partial)), nil },
			func(*thread, value, value) error { return object.AttributeError("readonly attribute") })
	}
	c.ClassFunction("__class_getitem__(object, /)", func(_ *thread, a []value, _ []object.Kw) (value, error) {
		return object.MakeAlias(a[0], a[1]), nil
	})
}
