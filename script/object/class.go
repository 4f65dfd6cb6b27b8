package object

import (
	"slices"
	"sync"
	"sync/atomic"
)

// Class is a type.
type Class struct {
	Mark
	Name     string
	Qualname string
	Module   string
	Bases    []*Class
	MRO      []*Class
	// dict is what Dict gives once the later functions ran.
	dict  *Dict
	later []func(c *Class)
	once  sync.Once
	// Meta is the class's own type.
	Meta *Class
	// Layout names the builtin type whose storage instances have.
	Layout *Class
	// Slots are the names of __slots__; hasDict tells whether instances take
	// other attributes too.
	hasDict bool
	builtin bool
	// dotted tells that Name has the module's name before it.
	dotted bool
	// final classes take no subclasses.
	final bool
	// patterns is read by match statements.
	patterns Patterns
	// own tells that the class adds storage to its instances by __slots__, base
	// is the base whose storage it adds to.
	own     bool
	base    *Class
	cache   map[string]Value
	flat    atomic.Pointer[map[string]Value]
	version uint64
	root    *Shape
	width   int32 // most attributes that an instance got so far
	// init is what PlainInit gave for a version of the class.
	init   Value
	initAt uint64
	// nextPlain is what plainNext found, for version nextAt.
	nextPlain bool
	nextAt    uint64
	subs      []*Class

	// open is told of attributes that a program sets on a builtin class; nil
	// where it may not.
	open func(name string)

	getattribute, getattr, setattr, delattr, del bool // overridden anywhere in the MRO
	// fill sets the attributes of an exception from its arguments.
	fill func(e *Exception, args []Value) error
	// seq names the fields of a class of NewStructSeq.
	seq *StructSeq
	// Construct makes an instance of a builtin class; see New.
	Construct func(t *Thread, cls *Class, args []Value, kw []Kw) (Value, error)
	// Keeps tells of Construct what it tells of a Builtin.
	Keeps bool
}

// Class implements Object.
func (c *Class) Class() *Class {
	if c.Meta != nil {
		return c.Meta
	}
	return TypeClass
}

var classVersions atomic.Uint64

func builtinClass(name string, bases ...*Class) *Class {
	if len(bases) == 0 {
		bases = []*Class{ObjectClass}
	}
	return makeClass(name, bases...)
}

func makeClass(name string, bases ...*Class) *Class {
	c := &Class{Name: name, Qualname: name, Module: "builtins", Bases: bases, builtin: true}
	c.MRO, _ = linearize(c)
	c.Layout = c
	c.version = classVersions.Add(1)
	c.root = &Shape{cls: c, shared: true}
	return c
}

// NewNativeClass makes a class implemented in Go. It is filled by Later, or with
// Def and SetAttr before any program runs, then shared freely.
func NewNativeClass(module, name string, bases ...*Class) *Class {
	c := builtinClass(name, bases...)
	c.Module = module
	if module != "builtins" {
		c.SetDotted()
	}
	return c
}

// NewBareClass is NewNativeClass for a class that CPython has in Python: there
// messages name it without its module.
func NewBareClass(module, name string, bases ...*Class) *Class {
	c := builtinClass(name, bases...)
	c.Module = module
	return c
}

// Builtin reports whether the class is implemented in Go.
func (c *Class) Builtin() bool { return c.builtin }

// Final keeps the class from being subclassed.
func (c *Class) Final() *Class { c.final = true; return c }

// IsFinal reports whether the class may not be subclassed.
func (c *Class) IsFinal() bool { return c.final }

// WithDict has instances of a native class take attributes.
func (c *Class) WithDict() *Class { c.hasDict = true; return c }

// HasDict reports whether instances take attributes of any name.
func (c *Class) HasDict() bool { return c.hasDict }

// Def gives the class a method implemented in Go. args counts self: it is
// called with min to max arguments; max -1 is no limit.
func (c *Class) Def(name string, min, max int, fn NativeFn) {
	c.define().SetStr(name, Obj(&Builtin{Name: name, Qualname: c.Qualname + "." + name, Fn: fn, Min: min, Max: max, Method: true, Owner: c}))
	c.changed()
}

// DefStatic gives the class a static method implemented in Go.
func (c *Class) DefStatic(name string, min, max int, fn NativeFn) {
	c.define().SetStr(name, Obj(&StaticMethod{Fn: Obj(&Builtin{Name: name, Qualname: c.Qualname + "." + name, Fn: fn, Min: min, Max: max})}))
	c.changed()
}

