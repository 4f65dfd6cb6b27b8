package future

import (
	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/profile"
)

// State is where a future is on its way.
type State uint8

// The states. A future that is not Pending never changes again.
const (
	Pending State = iota
	Cancelled
	Finished
)

// String gives the state as reprs print it.
func (s State) String() string { return [...]string{"pending", "cancelled", "finished"}[s] }

// Future is asyncio.Future. The zero value is not usable: make one with New,
// or embed it and call Init.
type Future struct {
	loop     Loop
	self     Awaitable // what callbacks are given: this, or what embeds it
	value    any       // the result; of a cancelled one the message, of a failed one its trace
	err      error     // the exception; of a cancelled one what ended its coroutine
	first    entry     // most futures have one callback
	more     []entry
	report   *report // the exception was not taken yet
	owner    any
	created  *process.Origin // in debug mode
	id, born uint64
	state    State
	blocking bool
	printing bool // String is under way
}

// New makes a pending future of the loop.
func New(l Loop) *Future {
	f := new(Future)
	f.Init(l, f)
	return f
}

// Init makes f pending. self is the object that embeds f and is what
// callbacks are given; f itself when it is embedded in nothing.
func (f *Future) Init(l Loop, self Awaitable) {
	f.loop, f.self, f.born = l, self, l.Born()
	if l.Debug() {
		origin := l.State().Caller(0)
		f.created = &origin
	}
}

// Loop implements Awaitable.
func (f *Future) Loop() Loop { return f.loop }

// Base gives f itself. What embeds a Future inherits it, so that a layer above
// finds the core's future in an Awaitable.
func (f *Future) Base() *Future { return f }

// Born gives the number that the future's loop gave it when it was made.
func (f *Future) Born() uint64 { return f.born }

// State gives the future's state.
func (f *Future) State() State { return f.state }

// Done implements Awaitable.
func (f *Future) Done() bool { return f.state != Pending }

// Cancelled implements Awaitable.
func (f *Future) Cancelled() bool { return f.state == Cancelled }

// Blocking implements Awaitable.
func (f *Future) Blocking() bool { return f.blocking }

// SetBlocking implements Awaitable.
func (f *Future) SetBlocking(yes bool) { f.blocking = yes }

// Owner gives the object of the layer above that stands for the future.
func (f *Future) Owner() any { return f.owner }

// SetOwner sets what Owner gives.
func (f *Future) SetOwner(o any) { f.owner = o }

// ID identifies the future to observers; it is 0 until one asked.
func (f *Future) ID() uint64 {
	if f.id == 0 {
		f.id = f.loop.State().NextID()
	}
	return f.id
}

// Result implements Awaitable. Asking counts as taking the exception.
func (f *Future) Result() (any, error) {
	switch f.state {
	case Pending:
		return nil, exceptions.InvalidStateError("Result is not set.")
	case Cancelled:
		return nil, f.cancelledError()
	}
	f.Taken()
	if f.err == nil {
		return f.kept(), nil
	}
	if t, ok := f.err.(Traced); ok && f.loop.State().Profile.TraceAsSet {
		t.SetTrace(f.kept())
		f.keep(nil) // CPython has it for the first who asks
	}
	return nil, f.err
}

// Traced is an exception that notes what it passes through. A future gives it
// out as it was when it was set.
type Traced interface {
	error
	// Trace is what it has passed through.
	Trace() any
	// SetTrace puts that back.
	SetTrace(trace any)
}

// Exception implements Awaitable. Asking counts as taking the exception.
func (f *Future) Exception() (exc, err error) {
	switch f.state {
	case Pending:
		return nil, exceptions.InvalidStateError("Exception is not set.")
	case Cancelled:
		return nil, f.cancelledError()
	}
	f.Taken()
	return f.err, nil
}

// SetResult ends the future with a result. It fails with InvalidStateError
// "invalid state" when the future is done, and with RuntimeError "Event loop
// is closed" when callbacks could not be queued; then the future is done all
// the same, as in CPython.
func (f *Future) SetResult(v any) error {
	if f.state != Pending {
		return exceptions.InvalidStateError("invalid state")
	}
	f.keep(v)
	f.state = Finished
	return f.finish(1)
}

