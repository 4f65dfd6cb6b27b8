package task

import (
	"asyncio/future"
	"asyncio/loop"
)

// shield ties a shielded future to the one that is handed out for it.
type shield struct {
	inner future.Awaitable
	outer *future.Future
}

// Shield gives a future that ends as aw does, a future or a coroutine, but
// whose cancellation does not reach it. One that is done is given back itself.
func Shield(l *loop.Loop, aw any) (future.Awaitable, error) {
	inner, err := ensureAny(l, aw)
	if err != nil || inner.Done() {
		return inner, err
	}
	s := &shield{inner: inner, outer: future.New(inner.Loop())}
	if err := inner.AddDoneCallback((*innerDone)(s), nil); err != nil {
		return nil, err
	}
	return s.outer, s.outer.AddDoneCallback((*outerDone)(s), nil)
}

type innerDone shield

// CallbackName implements future.CallbackNamer.
func (*innerDone) CallbackName() (name, place string) {
	return "shield.<locals>._inner_done_callback", ""
}

// FutureDone implements future.DoneCallback.
func (d *innerDone) FutureDone(inner future.Awaitable) error {
	if d.outer.Cancelled() {
		if !inner.Cancelled() {
			_, _ = inner.Exception() // seen: nobody else will ask
		}
		return nil
	}
	if inner.Cancelled() {
		_, err := d.outer.TryCancel(nil)
		return err
	}
	v, err := peek(inner)
	if err != nil {
		return d.outer.SetException(err)
	}
	return d.outer.SetResult(v)
}

type outerDone shield

// StandsFor gives the future that the shield's stands for.
func (d *outerDone) StandsFor() future.Awaitable { return d.inner }

// CallbackName implements future.CallbackNamer.
func (*outerDone) CallbackName() (name, place string) {
	return "shield.<locals>._outer_done_callback", ""
}

// FutureDone implements future.DoneCallback.
func (d *outerDone) FutureDone(future.Awaitable) error {
	if !d.inner.Done() {
		d.inner.RemoveDoneCallback((*innerDone)((*shield)(d)))
	}
	return nil
}
