package object

import (
	"strings"

	"asyncio/script/blame"
)

// Signature says how a native function takes its arguments. Its rules and
// errors are those of CPython's functions written in C.
type Signature struct {
	// Text is the parameter list as Python writes it, without self.
	Text     string
	names    []string
	posOnly  int // that many first ones have no name for the caller
	maxPos   int // from there on they are keyword-only
	required int
	rest     bool // *args
	named    bool // **kwargs
	typed    bool // see Typed
}

// ParseSignature reads a parameter list such as "sep=None, /, *, key=None".
// Defaults must hold no comma.
func ParseSignature(params string) *Signature {
	s := &Signature{Text: params, maxPos: -1}
	for p := range strings.SplitSeq(params, ",") {
		p = strings.TrimSpace(p)
		switch {
		case p == "":
		case p == "/":
			s.posOnly = len(s.names)
		case p == "*":
			s.maxPos = len(s.names)
		case strings.HasPrefix(p, "**"):
			s.named = true
		case p[0] == '*':
			s.rest = true
			s.maxPos = len(s.names)
		default:
			name, _, optional := strings.Cut(p, "=")
			s.names = append(s.names, name)
			if !optional {
				s.required = len(s.names)
			}
		}
	}
	if s.maxPos < 0 {
		s.maxPos = len(s.names)
	}
	return s
}

// bounds gives the number of positional arguments that need no sorting.
func (s *Signature) bounds() (lo, hi int) {
	if s.rest {
		return min(s.required, s.maxPos), -1
	}
	return s.required, s.maxPos
}

// Positional reports that no argument may be given by name.
func (s *Signature) Positional() bool { return !s.keywords() }

// Required is the number of arguments that must be there.
func (s *Signature) Required() int { return s.required }

// keywords reports whether any argument may be given by name.
func (s *Signature) keywords() bool { return s.posOnly < len(s.names) || s.named }

// Bind sorts the arguments of a call of the function fname: the result has a
// place for each parameter, empty where it was left out. qualname is what
// errors about positional-only functions say.
func (s *Signature) Bind(fname, qualname string, args []Value, kw []Kw) ([]Value, error) {
	if s.typed && len(s.names) == 0 {
		if len(args)+len(kw) > 0 {
			return nil, TypeError("%s() takes no arguments", fname)
		}
		return args, nil
	}
	if !s.keywords() && !s.typed {
		if len(kw) > 0 {
			return nil, TypeError("%s() takes no keyword arguments", qualname)
		}
		if lo, hi := s.bounds(); len(args) < lo || hi >= 0 && len(args) > hi {
			return nil, arityError(fname, qualname, len(args), lo, hi)
		}
		return args, nil
	}
	if s.named && s.posOnly == len(s.names) && !s.rest {
		if lo, hi := s.bounds(); len(args) < lo || len(args) > hi {
			return nil, arityError(fname, qualname, len(args), lo, hi)
		}
		return args, nil
	}
	if s.rest {
		return s.bindRest(fname, args, kw)
	}
	if err := s.tooMany(fname, len(args), len(kw)); err != nil {
		return nil, err
	}
	out := make([]Value, len(s.names))
	copy(out, args)
	return out, s.place(fname, out, len(args), kw)
}

// bindRest is Bind for functions with *args: the result has the named ones
// first, then the rest.
func (s *Signature) bindRest(fname string, args []Value, kw []Kw) ([]Value, error) {
	out := make([]Value, len(s.names), len(s.names)+len(args))
	n := copy(out[:s.maxPos], args)
	if err := s.place(fname, out, n, kw); err != nil {
		return nil, err
	}
	return append(out, args[n:]...), nil
}

func (s *Signature) tooMany(fname string, nargs, nkw int) error {
	count := func(n int) string {
		if s.required < n {
			return "at most"
		}
		return "exactly"
	}
	if !s.named && nargs+nkw > len(s.names) {
		what := ""
		if nargs == 0 {
			what = "keyword "
		}
		return TypeError("%s() takes at most %d %sargument%s (%d given)", fname, len(s.names), what, plural(len(s.names)), nargs+nkw)
	}
	if nargs > s.maxPos {
		if s.maxPos == 0 {
			return TypeError("%s() takes no positional arguments", fname)
		}
		return TypeError("%s() takes %s %d positional argument%s (%d given)", fname, count(s.maxPos), s.maxPos, plural(s.maxPos), nargs)
	}
	return nil
}

