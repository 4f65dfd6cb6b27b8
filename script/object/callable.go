package object

import "asyncio/script/blame"

// Kw is a named argument of a call.
type Kw struct {
	Name string
	Val  Value
}

// NativeFn is a function implemented in Go. args and kw are only valid during
// the call.
type NativeFn func(t *Thread, args []Value, kw []Kw) (Value, error)

// Caller is implemented by native objects that can be called.
type Caller interface {
	CallObject(t *Thread, args []Value, kw []Kw) (Value, error)
}

// Callable is callable(v).
func Callable(v Value) bool {
	switch v.Ref.(type) {
	case Caller, *Class:
		return true
	}
	_, ok := ClassOf(v).Lookup("__call__")
	return ok
}

// PlainFunction marks functions written in Python, which bind as methods.
type PlainFunction interface {
	Object
	Caller
	PlainFunction()
}

// Builtin is a function implemented in Go.
type Builtin struct {
	Name, Qualname string
	Fn             NativeFn
	// Min and Max bound the number of positional arguments; Max -1 is no limit.
	Min, Max int
	// Sig tells more about the arguments; without it fn sorts them itself.
	Sig *Signature
	// Method tells that it binds to an instance; Owner is its class then.
	Method bool
	Owner  *Class
	// Through tells that Python code that it calls finds all values that it
	// holds meanwhile: they are its arguments, or refer to each other.
	Through bool
	// Keeps tells that all values it holds when it calls Python code are its
	// arguments, or found from them.
	Keeps bool
	// Keywords tells that it takes named arguments.
	Keywords bool
	// Doc is the text of __doc__.
	Doc string
	// Self is what __self__ gives: the module or object it belongs to.
	Self Value
	// params are set of a function that CPython has in Python; see Written.
	params func() *Signature
}

// Class implements Object.
func (b *Builtin) Class() *Class {
	switch {
	case b.wrapsSlot():
		return SlotWrapperClass
	case b.Method:
		return MethodDescClass
	}
	return BuiltinClass
}

// NewBuiltin makes a function implemented in Go.
func NewBuiltin(name string, min, max int, fn NativeFn) Value {
	return Obj(&Builtin{Name: name, Qualname: name, Fn: fn, Min: min, Max: max})
}

// CallObject implements Caller.
func (b *Builtin) CallObject(t *Thread, args []Value, kw []Kw) (Value, error) {
	n := len(args)
	if b.Method && n > 0 && b.Owner != nil && !ClassOf(args[0]).IsSubclass(b.Owner) {
		if b.wrapsSlot() {
			return Value{}, TypeError("descriptor '%s' requires a '%s' object but received a '%s'", b.Name, b.Owner.Name, ClassOf(args[0]).Name)
		}
		return Value{}, TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.Name, b.Owner.Name, ClassOf(args[0]).Name)
	}
	if n < b.Min || b.Max >= 0 && n > b.Max || len(kw) > 0 && (b.Sig != nil || b.params != nil) {
		return b.callSorted(t, args, kw)
	}
	return b.Fn(t, args, kw)
}

// callSorted is the call that needs a look at the signature: named arguments,
// or a wrong number of positional ones.
func (b *Builtin) callSorted(t *Thread, args []Value, kw []Kw) (Value, error) {
	if b.params != nil {
		return b.callWritten(t, args, kw)
	}
	name, first := b.Name, 0
	if b.Method {
		if b.wrapsSlot() && (len(args) == 0 || len(kw) == 0) {
			return Value{}, b.slotArity(len(args))
		}
		if len(args) == 0 {
			return Value{}, TypeError("unbound method %s() needs an argument", b.Qualname)
		}
		name, first = b.Qualname, 1
	} else {
		name = b.ownerName() + name
	}
	if b.Sig == nil {
		hi := b.Max
		if hi > 0 {
			hi -= first
		}
		return Value{}, arityError(b.Name, name, len(args)-first, b.Min-first, hi)
	}
	sorted, err := b.Sig.Bind(b.Name, name, args[first:], kw)
	if err != nil {
		return Value{}, err
	}
	if first > 0 {
		sorted = append(append(make([]Value, 0, len(sorted)+1), args[0]), sorted...)
	}
	if !b.Sig.named {
		kw = nil
	}
	return b.Fn(t, sorted, kw)
}

