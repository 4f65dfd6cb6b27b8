package itertoolsmod

import "asyncio/script/object"

// count gives a number, and then always the one that is a step further.
type count struct {
	runner
	next, step value
}

// Traverse implements object.Traverser.
func (c *count) Traverse(visit func(value)) { visitAll(visit, c.next, c.step) }

// Next implements object.Iterator.
func (c *count) Next(t *thread) (value, error) {
	v := c.next
	next, err := object.Binary(t, object.OpAdd, v, c.step)
	if err != nil {
		return value{}, err
	}
	c.next = next
	return v, nil
}

// isNumber tells what count can begin at.
func isNumber(v value) bool {
	if _, ok := v.SmallInt(); ok {
		return true
	}
	for _, name := range []string{"__int__", "__float__", "__index__", "__complex__"} {
		if _, ok := object.ClassOf(v).Lookup(name); ok {
			return true
		}
	}
	return false
}

func newCount(_ *thread, a []value) (object.Iterator, error) {
	c := &count{next: object.Int(0), step: object.Int(1)}
	for i, at := range []*value{&c.next, &c.step} {
		if i >= len(a) || !a[i].Valid() {
			continue
		}
		if !isNumber(a[i]) {
			return nil, object.TypeError("a number is required")
		}
		*at = a[i]
	}
	return c, nil
}

// byOne tells that the step is the int 1.
func (c *count) byOne() bool { n, ok := c.step.SmallInt(); return ok && n == 1 }

func fillCount(c *object.Class) {
	counting := func(v value) *count { return v.Ref.(*lazy).it.(*count) }
	c.DefPlain("__repr__", 1, 1, func(t *thread, a []value) (value, error) {
		n := counting(a[0])
		text, err := object.ReprText(t, n.next)
		if err == nil && !n.byOne() {
			var step string
			step, err = object.ReprText(t, n.step)
			text += ", " + step
		}
		return object.String("count(" + text + ")"), err
	})
	c.DefPlain("__reduce__", 1, 1, func(_ *thread, a []value) (value, error) {
		n := counting(a[0])
		args := object.TupleValue(n.next)
		if !n.byOne() {
			args = object.TupleValue(n.next, n.step)
		}
		return object.TupleValue(object.Obj(object.ClassOf(a[0])), args), nil
	})
}
