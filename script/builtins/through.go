package builtins

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

// What resumes a generator or coroutine holds nothing meanwhile but that.
func init() {
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass, vm.AsyncStepClass, vm.AsyncThrowClass} {
		for _, name := range []string{"__next__", "send", "throw", "close"} {
			if b, ok := c.Dict.GetStr(name).Ref.(*object.Builtin); ok {
				b.Through = true
			}
		}
	}
}
