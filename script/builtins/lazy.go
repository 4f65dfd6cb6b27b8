package builtins

import (
	"asyncio/script/object"
)

// lazy is what enumerate, zip, map, filter and reversed share: they may have
// subclasses, and hold iterators.
type lazy struct {
	object.Head
	its []value
}

// Traverse implements object.Traverser.
func (l *lazy) Traverse(visit func(value)) {
	for _, v := range l.its {
		visit(v)
	}
	l.TraverseHead(visit)
}

func iterators(t *thread, from []value) ([]value, error) {
	its := make([]value, len(from))
	for i, x := range from {
		var err error
		if its[i], err = object.Iter(t, x); err != nil {
			return nil, err
		}
	}
	return its, nil
}

var (
	enumerateClass = object.NewNativeClass("builtins", "enumerate")
	zipClass       = object.NewNativeClass("builtins", "zip")
	mapClass       = object.NewNativeClass("builtins", "map")
	filterClass    = object.NewNativeClass("builtins", "filter")
	reversedClass  = object.NewNativeClass("builtins", "reversed")
)

type enumerateIter struct {
	lazy
	n value
}

// Class implements object.Object.
func (e *enumerateIter) Class() *object.Class { return e.ClassOr(enumerateClass) }

// Traverse implements object.Traverser.
func (e *enumerateIter) Traverse(visit func(value)) {
	e.lazy.Traverse(visit)
	visit(e.n)
}

// Next implements object.Iterator.
func (e *enumerateIter) Next(t *thread) (value, error) {
	n, v, err := e.NextPair(t)
	if err != nil || !n.Valid() {
		return value{}, err
	}
	return object.Pair(n, v), nil
}

// Pairs implements object.Pairer.
func (e *enumerateIter) Pairs() bool { return e.Exact() }

// NextPair implements object.Pairer.
func (e *enumerateIter) NextPair(t *thread) (a, b value, err error) {
	v, err := object.Next(t, e.its[0])
	if err != nil || !v.Valid() {
		return value{}, value{}, err
	}
	n := e.n
	if i, ok := n.SmallInt(); ok && i < 1<<62 {
		e.n = object.Int(i + 1)
	} else if e.n, err = object.NativeBinary(t, object.OpAdd, n, object.Int(1)); err != nil {
		return value{}, value{}, err
	}
	return n, v, nil
}

type zipIter struct {
	lazy
	strict bool
}

// Class implements object.Object.
func (z *zipIter) Class() *object.Class { return z.ClassOr(zipClass) }

// Next implements object.Iterator.
func (z *zipIter) Next(t *thread) (value, error) {
	if len(z.its) == 0 {
		return value{}, nil
	}
	if z.Pairs() {
		a, b, err := z.NextPair(t)
		if err != nil || !a.Valid() {
			return value{}, err
		}
		return object.Pair(a, b), nil
	}
	out := make([]value, len(z.its))
	for i, it := range z.its {
		v, err := object.Next(t, it)
		if err != nil {
			return v, err
		}
		if v.Valid() {
			out[i] = v
			continue
		}
		if !z.strict {
			return v, nil
		}
		if i > 0 {
			return v, object.ValueError("zip() argument %d is shorter than argument%s", i+1, upTo(i))
		}
		return v, z.allEnd(t)
	}
	return object.TupleValue(out...), nil
}

// allEnd checks that the others end with the first one.
func (z *zipIter) allEnd(t *thread) error {
	for j := 1; j < len(z.its); j++ {
		v, err := object.Next(t, z.its[j])
		if err != nil {
			return err
		}
		if v.Valid() {
			return object.ValueError("zip() argument %d is longer than argument%s", j+1, upTo(j))
		}
	}
	return nil
}

func upTo(i int) string {
	if i == 1 {
		return " 1"
	}
	return "s 1-" + object.IntText(object.Int(int64(i)))
}

// Pairs implements object.Pairer.
func (z *zipIter) Pairs() bool { return len(z.its) == 2 && !z.strict && z.Exact() }

// NextPair implements object.Pairer.
func (z *zipIter) NextPair(t *thread) (a, b value, err error) {
	if a, err = object.Next(t, z.its[0]); err != nil || !a.Valid() {
		return value{}, value{}, err
	}
	if b, err = object.Next(t, z.its[1]); err != nil || !b.Valid() {
		return value{}, value{}, err
	}
	return a, b, nil
}

type mapIter struct {
	lazy
	fn value
}

// Class implements object.Object.
func (m *mapIter) Class() *object.Class { return m.ClassOr(mapClass) }

// Traverse implements object.Traverser.
func (m *mapIter) Traverse(visit func(value)) {
	visit(m.fn)
	m.lazy.Traverse(visit)
}

