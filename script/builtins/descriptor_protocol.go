package builtins

import "asyncio/script/object"

// descriptorProtocol shows programs the methods by which descriptors bind. The
// machine itself goes the direct way.
func descriptorProtocol() {
	for _, c := range []*object.Class{object.FunctionClass, object.MethodDescClass, object.MethodClass, object.ClassMethodClass,
		object.StaticMethodClass, object.PropertyClass, object.GetSetClass, object.MemberClass} {
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
	}
	for _, c := range []*object.Class{object.PropertyClass, object.GetSetClass, object.MemberClass} {
		c.Def("__set__", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
			return object.None, object.SetThrough(t, a[0], a[1], a[2])
		})
		c.Def("__delete__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
			return object.None, object.SetThrough(t, a[0], a[1], value{})
		})
	}
	object.PropertyClass.Def("__set_name__", 3, 3, func(_ *thread, a []value, _ kws) (value, error) {
		if name, ok := object.StrOf(a[2]); ok {
			a[0].Ref.(*object.Property).Name = name
		}
		return object.None, nil
	})
}