// arityError tells that a positional-only function got n arguments.
func arityError(name, qualname string, n, lo, hi int) error {
	switch {
	case hi == 0:
		return TypeError("%s() takes no arguments (%d given)", qualname, n)
	case lo == hi && lo == 1:
		return TypeError("%s() takes exactly one argument (%d given)", qualname, n)
	case lo == hi:
		return TypeError("%s expected %d arguments, got %d", name, lo, n)
	case n < lo:
		return TypeError("%s expected at least %d argument%s, got %d", name, lo, plural(lo), n)
	}
	return TypeError("%s expected at most %d argument%s, got %d", name, hi, plural(hi), n)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// Args sorts positional and named arguments of a native function: names are
// the parameters, in order; an absent one stays no value.
func Args(fname string, args []Value, kw []Kw, required int, names ...string) ([]Value, error) {
	if len(args) > len(names) {
		return nil, TypeError("%s() takes at most %d argument%s (%d given)", fname, len(names), plural(len(names)), len(args)+len(kw))
	}
	out := make([]Value, len(names))
	copy(out, args)
next:
	for _, k := range kw {
		for i, n := range names {
			if n == k.Name {
				if out[i].Valid() {
					return nil, TypeError("argument for %s() given by name ('%s') and position (%d)", fname, n, i+1)
				}
				out[i] = k.Val
				continue next
			}
		}
		return nil, TypeError("%s", blame.Unexpected(fname, k.Name, names))
	}
	for i := range required {
		if !out[i].Valid() {
			return nil, TypeError("%s() missing required argument '%s' (pos %d)", fname, names[i], i+1)
		}
	}
	return out, nil
}

// NoKw refuses named arguments.
func NoKw(fname string, kw []Kw) error {
	if len(kw) > 0 {
		return TypeError("%s() takes no keyword arguments", fname)
	}
	return nil
}

// BoundMethod is a function with its self.
type BoundMethod struct {
	Mark
	Fn, Self Value
}

// Class implements Object.
func (m *BoundMethod) Class() *Class {
	if b, ok := m.Fn.Ref.(*Builtin); ok {
		if b.wrapsSlot() {
			return MethodWrapperClass
		}
		return BuiltinClass
	}
	return MethodClass
}

// CallObject implements Caller.
func (m *BoundMethod) CallObject(t *Thread, args []Value, kw []Kw) (Value, error) {
	all := make([]Value, len(args)+1)
	all[0] = m.Self
	copy(all[1:], args)
	return t.CallKw(m.Fn, all, kw)
}

// Attr implements Dynamic: a method shows its function's attributes.
func (m *BoundMethod) Attr(t *Thread, name string) (Value, bool, error) {
	switch name {
	case "__self__":
		return m.Self, true, nil
	case "__func__":
		return m.Fn, true, nil
	case "__objclass__":
		if m.Class() == BuiltinClass {
			return Value{}, false, nil
		}
	}
	v, err := GetAttr(t, m.Fn, name)
	if err != nil {
		return Value{}, false, nil
	}
	return v, true, nil
}

// Super is super(cls, obj).
type Super struct {
	cls  *Class // a class of the program's
	Cls  *Class
	Self Value
	// SelfClass is the class whose MRO is followed.
	SelfClass *Class
}

// Class implements Object.
func (s *Super) Class() *Class {
	if s.cls != nil {
		return s.cls
	}
	return SuperClass
}

// SetClass makes the object one of a subclass.
func (s *Super) SetClass(c *Class) { s.cls = c }

func (s *Super) getAttr(t *Thread, name string) (Value, error) {
	if name != "__class__" && s.SelfClass != nil {
		if m, ok := s.SelfClass.LookupAfter(s.Cls, name); ok {
			self := s.Self
			if c, ok := self.Ref.(*Class); ok && c == s.SelfClass {
				self = Value{}
			}
			return bind(t, m, self, s.SelfClass)
		}
	}
	if m, ok := s.Class().Lookup(name); ok {
		return bind(t, m, Obj(s), s.Class())
	}
	switch name {
	case "__class__":
		return Obj(s.Class()), nil
	case "__thisclass__":
		return Obj(s.Cls), nil
	case "__self__":
		return s.Self, nil
	case "__self_class__":
		if s.SelfClass != nil {
			return Obj(s.SelfClass), nil
		}
		return None, nil
	}
	e := AttributeError("'super' object has no attribute '%s'", name)
	e.setName(name, Obj(s))
	return Value{}, e
}

// NewSuper makes super(cls, self), checking that they fit.
func NewSuper(cls *Class, self Value) (*Super, error) {
	if c, ok := self.Ref.(*Class); ok && c.IsSubclass(cls) {
		return &Super{Cls: cls, Self: self, SelfClass: c}, nil
	}
	if c := ClassOf(self); c.IsSubclass(cls) {
		return &Super{Cls: cls, Self: self, SelfClass: c}, nil
	}
	return nil, TypeError("super(type, obj): obj (instance of %s) is not an instance or subtype of type (%s).", ClassOf(self).Name, cls.Name)
}
