package asyncio

import (
	"slices"

	"asyncio/script/object"
)

// handleList is a loop's queue or its timers as Python sees them: what is
// changed there is changed here.
type handleList struct {
	p      *pyLoop
	timers bool
}

var handleListClass = object.NewNativeClass("_asyncio_sync", "Handles").Final()

// Class implements object.Object.
func (*handleList) Class() *object.Class { return handleListClass }

// Traverse implements object.Traverser.
func (h *handleList) Traverse(visit func(val)) { visit(object.Obj(h.p)) }

func (h *handleList) items() []any {
	if h.timers {
		return h.p.l.Scheduled()
	}
	return h.p.l.Ready()
}

func (h *handleList) set(items []any) {
	if h.timers {
		h.p.l.SetScheduled(items)
	} else {
		h.p.l.SetReady(items)
	}
}

// list gives the handles as a list of Python's.
func (h *handleList) list() val { return h.p.handles(h.items()) }

// core gives the core's handle of a Python one.
func (h *handleList) core(v val) (any, error) {
	x, ok := v.Ref.(*pyHandle)
	switch {
	case !ok || h.timers && x.timer == nil:
		return nil, object.TypeError("a handle is required, not %s", object.ClassOf(v).Name)
	case x.timer != nil:
		return x.timer, nil
	}
	return x.h, nil
}

func init() { handleListClass.Later(fillHandleList) }

func fillHandleList(c *object.Class) {
	def := func(name string, args int, fn func(t *object.Thread, h *handleList, a []val) (val, error)) {
		c.Def(name, args+1, args+1, func(t *object.Thread, a []val, _ kws) (val, error) {
			return fn(t, a[0].Ref.(*handleList), a[1:])
		})
	}
	def("__len__", 0, func(_ *object.Thread, h *handleList, _ []val) (val, error) {
		return object.Int(int64(len(h.items()))), nil
	})
	def("__iter__", 0, func(t *object.Thread, h *handleList, _ []val) (val, error) { return object.Iter(t, h.list()) })
	def("__getitem__", 1, func(t *object.Thread, h *handleList, a []val) (val, error) { return object.GetItem(t, h.list(), a[0]) })
	def("__contains__", 1, func(t *object.Thread, h *handleList, a []val) (val, error) {
		yes, err := object.Contains(t, h.list(), a[0])
		return object.Bool(yes), err
	})
	def("__eq__", 1, func(t *object.Thread, h *handleList, a []val) (val, error) {
		other := a[0]
		if o, ok := other.Ref.(*handleList); ok {
			other = o.list()
		}
		same, err := object.Equal(t, h.list(), other)
		return object.Bool(same), err
	})
	def("__repr__", 0, func(t *object.Thread, h *handleList, _ []val) (val, error) {
		s, err := object.ReprText(t, h.list())
		if !h.timers {
			s = "deque(" + s + ")"
		}
		return object.String(s), err
	})
	def("append", 1, func(_ *object.Thread, h *handleList, a []val) (val, error) {
		x, err := h.core(a[0])
		if err == nil {
			h.set(append(h.items(), x))
		}
		return object.None, err
	})
	def("clear", 0, func(_ *object.Thread, h *handleList, _ []val) (val, error) {
		h.set(nil)
		return object.None, nil
	})
	def("remove", 1, func(_ *object.Thread, h *handleList, a []val) (val, error) {
		x, err := h.core(a[0])
		if err != nil {
			return val{}, err
		}
		i := slices.Index(h.items(), x)
		if i < 0 {
			return val{}, object.ValueError("list.remove(x): x not in list")
		}
		h.set(slices.Delete(h.items(), i, i+1))
		return object.None, nil
	})
	for name, last := range map[string]bool{"pop": true, "popleft": false} {
		def(name, 0, func(_ *object.Thread, h *handleList, _ []val) (val, error) {
			items := h.items()
			if len(items) == 0 {
				return val{}, object.Raise(object.IndexErrorClass, "pop from an empty deque")
			}
			i := 0
			if last {
				i = len(items) - 1
			}
			h.set(slices.Delete(slices.Clone(items), i, i+1))
			return h.p.b.toValue(items[i]), nil
		})
	}
}