// DefClass gives the class a class method implemented in Go.
func (c *Class) DefClass(name string, min, max int, fn NativeFn) {
	c.define().SetStr(name, Obj(&ClassMethod{Fn: Obj(&Builtin{Name: name, Qualname: c.Qualname + "." + name, Fn: fn, Min: min, Max: max, Method: true})}))
	c.changed()
}

// DefGet gives the class a computed attribute. set may be nil.
func (c *Class) DefGet(name string, get func(t *Thread, self Value) (Value, error), set func(t *Thread, self, v Value) error) {
	c.define().SetStr(name, Obj(&GetSet{Name: name, Get: get, Set: set, Owner: c}))
	c.changed()
}

// SetAttr changes an attribute of the class itself; no value removes it.
func (c *Class) SetAttr(name string, v Value) {
	if v.Valid() {
		c.define().SetStr(name, v)
	} else {
		c.define().DelStr(name)
	}
	c.changed()
}

func (c *Class) changed() {
	if len(c.later) > 0 {
		return // it is being filled, and was not looked at before
	}
	c.version = classVersions.Add(1)
	if len(c.cache) > 0 {
		c.cache = map[string]Value{}
	}
	c.flat.Store(nil)
	if !c.builtin {
		c.flags()
	}
	for _, s := range c.subs {
		s.changed()
	}
}

func (c *Class) flags() {
	own := func(name string) bool {
		for _, k := range c.MRO {
			if k.builtin {
				continue
			}
			if k.Dict().GetStr(name).Valid() {
				return true
			}
		}
		return false
	}
	c.getattribute, c.getattr = own("__getattribute__"), own("__getattr__")
	c.del = own("__del__")
	c.setattr, c.delattr = own("__setattr__"), own("__delattr__")
}

// Deletes reports whether the program gave the class or one above it a __del__.
func (c *Class) Deletes() bool { return c.del }

// Version changes whenever a lookup on the class may give something else.
func (c *Class) Version() uint64 { return c.version }

// Lookup finds a name along the MRO.
func (c *Class) Lookup(name string) (Value, bool) {
	if c.builtin {
		v, ok := c.table()[name]
		return v, ok
	}
	if v, ok := c.cache[name]; ok {
		return v, v.Valid()
	}
	var v Value
	h := HashString(name)
	for _, k := range c.MRO {
		d := k.Dict()
		if n := d.FindStr(name, h); n >= 0 {
			v = d.vals[n]
			break
		}
	}
	c.cache[name] = v
	return v, v.Valid()
}

// table has all names of a builtin class and its bases. It is made when first
// asked for; interpreters in other goroutines may do so at the same time.
func (c *Class) table() map[string]Value {
	if t := c.flat.Load(); t != nil {
		return *t
	}
	most := 0
	for _, k := range c.MRO {
		most += k.Dict().Len()
	}
	t := make(map[string]Value, most)
	for _, k := range slices.Backward(c.MRO) {
		d := k.Dict()
		for i := range d.entries {
			if s, ok := d.entries[i].key.Ref.(*Str); ok {
				t[s.S] = d.vals[i]
			}
		}
	}
	c.flat.Store(&t)
	return t
}

// inherits reports whether the class has the method of that name from base, a
// builtin class.
func (c *Class) inherits(name string, base *Class) bool {
	m, ok := c.Lookup(name)
	b, native := m.Ref.(*Builtin)
	return ok && native && b.Owner == base
}

// LookupAfter finds a name along the MRO behind the class after, as super does.
func (c *Class) LookupAfter(after *Class, name string) (Value, bool) {
	i := 0
	for i < len(c.MRO) && c.MRO[i] != after {
		i++
	}
	for i++; i < len(c.MRO); i++ {
		if v := c.MRO[i].Dict().GetStr(name); v.Valid() {
			return v, true
		}
	}
	return Value{}, false
}

// IsSubclass reports whether b is in a's MRO.
func (c *Class) IsSubclass(b *Class) bool {
	if c == b {
		return true
	}
	for _, k := range c.MRO {
		if k == b {
			return true
		}
	}
	return false
}