// SetException ends the future with an exception. It fails as SetResult does,
// and with TypeError for a nil error. A class stands for a new exception of it.
// A StopIteration is refused or wrapped, by version; where it is refused, its
// subclasses are not.
func (f *Future) SetException(err error) error {
	if f.state != Pending {
		return exceptions.InvalidStateError("invalid state")
	}
	if err == nil {
		return exceptions.TypeError("invalid exception object")
	}
	if c, ok := err.(*exceptions.Class); ok {
		err = c.New("")
	}
	if exceptions.KindOf(err) == exceptions.StopIteration {
		const text = "StopIteration interacts badly with generators and cannot be raised into a Future"
		e, known := err.(*exceptions.Error)
		switch {
		case f.loop.State().Profile.WrapsStopIteration:
			err = exceptions.RuntimeError(text).WithCause(err)
		case !known || e.Class == exceptions.ErrStopIteration:
			return exceptions.TypeError(text)
		} // a subclass was not looked for before it was wrapped
	}
	return f.fail(err)
}

// SetSubclassException is SetException for an exception of a subclass of
// StopIteration, which the versions that refuse StopIteration let pass.
func (f *Future) SetSubclassException(err error) error {
	if f.state != Pending {
		return exceptions.InvalidStateError("invalid state")
	}
	return f.fail(err)
}

func (f *Future) fail(err error) error {
	var trace any
	if t, ok := err.(Traced); ok {
		trace = t.Trace()
	}
	f.keep(trace)
	f.err, f.state = err, Finished
	f.loop.Unretrieved().add(f)
	return f.finish(2)
}

// TryCancel implements Awaitable: a pending future becomes cancelled.
func (f *Future) TryCancel(msg any) (bool, error) {
	f.Taken()
	if f.state != Pending {
		return false, nil
	}
	f.state, f.value = Cancelled, msg
	return true, f.finish(3)
}

// Cancel asks for cancellation, with a message at most, and reports whether
// that was possible. Versions before 3.9 drop the message.
func (f *Future) Cancel(msg ...any) bool {
	ok, err := f.self.TryCancel(First(msg))
	if err != nil {
		f.loop.CallExceptionHandler(&handle.ErrorContext{
			Message: "Exception in Future.cancel()", Exception: err,
			Entries: []handle.Entry{{Key: "future", Value: f.self}},
		})
	}
	return ok
}

// First gives the first of optional arguments, nil when there is none.
func First(msg []any) any {
	if len(msg) == 0 {
		return nil
	}
	return msg[0]
}

func (f *Future) finish(how int) error {
	if f.loop.Observer() != nil {
		kind := observe.FutureDone
		if t, ok := f.self.(interface{ DoneKind() observe.Kind }); ok {
			kind = t.DoneKind()
		}
		f.loop.Notify(observe.Event{Kind: kind, ID: f.ID(), N: how, Label: f})
	}
	if f.first.cb == nil {
		return nil
	}
	return f.scheduleCallbacks()
}

// Taken notes that somebody has seen the exception, so that it is not
// reported as never retrieved.
func (f *Future) Taken() {
	if r := f.report; r != nil {
		f.report = nil
		r.cleanup.Stop()
		u := f.loop.Unretrieved()
		u.remove(r)
		if u.taken != nil {
			u.taken(f.self)
		}
	}
}

// Untaken reports whether the future failed and nobody has seen it yet.
func (f *Future) Untaken() bool { return f.report != nil }

// SetCancelMessage notes the message of a cancellation still to be delivered to
// a pending future.
func (f *Future) SetCancelMessage(msg any) { f.value = msg }

// CancelMessage gives the message of the cancellation, delivered or not; nil
// for none.
func (f *Future) CancelMessage() any {
	if f.state == Finished {
		if u, ok := f.value.(*undelivered); ok {
			return u.message
		}
		return nil
	}
	return f.value
}

// undelivered is the value of a future that finished with the message of a
// cancellation: who makes a CancelledError of it all the same, as gather does,
// gives it that.
type undelivered struct{ value, message any }

// References gives both.
func (u *undelivered) References(visit func(any)) {
	visit(u.value)
	visit(u.message)
}

// keep stores the value with which the future finishes, and with it a message
// that is there.
func (f *Future) keep(v any) {
	if f.value != nil {
		v = &undelivered{v, f.CancelMessage()}
	}
	f.value = v
}

// kept gives the value with which the future has finished.
func (f *Future) kept() any {
	if u, ok := f.value.(*undelivered); ok {
		return u.value
	}
	return f.value
}

