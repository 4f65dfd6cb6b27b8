package builtins

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

// What resumes a generator or coroutine holds nothing meanwhile but that.
func resumeThrough() {
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass, vm.AsyncStepClass, vm.AsyncThrowClass} {
		c.Later(func(c *object.Class) {
			for _, name := range []string{"__next__", "send", "throw", "close"} {
				m, _ := c.Has(name)
				if b, ok := m.Ref.(*object.Builtin); ok {
					b.Through = true
				}
			}
		})
	}
}
