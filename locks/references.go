package locks

// References gives the object of the layer above.
func (b *Bound) References(visit func(any)) { visit(b.owner) }

// References gives the futures that wait.
func (w *Waiters) References(visit func(any)) {
	for _, f := range w.list {
		visit(f)
	}
}

// References gives what the lock refers to.
func (l *Lock) References(visit func(any)) {
	l.Bound.References(visit)
	l.waiters.References(visit)
}

// References gives what the event refers to.
func (e *Event) References(visit func(any)) {
	e.Bound.References(visit)
	e.waiters.References(visit)
}

// References gives what the semaphore refers to.
func (s *Semaphore) References(visit func(any)) {
	s.Bound.References(visit)
	s.waiters.References(visit)
}

// References gives what the condition refers to.
func (c *Condition) References(visit func(any)) {
	c.Bound.References(visit)
	visit(c.lock)
	c.waiters.References(visit)
}

// References gives what the barrier refers to.
func (b *Barrier) References(visit func(any)) {
	b.Bound.References(visit)
	visit(b.cond)
}

// References gives the lock.
func (a *lockAcquire) References(visit func(any)) { visit(a.l) }

// References gives the event.
func (w *eventWait) References(visit func(any)) { visit(w.e) }

// References gives the semaphore.
func (a *semaphoreAcquire) References(visit func(any)) { visit(a.s) }

// References gives the semaphore.
func (a *semaphoreRetry) References(visit func(any)) { visit(a.s) }

// References gives the condition.
func (w *conditionWait) References(visit func(any)) {
	visit(w.c)
	visit(w.err)
	visit(w.cancel)
}

// References gives the condition and what is waited for.
func (w *conditionWaitFor) References(visit func(any)) {
	visit(w.c)
	visit(w.predicate)
	visit(w.value)
}

// References gives the barrier.
func (w *barrierWait) References(visit func(any)) { visit(w.b) }

// References gives the barrier.
func (c *barrierChange) References(visit func(any)) { visit(c.b) }