// linearize is the C3 merge.
func linearize(c *Class) (mro []*Class, ok bool) {
	if len(c.Bases) == 1 {
		return append([]*Class{c}, c.Bases[0].MRO...), true
	}
	var lists [][]*Class
	for _, b := range c.Bases {
		lists = append(lists, append([]*Class(nil), b.MRO...))
	}
	lists = append(lists, append([]*Class(nil), c.Bases...))
	out := []*Class{c}
	for {
		var head *Class
		empty := true
		for _, l := range lists {
			if len(l) == 0 {
				continue
			}
			empty = false
			if !inTail(lists, l[0]) {
				head = l[0]
				break
			}
		}
		if empty {
			return out, true
		}
		if head == nil {
			return nil, false
		}
		out = append(out, head)
		for i, l := range lists {
			if len(l) > 0 && l[0] == head {
				lists[i] = l[1:]
			}
		}
	}
}

// findMRO sets the class's MRO: C3's, or what its metaclass's own mro() says.
func (c *Class) findMRO(t *Thread) error {
	var ok bool
	if c.MRO, ok = linearize(c); !ok {
		return mroError(c.Bases)
	}
	m, _ := c.Class().Lookup("mro")
	if _, native := m.Ref.(*Builtin); native || !m.Valid() {
		return nil
	}
	r, _, err := t.CallSpecial(Obj(c), "mro")
	if err != nil {
		return err
	}
	items, err := Collect(t, r)
	if err != nil {
		return err
	}
	mro := make([]*Class, len(items))
	for i, v := range items {
		if mro[i], ok = v.Ref.(*Class); !ok {
			return TypeError("mro() returned a non-class ('%s')", ClassOf(v).Name)
		}
	}
	c.MRO = mro
	return nil
}

func inTail(lists [][]*Class, c *Class) bool {
	for _, l := range lists {
		for _, k := range l[min(1, len(l)):] {
			if k == c {
				return true
			}
		}
	}
	return false
}

// NewClass makes a class as type(name, bases, dict) does, without calling
// __set_name__ and __init_subclass__.
func NewClass(t *Thread, meta *Class, name string, bases []*Class, ns *Dict) (*Class, error) {
	if len(bases) == 0 {
		bases = []*Class{ObjectClass}
	}
	c := &Class{Name: name, Qualname: name, Bases: bases, dict: ns, Meta: meta, cache: map[string]Value{}}
	seen := map[*Class]bool{}
	for _, b := range bases {
		if c.base == nil {
			c.base = b
		}
		if b.final {
			return nil, TypeError("type '%s' is not an acceptable base type", b.Name)
		}
		if seen[b] {
			return nil, TypeError("duplicate base class %s", b.Name)
		}
		seen[b] = true
		switch {
		case c.Layout == nil || b.Layout.IsSubclass(c.Layout):
			if c.Layout != b.Layout && c.base != b {
				c.base = b
			}
			c.Layout = b.Layout
		case !c.Layout.IsSubclass(b.Layout):
			return nil, TypeError("multiple bases have instance lay-out conflict")
		}
		switch mine, other := c.base.solid(), b.solid(); {
		case mine == other || mine.IsSubclass(other):
		case other.IsSubclass(mine):
			c.base = b
		default:
			return nil, TypeError("multiple bases have instance lay-out conflict")
		}
		c.hasDict = c.hasDict || b.hasDict
		if c.patterns == NoPatterns {
			c.patterns = b.patterns
		}
		if c.Construct == nil {
			c.Construct = b.constructor()
		}
	}
	if construct := c.Layout.constructor(); construct != nil {
		c.Construct = construct
	}
	if err := c.findMRO(t); err != nil {
		return nil, err
	}
	if q := ns.GetStr("__qualname__"); q.Valid() {
		s, ok := StrOf(q)
		if !ok {
			return nil, TypeError("type __qualname__ must be a str, not %s", ClassOf(q).Name)
		}
		c.Qualname = s
		ns.DelStr("__qualname__")
	}
	if m, ok := StrOf(ns.GetStr("__module__")); ok {
		c.Module = m
	}
	if ns.GetStr("__eq__").Valid() && !ns.GetStr("__hash__").Valid() {
		ns.SetStr("__hash__", None)
	}
	for _, n := range []string{"__init_subclass__", "__class_getitem__"} {
		if f := ns.GetStr(n); f.Valid() {
			if _, ok := f.Ref.(PlainFunction); ok {
				ns.SetStr(n, Obj(&ClassMethod{Fn: f}))
			}
		}
	}
	if f := ns.GetStr("__new__"); f.Valid() {
		if _, ok := f.Ref.(PlainFunction); ok {
			ns.SetStr("__new__", Obj(&StaticMethod{Fn: f}))
		}
	}
	if err := c.addSlots(t, ns); err != nil {
		return nil, err
	}
	if !ns.GetStr("__doc__").Valid() {
		ns.SetStr("__doc__", None)
	}
	c.version = classVersions.Add(1)
	c.flags()
	for _, b := range bases {
		b.addSubclass(t, c)
	}
	return c, nil
}

