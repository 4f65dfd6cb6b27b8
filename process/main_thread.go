package process

// A goroutine is not born as "the main thread", yet signals need one. So the
// main thread is a seat: the first goroutine that runs a loop, or asks to
// handle signals, takes it while it is free and keeps it as long as it has a
// reason to. Others meanwhile get CPython's "only works in main thread" errors.

// IsMain reports whether t is the main thread now.
func (s *State) IsMain(t *Thread) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seat != nil && s.seat.id == t.id
}

// SetMain gives the seat to t for good, as an interpreter does with its first
// thread.
func (s *State) SetMain(t *Thread) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seat, s.fixed = t, true
}

// TakeMain takes the seat for t, or holds it once more, and reports whether t
// has it. Each true must be followed by one LeaveMain.
func (s *State) TakeMain(t *Thread) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fixed {
		return s.seat == t
	}
	if s.seat != nil && s.seat.id != t.id {
		return false
	}
	s.seat = t
	s.seated++
	return true
}

// LeaveMain lets go of one TakeMain.
func (s *State) LeaveMain() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fixed {
		return
	}
	s.seated--
	if s.seated == 0 {
		s.seat = nil
	}
}
