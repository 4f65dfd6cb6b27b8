package trio

import (
	"math"
	"slices"
)

// status is a node of the tree along which cancellation spreads: an entered
// scope. Its parent is the scope it was entered in, or that of the nursery whose
// child entered it.
type status struct {
	scope  *CancelScope
	runner *Runner
	number uint64 // in the order of entering
	parent *status

	firstTask, lastTask *Task
	children            map[*status]struct{}

	cancelled bool // in effect: its own cancellation or the parent's
	abandoned bool // an outer scope was closed first
}

func newStatus(r *Runner, scope *CancelScope, parent *status) *status {
	r.statuses++
	s := &status{scope: scope, runner: r, number: r.statuses}
	s.setParent(parent)
	return s
}

func (s *status) setParent(p *status) {
	if s.parent != nil {
		delete(s.parent.children, s)
	}
	s.parent = p
	if p == nil { // what was in effect stays so
		return
	}
	if p.children == nil {
		p.children = map[*status]struct{}{}
	}
	p.children[s] = struct{}{}
	s.recalculate()
}

func (s *status) addTask(t *Task) {
	t.prev, t.next = s.lastTask, nil
	if s.lastTask != nil {
		s.lastTask.next = t
	} else {
		s.firstTask = t
	}
	s.lastTask = t
}

func (s *status) removeTask(t *Task) {
	if t.prev != nil {
		t.prev.next = t.next
	} else {
		s.firstTask = t.next
	}
	if t.next != nil {
		t.next.prev = t.prev
	} else {
		s.lastTask = t.prev
	}
	t.prev, t.next = nil, nil
}

// tasks gives the tasks in the scope. trio keeps a set, so the order is the
// schedule's to choose.
func (s *status) tasks() []*Task {
	var out []*Task
	for t := s.firstTask; t != nil; t = t.next {
		out = append(out, t)
	}
	s.runner.arrange(out)
	return out
}

// arrange puts the members of what trio keeps in a set of tasks into an order.
func (r *Runner) arrange(tasks []*Task) {
	slices.SortFunc(tasks, func(a, b *Task) int { return int(a.number) - int(b.number) })
	r.schedule.set(len(tasks), func(i, j int) { tasks[i], tasks[j] = tasks[j], tasks[i] })
	r.notifyFree(len(tasks))
}

func (s *status) inner() []*status {
	if len(s.children) == 0 {
		return nil
	}
	out := make([]*status, 0, len(s.children))
	for c := range s.children {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b *status) int { return int(a.number) - int(b.number) })
	s.runner.schedule.set(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// seesParent reports whether the parent's cancellation is in effect here.
func (s *status) seesParent() bool {
	return s.parent != nil && !s.scope.shield && s.parent.cancelled
}

// recalculate brings the node and those below it up to date. A node that turns
// cancelled aborts what its tasks wait for at once.
func (s *status) recalculate() {
	todo := []*status{s}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		now := at.scope.called || at.seesParent()
		if now == at.cancelled {
			continue
		}
		if at.scope.reason == nil && at.seesParent() {
			at.scope.reason = at.parent.scope.reason
		}
		at.cancelled = now
		if now {
			for _, t := range at.tasks() {
				if t.status == at { // an abort may have moved it
					t.deliverCancel()
				}
			}
		}
		inner := at.inner()
		slices.Reverse(inner) // the last one is dealt with first
		todo = append(todo, inner...)
	}
}

// encloses reports whether other is s or below it.
func (s *status) encloses(other *status) bool {
	for ; other != nil; other = other.parent {
		if other == s {
			return true
		}
	}
	return false
}

func (s *status) abandon() {
	s.abandoned = true
	for c := range s.children {
		c.abandon()
	}
}

// close takes the node out of the tree. What is still below it was not left in
// the order it was entered: that stays behind, cancelled.
func (s *status) close() {
	s.setParent(nil)
	if s.firstTask == nil && len(s.children) == 0 {
		return
	}
	s.abandon()
	s.cancelled = true
	for _, t := range s.tasks() {
		t.deliverCancel()
	}
	for _, c := range s.inner() {
		c.recalculate()
	}
}

// deadline gives the earliest deadline in effect.
func (s *status) deadline() float64 {
	earliest := math.Inf(1)
	for ; s != nil; s = s.parent {
		if s.cancelled {
			return math.Inf(-1)
		}
		earliest = min(earliest, s.scope.deadline)
		if s.scope.shield {
			break
		}
	}
	return earliest
}
