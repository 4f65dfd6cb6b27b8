package future

import (
	"asyncio/exceptions"
	"asyncio/profile"
)

// MakeCancelledError is _make_cancelled_error: cancelledError, but who asks next
// gets no context.
func (f *Future) MakeCancelledError() error {
	err := f.cancelledError()
	if f.Cancelled() {
		f.err = nil
	}
	return err
}

// cancelledError makes the CancelledError that asking for the outcome of this
// cancelled future raises. From 3.11 on the first who asks gets the very
// error that came out of the coroutine; 3.9 and 3.10 make a new one that has
// it as its context; 3.8 knows neither message nor context. A future that was not
// cancelled has no such error, and keeps its own.
func (f *Future) cancelledError() error {
	inner := f.err
	if !f.Cancelled() {
		inner = nil
	}
	switch f.loop.State().Profile.Cancelled {
	case profile.CancelledOriginal:
		if inner != nil {
			f.err = nil
			return inner
		}
		return exceptions.NewCancelled(f.CancelMessage())
	case profile.CancelledChained:
		e := exceptions.NewCancelled(f.CancelMessage())
		e.Context = inner
		return e
	}
	return exceptions.NewCancelled(nil)
}
