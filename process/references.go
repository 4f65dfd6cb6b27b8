package process

// References gives what the thread keeps in use: its loops and contexts.
func (t *Thread) References(visit func(any)) {
	visit(t.running)
	visit(t.current)
	if t.ctx != nil {
		visit(t.ctx)
	}
	if t.outer != nil {
		visit(t.outer)
	}
}

// References gives what the process keeps in use: its signal handlers.
func (s *State) References(visit func(any)) { visit(s.Signals) }
