package loop

import (
	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/observe"
)

// Time gives the loop's time in seconds.
func (l *Loop) Time() float64 {
	if l.over != nil && l.over.Time != nil {
		return l.over.Time()
	}
	return l.clock.Now()
}

// Time gives the clock's time in seconds.
func (b *Base) Time() float64 { return b.clock.Now() }

// CallSoon queues fn to be called in the next iteration, in a copy of the
// current context. It fails with RuntimeError on a closed loop and TypeError
// for a nil function; in debug mode also with RuntimeError on a goroutine that
// does not belong to the running loop.
func (l *Loop) CallSoon(fn func() error) (*handle.Handle, error) {
	return l.CallSoonIn(handle.Func(fn), nil, l.currentVars())
}

// currentVars gives the variables that a callback scheduled now starts with.
func (l *Loop) currentVars() contextvars.Vars {
	if l.thread != nil {
		return l.thread.Context().Vars()
	}
	return l.state.CurrentVars()
}

// CallSoonContext is CallSoon with the context to run in.
func (l *Loop) CallSoonContext(ctx *contextvars.Context, fn func() error) (*handle.Handle, error) {
	return l.CallSoonIn(handle.Func(fn), ctx, nil)
}

// CallSoonIn implements future.Loop.
func (l *Loop) CallSoonIn(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error) {
	if l.over != nil && l.over.CallSoon != nil {
		return l.over.CallSoon(cb, ctx, vars)
	}
	return (*Base)(l).CallSoon(cb, ctx, vars)
}

// HandleDepth is how many calls debug mode notes for a handle: CPython notes ten
// and takes its own two away.
const HandleDepth = 8

// CallSoon is BaseEventLoop.call_soon.
func (b *Base) CallSoon(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error) {
	l := (*Loop)(b)
	if err := l.checkCall(cb, "call_soon", true); err != nil {
		return nil, err
	}
	h := handle.New(cb, ctx, vars)
	if l.debug {
		h.SetCreated(l.state.Caller(HandleDepth))
	}
	l.push(h)
	return h, nil
}

// CallSoonHandle implements future.Loop: it queues a handle that is embedded in
// its owner. An override of CallSoon sees its callback like any other.
func (l *Loop) CallSoonHandle(h *handle.Handle) error {
	if l.over != nil && l.over.CallSoon != nil {
		_, err := l.over.CallSoon(h.Callback(), h.Context(), nil)
		return err
	}
	if l.debug {
		h.SetCreated(l.state.Caller(HandleDepth))
	}
	if l.closed {
		return l.checkClosed()
	}
	if l.debug {
		if err := l.checkThread(); err != nil {
			return err
		}
	}
	h.SetQueued(true)
	l.push(h)
	return nil
}

// append appends a handle of either kind to the ready queue, after what came in
// through the inbox before.
func (l *Loop) append(h any) {
	if l.inboxSize.Load() != 0 {
		l.fold()
	}
	l.ready.Add(h)
}

// push is append for a handle whose scheduling is observed.
func (l *Loop) push(h *handle.Handle) {
	l.append(h)
	if l.obs != nil {
		h.Renew()
		l.notifyScheduled(h)
	}
}

func (l *Loop) notifyScheduled(h *handle.Handle) {
	l.Notify(observe.Event{Kind: observe.HandleScheduled, ID: h.ID(l.state), Label: h})
}

// checkCall makes CPython's checks of a scheduling call. A callback that
// cannot be called is refused at once, not only in debug mode as in CPython: a
// nil Go function has no way to fail later that names it.
func (l *Loop) checkCall(cb handle.Callback, method string, thread bool) error {
	if l.closed {
		return l.checkClosed()
	}
	if l.debug && thread {
		if err := l.checkThread(); err != nil {
			return err
		}
	}
	return handle.CheckCallback(cb, method)
}

func (l *Loop) checkThread() error {
	if l.thread != nil && !l.thread.Here() {
		return exceptions.RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")
	}
	return nil
}

// CallLater has fn called after delay seconds. A delay that is not positive
// makes it run one iteration later than CallSoon's; an infinite one is never
// due.
func (l *Loop) CallLater(delay float64, fn func() error) (*handle.TimerHandle, error) {
	return l.CallLaterIn(delay, handle.Func(fn), nil, l.currentVars())
}

// CallLaterIn is CallLater for any callback, in ctx or in a context that starts
// with vars.
func (l *Loop) CallLaterIn(delay float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error) {
	if l.over != nil && l.over.CallLater != nil {
		return l.over.CallLater(delay, cb, ctx, vars)
	}
	return (*Base)(l).CallLater(delay, cb, ctx, vars)
}

