package collectionsmod

import "asyncio/script/object"

var (
	iterClass    = object.NewNativeClass("collections", "_deque_iterator")
	reverseClass = object.NewNativeClass("collections", "_deque_reverse_iterator")
)

// fillIter fills the class of iterators in one direction.
func fillIter(c *object.Class) {
	c.Constructor("deque, index=0, /", func(t *thread, _ *object.Class, a []value) (value, error) {
		d, ok := a[0].Ref.(*deque)
		if !ok {
			return value{}, object.TypeError("argument 1 must be collections.deque, not %s", object.ClassOf(a[0]).Name)
		}
		it := newIter(d, c == reverseClass)
		if len(a) > 1 {
			n, err := object.SizeIndex(t, a[1])
			if err != nil {
				return value{}, err
			}
			it.done = min(max(n, 0), d.n)
		}
		return object.Obj(it), nil
	})
	c.IteratorMethods()
	c.Method("__length_hint__()", func(_ *thread, a []value, _ []object.Kw) (value, error) {
		return object.Int(int64(a[0].Ref.(*iterator).Hint())), nil
	})
	c.Method("__reduce__()", func(_ *thread, a []value, _ []object.Kw) (value, error) {
		it := a[0].Ref.(*iterator)
		return object.TupleValue(object.Obj(it.Class()), object.TupleValue(object.Obj(it.d), object.Int(int64(it.done)))), nil
	})
}

// iterator goes through a deque that must not change meanwhile.
type iterator struct {
	d     *deque
	mark  int // the deque's changes when it began
	total int
	done  int
	back  bool
}

func newIter(d *deque, back bool) *iterator {
	return &iterator{d: d, mark: d.changes, total: d.n, back: back}
}

// Class implements object.Object.
func (it *iterator) Class() *object.Class {
	if it.back {
		return reverseClass
	}
	return iterClass
}

// Traverse implements object.Traverser.
func (it *iterator) Traverse(visit func(value)) { visit(object.Obj(it.d)) }

// Next implements object.Iterator.
func (it *iterator) Next(*thread) (value, error) {
	if it.d.changes != it.mark {
		it.total = it.done
		return value{}, mutated("iteration")
	}
	if it.done >= it.total {
		return value{}, nil
	}
	it.done++
	if it.back {
		return *it.d.at(it.total - it.done), nil
	}
	return *it.d.at(it.done - 1), nil
}

// Hint implements object.Hinter.
func (it *iterator) Hint() int { return max(it.total-it.done, 0) }

// CopyIter implements object.Copier.
func (it *iterator) CopyIter() object.Iterator { c := *it; return &c }
