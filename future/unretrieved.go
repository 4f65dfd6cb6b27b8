package future

import "asyncio/handle"

// Unretrieved keeps a loop's failed futures that nobody has asked yet, oldest
// first. CPython reports one when it is collected; Go has no such moment that
// a program could rely on, so they are reported when the loop is closed, or
// when a layer above notices earlier that one was dropped.
type Unretrieved struct{ first, last *Future }

func (u *Unretrieved) add(f *Future) {
	f.prev, f.next = u.last, nil
	if u.last != nil {
		u.last.next = f
	} else {
		u.first = f
	}
	u.last = f
}

func (u *Unretrieved) remove(f *Future) {
	if f.prev != nil {
		f.prev.next = f.next
	} else {
		u.first = f.next
	}
	if f.next != nil {
		f.next.prev = f.prev
	} else {
		u.last = f.prev
	}
	f.prev, f.next = nil, nil
}

// Report reports all of them to their loop's exception handler and forgets them.
func (u *Unretrieved) Report() {
	for u.first != nil {
		u.first.ReportUnretrieved()
	}
}

// ReportUnretrieved reports the future's exception as never retrieved, if
// nobody has taken it, and then counts as having taken it.
func (f *Future) ReportUnretrieved() {
	if !f.untaken {
		return
	}
	err := f.err
	f.Taken()
	c := &handle.ErrorContext{
		Message:   f.class() + " exception was never retrieved",
		Exception: err,
		Entries:   []handle.Entry{{Key: "future", Value: f.self}},
	}
	if f.created != nil {
		c.Entries = append(c.Entries, handle.Entry{Key: "source_traceback", Value: *f.created})
	}
	f.loop.CallExceptionHandler(c)
}
