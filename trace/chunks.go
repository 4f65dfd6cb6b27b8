package trace

// chunk is how many elements are allocated at a time.
const chunk = 4096

// chunks is a slice that grows without copying what it has.
type chunks[T any] struct {
	parts [][]T
	size  int
}

// add adds a zero element and gives it.
func (c *chunks[T]) add() *T {
	if c.size/chunk == len(c.parts) {
		c.parts = append(c.parts, make([]T, chunk))
	}
	c.size++
	return c.at(c.size - 1)
}

func (c *chunks[T]) at(i int) *T { return &c.parts[i/chunk][i%chunk] }

// clear takes all elements out. Their room is used again.
func (c *chunks[T]) clear() {
	for left, i := c.size, 0; left > 0; left, i = left-chunk, i+1 {
		clear(c.parts[i][:min(left, chunk)])
	}
	c.size = 0
}
