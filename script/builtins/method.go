package builtins

import "asyncio/script/object"

// methodMethods gives bound methods what their functions do not show through.
func methodMethods(c *object.Class) {
	c.Construct = func(_ *thread, _ *object.Class, a []value, _ kws) (value, error) {
		if len(a) != 2 {
			return value{}, object.TypeError("method expected 2 arguments, got %d", len(a))
		}
		if !object.Callable(a[0]) {
			return value{}, object.TypeError("first argument must be callable")
		}
		if a[1].IsNone() {
			return value{}, object.TypeError("instance must not be None")
		}
		return object.Obj(&object.BoundMethod{Fn: a[0], Self: a[1]}), nil
	}
	c.DefGet("__doc__", func(t *thread, v value) (value, error) {
		return object.GetAttr(t, v.Ref.(*object.BoundMethod).Fn, "__doc__")
	}, nil)
}
