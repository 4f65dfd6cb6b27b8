package object

import (
	"fmt"
	"sync/atomic"

	"asyncio/profile"
)

// Interp is what one interpreter owns: nothing of it is shared with another.
type Interp struct {
	// Modules is sys.modules.
	Modules *Dict
	// Builtins is the namespace of the module builtins.
	Builtins *Dict
	// RecursionLimit is sys.getrecursionlimit().
	RecursionLimit int
	// MaxDigits is sys.get_int_max_str_digits(), 0 for no limit.
	MaxDigits int
	ids       map[Object]uint64
	subs      map[*Class][]*Class // of builtin classes
	lastID    uint64
	nans      uint64 // made so far
	// Life has the objects whose end can be noticed.
	Life Life
	// Room, if not nil, refuses objects of more bytes than a limit allows.
	Room func(bytes float64) error
	// Percent is str % args.
	Percent ModFormat
	// Warn issues a warning at the line that runs.
	Warn func(t *Thread, category *Class, text string) error
	// Ranks, if not nil, gives an object's place in the order of sets, for a
	// number that is the object's alone.
	Ranks func(id uint64) uint64
	// Profile is what depends on the version that is followed.
	Profile *profile.Profile
	// Host is the embedding layer's own state.
	Host any
	// Interrupt is set from any goroutine to have the running code poll.
	Interrupt atomic.Bool
}

// NewInterp makes an interpreter's state.
func NewInterp() *Interp {
	return &Interp{Modules: NewDict(), Builtins: NewDict(), RecursionLimit: 1000, MaxDigits: 4300, ids: map[Object]uint64{}, subs: map[*Class][]*Class{}, lastID: 0x7f0000000000}
}

// ID gives id(v): from a counter, kept in the object or, where it has no room
// for it, for as long as the interpreter.
func (in *Interp) ID(v Value) uint64 {
	switch o := v.Ref.(type) {
	case intTag:
		return v.Bits<<5 | 1
	case floatTag:
		return v.Bits | 3
	case boolTag:
		return 0x1000 + v.Bits*32
	case *Str:
		if len(o.S) < 32 {
			return HashString(o.S) &^ 7
		}
	case identified:
		id := o.idOf()
		if *id == 0 {
			in.lastID += 48
			*id = in.lastID
		}
		return *id
	}
	id, ok := in.ids[v.Ref]
	if !ok {
		in.lastID += 48
		id = in.lastID
		in.ids[v.Ref] = id
	}
	return id
}

// Thread is a thread of execution of an interpreter.
type Thread struct {
	In *Interp
	// VM is the machine's own state of this thread.
	VM any
	// Depth counts nested calls, for the recursion limit.
	Depth int
	repr  []Object
	// Tick is called now and then by loops in Go; its error ends them.
	Tick func() error
	// OwnSuper gives what super() takes from the method that calls it.
	OwnSuper func() (cls *Class, self Value, err error)
}

// MaxDigits gives how many digits a number may have as text, 0 for any.
func (t *Thread) MaxDigits() int {
	if t.In == nil {
		return 4300
	}
	return t.In.MaxDigits
}

// Profile gives what depends on the version that is followed.
func (t *Thread) Profile() *profile.Profile {
	if t == nil || t.In == nil || t.In.Profile == nil {
		return profile.Latest()
	}
	return t.In.Profile
}

// Enter counts a nested call that goes through Go.
func (t *Thread) Enter() error {
	t.Depth++
	if t.In != nil && t.Depth > t.In.RecursionLimit {
		t.Depth--
		return Raise(RecursionErrorClass, "maximum recursion depth exceeded")
	}
	return nil
}

// Leave ends what Enter began.
func (t *Thread) Leave() { t.Depth-- }

// Call calls fn with positional arguments.
func (t *Thread) Call(fn Value, args ...Value) (Value, error) { return t.CallKw(fn, args, nil) }

// CallKw calls fn.
func (t *Thread) CallKw(fn Value, args []Value, kw []Kw) (Value, error) {
	switch f := fn.Ref.(type) {
	case *Builtin:
		if kw != nil && len(kw) == 0 {
			kw = nil
		}
		return f.CallObject(t, args, kw)
	case *Class:
		return CallClass(t, f, args, kw)
	case Caller:
		return f.CallObject(t, args, kw)
	}
	cls := ClassOf(fn)
	m, ok := cls.Lookup("__call__")
	if !ok {
		return Value{}, TypeError("'%s' object is not callable", cls.Name)
	}
	if err := t.Enter(); err != nil {
		return Value{}, err
	}
	defer t.Leave()
	b, err := bind(t, m, fn, cls)
	if err != nil {
		return Value{}, err
	}
	return t.CallKw(b, args, kw)
}

// CallClass is type.__call__, or the metaclass's own __call__.
func CallClass(t *Thread, c *Class, args []Value, kw []Kw) (Value, error) {
	if c.Meta != nil {
		if m, ok := c.Meta.Lookup("__call__"); ok {
			if _, native := m.Ref.(*Builtin); !native {
				b, err := bind(t, m, Obj(c), c.Meta)
				if err != nil {
					return Value{}, err
				}
				return t.CallKw(b, args, kw)
			}
		}
	}
	return Instantiate(t, c, args, kw)
}