// EndCancelled makes the future cancelled because of err, the CancelledError
// that came out of a task's coroutine; which error others then see differs by
// version.
func (f *Future) EndCancelled(err error) error {
	f.Taken()
	if f.state != Pending {
		return nil
	}
	f.state, f.value = Cancelled, nil
	if f.loop.State().Profile.Cancelled != profile.CancelledPlain {
		f.err = err
	}
	if u := f.loop.Unretrieved(); u.ended != nil {
		u.ended(err)
	}
	return f.finish(3)
}

// Discard empties a future of a loop that was closed, so that it keeps nothing
// else alive.
func (f *Future) Discard() { f.first, f.more = entry{}, nil }

type entry struct {
	cb   DoneCallback
	ctx  *contextvars.Context
	vars contextvars.Vars
}

// AddDoneCallback implements Awaitable.
func (f *Future) AddDoneCallback(cb DoneCallback, ctx *contextvars.Context) error {
	e := entry{cb: cb, ctx: ctx}
	if ctx == nil {
		e.vars = f.loop.CurrentContext().Vars()
	}
	switch {
	case f.state != Pending:
		return f.schedule(e)
	case f.first.cb == nil:
		f.first = e
	default:
		f.more = append(f.more, e)
	}
	return nil
}

// RemoveDoneCallback implements Awaitable.
func (f *Future) RemoveDoneCallback(cb DoneCallback) int {
	if f.first.cb == nil {
		return 0
	}
	kept := f.more[:0:0]
	for _, e := range append([]entry{f.first}, f.more...) {
		if !same(cb, e.cb) {
			kept = append(kept, e)
		}
	}
	removed := 1 + len(f.more) - len(kept)
	f.first, f.more = entry{}, nil
	if len(kept) > 0 {
		f.first, f.more = kept[0], kept[1:]
	}
	return removed
}

// Callbacks gives each registered callback with the context it will run in.
func (f *Future) Callbacks(each func(cb DoneCallback, ctx *contextvars.Context)) {
	if f.first.cb == nil {
		return
	}
	for _, e := range append([]entry{f.first}, f.more...) {
		ctx := e.ctx
		if ctx == nil {
			ctx = contextvars.FromVars(e.vars)
		}
		each(e.cb, ctx)
	}
}

// Outcome gives the result and the exception as they are stored, without
// counting as asking for them.
func (f *Future) Outcome() (any, error) {
	if f.err != nil {
		return nil, f.err
	}
	return f.kept(), nil
}

// Created gives where the future was made.
func (f *Future) Created() process.Origin {
	if f.created == nil {
		return process.Origin{}
	}
	return *f.created
}

// scheduleCallbacks queues each callback by itself, in the order of
// registration.
func (f *Future) scheduleCallbacks() error {
	first, more := f.first, f.more
	f.first, f.more = entry{}, nil
	if err := f.schedule(first); err != nil {
		return err
	}
	for _, e := range more {
		if err := f.schedule(e); err != nil {
			return err
		}
	}
	return nil
}

func (f *Future) schedule(e entry) error {
	if w, ok := e.cb.(Waker); ok {
		if h := w.WakeHandle(f.self, e.ctx); h != nil {
			return f.loop.CallSoonHandle(h)
		}
	}
	d := &doneCall{cb: e.cb, f: f.self}
	d.Init(d, e.ctx, e.vars)
	return f.loop.CallSoonHandle(&d.Handle)
}

// doneCall is a done callback with the future it is given, and the handle that
// calls it.
type doneCall struct {
	handle.Handle
	cb DoneCallback
	f  Awaitable
}

// DoneCall is a queued callback that calls a done callback.
type DoneCall interface {
	// Done gives the callback and the future it is called with.
	Done() (cb DoneCallback, f Awaitable)
}

// Done implements DoneCall.
func (d *doneCall) Done() (DoneCallback, Awaitable) { return d.cb, d.f }

// Stepping implements handle.Stepper.
func (d *doneCall) Stepping() (name string, task uint64) {
	if s, ok := d.cb.(handle.Stepper); ok {
		return s.Stepping()
	}
	return "", 0
}

// Call implements handle.Callback.
func (d *doneCall) Call() error { return d.cb.FutureDone(d.f) }

// DescribeCallback implements handle.Describer.
func (d *doneCall) DescribeCallback(args bool) string {
	name, place := describe(d.f.Loop(), d.cb)
	arg := ""
	if args {
		arg = d.f.Loop().State().ReprShortOf(d.f)
	}
	return name + "(" + arg + ")" + place
}
