package asyncio

import "asyncio/script/object"

// pyCall is a Python callback with its arguments.
type pyCall struct {
	b    *Binding
	fn   object.Value
	args []object.Value
}

// Call implements handle.Callback.
func (c *pyCall) Call() error {
	_, err := c.b.t().CallKw(c.fn, c.args, nil)
	return err
}

// DescribeCallback implements handle.Describer.
func (c *pyCall) DescribeCallback(bool) string {
	s, err := object.ReprText(c.b.t(), c.fn)
	if err != nil {
		return "?"
	}
	return s
}

type pyHandle struct {
	cancel    func()
	cancelled func() bool
	when      float64
}

// Class implements object.Object.
func (*pyHandle) Class() *object.Class { return handleClass }