// Instantiate makes an instance: __new__, then __init__.
func Instantiate(t *Thread, c *Class, args []Value, kw []Kw) (Value, error) {
	if c == TypeClass && len(args) == 1 && len(kw) == 0 {
		return Obj(ClassOf(args[0])), nil
	}
	if c.builtin {
		if construct := c.constructor(); construct != nil {
			return construct(t, c, args, kw)
		}
	}
	var self Value
	var err error
	nw, _ := c.Lookup("__new__")
	if b, ok := nw.Ref.(*Builtin); !nw.Valid() || ok && b.Name == "__new__" {
		self, err = New(t, c, args, kw)
	} else {
		fn, berr := bind(t, nw, Value{}, c)
		if berr != nil {
			return Value{}, berr
		}
		self, err = t.CallKw(fn, append([]Value{Obj(c)}, args...), kw)
	}
	if err != nil {
		return Value{}, err
	}
	sc := ClassOf(self)
	if !sc.IsSubclass(c) {
		return self, nil
	}
	init, ok := sc.Lookup("__init__")
	if !ok {
		return self, nil
	}
	if b, native := init.Ref.(*Builtin); native && b.Owner != nil && b.Owner.constructor() != nil && c.builtin {
		return self, nil // the constructor did it
	}
	m, err := bind(t, init, self, sc)
	if err != nil {
		return Value{}, err
	}
	r, err := t.CallKw(m, args, kw)
	if err != nil {
		return Value{}, err
	}
	if !r.IsNone() {
		return Value{}, TypeError("__init__() should return None, not '%s'", ClassOf(r).Name)
	}
	return self, nil
}

// New makes an instance without __init__, as the nearest builtin __new__ does.
func New(t *Thread, c *Class, args []Value, kw []Kw) (Value, error) {
	v, err := newObject(t, c, args, kw)
	if err == nil && c.del {
		if m, ok := v.Ref.(Markable); ok {
			t.In.Life.Watch(m)
		}
	}
	return v, err
}

// PlainInit gives the __init__ of a class written in Python whose calls do
// nothing but make an object, as NewPlain does, and have it initialised; for
// any other class it is no value.
func (c *Class) PlainInit() Value {
	if c.builtin {
		return Value{}
	}
	if c.initAt != c.version {
		c.init, c.initAt = c.findPlainInit(), c.version
	}
	return c.init
}

func (c *Class) findPlainInit() Value {
	if c.Meta != TypeClass || c.Layout != ObjectClass || len(abstractNames(c)) > 0 {
		return Value{}
	}
	if nw, _ := c.Lookup("__new__"); nw.Valid() {
		if b, ok := nw.Ref.(*Builtin); !ok || b.Name != "__new__" {
			return Value{}
		}
	}
	init, _ := c.Lookup("__init__")
	return init
}

// NewPlain makes an object of a class that has a PlainInit.
func NewPlain(t *Thread, c *Class) *Instance {
	o := NewInstance(c)
	if c.del {
		t.In.Life.Watch(o)
	}
	return o
}

func newObject(t *Thread, c *Class, args []Value, kw []Kw) (Value, error) {
	if construct := c.Layout.constructor(); construct != nil {
		return construct(t, c, args, kw)
	}
	if c.builtin && c != ObjectClass {
		return Value{}, TypeError("cannot create '%s' instances", c.Name)
	}
	if len(args)+len(kw) > 0 {
		nw, _ := c.Lookup("__new__")
		init, _ := c.Lookup("__init__")
		_, plainNew := nw.Ref.(*Builtin)
		_, plainInit := init.Ref.(*Builtin)
		if nw.Valid() && !plainNew {
			return Value{}, TypeError("object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if plainInit {
			return Value{}, TypeError("%s() takes no arguments", c.Name)
		}
	}
	if names := abstractNames(c); len(names) > 0 {
		return Value{}, abstractError(c, names, t.Profile().AbstractText)
	}
	return Obj(NewInstance(c)), nil
}

func abstractNames(c *Class) []string {
	if c.builtin {
		return nil
	}
	s, ok := c.Dict().GetStr("__abstractmethods__").Ref.(*Set)
	if !ok || s.D.Len() == 0 {
		return nil
	}
	var names []string
	for _, k := range s.D.Keys() {
		n, _ := StrOf(k)
		at := len(names)
		for at > 0 && names[at-1] > n {
			at--
		}
		names = append(names, "")
		copy(names[at+1:], names[at:])
		names[at] = n
	}
	return names
}

// Special finds a method that the language itself calls, on the type only.
func (t *Thread) Special(v Value, name string) (Value, bool, error) {
	cls := ClassOf(v)
	m, ok := cls.Lookup(name)
	if !ok {
		return Value{}, false, nil
	}
	b, err := bind(t, m, v, cls)
	return b, true, err
}

// CallSpecial calls such a method; ok is false when there is none.
func (t *Thread) CallSpecial(v Value, name string, args ...Value) (r Value, ok bool, err error) {
	cls := ClassOf(v)
	m, ok := cls.Lookup(name)
	if !ok {
		return Value{}, false, nil
	}
	if err := t.Enter(); err != nil {
		return Value{}, true, err
	}
	defer t.Leave()
	if isPlainMethod(m) {
		var buf [3]Value
		all := append(buf[:0], v)
		all = append(all, args...)
		r, err = t.CallKw(m, all, nil)
		return r, true, err
	}
	b, err := bind(t, m, v, cls)
	if err != nil {
		return Value{}, true, err
	}
	r, err = t.CallKw(b, args, nil)
	return r, true, err
}

// Bind is the descriptor protocol for package-external callers.
func Bind(t *Thread, m, self Value, cls *Class) (Value, error) { return bind(t, m, self, cls) }

// Address gives an object's address as default reprs print it.
func (t *Thread) Address(v Value) string {
	if t.In == nil {
		return "0x0"
	}
	return fmt.Sprintf("0x%012x", t.In.ID(v))
}
