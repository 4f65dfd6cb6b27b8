package future

import (
	"fmt"
	"runtime"
	"weak"

	"asyncio/handle"
	"asyncio/process"
)

// Unretrieved keeps a loop's failed futures that nobody has asked yet, oldest
// first. CPython reports such a future when it is collected. So does a loop
// that collects, some time after its last reference is gone; whatever is left
// is reported when the loop is closed. A loop that does not collect, because
// its runs have to be the same each time, holds the futures until then.
type Unretrieved struct {
	first, last *report
	collect     bool
	watch       func(Awaitable)
	taken       func(Awaitable)
	ended       func(err error)
}

// report is what will be said of one failed future. It does not refer to the
// future, so that it can outlive it.
type report struct {
	prev, next *report
	loop       Loop
	strong     *Future // in a loop that does not collect
	weak       weak.Pointer[Future]
	cleanup    runtime.Cleanup
	class      string
	remains    fmt.Stringer // stands for a future that was collected
	err        error
	created    *process.Origin
}

// Mourned is implemented by what embeds a Future, to give something that prints
// as it does without referring to it.
type Mourned interface{ Remains(err error) fmt.Stringer }

// remains prints as a plain future that was collected.
type remains struct {
	class string
	err   string
}

// String gives the repr of the failed future.
func (r remains) String() string { return "<" + r.class + " finished exception=" + r.err + ">" }

// SetCollect says whether dropped futures are reported when they are collected.
func (u *Unretrieved) SetCollect(yes bool) { u.collect = yes }

// SetWatch has failed told of each failed future, for a layer above that finds out
// by itself when one is dropped, and then calls ReportUnretrieved; and taken of
// each whose exception somebody has seen.
func (u *Unretrieved) SetWatch(failed, taken func(f Awaitable)) { u.watch, u.taken = failed, taken }

// SetEnded has fn told of each exception that a future or task ends with, and of
// the CancelledErrors that end tasks.
func (u *Unretrieved) SetEnded(fn func(err error)) { u.ended = fn }

func (u *Unretrieved) add(f *Future) {
	if u.ended != nil {
		u.ended(f.err)
	}
	r := &report{loop: f.loop, class: f.class(), err: f.err, created: f.created, prev: u.last}
	f.report = r
	if u.last != nil {
		u.last.next = r
	} else {
		u.first = r
	}
	u.last = r
	if u.watch != nil {
		r.strong = f
		u.watch(f.self)
		return
	}
	if !u.collect {
		r.strong = f
		return
	}
	if m, ok := f.self.(Mourned); ok {
		r.remains = m.Remains(f.err)
	} else {
		r.remains = remains{r.class, f.loop.State().ReprOf(f.err)}
	}
	r.weak = weak.Make(f)
	r.cleanup = runtime.AddCleanup(f, func(r *report) {
		// A closed loop has reported it already.
		_ = r.loop.Post(func() error { return u.say(r) })
	}, r)
}

func (u *Unretrieved) has(r *report) bool { return r.prev != nil || u.first == r }

func (u *Unretrieved) remove(r *report) {
	if !u.has(r) {
		return
	}
	if r.prev != nil {
		r.prev.next = r.next
	} else {
		u.first = r.next
	}
	if r.next != nil {
		r.next.prev = r.prev
	} else {
		u.last = r.prev
	}
	r.prev, r.next = nil, nil
}

// Report reports all of them to their loop's exception handler and forgets them.
func (u *Unretrieved) Report() {
	if u.watch != nil {
		return
	}
	for u.first != nil {
		_ = u.say(u.first) // nobody is left to take a KeyboardInterrupt
	}
}

// say reports one future, unless that has been done.
func (u *Unretrieved) say(r *report) error {
	if !u.has(r) {
		return nil
	}
	u.remove(r)
	f := r.strong
	if f == nil {
		f = r.weak.Value()
	}
	var what any = r.remains
	if f != nil {
		f.report = nil
		r.cleanup.Stop()
		what = f.self
	}
	c := &handle.ErrorContext{
		Message:   r.class + " exception was never retrieved",
		Exception: r.err,
		Entries:   []handle.Entry{{Key: "future", Value: what}},
	}
	if r.created != nil {
		c.Entries = append(c.Entries, handle.Entry{Key: "source_traceback", Value: *r.created})
	}
	return r.loop.CallExceptionHandler(c)
}

// ReportUnretrieved reports the future's exception as never retrieved, if
// nobody has taken it, and then counts as having taken it. A layer above calls
// it for a future that it knows to be dropped.
func (f *Future) ReportUnretrieved() error {
	if f.report == nil {
		return nil
	}
	return f.loop.Unretrieved().say(f.report)
}
