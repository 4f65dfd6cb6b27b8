package trio

// waiter is a task's place in a queue of waiting tasks.
type waiter struct {
	task       *Task
	value      any
	in         *waiters
	prev, next *waiter
	also       *waiter // its place in another queue
}

// waiters are tasks that wait, in the order they came.
type waiters struct {
	first, last *waiter
	n           int
}

func (q *waiters) add(w *waiter) {
	w.in, w.prev, w.next = q, q.last, nil
	if q.last != nil {
		q.last.next = w
	} else {
		q.first = w
	}
	q.last = w
	q.n++
}

// leave takes the waiter out of the queue it is in.
func (w *waiter) leave() {
	q := w.in
	if q == nil {
		return
	}
	if w.prev != nil {
		w.prev.next = w.next
	} else {
		q.first = w.next
	}
	if w.next != nil {
		w.next.prev = w.prev
	} else {
		q.last = w.prev
	}
	w.in, w.prev, w.next = nil, nil, nil
	q.n--
}

// take removes the first; the queue must not be empty.
func (q *waiters) take() *waiter {
	w := q.first
	w.leave()
	return w
}

// wait gives the Trap of a task that waits in the queue until it is taken out
// and rescheduled; what is what it waits for, for observers.
func (q *waiters) wait(t *Task, value any, what string) *Trap {
	w := &waiter{task: t, value: value}
	q.add(w)
	t.sleep = w
	return Waiting(func(RaiseCancel) Abort {
		w.leave()
		return AbortSucceeded
	}, what)
}

// tasks gives those that wait, first come first.
func (q *waiters) tasks() []*Task {
	out := make([]*Task, 0, q.n)
	for w := q.first; w != nil; w = w.next {
		out = append(out, w.task)
	}
	return out
}

// References gives what is held for those that wait.
func (q *waiters) References(visit func(any)) {
	for w := q.first; w != nil; w = w.next {
		visit(w.value)
	}
}

// trying is the operation that all that acquires something does: it raises if
// the task is cancelled; else tries, which counts as a chance for others; and
// waits if that would block. So an error means that nothing was acquired.
func trying(try func(t *Task) (any, error), wait func(t *Task) then) Op {
	return newMachine(func(t *Task) then {
		return ifCancelled(t, func(_ any, err error) then {
			if err != nil {
				return end(nil, err)
			}
			v, err := try(t)
			switch {
			case err == nil:
				return block(schedule, func(_ any, err error) then { return end(v, err) })
			case !wouldBlock(err):
				return end(nil, err)
			}
			return wait(t)
		})
	})
}
