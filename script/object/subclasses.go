package object

// addSubclass notes that s derives from c. Builtin classes are shared: what
// derives from them is an interpreter's own.
func (c *Class) addSubclass(t *Thread, s *Class) {
	switch {
	case !c.builtin:
		c.subs = append(c.subs, s)
	case t != nil && t.In != nil:
		t.In.subs[c] = append(t.In.subs[c], s)
	}
}

func (c *Class) dropSubclass(t *Thread, s *Class) {
	without := func(list []*Class) []*Class {
		for i, x := range list {
			if x == s {
				return append(list[:i:i], list[i+1:]...)
			}
		}
		return list
	}
	switch {
	case !c.builtin:
		c.subs = without(c.subs)
	case t != nil && t.In != nil:
		t.In.subs[c] = without(t.In.subs[c])
	}
}

// Subclasses gives the classes derived directly from c, the interpreter's own
// after those that are builtin.
func (c *Class) Subclasses(t *Thread) []*Class {
	if !c.builtin {
		return c.subs
	}
	var out []*Class
	for _, k := range Exceptions {
		for _, b := range k.Bases {
			if b == c {
				out = append(out, k)
			}
		}
	}
	if c == IntClass {
		out = append(out, BoolClass)
	}
	return append(out, t.In.subs[c]...)
}
