package threads

// Mutex is the lock on which all waiting of threads for each other is built:
// _thread.lock. It belongs to whoever has the interpreter lock.
//
// A mutex that is released is free for whoever comes first: a thread that
// waited for it and finds it taken again keeps its place.
type Mutex struct {
	taken bool
	waits []*Wait
}

// Taken reports whether the mutex is taken.
func (m *Mutex) Taken() bool { return m.taken }

// Try takes the mutex if it is free.
func (m *Mutex) Try(g *Group) bool {
	if m.taken {
		g.Look()
	}
	if m.taken {
		return false
	}
	m.taken = true
	return true
}

// Acquire takes the mutex; false at the deadline.
func (m *Mutex) Acquire(g *Group, until float64) (taken bool, err error) {
	if !m.taken {
		m.taken = true
		return true, nil
	}
	var place *Wait
	defer func() {
		if place != nil {
			m.waits[m.find(place)] = nil
			m.compact()
		}
		if !m.taken { // left with an error: the next one's turn
			m.call(g)
		}
	}()
	for m.taken {
		w := g.Begin(func() string { return "a lock" })
		if place == nil {
			m.waits = append(m.waits, w)
		} else {
			m.waits[m.find(place)] = w
		}
		place = w
		woken, err := g.Block(w, until)
		if err != nil {
			return false, err
		}
		if !woken && m.taken {
			return false, nil
		}
	}
	m.taken = true
	return true, nil
}

func (m *Mutex) find(w *Wait) int {
	for i, x := range m.waits {
		if x == w {
			return i
		}
	}
	return -1
}

func (m *Mutex) compact() {
	kept := m.waits[:0]
	for _, w := range m.waits {
		if w != nil {
			kept = append(kept, w)
		}
	}
	clear(m.waits[len(kept):])
	m.waits = kept
}

func (m *Mutex) call(g *Group) {
	if len(m.waits) > 0 {
		g.Wake(m.waits[0])
	}
}

// Release frees the mutex; false when it was free.
func (m *Mutex) Release(g *Group) bool {
	if !m.taken {
		return false
	}
	m.taken = false
	m.call(g)
	return true
}

// Reset frees the mutex and forgets who waits.
func (m *Mutex) Reset() { m.taken, m.waits = false, nil }
