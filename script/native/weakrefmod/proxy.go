package weakrefmod

import "asyncio/script/object"

// proxy stands for its referent as long as that lives.
type proxy struct{ object.WeakRef }

var (
	proxyClass    = object.NewNativeClass("weakref", "ProxyType").Final()
	callableClass = object.NewNativeClass("weakref", "CallableProxyType").Final()
)

// Class implements object.Object.
func (p *proxy) Class() *object.Class { return p.WeakRef.Class() }

func newProxy(t *object.Thread, a []val) (val, error) {
	obj, err := referent(a[0])
	if err != nil {
		return val{}, err
	}
	p := &proxy{object.WeakRef{Callback: object.None}}
	if len(a) > 1 {
		p.Callback = a[1]
	}
	if object.Callable(a[0]) {
		p.SetClass(callableClass)
	} else {
		p.SetClass(proxyClass)
	}
	p.Stand(p)
	t.In.Life.Refer(&p.WeakRef, obj)
	return object.Obj(p), nil
}

func (p *proxy) target() (val, error) {
	if v := p.Target(); v.Valid() {
		return v, nil
	}
	return val{}, object.Raise(object.ReferenceErrorClass, "weakly-referenced object no longer exists")
}

// Attr implements object.Dynamic.
func (p *proxy) Attr(t *object.Thread, name string) (val, bool, error) {
	v, err := p.target()
	if err == nil {
		v, err = object.GetAttr(t, v, name)
	}
	return v, true, err
}

// SetAttr implements object.DynamicSetter.
func (p *proxy) SetAttr(t *object.Thread, name string, x val) (bool, error) {
	v, err := p.target()
	if err != nil {
		return true, err
	}
	if !x.Valid() {
		return true, object.DelAttr(t, v, name)
	}
	return true, object.SetAttr(t, v, name, x)
}

// through gives what an operand stands for.
func through(v val) (val, error) {
	if p, ok := v.Ref.(*proxy); ok {
		return p.target()
	}
	return v, nil
}

// passedOn are the special methods that go to the referent. Those in which the
// proxy may be the second operand are looked up on that side as usual.
var passedOn = []string{
	"__str__", "__bytes__", "__bool__", "__len__", "__iter__", "__next__", "__contains__", "__getitem__", "__setitem__", "__delitem__",
	"__reversed__", "__neg__", "__pos__", "__abs__", "__invert__", "__int__", "__float__", "__index__",
	"__add__", "__sub__", "__mul__", "__matmul__", "__truediv__", "__floordiv__", "__mod__", "__divmod__", "__pow__",
	"__lshift__", "__rshift__", "__and__", "__xor__", "__or__",
	"__radd__", "__rsub__", "__rmul__", "__rmatmul__", "__rtruediv__", "__rfloordiv__", "__rmod__", "__rdivmod__", "__rpow__",
	"__rlshift__", "__rrshift__", "__rand__", "__rxor__", "__ror__",
	"__iadd__", "__isub__", "__imul__", "__itruediv__", "__ifloordiv__", "__imod__", "__ior__", "__iand__", "__ixor__",
	"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__",
}

func init() {
	proxyClass.Later(fillProxy)
	callableClass.Later(fillProxy)
	callableClass.Later(fillCall)
}

func fillProxy(c *object.Class) {
	for _, name := range passedOn {
		c.Def(name, 1, -1, func(t *object.Thread, a []val, kw kws) (val, error) {
			args := make([]val, len(a))
			for i, v := range a {
				var err error
				if args[i], err = through(v); err != nil {
					return val{}, err
				}
			}
			r, ok, err := t.CallSpecial(args[0], name, args[1:]...)
			if err != nil || ok {
				return r, err
			}
			return missing(t, name, args)
		})
	}
	c.Def("__repr__", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		v := a[0].Ref.(*proxy).Target()
		name := "NoneType"
		if !v.Valid() {
			v = object.None
		} else {
			name = object.ClassOf(v).Name
		}
		return object.String("<weakproxy at " + t.Address(a[0]) + " to " + name + " at " + t.Address(v) + ">"), nil
	})
	c.SetAttr("__hash__", object.None)
}

func fillCall(c *object.Class) {
	c.Def("__call__", 1, -1, func(t *object.Thread, a []val, kw kws) (val, error) {
		v, err := a[0].Ref.(*proxy).target()
		if err != nil {
			return val{}, err
		}
		return t.CallKw(v, a[1:], kw)
	})
}

// missing answers for a referent without the method.
func missing(t *object.Thread, name string, args []val) (val, error) {
	switch name {
	case "__bool__":
		b, err := object.Truth(t, args[0])
		return object.Bool(b), err
	case "__contains__":
		b, err := object.Contains(t, args[0], args[1])
		return object.Bool(b), err
	case "__iter__":
		return object.Iter(t, args[0])
	case "__len__":
		n, err := object.Len(t, args[0])
		return object.Int(int64(n)), err
	case "__getitem__":
		return object.GetItem(t, args[0], args[1])
	case "__setitem__":
		return object.None, object.SetItem(t, args[0], args[1], args[2])
	case "__delitem__":
		return object.None, object.DelItem(t, args[0], args[1])
	case "__next__":
		return val{}, object.TypeError("Weakref proxy referenced a non-iterator '%s' object", object.ClassOf(args[0]).Name)
	}
	return object.NotImplemented, nil
}
