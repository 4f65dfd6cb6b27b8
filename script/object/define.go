package object

// PlainFn is a function implemented in Go that takes no named arguments.
type PlainFn func(t *Thread, args []Value) (Value, error)

// DefPlain adds a function that takes no named arguments to the module.
func (m *Module) DefPlain(name string, min, max int, fn PlainFn) {
	full := m.Name + "." + name
	m.Def(name, min, max, func(t *Thread, a []Value, kw []Kw) (Value, error) {
		if len(kw) > 0 {
			return Value{}, NoKw(full, kw)
		}
		return fn(t, a)
	})
}

// DefPlain gives the class a method that takes no named arguments; args counts
// self.
func (c *Class) DefPlain(name string, min, max int, fn PlainFn) {
	full := c.Qualname + "." + name
	c.Def(name, min, max, func(t *Thread, a []Value, kw []Kw) (Value, error) {
		if len(kw) > 0 {
			return Value{}, NoKw(full, kw)
		}
		return fn(t, a)
	})
}

// DefProperty gives the class a read-only computed attribute.
func (c *Class) DefProperty(name string, get func(t *Thread, self Value) (Value, error)) {
	c.DefGet(name, get, nil)
}

// ownerName is the module's name and a dot for functions of modules other than
// builtins, as messages about one-argument functions have it.
func (b *Builtin) ownerName() string {
	if m, ok := b.Self.Ref.(*Module); ok && m.Name != "builtins" {
		return m.Name + "."
	}
	return ""
}
