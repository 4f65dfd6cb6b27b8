package threads

// References gives what the thread keeps in use.
func (t *Thread) References(visit func(any)) {
	visit(t.Value)
	visit(t.Process)
}
