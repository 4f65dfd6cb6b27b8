// Package itertoolsmod is the module _itertools: what goes on in the iterators
// of itertools, whose classes are in Python.
package itertoolsmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// runner is what all iterators here have in common.
type runner struct{}

// Class implements object.Object.
func (runner) Class() *object.Class { return runnerClass }

var runnerClass = object.NewNativeClass("_itertools", "runner").Final()

func init() {
	runnerClass.Later((*object.Class).IteratorMethods)
	lazyClass.Later(fillLazy)
}

// Module makes the module _itertools.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_itertools")
	m.Dict.SetStr("lazy", object.Obj(lazyClass))
	def := func(name string, n int, make func(a []value) object.Iterator) {
		m.DefPlain(name, n, n, func(_ *thread, a []value) (value, error) { return object.Obj(make(a)), nil })
	}
	def("chain", 1, func(a []value) object.Iterator { return &chain{its: a[0]} })
	def("count", 2, func(a []value) object.Iterator { return &count{next: a[0], step: a[1]} })
	m.DefPlain("counted", 1, 1, func(_ *thread, a []value) (value, error) {
		c, ok := a[0].Ref.(*count)
		if !ok {
			return value{}, object.TypeError("an iterator of count is required")
		}
		return object.Pair(c.next, c.step), nil
	})
	def("cycle", 1, func(a []value) object.Iterator { return &cycle{it: a[0]} })
	def("accumulate", 3, func(a []value) object.Iterator { return &accumulate{it: a[0], fn: a[1], initial: a[2]} })
	def("compress", 2, func(a []value) object.Iterator { return &compress{data: a[0], selectors: a[1]} })
	def("dropwhile", 2, func(a []value) object.Iterator { return &dropwhile{test: a[0], it: a[1]} })
	def("takewhile", 2, func(a []value) object.Iterator { return &takewhile{test: a[0], it: a[1]} })
	def("filterfalse", 2, func(a []value) object.Iterator { return &filterfalse{test: a[0], it: a[1]} })
	def("starmap", 2, func(a []value) object.Iterator { return &starmap{fn: a[0], it: a[1]} })
	def("pairwise", 1, func(a []value) object.Iterator { return &pairwise{it: a[0]} })
	def("islice", 4, func(a []value) object.Iterator {
		s := &islice{it: a[0], due: place(a[1]), stop: -1, step: place(a[3])}
		if !a[2].IsNone() {
			s.stop = place(a[2])
		}
		return s
	})
	def("product", 1, func(a []value) object.Iterator { return newProduct(itemsOf(a[0])) })
	def("permutations", 2, func(a []value) object.Iterator { return newPermutations(itemsOf(a[0]), place(a[1])) })
	m.DefPlain("combinations", 3, 3, func(t *thread, a []value) (value, error) {
		r := place(a[1])
		if err := t.RoomForItems(r); err != nil {
			return value{}, err
		}
		return object.Obj(newCombinations(itemsOf(a[0]), r, place(a[2]))), nil
	})
	def("zip_longest", 2, func(a []value) object.Iterator {
		its := append([]value(nil), itemsOf(a[0])...)
		return &zipLongest{its: its, fill: a[1], live: len(its)}
	})
	return m, nil
}

// place is an index that was checked; beyond all that there can be, it is what
// nothing reaches.
func place(v value) int {
	if n, ok := v.SmallInt(); ok {
		return int(n)
	}
	return 1<<63 - 1
}

// itemsOf gives the items of a list or tuple.
func itemsOf(v value) []value {
	switch o := v.Ref.(type) {
	case *object.List:
		return o.Items
	case *object.Tuple:
		return o.Items
	}
	return nil
}
