// Package heapqmod is the module _heapq: priority queues in a list.
package heapqmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module _heapq.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_heapq")
	def := func(o order, name, doc string, args int, fn func(h *heap, item value) (value, error)) {
		m.DefPlain(name, args, args, func(t *thread, a []value) (value, error) {
			l, ok := a[0].Ref.(*object.List)
			if !ok {
				if args == 1 {
					return value{}, object.TypeError("%s() argument must be list, not %s", name, typeName(a[0]))
				}
				return value{}, object.TypeError("%s() argument 1 must be list, not %s", name, typeName(a[0]))
			}
			return fn(&heap{t: t, l: l, order: o}, a[args-1])
		})
		m.Dict.GetStr(name).Ref.(*object.Builtin).Doc = doc
	}
	def(smallest, "heappush", "Adds an item.", 2, (*heap).push)
	def(smallest, "heappop", "Takes the smallest item; IndexError when there is none.", 1, (*heap).pop)
	def(smallest, "heapreplace", "Takes the smallest item, then adds one.", 2, (*heap).replace)
	def(smallest, "heappushpop", "Adds an item, then takes the smallest.", 2, (*heap).pushPop)
	def(smallest, "heapify", "Reorders a list to be a heap.", 1, (*heap).build)
	def(largest, "_heapify_max", "Reorders a list to be a heap with the largest item first.", 1, (*heap).build)
	def(largest, "_heappop_max", "Takes the largest item.", 1, (*heap).pop)
	def(largest, "_heapreplace_max", "Takes the largest item, then adds one.", 2, (*heap).replace)
	return m, nil
}

func typeName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return object.ClassOf(v).Name
}
