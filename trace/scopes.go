package trace

import "slices"

// Scope is the state of a cancel scope of trio's.
type Scope struct {
	ID   uint64
	Task uint64 // the task that entered it
	// Shield tells that it keeps out what is cancelled outside, Cancelled that it
	// is cancelled itself, Reason why.
	Shield, Cancelled bool
	Reason            string
	When              float64 // its deadline, 0 for none
}

// Nursery is the state of a nursery of trio's.
type Nursery struct {
	ID    uint64
	Task  uint64 // the task that opened it
	Scope uint64 // what cancels all that is in it
}

// Scope gives a scope by its ID, nil if it is not entered.
func (s *State) Scope(id uint64) *Scope {
	for _, c := range s.Scopes {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// applyScope deals with trio's scopes and nurseries. One that is cancelled before
// it is entered is heard of then.
func (s *State) applyScope(e *Event) {
	switch e.Kind {
	case Entered:
		c := s.Scope(e.Scope)
		if c == nil {
			c = &Scope{ID: e.Scope}
			s.Scopes = append(s.Scopes, c)
		}
		c.Task, c.Shield = e.Task, e.Shield
	case Changed:
		if c := s.Scope(e.Scope); c != nil {
			c.Shield, c.When = e.Shield, e.When
		}
	case Fired:
		c := s.Scope(e.Scope)
		if c == nil {
			c = &Scope{ID: e.Scope}
			s.Scopes = append(s.Scopes, c)
		}
		c.Cancelled, c.Reason = true, e.Reason
	case Left:
		s.Scopes = slices.DeleteFunc(s.Scopes, func(c *Scope) bool { return c.ID == e.Scope })
	case Opened:
		s.Nurseries = append(s.Nurseries, &Nursery{ID: e.Nursery, Task: e.Task, Scope: e.Scope})
	case Closed:
		s.Nurseries = slices.DeleteFunc(s.Nurseries, func(n *Nursery) bool { return n.ID == e.Nursery })
	case Placed:
		if t := s.tasks[e.Task]; t != nil {
			t.Nursery = e.Nursery
		}
	}
}
