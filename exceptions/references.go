package exceptions

// References gives what the exception refers to. Once an object of the layer
// above stands for it, that has the cause and the context.
func (e *Error) References(visit func(any)) {
	if e.Owner != nil {
		visit(e.Owner)
		return
	}
	visit(e.Msg)
	visit(e.Cause)
	visit(e.Context)
}

// References gives what the group refers to, as [Error.References] does.
func (g *Group) References(visit func(any)) {
	if g.Owner != nil {
		visit(g.Owner)
		return
	}
	for _, e := range g.Errs {
		visit(e)
	}
	visit(g.Cause)
	visit(g.Context)
}
