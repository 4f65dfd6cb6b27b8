package object

// NewGroup makes an exception group of members: an ExceptionGroup when all are
// Exceptions, else a BaseExceptionGroup.
func NewGroup(message string, members []Value) *Exception {
	c := ExceptionGroupClass
	for _, m := range members {
		if !ClassOf(m).IsSubclass(ExceptionClass) {
			c = BaseExceptionGroupClass
		}
	}
	e := &Exception{cls: c, Message: message, Members: members}
	e.Args = []Value{String(message), Obj(NewList(append([]Value(nil), members...)))}
	return e
}

// derive makes a group like e of other members, through its derive method.
func derive(t *Thread, e *Exception, members []Value) (*Exception, error) {
	var g *Exception
	r, ok, err := t.CallSpecial(Obj(e), "derive", Obj(NewList(members)))
	if err != nil {
		return nil, err
	}
	if x, isExc := r.Ref.(*Exception); ok && isExc && x.cls.IsSubclass(BaseExceptionGroupClass) {
		g = x
	} else if ok {
		return nil, TypeError("derive must return an instance of BaseExceptionGroup")
	} else {
		g = NewGroup(e.Message, members)
	}
	g.TB, g.Context, g.Cause, g.SuppressCtx = e.TB, e.Context, e.Cause, true
	if notes, ok := e.Extra("__notes__").Ref.(*List); ok {
		g.SetExtra("__notes__", Obj(NewList(append([]Value(nil), notes.Items...))))
	}
	return g, nil
}

// SplitGroup parts a group into what match takes and the rest; nil for nothing.
func SplitGroup(t *Thread, e *Exception, match func(*Exception) (bool, error)) (yes, no *Exception, err error) {
	ok, err := match(e)
	if err != nil {
		return nil, nil, err
	}
	if ok {
		return e, nil, nil
	}
	if !e.cls.IsSubclass(BaseExceptionGroupClass) {
		return nil, e, nil
	}
	var in, out []Value
	for _, m := range e.Members {
		y, n, err := SplitGroup(t, m.Ref.(*Exception), match)
		if err != nil {
			return nil, nil, err
		}
		if y != nil {
			in = append(in, Obj(y))
		}
		if n != nil {
			out = append(out, Obj(n))
		}
	}
	if len(in) > 0 {
		if yes, err = derive(t, e, in); err != nil {
			return
		}
	}
	if len(out) > 0 {
		no, err = derive(t, e, out)
	}
	return
}

// SameGroup reports whether x is the group orig, or a part of it, raised again
// as it was.
func SameGroup(x, orig *Exception) bool {
	if x == orig {
		return true
	}
	return x.TB == orig.TB && x.Context == orig.Context && Is(x.Cause, orig.Cause) && x.cls.IsSubclass(BaseExceptionGroupClass) && shares(x, orig)
}

func leaves(e *Exception, f func(*Exception)) {
	if !e.cls.IsSubclass(BaseExceptionGroupClass) {
		f(e)
		return
	}
	for _, m := range e.Members {
		leaves(m.Ref.(*Exception), f)
	}
}

func shares(x, orig *Exception) bool {
	set := map[*Exception]bool{}
	leaves(orig, func(e *Exception) { set[e] = true })
	all := true
	leaves(x, func(e *Exception) { all = all && set[e] })
	return all
}

// Regroup gives the part of orig whose members are in the given groups.
func Regroup(t *Thread, orig *Exception, parts []Value) *Exception {
	if len(parts) == 1 {
		return parts[0].Ref.(*Exception)
	}
	set := map[*Exception]bool{}
	for _, p := range parts {
		leaves(p.Ref.(*Exception), func(e *Exception) { set[e] = true })
	}
	yes, _, err := SplitGroup(t, orig, func(e *Exception) (bool, error) { return set[e], nil })
	if err != nil || yes == nil {
		return orig
	}
	return yes
}

// AddNote is e.add_note(text).
func AddNote(e *Exception, text string) {
	l, ok := e.Extra("__notes__").Ref.(*List)
	if !ok {
		l = NewList(nil)
		e.SetExtra("__notes__", Obj(l))
	}
	l.Items = append(l.Items, String(text))
}
