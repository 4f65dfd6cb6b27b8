package itertoolsmod

import (
	"strconv"

	"asyncio/script/object"
)

// repeat gives the same thing, for ever or a number of times.
type repeat struct {
	object.Mortal
	object.Head
	v    value
	left int // -1 for ever
}

var repeatClass = object.NewNativeClass("itertools", "repeat")

// Class implements object.Object.
func (r *repeat) Class() *object.Class { return r.ClassOr(repeatClass) }

// Traverse implements object.Traverser.
func (r *repeat) Traverse(visit func(value)) {
	visit(r.v)
	r.TraverseHead(visit)
}

// Next implements object.Iterator.
func (r *repeat) Next(*thread) (value, error) {
	switch {
	case r.left == 0:
		return value{}, nil
	case r.left > 0:
		r.left--
	}
	return r.v, nil
}

func fillRepeat(c *object.Class) {
	sig := object.ParseSignature("object, times=")
	c.SetAttr("__doc__", object.String("The same thing, for ever or a number of times."))
	c.IteratorMethods()
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		a, err := sig.Bind("repeat", "repeat", a, kw)
		if err != nil {
			return value{}, err
		}
		r := &repeat{v: a[0], left: -1}
		if cls != c {
			r.SetClass(cls)
		}
		if len(a) > 1 && a[1].Valid() {
			n, err := object.SizeIndex(t, a[1])
			if err != nil {
				return value{}, err
			}
			r.left = max(n, 0)
		}
		return object.Obj(r), nil
	}
	c.DefPlain("__length_hint__", 1, 1, func(_ *thread, a []value) (value, error) {
		if r := a[0].Ref.(*repeat); r.left >= 0 {
			return object.Int(int64(r.left)), nil
		}
		return value{}, object.TypeError("len() of unsized object")
	})
	c.DefPlain("__repr__", 1, 1, func(t *thread, a []value) (value, error) {
		r := a[0].Ref.(*repeat)
		text, err := object.ReprText(t, r.v)
		if r.left >= 0 {
			text += ", " + strconv.Itoa(r.left)
		}
		return object.String("repeat(" + text + ")"), err
	})
}
