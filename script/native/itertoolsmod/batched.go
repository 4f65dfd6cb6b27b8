package itertoolsmod

import "asyncio/script/object"

// batched gives tuples of n items, the last perhaps shorter.
type batched struct {
	runner
	it     value
	n      int
	strict bool
}

// Traverse implements object.Traverser.
func (b *batched) Traverse(visit func(value)) { visitAll(visit, b.it) }

// Next implements object.Iterator.
func (b *batched) Next(t *thread) (value, error) {
	if !b.it.Valid() {
		return value{}, nil
	}
	var items []value
	for len(items) < b.n {
		v, err := object.Next(t, b.it)
		if err != nil {
			return value{}, err
		}
		if !v.Valid() {
			b.it = value{}
			break
		}
		items = append(items, v)
	}
	switch {
	case len(items) == 0:
		return value{}, nil
	case b.strict && len(items) < b.n:
		return value{}, object.ValueError("batched(): incomplete batch")
	}
	return object.TupleValue(items...), nil
}

func newBatched(t *thread, a []value) (object.Iterator, error) {
	n, err := object.SizeIndex(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 1 {
		return nil, object.ValueError("n must be at least one")
	}
	strict := false
	if len(a) > 2 && a[2].Valid() {
		if strict, err = object.Truth(t, a[2]); err != nil {
			return nil, err
		}
	}
	it, err := object.Iter(t, a[0])
	return &batched{it: it, n: n, strict: strict}, err
}
