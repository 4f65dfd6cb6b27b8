package task

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/process"
	"asyncio/profile"
)

// When says what Wait waits for.
type When string

// The values of asyncio.wait's return_when.
const (
	FirstCompleted When = "FIRST_COMPLETED"
	FirstException When = "FIRST_EXCEPTION"
	AllCompleted   When = "ALL_COMPLETED"
)

// NoTimeout stands for timeout=None where a timeout in seconds is taken.
const NoTimeout = -1e300

// HasTimeout reports whether a timeout is one, not NoTimeout.
func HasTimeout(seconds float64) bool { return seconds != NoTimeout }

// Wait waits until the futures are done as when says, at most timeout seconds
// (NoTimeout for no limit), and gives those that are done and those that are
// not. It never cancels a future and a timeout is not an error. It fails as
// asyncio.wait does: ValueError for no futures or an unknown when, TypeError
// for what is not a future; coroutines among them are wrapped, wrapped with a
// warning, or refused, by version.
func Wait(co *Co, aws []any, timeout float64, when When) (done, pending []future.Awaitable, err error) {
	if len(aws) == 0 {
		return nil, nil, exceptions.ValueError("%s", co.task.loop.State().Profile.WaitEmptyText)
	}
	switch when {
	case FirstCompleted, FirstException, AllCompleted:
	default:
		return nil, nil, exceptions.ValueError("Invalid return_when value: %s", string(when))
	}
	fs, err := waitable(co, aws)
	if err != nil {
		return nil, nil, err
	}
	l := co.task.loop
	w := &waiting{waiter: future.New(l), left: len(fs), when: when}
	if HasTimeout(timeout) {
		w.timer, err = l.CallLaterIn(timeout, &release{w.waiter}, nil, co.Context().Vars())
		if err != nil {
			return nil, nil, err
		}
	}
	for _, f := range fs {
		if err := f.AddDoneCallback(w, nil); err != nil {
			return nil, nil, err
		}
	}
	_, err = co.Await(w.waiter)
	if w.timer != nil {
		w.timer.Cancel()
	}
	for _, f := range fs {
		f.RemoveDoneCallback(w)
	}
	if err != nil {
		return nil, nil, err
	}
	for _, f := range fs {
		if f.Done() {
			done = append(done, f)
		} else {
			pending = append(pending, f)
		}
	}
	return done, pending, nil
}

// waitable gives the set of futures to wait for, in the State's order for what
// CPython orders by address.
func waitable(co *Co, aws []any) ([]future.Awaitable, error) {
	l := co.task.loop
	p := l.State().Profile
	ensure := Ensure
	if p.Wait == profile.WaitRefuses { // only what wraps looks at the loop
		ensure = ensureAny
	}
	seen := make(map[any]bool, len(aws))
	var fs []future.Awaitable
	for _, aw := range aws {
		if seen[aw] {
			continue
		}
		seen[aw] = true
		if _, isFuture := aw.(future.Awaitable); !isFuture {
			if _, ok := aw.(coroutine.Coroutine); ok && p.Wait == profile.WaitRefuses {
				return nil, exceptions.TypeError("Passing coroutines is forbidden, use tasks explicitly.")
			} else if ok && p.Wait == profile.WaitWarns {
				l.State().Logger.Log(process.Warning, "DeprecationWarning: The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, and scheduled for removal in Python 3.11.")
			}
		}
		f, err := ensure(l, aw)
		if err != nil {
			return nil, err
		}
		fs = append(fs, f)
	}
	l.State().Orders.Arrange(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
	return fs, nil
}

// waiting is the done callback of Wait's futures.
type waiting struct {
	waiter *future.Future
	timer  *handle.TimerHandle
	left   int
	when   When
}

// CallbackName implements future.CallbackNamer.
func (*waiting) CallbackName() (name, place string) { return "_wait.<locals>._on_completion", "" }

// FutureDone implements future.DoneCallback.
func (w *waiting) FutureDone(f future.Awaitable) error {
	w.left--
	if w.left > 0 && w.when != FirstCompleted && (w.when != FirstException || !failed(f)) {
		return nil
	}
	if w.timer != nil {
		w.timer.Cancel()
	}
	if w.waiter.Done() {
		return nil
	}
	return w.waiter.SetResult(nil)
}

// failed reports whether a done future has an exception, which counts as
// having seen it.
func failed(f future.Awaitable) bool {
	if f.Cancelled() {
		return false
	}
	exc, _ := f.Exception()
	return exc != nil
}

// release lets a waiter go on, as a timer's callback or a future's.
type release struct{ waiter *future.Future }

// Call implements handle.Callback.
func (r *release) Call() error {
	if r.waiter.Done() {
		return nil
	}
	return r.waiter.SetResult(nil)
}

// FutureDone implements future.DoneCallback.
func (r *release) FutureDone(future.Awaitable) error { return r.Call() }

// DescribeCallback implements handle.Describer.
func (r *release) DescribeCallback(bool) string { return "_release_waiter()" }

// CallbackName implements future.CallbackNamer.
func (r *release) CallbackName() (name, place string) { return "_release_waiter", "" }
