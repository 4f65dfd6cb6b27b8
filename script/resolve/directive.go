package resolve

import "asyncio/script/syntax"

// declared checks a global or nonlocal statement against what came before it.
func (b *builder) declared(name string, at syntax.Span, what string) {
	s := b.s
	v := s.vars[name]
	other := s.nonlocal
	if what == "nonlocal" {
		other = s.global
	}
	switch {
	case v != nil && v.Param:
		b.fail(at, "name '%s' is parameter and %s", name, what)
	case other[name]:
		b.fail(s.directives[name], "name '%s' is nonlocal and global", name)
	case s.loaded[name]:
		b.fail(at, "name '%s' is used prior to %s declaration", name, what)
	case s.annotated[name]:
		b.fail(at, "annotated name '%s' can't be %s", name, what)
	case s.bound[name]:
		b.fail(at, "name '%s' is assigned to before %s declaration", name, what)
	}
	if s.directives == nil {
		s.directives = map[string]syntax.Span{}
	}
	if _, ok := s.directives[name]; !ok {
		s.directives[name] = at
	}
}

// annotation notes that a name has an annotation of its own.
func (b *builder) annotation(target *syntax.Name, n *syntax.AnnAssign) {
	s := b.s
	name := mangle(s, target.ID)
	switch {
	case !n.Simple:
		return
	case s.Kind == Module:
	case s.global[name]:
		b.fail(n.Span, "annotated name '%s' can't be global", name)
	case s.nonlocal[name]:
		b.fail(n.Span, "annotated name '%s' can't be nonlocal", name)
	}
	if s.annotated == nil {
		s.annotated = map[string]bool{}
	}
	s.annotated[name] = true
}

// notDebug refuses to bind the one name that no program may bind.
func (b *builder) notDebug(name string, at syntax.Span) {
	if name == "__debug__" {
		b.fail(at, "cannot assign to __debug__")
	}
}

// allowed refuses an expression that has no place in what is worked out later:
// the value of a type alias, the bound of a type parameter, the head of a
// generic.
func (b *builder) allowed(at syntax.Span, what string) {
	if where := b.s.lazy; where != "" {
		b.fail(at, "%s cannot be used within %s", what, where)
	}
}