// CallLater is BaseEventLoop.call_later.
func (b *Base) CallLater(delay float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error) {
	l := (*Loop)(b)
	t, err := l.CallAtIn(l.Time()+delay, cb, ctx, vars)
	if err == nil && l.debug {
		t.SetCreated(l.state.Caller(HandleDepth - 1))
	}
	return t, err
}

// CallAt has fn called at when, in seconds of the loop's time.
func (l *Loop) CallAt(when float64, fn func() error) (*handle.TimerHandle, error) {
	return l.CallAtIn(when, handle.Func(fn), nil, l.currentVars())
}

// CallAtIn is CallAt for any callback, in ctx or in a context that starts with
// vars.
func (l *Loop) CallAtIn(when float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error) {
	if l.over != nil && l.over.CallAt != nil {
		return l.over.CallAt(when, cb, ctx, vars)
	}
	return (*Base)(l).CallAt(when, cb, ctx, vars)
}

// CallAt is BaseEventLoop.call_at. As in CPython nothing keeps a NaN out of the
// heap: it disturbs the order there and is due as soon as it is first.
func (b *Base) CallAt(when float64, cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.TimerHandle, error) {
	l := (*Loop)(b)
	if err := l.checkCall(cb, "call_at", true); err != nil {
		return nil, err
	}
	t := handle.NewTimer(when, cb, ctx, vars, l)
	if l.debug {
		t.SetCreated(l.state.Caller(HandleDepth))
	}
	t.SetScheduled(true)
	l.scheduled.push(t)
	if l.obs != nil {
		l.notifyTimer(observe.TimerScheduled, t)
	}
	return t, nil
}

// TimerCancelled implements handle.TimerHeap.
func (l *Loop) TimerCancelled(t *handle.TimerHandle) {
	l.cancelled++
	if l.obs != nil {
		l.notifyTimer(observe.TimerCancelled, t)
	}
}

func (l *Loop) notifyTimer(kind observe.Kind, t *handle.TimerHandle) {
	l.Notify(observe.Event{Kind: kind, ID: t.ID(l.state), Value: t.When(), Label: t})
}

// CallSoonThreadsafe is CallSoon for any goroutine. It also wakes the loop. Its
// callback keeps its place among those of CallSoon from the loop's own side.
func (l *Loop) CallSoonThreadsafe(fn func() error) (*handle.Handle, error) {
	return l.CallSoonThreadsafeIn(handle.Func(fn), nil, l.state.CurrentVars())
}

// CallSoonThreadsafeIn is CallSoonThreadsafe for any callback, in ctx or in a
// context that starts with vars.
func (l *Loop) CallSoonThreadsafeIn(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error) {
	if l.over != nil && l.over.CallSoonThreadsafe != nil {
		return l.over.CallSoonThreadsafe(cb, ctx, vars)
	}
	return (*Base)(l).CallSoonThreadsafe(cb, ctx, vars)
}

// CallSoonThreadsafe is BaseEventLoop.call_soon_threadsafe.
func (b *Base) CallSoonThreadsafe(cb handle.Callback, ctx *contextvars.Context, vars contextvars.Vars) (*handle.Handle, error) {
	l := (*Loop)(b)
	if err := handle.CheckCallback(cb, "call_soon_threadsafe"); err != nil {
		l.inboxMu.Lock()
		defer l.inboxMu.Unlock()
		if l.inboxShut { // the check that comes first
			return nil, errClosed()
		}
		return nil, err
	}
	h := handle.New(cb, ctx, vars)
	if err := l.post(h); err != nil {
		return nil, err
	}
	return h, l.writeToSelf()
}

// Post implements future.Loop: CallSoonThreadsafe without a handle to give back.
func (l *Loop) Post(fn func() error) error {
	if err := l.post(handle.New(handle.Func(fn), nil, nil)); err != nil {
		return err
	}
	return l.writeToSelf()
}

// post puts a handle into the inbox.
func (l *Loop) post(h *handle.Handle) error {
	l.inboxMu.Lock()
	defer l.inboxMu.Unlock()
	if l.inboxShut {
		return errClosed()
	}
	if l.inboxDebug {
		h.SetCreated(l.state.Caller(HandleDepth))
	}
	l.inbox = append(l.inbox, h)
	l.inboxSize.Store(int32(len(l.inbox)))
	return nil
}

// fold moves the inbox to the ready queue. It comes before every local append
// and before a pass's length is taken, so that calls from everywhere run in the
// order they were made.
func (l *Loop) fold() {
	l.inboxMu.Lock()
	defer l.inboxMu.Unlock()
	for i, h := range l.inbox {
		l.inbox[i] = nil
		l.ready.Add(h)
		if l.obs != nil {
			l.Notify(observe.Event{Kind: observe.HandleScheduled, ID: h.ID(l.state), Label: h, N: 1})
		}
	}
	l.inbox = l.inbox[:0]
	l.inboxSize.Store(0)
}
