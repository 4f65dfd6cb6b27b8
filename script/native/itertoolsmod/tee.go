package itertoolsmod

import "asyncio/script/object"

// tee is one of several readers of the same iterator. What was read stands in a
// chain of blocks, which the slowest reader keeps alive.
type tee struct {
	object.Mortal
	source *teeSource
	block  *teeBlock
	at     int // in the block
}

type teeSource struct {
	it      value
	running bool
}

type teeBlock struct {
	items []value
	next  *teeBlock
}

// teeBlockSize is how many items a block has. They go together, which programs can
// see, so that the number is CPython's.
const teeBlockSize = 57

var teeClass = object.NewNativeClass("itertools", "_tee")

// Class implements object.Object.
func (*tee) Class() *object.Class { return teeClass }

// Traverse implements object.Traverser.
func (r *tee) Traverse(visit func(value)) {
	visit(r.source.it)
	for b := r.block; b != nil; b = b.next {
		visitAll(visit, b.items...)
	}
}

// Next implements object.Iterator.
func (r *tee) Next(t *thread) (value, error) {
	if r.at == teeBlockSize {
		if r.block.next == nil {
			r.block.next = &teeBlock{}
		}
		r.block, r.at = r.block.next, 0
	}
	if r.at == len(r.block.items) {
		if r.source.running {
			return value{}, object.RuntimeError("cannot re-enter the tee iterator")
		}
		r.source.running = true
		v, err := object.Next(t, r.source.it)
		r.source.running = false
		if err != nil || !v.Valid() {
			return value{}, err
		}
		r.block.items = append(r.block.items, v)
	}
	r.at++
	return r.block.items[r.at-1], nil
}

// newTee gives a reader of an iterable, from where it stands if it is a reader.
func newTee(t *thread, of value) (*tee, error) {
	if r, ok := of.Ref.(*tee); ok {
		return &tee{source: r.source, block: r.block, at: r.at}, nil
	}
	it, err := object.Iter(t, of)
	return &tee{source: &teeSource{it: it}, block: &teeBlock{}}, err
}

func fillTee(c *object.Class) {
	c.SetAttr("__doc__", object.String("Iterator wrapped to make it copyable."))
	c.IteratorMethods()
	c.Construct = func(t *thread, _ *object.Class, a []value, kw []object.Kw) (value, error) {
		if len(a) != 1 || len(kw) > 0 {
			return value{}, object.TypeError("_tee expected 1 argument, got %d", len(a)+len(kw))
		}
		r, err := newTee(t, a[0])
		return object.Obj(r), err
	}
	c.DefPlain("__copy__", 1, 1, func(t *thread, a []value) (value, error) {
		r, err := newTee(t, a[0])
		return object.Obj(r), err
	})
}

// teeFunction is tee(iterable, n=2).
func teeFunction(t *thread, a []value, _ []object.Kw) (value, error) {
	n := 2
	if len(a) > 1 && a[1].Valid() {
		var err error
		if n, err = object.SizeIndex(t, a[1]); err != nil {
			return value{}, err
		}
	}
	if n < 0 {
		return value{}, object.ValueError("n must be >= 0")
	}
	if n == 0 {
		return object.TupleValue(), nil
	}
	if err := t.Room(float64(n) * 64); err != nil {
		return value{}, err
	}
	first, err := object.Iter(t, a[0])
	if err != nil {
		return value{}, err
	}
	// An iterator that can be copied needs no reader.
	copier, err := object.GetAttr(t, first, "__copy__")
	if err != nil {
		if !object.IsInstance(err, object.AttributeErrorClass) {
			return value{}, err
		}
		r, err := newTee(t, first)
		if err != nil {
			return value{}, err
		}
		first = object.Obj(r)
		if copier, err = object.GetAttr(t, first, "__copy__"); err != nil {
			return value{}, err
		}
	}
	readers := []value{first}
	for len(readers) < n {
		r, err := t.Call(copier)
		if err != nil {
			return value{}, err
		}
		readers = append(readers, r)
	}
	return object.TupleValue(readers...), nil
}
