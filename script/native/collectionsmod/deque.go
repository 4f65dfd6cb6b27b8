package collectionsmod

import (
	"fmt"
	"strings"

	"asyncio/script/object"
)

// deque is a collections.deque.
type deque struct {
	object.Mortal
	object.Head
	ring
	max     int // -1 for no limit
	changes int // changes whenever an item comes or goes, for iterators
}

// Class implements object.Object.
func (d *deque) Class() *object.Class { return d.ClassOr(dequeClass) }

// Traverse implements object.Traverser.
func (d *deque) Traverse(visit func(value)) {
	for i := range d.n {
		visit(*d.at(i))
	}
	d.TraverseHead(visit)
}

// Size implements object.Sized.
func (d *deque) Size() int { return d.n }

var dequeClass = object.NewNativeClass("collections", "deque").Sequence()

func of(v value) *deque { return v.Ref.(*deque) }

func (d *deque) append(v value) {
	d.changes++
	d.pushRight(v)
	if d.max >= 0 && d.n > d.max {
		d.takeLeft()
	}
}

func (d *deque) appendLeft(v value) {
	d.changes++
	d.pushLeft(v)
	if d.max >= 0 && d.n > d.max {
		d.takeRight()
	}
}

// replace sets all items, the last ones if there are too many.
func (d *deque) replace(items []value) {
	d.changes++
	if d.max >= 0 && len(items) > d.max {
		items = items[len(items)-d.max:]
	}
	d.set(items)
}

func (d *deque) extend(t *thread, from value, add func(value)) error {
	if from.Ref == object.Object(d) {
		for _, v := range d.items() {
			add(v)
		}
		return nil
	}
	return object.Each(t, from, func(v value) error { add(v); return nil })
}

// fill is __init__.
func (d *deque) fill(t *thread, a []value) error {
	size := -1
	if v := opt(a, 1); v.Valid() && !v.IsNone() {
		if _, ok := object.Integer(v); !ok {
			return object.TypeError("an integer is required")
		}
		n, err := object.SizeIndex(t, v)
		if err != nil {
			return err
		}
		if n < 0 {
			return object.ValueError("maxlen must be non-negative")
		}
		size = n
	}
	d.max = size
	d.changes++
	d.ring = ring{}
	if v := opt(a, 0); v.Valid() {
		return d.extend(t, v, d.append)
	}
	return nil
}

// like makes an empty deque with the same limit.
func (d *deque) like() *deque { return &deque{max: d.max} }

func (d *deque) maxlen() value {
	if d.max < 0 {
		return object.None
	}
	return object.Int(int64(d.max))
}

// copied is copy(): one of the same class.
func (d *deque) copied(t *thread) (value, error) {
	if d.Exact() {
		c := d.like()
		c.set(d.items())
		return object.Obj(c), nil
	}
	if d.max < 0 {
		return t.Call(object.Obj(d.Class()), object.Obj(d))
	}
	return t.Call(object.Obj(d.Class()), object.Obj(d), d.maxlen())
}

// find gives the place of the first item from..to that equals v, or -1.
func (d *deque) find(t *thread, v value, from, to int) (int, error) {
	mark := d.changes
	for i := from; i < to && i < d.n; i++ {
		same, err := object.EqualKeys(t, *d.at(i), v)
		if err != nil {
			return -1, err
		}
		if d.changes != mark {
			return -1, mutated("iteration")
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}

func mutated(during string) error {
	return object.RuntimeError("deque mutated during %s", during)
}

// place turns an index into the place of an item.
func (d *deque) place(t *thread, index value) (int, error) {
	if _, ok := object.Integer(index); !ok {
		if _, ok := object.ClassOf(index).Lookup("__index__"); !ok {
			return 0, object.TypeError("sequence index must be integer, not '%s'", object.ClassOf(index).Name)
		}
	}
	i, err := object.Index(t, index)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return 0, object.IndexError("deque index out of range")
	}
	return i, nil
}

// remove takes the item at place i out.
func (d *deque) remove(i int) {
	d.changes++
	d.rotate(-i)
	d.takeLeft()
	d.rotate(i)
}

// Repr implements object.Reprer.
func (d *deque) Repr(t *thread) (string, error) {
	return t.Nested(d, "[...]", func() (string, error) {
		var b strings.Builder
		name := "deque"
		if !d.Exact() {
			name = d.Class().Name
		}
		b.WriteString(name + "([")
		for i, v := range d.items() {
			s, err := object.ReprText(t, v)
			if err != nil {
				return "", err
			}
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(s)
		}
		b.WriteString("]")
		if d.max >= 0 {
			fmt.Fprintf(&b, ", maxlen=%d", d.max)
		}
		return b.String() + ")", nil
	})
}
