package task

import (
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
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

// newTimeoutError makes asyncio.TimeoutError, which is not the builtin one in
// every version.
func newTimeoutError(l *loop.Loop) *exceptions.Error {
	if l.State().Profile.TimeoutIsBuiltin {
		return exceptions.ErrTimeout.New("")
	}
	return exceptions.ErrAsyncioTimeout.New("")
}

// Wait waits until the futures are done as when says, at most timeout seconds
// (NoTimeout for no limit), and gives those that are done and those that are
// not. It never cancels a future and a timeout is not an error. It fails as
// asyncio.wait does: ValueError for no futures or an unknown when, TypeError
// for what is not a future; coroutines among them are wrapped, wrapped with a
// warning, or refused, by version.
func Wait(co *Co, aws []any, timeout float64, when When) (done, pending []future.Awaitable, err error) {
	v, err := co.Do(WaitOp(aws, timeout, when))
	if err != nil {
		return nil, nil, err
	}
	w := v.(Waited)
	return w.Done, w.Pending, nil
}

// Waited is what Wait gives: the futures that are done and those that are not.
type Waited struct{ Done, Pending []future.Awaitable }

// WaitOp is Wait as an operation, whose value is a Waited.
func WaitOp(aws []any, timeout float64, when When) Op {
	return &waitOp{aws: aws, timeout: timeout, when: when}
}

type waitOp struct {
	aws     []any
	timeout float64
	when    When
	fs      []future.Awaitable
	w       *waiting
	value   Waited
}

// Begin implements Op.
func (o *waitOp) Begin(on *loop.Loop) (any, bool, error) {
	if len(o.aws) == 0 {
		return nil, true, exceptions.ValueError("%s", on.State().Profile.WaitEmptyText)
	}
	switch o.when {
	case FirstCompleted, FirstException, AllCompleted:
	default:
		return nil, true, exceptions.ValueError("Invalid return_when value: %s", string(o.when))
	}
	var err error
	if o.fs, err = waitable(on, o.aws); err != nil {
		return nil, true, err
	}
	o.w = &waiting{waiter: future.New(on), left: len(o.fs), when: o.when}
	if HasTimeout(o.timeout) {
		o.w.timer, err = on.CallLaterIn(o.timeout, &release{o.w.waiter}, nil, on.CurrentContext().Vars())
		if err != nil {
			return nil, true, err
		}
	}
	for _, f := range o.fs {
		if err := f.AddDoneCallback(o.w, nil); err != nil {
			return nil, true, err
		}
	}
	return o.w.waiter, false, nil
}

// Resume implements Op.
func (o *waitOp) Resume(_ any, err error) (any, bool, error) {
	if o.w.timer != nil {
		o.w.timer.Cancel()
	}
	for _, f := range o.fs {
		f.RemoveDoneCallback(o.w)
	}
	if err != nil {
		return nil, true, err
	}
	for _, f := range o.fs {
		if f.Done() {
			o.value.Done = append(o.value.Done, f)
		} else {
			o.value.Pending = append(o.value.Pending, f)
		}
	}
	return nil, true, nil
}

// Value implements Op.
func (o *waitOp) Value() any { return o.value }

// waitable gives the set of futures to wait for, in the State's order for what
// CPython orders by address.
func waitable(l *loop.Loop, aws []any) ([]future.Awaitable, error) {
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
	l.Arrange(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
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
func (r *release) DescribeCallback(args bool) string { return releaseName + "(" + r.arg(args) + ")" }

const releaseName = "_release_waiter"

func (r *release) arg(shown bool) string {
	if !shown {
		return ""
	}
	return r.waiter.Loop().State().ReprShortOf(r.waiter)
}

// CallbackName implements future.CallbackNamer: it is a partial, which shows its
// argument.
func (r *release) CallbackName() (name, place string) {
	s := r.waiter.Loop().State()
	if s.LibraryPlace != nil {
		place = s.LibraryPlace(releaseName)
	}
	return releaseName + "(" + r.arg(s.Profile.ArgumentsInRepr) + ")", place
}
