package future

// References gives what the future refers to.
func (f *Future) References(visit func(any)) {
	visit(f.owner)
	visit(f.value)
	visit(f.err)
	if f.first.cb != nil {
		f.first.references(visit)
	}
	for i := range f.more {
		f.more[i].references(visit)
	}
	if f.self != Awaitable(f) {
		visit(f.self)
	}
}

func (e *entry) references(visit func(any)) {
	visit(e.cb)
	if e.ctx != nil {
		visit(e.ctx)
	}
	e.vars.References(visit)
}

// References gives what the callback is and is called with.
func (d *doneCall) References(visit func(any)) {
	visit(d.cb)
	visit(d.f)
	if ctx := d.Handle.OwnContext(); ctx != nil {
		visit(ctx)
	}
}
