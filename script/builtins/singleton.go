package builtins

import "asyncio/script/object"

func fillSingletons() {
	for _, s := range []value{object.None, object.NotImplemented, object.Ellipsis} {
		c := object.ClassOf(s)
		c.Constructor("", func(t *thread, _ *object.Class, _ []value) (value, error) { return s, nil })
		if !s.IsNone() {
			c.Method("__reduce__()", func(t *thread, a []value, _ kws) (value, error) { return str(object.ReprText(t, s)) })
		}
	}
	object.NoneClass.Method("__bool__()", func(t *thread, a []value, _ kws) (value, error) { return object.False, nil })
}
