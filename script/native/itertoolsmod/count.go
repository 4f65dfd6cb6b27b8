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
