package loop

import "asyncio/handle"

// Stopping reports whether Stop was called and the run has not ended yet.
func (l *Loop) Stopping() bool { return l.stopping }

// Ready gives the ready queue: handles and timers, first to be run first.
func (l *Loop) Ready() []any {
	out := make([]any, l.ready.Length())
	for i := range out {
		out[i] = l.ready.Get(i)
	}
	return out
}

// Scheduled gives the timers in the order of the heap.
func (l *Loop) Scheduled() []any {
	out := make([]any, len(l.scheduled))
	for i, t := range l.scheduled {
		out[i] = t
	}
	return out
}

// AddReady queues a handle, a *handle.Handle or *handle.TimerHandle, unless it
// is cancelled: _add_callback.
func (l *Loop) AddReady(h any) {
	if !cancelled(h) {
		l.pushReady(h)
	}
}

func cancelled(h any) bool {
	c, ok := h.(interface{ Cancelled() bool })
	return !ok || c.Cancelled()
}

func (l *Loop) pushReady(h any) {
	switch h := h.(type) {
	case *handle.Handle:
		h.SetQueued(true)
	case *handle.TimerHandle:
		h.SetQueued(true)
	default:
		return
	}
	l.append(h)
}

// SetReady has other handles in the place of those that are queued.
func (l *Loop) SetReady(hs []any) {
	for l.ready.Length() > 0 {
		l.ready.Remove()
	}
	for _, h := range hs {
		l.pushReady(h)
	}
	l.left = min(l.left, l.ready.Length())
}

// SetScheduled has other timers in the place of those that are scheduled, in the
// order given, which should be that of a heap.
func (l *Loop) SetScheduled(ts []any) {
	l.scheduled = l.scheduled[:0:0]
	for _, t := range ts {
		if t, ok := t.(*handle.TimerHandle); ok {
			l.scheduled = append(l.scheduled, t)
		}
	}
}

// BeginRun makes the loop a running one for who calls RunOnce by hand; end undoes
// that. It fails as RunForever does.
func (l *Loop) BeginRun() (end func(), err error) {
	t := l.state.CurrentThread()
	if err := l.checkRun(t); err != nil {
		return nil, err
	}
	leave := l.enter(t)
	l.EnterCall(CallRunForever)
	return func() {
		_ = l.LeaveCall(CallRunForever, nil)
		leave()
	}, nil
}