// Next implements object.Iterator.
func (m *mapIter) Next(t *thread) (value, error) {
	if len(m.its) == 1 {
		v, err := object.Next(t, m.its[0])
		if err != nil || !v.Valid() {
			return v, err
		}
		return t.Call(m.fn, v)
	}
	args := make([]value, len(m.its))
	for i, it := range m.its {
		v, err := object.Next(t, it)
		if err != nil || !v.Valid() {
			return v, err
		}
		args[i] = v
	}
	return t.CallKw(m.fn, args, nil)
}

type filterIter struct {
	lazy
	fn value
}

// Class implements object.Object.
func (f *filterIter) Class() *object.Class { return f.ClassOr(filterClass) }

// Traverse implements object.Traverser.
func (f *filterIter) Traverse(visit func(value)) {
	visit(f.fn)
	f.lazy.Traverse(visit)
}

// Next implements object.Iterator.
func (f *filterIter) Next(t *thread) (value, error) {
	for n := 1; ; n++ {
		if n%1024 == 0 && t.Tick != nil {
			if err := t.Tick(); err != nil {
				return value{}, err
			}
		}
		v, err := object.Next(t, f.its[0])
		if err != nil || !v.Valid() {
			return v, err
		}
		r := v
		if !f.fn.IsNone() && f.fn.Ref != object.Object(object.BoolClass) {
			if r, err = t.Call(f.fn, v); err != nil {
				return value{}, err
			}
		}
		ok, err := object.Truth(t, r)
		if err != nil || ok {
			return v, err
		}
	}
}

func setClass(h *object.Head, cls, base *object.Class) {
	if cls != base {
		h.SetClass(cls)
	}
}

func fillLazy() {
	enumerateClass.Later(fillEnumerate)
	zipClass.Construct, mapClass.Construct = newZip, newMap
	filterClass.Later(fillFilter)
	reversedClass.Later(fillReversed)
}

func fillEnumerate(c *object.Class) {
	c.Constructor("iterable=, start=0", func(t *thread, cls *object.Class, a []value) (value, error) {
		if len(a) == 0 || !a[0].Valid() {
			return value{}, object.TypeError("enumerate() missing required argument 'iterable'")
		}
		its, err := iterators(t, a[:1])
		if err != nil {
			return value{}, err
		}
		e := &enumerateIter{n: object.Int(0)}
		e.its = its
		if x := opt(a, 1); x.Valid() {
			if e.n, err = object.ToIndex(t, x); err != nil {
				return value{}, err
			}
		}
		setClass(&e.Head, cls, enumerateClass)
		return object.Obj(e), nil
	})
	c.ClassFunction("__class_getitem__(object, /)", classGetItem)
}

func newZip(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
	z := &zipIter{}
	if len(kw) > 1 {
		return value{}, object.TypeError("zip() takes at most 1 keyword argument (%d given)", len(kw))
	}
	for _, k := range kw {
		if k.Name != "strict" {
			return value{}, object.TypeError("zip() got an unexpected keyword argument '%s'", k.Name)
		}
		var err error
		if z.strict, err = object.Truth(t, k.Val); err != nil {
			return value{}, err
		}
	}
	for i, x := range a {
		it, err := object.Iter(t, x)
		if err != nil {
			if object.IsInstance(err, object.TypeErrorClass) && !isIterable(x) {
				err = object.TypeError("'%s' object is not iterable", typeName(a[i]))
			}
			return value{}, err
		}
		z.its = append(z.its, it)
	}
	setClass(&z.Head, cls, zipClass)
	return object.Obj(z), nil
}

func newMap(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
	if len(kw) > 0 && cls == mapClass {
		return value{}, object.TypeError("map() takes no keyword arguments")
	}
	if len(a) < 2 {
		return value{}, object.TypeError("map() must have at least two arguments.")
	}
	its, err := iterators(t, a[1:])
	if err != nil {
		return value{}, err
	}
	m := &mapIter{fn: a[0]}
	m.its = its
	setClass(&m.Head, cls, mapClass)
	return object.Obj(m), nil
}

func fillFilter(c *object.Class) {
	c.Constructor("function, iterable, /", func(t *thread, cls *object.Class, a []value) (value, error) {
		its, err := iterators(t, a[1:])
		if err != nil {
			return value{}, err
		}
		f := &filterIter{fn: a[0]}
		f.its = its
		setClass(&f.Head, cls, filterClass)
		return object.Obj(f), nil
	})
}

func isIterable(v value) bool {
	_, ok := object.ClassOf(v).Lookup("__iter__")
	return ok
}
