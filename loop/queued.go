package loop

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