// Mangle applies the rule of private names: __x in class C is _C__x.
func Mangle(class, name string) string {
	if class == "" || len(name) < 3 || name[:2] != "__" || name[len(name)-2:] == "__" {
		return name
	}
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			return name
		}
	}
	for len(class) > 0 && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return name
	}
	return "_" + class + name
}

// SetDotted has messages name the class with its module, as they name CPython's
// own classes outside builtins; __name__ stays without.
func (c *Class) SetDotted() { c.Name, c.dotted = c.Module+"."+c.Name, true }

// FullName is the name with the module unless that is builtins or __main__,
// as tracebacks show it.
func (c *Class) FullName() string {
	if c.Module == "builtins" || c.Module == "__main__" || c.Module == "" {
		return c.Qualname
	}
	return c.Module + "." + c.Qualname
}

// typesClass makes a class that calls itself one of the module types.
func typesClass(name string) *Class {
	c := builtinClass(name)
	c.Module = "types"
	c.SetDotted()
	return c
}

// The builtin types.
var (
	ObjectClass         = makeClass("object")
	TypeClass           = builtinClass("type").WithDict()
	NoneClass           = builtinClass("NoneType").Final()
	NotImplementedClass = builtinClass("NotImplementedType").Final()
	EllipsisClass       = builtinClass("ellipsis").Final()
	IntClass            = builtinClass("int")
	BoolClass           = builtinClass("bool", IntClass).Final()
	FloatClass          = builtinClass("float")
	ComplexClass        = builtinClass("complex")
	StrClass            = builtinClass("str")
	BytesClass          = builtinClass("bytes")
	BytearrayClass      = builtinClass("bytearray")
	ListClass           = builtinClass("list")
	TupleClass          = builtinClass("tuple")
	DictClass           = builtinClass("dict")
	SetClass            = builtinClass("set")
	FrozensetClass      = builtinClass("frozenset")
	RangeClass          = builtinClass("range").Final()
	SliceClass          = builtinClass("slice").Final()
	CellClass           = builtinClass("cell").Final()
	DictKeysClass       = builtinClass("dict_keys").Final()
	DictValuesClass     = builtinClass("dict_values").Final()
	DictItemsClass      = builtinClass("dict_items").Final()
	MappingProxyClass   = builtinClass("mappingproxy").Final()
	FunctionClass       = builtinClass("function").Final().WithDict()
	BuiltinClass        = builtinClass("builtin_function_or_method").Final()
	MethodDescClass     = builtinClass("method_descriptor").Final()
	SlotWrapperClass    = builtinClass("wrapper_descriptor").Final()
	MethodWrapperClass  = builtinClass("method-wrapper").Final()
	MethodClass         = builtinClass("method").Final()
	PropertyClass       = builtinClass("property")
	ClassMethodClass    = builtinClass("classmethod").WithDict()
	StaticMethodClass   = builtinClass("staticmethod").WithDict()
	GetSetClass         = builtinClass("getset_descriptor").Final()
	MemberClass         = builtinClass("member_descriptor").Final()
	SuperClass          = builtinClass("super")
	ModuleClass         = builtinClass("module").WithDict()
	GeneratorClass      = builtinClass("generator").Final()
	CoroutineClass      = builtinClass("coroutine").Final()
	AsyncGenClass       = builtinClass("async_generator").Final()
	CodeClass           = builtinClass("code").Final()
	FrameClass          = builtinClass("frame").Final()
	TracebackClass      = builtinClass("traceback").Final()
	GenericAliasClass   = typesClass("GenericAlias")
	UnionClass          = typesClass("UnionType").Final()
)
