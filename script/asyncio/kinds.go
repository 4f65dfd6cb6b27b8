package asyncio

import "asyncio/script/object"

// kinds adds the functions that tell what a value is.
func (b *Binding) kinds(m *object.Module) {
	is := func(name string, holds func(v val) bool) {
		m.Def(name, 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) { return object.Bool(holds(a[0])), nil })
	}
	is("iscoroutine", b.isCoroutine)
	is("iscoroutinefunction", b.isCoroutineFunction)
	is("isfuture", func(v val) bool {
		_, ok := v.Ref.(anyFuture)
		return ok || b.actsAsFuture(v)
	})
}
