package builtins

import "asyncio/script/object"

func fillSingletons() {
	for _, s := range []value{object.NotImplemented, object.Ellipsis} {
		object.ClassOf(s).Later(func(c *object.Class) {
			c.Method("__reduce__()", func(t *thread, a []value, _ kws) (value, error) { return str(object.ReprText(t, s)) })
		})
	}
	object.NoneClass.Later(func(c *object.Class) {
		c.Method("__bool__()", func(t *thread, a []value, _ kws) (value, error) { return object.False, nil })
	})
}
