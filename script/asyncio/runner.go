package asyncio

import (
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/runners"
	"asyncio/script/object"
)

func (b *Binding) runMain(t *object.Thread, v object.Value, debug *bool) (object.Value, error) {
	c, ok := b.awaitable(v).(coroutine.Coroutine)
	if !ok {
		return object.Value{}, object.TypeError("An asyncio.Future, a coroutine or an awaitable is required")
	}
	o := runners.Options{Debug: debug}
	o.Config = b.h.LoopConfig()
	r, err := runners.Run(func(*loop.Loop) coroutine.Coroutine { return c }, o)
	return b.toValue(r), err
}
