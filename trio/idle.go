package trio

import "sort"

// idler is a task that waits for all others to be blocked.
type idler struct {
	cushion float64 // seconds
	task    *Task
}

// WaitAllTasksBlockedOp waits until no other task has been runnable for cushion
// real seconds. Several such tasks are woken by their cushions, the smallest
// first.
func WaitAllTasksBlockedOp(cushion float64) Op {
	return newMachine(func(t *Task) then {
		r := t.runner
		me := &idler{cushion, t}
		// Behind those of the same cushion.
		at := sort.Search(len(r.idlers), func(i int) bool { return r.idlers[i].cushion > cushion })
		r.idlers = append(r.idlers, nil)
		copy(r.idlers[at+1:], r.idlers[at:])
		r.idlers[at] = me
		return block(waiting(func(RaiseCancel) Abort {
			r.removeIdler(me)
			return AbortSucceeded
		}), nil)
	})
}

// WaitAllTasksBlocked waits until all other tasks wait for something.
func WaitAllTasksBlocked(t *Task) error { return t.do(WaitAllTasksBlockedOp(0)) }

func (r *Runner) removeIdler(me *idler) {
	for i, x := range r.idlers {
		if x == me {
			r.idlers = append(r.idlers[:i], r.idlers[i+1:]...)
			return
		}
	}
}

// wakeIdlers wakes those whose cushion the pass has waited for.
func (r *Runner) wakeIdlers() {
	for len(r.idlers) > 0 && r.idlers[0].cushion == r.cushion {
		t := r.idlers[0].task
		r.idlers = r.idlers[1:]
		r.Reschedule(t, nil, nil)
	}
}
