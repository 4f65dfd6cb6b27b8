package object

// What each kind of object refers to, in the order in which CPython lets it go.

func (a *Attrs) traverse(visit func(Value)) {
	if a.dict != nil {
		visit(Value{Ref: a.dict})
	}
	for _, v := range a.slots {
		visit(v)
	}
	if a.named != nil {
		a.eachNamed(visit)
	}
}

func (h *Head) traverse(visit func(Value)) {
	if h.cls != nil {
		visit(Value{Ref: h.cls})
	}
	if h.attrs != nil {
		h.attrs.traverse(visit)
	}
}

// Traverse implements Traverser.
func (o *Instance) Traverse(visit func(Value)) {
	visit(Value{Ref: o.cls})
	o.Attrs.traverse(visit)
}

// Traverse implements Traverser.
func (s *Str) Traverse(visit func(Value)) {
	if s.more != nil {
		s.more.traverse(visit)
	}
}

// Traverse implements Traverser.
func (o *IntObject) Traverse(visit func(Value)) {
	visit(o.V)
	o.Head.traverse(visit)
}

// Traverse implements Traverser.
func (o *FloatObject) Traverse(visit func(Value)) { o.Head.traverse(visit) }

// Traverse implements Traverser.
func (c *Cell) Traverse(visit func(Value)) { visit(c.V) }

// Traverse implements Traverser.
func (l *List) Traverse(visit func(Value)) {
	for _, v := range l.Items {
		visit(v)
	}
	l.Head.traverse(visit)
}

// Traverse implements Traverser.
func (l *Tuple) Traverse(visit func(Value)) {
	for _, v := range l.Items {
		visit(v)
	}
	l.Head.traverse(visit)
}

// Traverse implements Traverser.
func (s *Slice) Traverse(visit func(Value)) {
	visit(s.Start)
	visit(s.Stop)
	visit(s.Step)
}

func (d *Dict) visit(visit func(Value)) {
	for i := range d.entries {
		if i < len(d.vals) {
			visit(d.vals[i])
		}
		visit(d.entries[i].key)
	}
}

func (d *Dict) allLeaves() bool {
	for i := range d.entries {
		if !leaf(d.entries[i].key) || i < len(d.vals) && !leaf(d.vals[i]) {
			return false
		}
	}
	return true
}

// Traverse implements Traverser.
func (d *Dict) Traverse(visit func(Value)) {
	d.visit(visit)
	d.Head.traverse(visit)
}

// Traverse implements Traverser.
func (s *Set) Traverse(visit func(Value)) {
	s.D.visit(visit)
	s.Head.traverse(visit)
}

// Traverse implements Traverser.
func (v *DictView) Traverse(visit func(Value)) { visit(Value{Ref: v.D}) }

// Traverse implements Traverser.
func (v *MappingProxy) Traverse(visit func(Value)) { visit(Value{Ref: v.D}) }

// Traverse implements Traverser.
func (it *DictIter) Traverse(visit func(Value)) {
	if it.D != nil {
		it.D.Traverse(visit)
	}
}

// Traverse implements Traverser.
func (it *ListIter) Traverse(visit func(Value)) {
	if it.L != nil {
		visit(Value{Ref: it.L})
	}
}

// Traverse implements Traverser.
func (it *TupleIter) Traverse(visit func(Value)) {
	for _, v := range it.Items {
		visit(v)
	}
}

// Traverse implements Traverser. Builtin classes hold nothing of a program's.
func (c *Class) Traverse(visit func(Value)) {
	if c.builtin {
		return
	}
	visit(Value{Ref: c}) // its MRO has it: only a collection ends a class
	visit(Value{Ref: c.dict})
	for _, b := range c.Bases {
		visit(Value{Ref: b})
	}
	if c.Meta != nil {
		visit(Value{Ref: c.Meta})
	}
}

// Traverse implements Traverser.
func (b *Builtin) Traverse(visit func(Value)) { visit(b.Self) }

// Traverse implements Traverser.
func (m *BoundMethod) Traverse(visit func(Value)) {
	visit(m.Fn)
	visit(m.Self)
}

// Traverse implements Traverser.
func (p *Property) Traverse(visit func(Value)) {
	visit(p.Get)
	visit(p.Set)
	visit(p.Del)
	visit(p.Doc)
	p.Head.traverse(visit)
}

// Traverse implements Traverser.
func (m *ClassMethod) Traverse(visit func(Value)) {
	visit(m.Fn)
	m.Head.traverse(visit)
}

// Traverse implements Traverser.
func (s *StaticMethod) Traverse(visit func(Value)) {
	visit(s.Fn)
	s.Head.traverse(visit)
}

// Traverse implements Traverser.
func (s *Super) Traverse(visit func(Value)) {
	visit(s.Self)
	visit(Value{Ref: s.Cls})
}

// Traverse implements Traverser.
func (m *Module) Traverse(visit func(Value)) { visit(Value{Ref: m.Dict}) }

// Traverse implements Traverser.
func (g *GenericAlias) Traverse(visit func(Value)) {
	visit(g.Origin)
	for _, v := range g.Args {
		visit(v)
	}
}

// Traverse implements Traverser.
func (u *Union) Traverse(visit func(Value)) {
	for _, v := range u.Args {
		visit(v)
	}
}

// Traverse implements Traverser.
func (e *Exception) Traverse(visit func(Value)) {
	visit(Value{Ref: e.cls})
	if e.attr != nil {
		e.attr.traverse(visit)
	}
	for _, v := range e.Args {
		visit(v)
	}
	visit(e.Cause)
	for _, f := range e.fields {
		visit(f.Val)
	}
	for _, v := range e.Members {
		visit(v)
	}
	if c, ok := e.Context.(*Exception); ok && c != nil {
		visit(Value{Ref: c})
	}
	if e.TB != nil {
		visit(Value{Ref: e.TB})
	}
	for _, v := range e.within {
		visit(v)
	}
}

// References implements Referrer: the core's error that an exception came
// after. The one it stands for has nothing that the exception has not.
func (e *Exception) References(visit func(any)) {
	if _, ours := e.Context.(*Exception); !ours && e.Context != nil {
		visit(e.Context)
	}
}
