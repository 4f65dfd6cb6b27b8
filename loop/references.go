package loop

// References gives what the loop itself keeps in use: what is queued, timers,
// watched descriptors, signal handlers and hooks. Its tasks are not among it,
// but for the one that runs.
func (l *Loop) References(visit func(any)) {
	visit(l.owner)
	visit(l.factory)
	visit(l.onError)
	visit(l.asyncgens)
	visit(l.executor)
	visit(l.reg.current)
	for _, f := range l.until {
		visit(f)
	}
	if l.runner != nil {
		visit(l.runner)
	}
	for i := range l.ready.Length() {
		visit(l.ready.Get(i))
	}
	for _, t := range l.scheduled {
		visit(t)
	}
	for _, w := range l.fds {
		if w.reader != nil {
			visit(w.reader)
		}
		if w.writer != nil {
			visit(w.writer)
		}
	}
	for _, h := range l.handlers {
		visit(h)
	}
	l.inboxMu.Lock()
	defer l.inboxMu.Unlock()
	for _, h := range l.inbox {
		visit(h)
	}
}
