package asyncio

import (
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/runners"
	"asyncio/script/object"
	"errors"
)

// fatal is an error of the loop that no Python code may catch.
type fatal struct{ error }

// Fatal implements object.Fatal.
func (fatal) Fatal() {}

// Unwrap gives the error itself.
func (f fatal) Unwrap() error { return f.error }

func (b *Binding) runMain(t *object.Thread, v object.Value, debug *bool) (object.Value, error) {
	c, ok := b.awaitable(v).(coroutine.Coroutine)
	if !ok {
		return object.Value{}, object.TypeError("An asyncio.Future, a coroutine or an awaitable is required")
	}
	o := runners.Options{Debug: debug}
	o.Config.State = b.h.Process
	if b.h.Virtual != nil {
		o.Config.Clock = b.h.Virtual
	}
	r, err := runners.Run(func(l *loop.Loop) coroutine.Coroutine {
		for _, s := range b.h.Signals {
			if b.h.Virtual != nil {
				b.h.Virtual.At(s.After.Seconds(), func() { l.DeliverSignal(s.Signal) })
			}
		}
		b.h.Signals = nil
		b.h.Machine.Poll = func(*object.Thread) error { return l.CheckSignals() }
		return c
	}, o)
	b.h.Machine.Poll = nil
	var dead *loop.DeadlockError
	if errors.As(err, &dead) {
		return object.Value{}, fatal{err}
	}
	return b.toValue(r), err
}
