package queues

// Less reports whether a comes before b. Its error, such as Python's TypeError
// for values that have no order, leaves the operation that asked.
type Less func(a, b any) (bool, error)

// heap gives the smallest item first. Which of equal items comes first is what
// CPython's heapq gives, which is neither the oldest nor the newest. An item
// that could not be compared stays where it was when that was found out.
type heap struct {
	items []any
	less  Less
}

// Put implements Store.
func (h *heap) Put(item any) error {
	h.items = append(h.items, item)
	return h.up(len(h.items) - 1)
}

// Get implements Store. An item whose successor could not be found is lost.
func (h *heap) Get() (any, error) {
	end := len(h.items) - 1
	item := h.items[0]
	h.items[0] = h.items[end]
	h.items[end] = nil
	h.items = h.items[:end]
	if end == 0 {
		return item, nil
	}
	if err := h.down(); err != nil {
		return nil, err
	}
	return item, nil
}

// up moves the item at i towards the root while it is smaller than its parent.
func (h *heap) up(i int) error {
	for i > 0 {
		parent := (i - 1) / 2
		smaller, err := h.less(h.items[i], h.items[parent])
		if err != nil || !smaller {
			return err
		}
		h.items[i], h.items[parent] = h.items[parent], h.items[i]
		i = parent
	}
	return nil
}

// down moves the root to a leaf, always changing places with the smaller child,
// the right one of equals, and then up again. That compares less often than
// stopping in time, and it settles the order of equals.
func (h *heap) down() error {
	i := 0
	for 2*i+1 < len(h.items) {
		child := 2*i + 1
		if child+1 < len(h.items) {
			left, err := h.less(h.items[child], h.items[child+1])
			if err != nil {
				return err
			}
			if !left {
				child++
			}
		}
		h.items[i], h.items[child] = h.items[child], h.items[i]
		i = child
	}
	return h.up(i)
}

// Len implements Store.
func (h *heap) Len() int { return len(h.items) }

// Items implements Store.
func (h *heap) Items() []any { return h.items }
