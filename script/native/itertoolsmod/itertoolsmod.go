// Package itertoolsmod is the module _itertools: the classes of itertools.
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

// Module makes the module _itertools: the classes of itertools.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_itertools")
	for _, c := range []*object.Class{chainClass, countClass, cycleClass, accumulateClass, batchedClass, compressClass, dropwhileClass,
		takewhileClass, filterfalseClass, starmapClass, pairwiseClass, isliceClass, productClass, permuteClass, combineClass, replaceClass,
		zipClass, groupbyClass, repeatClass} {
		m.Dict.SetStr(c.Qualname, object.Obj(c))
	}
	m.Function("tee(iterable, n=2, /)", teeFunction)
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
