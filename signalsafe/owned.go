package signalsafe

// Own tells the table, before Hold, that the process is its program's alone:
// each signal whose default action is to end a process then does so while its
// handler is Default, also where Go would swallow it or end in its own way.
func (t *Table) Own() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.own = true
}

// kills reports whether the table has to end the process by s, which has the
// handler h. t.mu is held.
func (t *Table) kills(s Signal, h *Handler) bool {
	return t.own && h.kind == KindDefault && defaultAction(s) == die && !leftToGo(s)
}

// arrived deals with a captured signal.
func (t *Table) arrived(s Signal) {
	if !t.Trip(s) && t.owned(s) {
		DieBy(s)
	}
}

// owned is kills of what is captured now. It takes no lock: who ends a capture
// holds it and waits.
func (t *Table) owned(s Signal) bool {
	return t.own && t.handlers[s].Load().kind == KindDefault && defaultAction(s) == die
}
