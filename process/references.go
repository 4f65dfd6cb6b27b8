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
