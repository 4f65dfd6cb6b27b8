package heapqmod

import "asyncio/script/object"

// order tells which item a heap has first.
type order bool

const (
	smallest order = false
	largest  order = true
)

// heap is a list that is a heap. Comparisons run Python code, which may change
// the list.
type heap struct {
	t     *thread
	l     *object.List
	order order
}

// before reports whether the item at i has to be nearer to the top than the one
// at j.
func (h *heap) before(i, j int) (bool, error) {
	a, b := h.l.Items[i], h.l.Items[j]
	if h.order == largest {
		a, b = b, a
	}
	return h.less(a, b)
}

func (h *heap) less(a, b value) (bool, error) {
	if x, ok := a.SmallInt(); ok {
		if y, ok := b.SmallInt(); ok {
			return x < y, nil
		}
	}
	n := len(h.l.Items)
	v, err := object.Compare(h.t, object.CmpLt, a, b)
	if err != nil {
		return false, err
	}
	yes, err := object.Truth(h.t, v)
	if err == nil && len(h.l.Items) != n {
		err = object.RuntimeError("list changed size during iteration")
	}
	return yes, err
}

func (h *heap) swap(i, j int) { h.l.Items[i], h.l.Items[j] = h.l.Items[j], h.l.Items[i] }

// rise moves the item at pos up towards top, to below a parent that is before it.
func (h *heap) rise(pos, top int) error {
	for pos > top {
		up := (pos - 1) / 2
		yes, err := h.before(pos, up)
		if err != nil || !yes {
			return err
		}
		h.swap(pos, up)
		pos = up
	}
	return nil
}

// sink moves the item at pos to the bottom, by way of the children that are
// first, and up again to its place: so there are few comparisons, in CPython's
// order, which a program can see where items are equal.
func (h *heap) sink(pos int) error {
	top, n := pos, len(h.l.Items)
	for child := 2*pos + 1; child < n; child = 2*pos + 1 {
		if child+1 < n {
			// Of equal children the right one goes up.
			yes, err := h.before(child, child+1)
			if err != nil {
				return err
			}
			if !yes {
				child++
			}
		}
		h.swap(pos, child)
		pos = child
	}
	return h.rise(pos, top)
}

func (h *heap) push(item value) (value, error) {
	h.l.Append(item)
	return object.None, h.rise(len(h.l.Items)-1, 0)
}

func (h *heap) pop(value) (value, error) {
	n := len(h.l.Items) - 1
	if n < 0 {
		return value{}, object.IndexError("index out of range")
	}
	last := h.l.Items[n]
	h.l.Items[n] = value{}
	h.l.Items = h.l.Items[:n]
	if n == 0 {
		return last, nil
	}
	return h.replace(last)
}

func (h *heap) replace(item value) (value, error) {
	if len(h.l.Items) == 0 {
		return value{}, object.IndexError("index out of range")
	}
	first := h.l.Items[0]
	h.l.Items[0] = item
	return first, h.sink(0)
}

func (h *heap) pushPop(item value) (value, error) {
	if len(h.l.Items) == 0 {
		return item, nil
	}
	if yes, err := h.less(h.l.Items[0], item); err != nil || !yes {
		return item, err
	}
	if len(h.l.Items) == 0 {
		return value{}, object.IndexError("index out of range")
	}
	return h.replace(item)
}

func (h *heap) build(value) (value, error) {
	for pos := len(h.l.Items)/2 - 1; pos >= 0; pos-- {
		if err := h.sink(pos); err != nil {
			return value{}, err
		}
	}
	return object.None, nil
}