// place puts the named arguments behind the n positional ones in out.
func (s *Signature) place(fname string, out []Value, n int, kw []Kw) error {
	var stray *Kw
	given := 0
next:
	for i := range kw {
		for j := max(n, s.posOnly); j < len(s.names); j++ {
			if s.names[j] == kw[i].Name {
				out[j] = kw[i].Val
				continue next
			}
		}
		if stray == nil {
			stray, given = &kw[i], i
		}
	}
	for i := n; i < s.required; i++ {
		if out[i].Valid() {
			continue
		}
		if i < s.posOnly {
			word := "exactly"
			if s.required < s.maxPos {
				word = "at least"
			}
			return TypeError("%s() takes %s %d positional argument%s (%d given)", fname, word, min(s.posOnly, s.required), plural(min(s.posOnly, s.required)), n)
		}
		return TypeError("%s() missing required argument '%s' (pos %d)", fname, s.names[i], i+1)
	}
	if stray == nil || s.named {
		return nil
	}
	for ; given < len(kw); given++ {
		for j := s.posOnly; j < min(n, len(s.names)); j++ {
			if s.names[j] == kw[given].Name {
				return TypeError("argument for %s() given by name ('%s') and position (%d)", fname, kw[given].Name, j+1)
			}
		}
	}
	return TypeError("%s", blame.Unexpected(fname, stray.Name, s.names[s.posOnly:]))
}

// splitHeader takes "name(params)" apart.
func splitHeader(header string) (name, params string) {
	name, params, _ = strings.Cut(header, "(")
	return name, strings.TrimSuffix(params, ")")
}

// NewFunction makes a function implemented in Go from a header such as
// "sorted(iterable, /, *, key=None, reverse=False)". Fn gets the arguments as
// they were given when all are positional, else one for each parameter.
func NewFunction(header string, fn NativeFn) *Builtin {
	name, params := splitHeader(header)
	sig := ParseSignature(params)
	b := &Builtin{Name: name, Qualname: name, Fn: fn, Sig: sig}
	b.Min, b.Max = sig.bounds()
	return b
}

// Method gives the class a method implemented in Go; see NewFunction. The
// header does not name self, which Fn gets first.
func (c *Class) Method(header string, fn NativeFn) {
	b := NewFunction(header, fn)
	b.Qualname = c.Qualname + "." + b.Name
	b.Method, b.Owner = true, c
	b.Min++
	if b.Max >= 0 {
		b.Max++
	}
	c.define().SetStr(b.Name, Obj(b))
	c.changed()
}

// Typed is Method for one that CPython hands the class that defines it. It sorts
// its arguments as functions with named ones do, whether it has any or not.
func (c *Class) Typed(header string, fn NativeFn) {
	c.Method(header, fn)
	name, _ := splitHeader(header)
	c.Dict().GetStr(name).Ref.(*Builtin).Sig.typed = true
}

// StaticFunction gives the class a static method implemented in Go.
func (c *Class) StaticFunction(header string, fn NativeFn) {
	b := NewFunction(header, fn)
	b.Qualname = c.Name + "." + b.Name
	c.define().SetStr(b.Name, Obj(&StaticMethod{Fn: Obj(b)}))
	c.changed()
}

// ClassFunction gives the class a class method implemented in Go, whose Fn
// gets the class first.
func (c *Class) ClassFunction(header string, fn NativeFn) {
	b := NewFunction(header, fn)
	b.Qualname = c.Name + "." + b.Name
	b.Method = true
	b.Min++
	if b.Max >= 0 {
		b.Max++
	}
	c.define().SetStr(b.Name, Obj(&ClassMethod{Fn: Obj(b)}))
	c.changed()
}

// Function adds a function to the module; see NewFunction.
func (m *Module) Function(header string, fn NativeFn) {
	b := NewFunction(header, fn)
	b.Self = Obj(m)
	m.Dict.SetStr(b.Name, Obj(b))
}

// Constructor sets how the class makes instances; see NewFunction. fn gets the
// class asked for and the arguments.
func (c *Class) Constructor(params string, fn func(t *Thread, cls *Class, args []Value) (Value, error)) {
	sig := ParseSignature(params)
	lo, hi := sig.bounds()
	c.Construct = func(t *Thread, cls *Class, args []Value, kw []Kw) (Value, error) {
		if len(kw) > 0 && cls != c && !sig.keywords() && overrides(cls, "__init__") {
			kw = nil // they are for the __init__
		}
		if len(kw) > 0 || len(args) < lo || hi >= 0 && len(args) > hi {
			if len(kw) == 0 && lo == 1 && hi == 1 && sig.posOnly == 1 {
				return Value{}, TypeError("%s expected 1 argument, got %d", c.Name, len(args))
			}
			if len(kw) == 0 && len(args) > hi && (c == StrClass || c == IntClass) {
				return Value{}, arityError(c.Name, c.Name, len(args), lo, hi) // as CPython's quick calls do
			}
			var err error
			if args, err = sig.Bind(c.Name, c.Name, args, kw); err != nil {
				return Value{}, err
			}
		}
		return fn(t, cls, args)
	}
}

// overrides reports whether the class or a Python class among its bases has a
// method of its own in place of the builtin one.
func overrides(c *Class, name string) bool {
	m, ok := c.Lookup(name)
	_, native := m.Ref.(*Builtin)
	return ok && !native
}

// Overrides is overrides for the layer of methods.
func (c *Class) Overrides(name string) bool { return !c.builtin && overrides(c, name) }
