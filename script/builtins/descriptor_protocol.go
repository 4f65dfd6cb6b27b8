package builtins

import "asyncio/script/object"

// descriptorProtocol shows programs the method by which functions bind. The
// machine itself goes the direct way.
func descriptorProtocol() {
	for _, c := range []*object.Class{object.FunctionClass, object.MethodDescClass, object.SlotWrapperClass, object.MethodClass} {
		c.Later(func(c *object.Class) {
			c.Def("__get__", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
				self, owner := a[1], object.ClassOf(a[1])
				if self.IsNone() {
					self = value{}
					if len(a) < 3 || a[2].IsNone() {
						return value{}, object.TypeError("__get__(None, None) is invalid")
					}
				}
				if len(a) > 2 {
					if k, ok := a[2].Ref.(*object.Class); ok {
						owner = k
					}
				}
				return object.Bind(t, a[0], self, owner)
			})
		})
	}
}
