package object

// Shape says which attribute is at which place of an object's slots. Objects
// that got the same names in the same order share one.
type Shape struct {
	cls   *Class
	keys  []string
	index map[string]int32
	next  map[string]*Shape
}

// maxShape is the number of attributes from which on a dict is used.
const maxShape = 48

func (c *Class) rootShape() *Shape {
	if c.root == nil {
		c.root = &Shape{cls: c}
	}
	return c.root
}

func (s *Shape) find(name string) int32 {
	if len(s.keys) <= 8 {
		for i, k := range s.keys {
			if k == name {
				return int32(i)
			}
		}
		return -1
	}
	if i, ok := s.index[name]; ok {
		return i
	}
	return -1
}

func (s *Shape) with(name string) *Shape {
	if n := s.next[name]; n != nil {
		return n
	}
	n := &Shape{cls: s.cls, keys: append(s.keys[:len(s.keys):len(s.keys)], name)}
	if len(n.keys) > 8 {
		n.index = make(map[string]int32, len(n.keys))
		for i, k := range n.keys {
			n.index[k] = int32(i)
		}
	}
	if s.next == nil {
		s.next = map[string]*Shape{}
	}
	s.next[name] = n
	return n
}

// Attrs are the attributes of one object: slots laid out by a shape, or a dict
// once somebody asked for __dict__, deleted one or made very many.
type Attrs struct {
	shape *Shape
	slots []Value
	dict  *Dict
	named map[string]Value // values of __slots__
}

// Get gives an attribute; it is no value when absent.
func (a *Attrs) Get(name string) Value {
	if a.dict != nil {
		return a.dict.GetStr(name)
	}
	if i := a.shape.find(name); i >= 0 {
		return a.slots[i]
	}
	return Value{}
}

// Set stores an attribute.
func (a *Attrs) Set(name string, v Value) {
	if a.dict == nil {
		if i := a.shape.find(name); i >= 0 {
			a.slots[i] = v
			return
		}
		if len(a.shape.keys) < maxShape {
			a.shape = a.shape.with(name)
			a.slots = append(a.slots, v)
			return
		}
	}
	a.Dict().SetStr(name, v)
}

// Del removes an attribute and reports whether it was there.
func (a *Attrs) Del(name string) bool {
	if a.dict == nil && a.shape.find(name) < 0 {
		return false
	}
	return a.Dict().DelStr(name)
}

// Dict gives the attributes as the dict they live in from now on.
func (a *Attrs) Dict() *Dict {
	if a.dict == nil {
		d := NewDict()
		for i, k := range a.shape.keys {
			d.SetStr(k, a.slots[i])
		}
		a.dict, a.shape, a.slots = d, nil, nil
	}
	return a.dict
}

// SetDict replaces the attributes.
func (a *Attrs) SetDict(d *Dict) { a.dict, a.shape, a.slots = d, nil, nil }

// Instance is an object of a class written in Python.
type Instance struct {
	cls *Class
	Attrs
}

// Class implements Object.
func (o *Instance) Class() *Class { return o.cls }

// NewInstance makes an object without attributes.
func NewInstance(c *Class) *Instance {
	o := &Instance{cls: c}
	o.shape = c.rootShape()
	return o
}

func (o *Instance) attributes() *Attrs { return &o.Attrs }

// Attributed is implemented by native objects that take attributes.
type Attributed interface{ Attributes() *Attrs }

// AttrsOf gives the attributes of an object that has any, else nil.
func AttrsOf(v Value) *Attrs {
	switch o := v.Ref.(type) {
	case *Instance:
		return &o.Attrs
	case interface{ attributes() *Attrs }:
		return o.attributes()
	case Attributed:
		return o.Attributes()
	}
	return nil
}

// NewAttrs makes an empty set of attributes for a native object.
func NewAttrs() *Attrs { return &Attrs{dict: NewDict()} }

// SetObjectClass is obj.__class__ = c for instances of Python classes.
func (o *Instance) SetObjectClass(c *Class) {
	o.Dict()
	o.cls = c
}

// Cache remembers what an attribute access of one instruction found.
type Cache struct {
	shape   *Shape
	version uint64
	cls     *Class
	val     Value
	index   int32
	kind    uint8
}

const (
	cacheNone uint8 = iota
	cacheSlot
	cacheMethod // plain function on the class, no such instance attribute
	cacheAdd
)

// LoadAttr is getattr(v, name) with a cache.
func LoadAttr(t *Thread, v Value, name string, c *Cache) (Value, error) {
	o, ok := v.Ref.(*Instance)
	if ok && o.shape != nil {
		if o.shape == c.shape && o.cls.version == c.version && c.kind == cacheSlot {
			return o.slots[c.index], nil
		}
		if !o.cls.getattribute {
			if i := o.shape.find(name); i >= 0 {
				if m, found := o.cls.Lookup(name); !found || !isDataDescriptor(m) {
					*c = Cache{shape: o.shape, version: o.cls.version, index: i, kind: cacheSlot}
					return o.slots[i], nil
				}
			}
		}
	}
	if m, ok := v.Ref.(*Module); ok {
		if r := m.Dict.GetStr(name); r.Valid() {
			return r, nil
		}
	}
	return GetAttr(t, v, name)
}

// LoadMethod finds a method to be called at once: fn to be called with self
// before the arguments, or, when self is no value, fn alone.
func LoadMethod(t *Thread, v Value, name string, c *Cache) (fn, self Value, err error) {
	if o, ok := v.Ref.(*Instance); ok {
		if o.shape != nil && o.shape == c.shape && o.cls.version == c.version && c.kind == cacheMethod {
			return c.val, v, nil
		}
		if !o.cls.getattribute && (o.shape == nil || o.shape.find(name) < 0) && (o.dict == nil || !o.dict.GetStr(name).Valid()) {
			if m, found := o.cls.Lookup(name); found && isPlainMethod(m) {
				if o.shape != nil {
					*c = Cache{shape: o.shape, version: o.cls.version, val: m, kind: cacheMethod}
				}
				return m, v, nil
			}
		}
	} else if cls := ClassOf(v); cls.builtin && cls != TypeClass && cls != ModuleClass && cls != SuperClass {
		if c.cls == cls {
			return c.val, v, nil
		}
		if _, has := v.Ref.(Attributed); !has {
			if m, found := cls.Lookup(name); found && isPlainMethod(m) {
				*c = Cache{cls: cls, val: m}
				return m, v, nil
			}
		}
	}
	fn, err = LoadAttr(t, v, name, c)
	return fn, Value{}, err
}

// StoreAttr is setattr with a cache.
func StoreAttr(t *Thread, v Value, name string, x Value, c *Cache) error {
	if o, ok := v.Ref.(*Instance); ok && o.shape != nil {
		if o.shape == c.shape && o.cls.version == c.version {
			if c.kind == cacheSlot {
				o.slots[c.index] = x
				return nil
			}
			if c.kind == cacheAdd {
				o.shape = c.val.Ref.(shapeRef).s
				o.slots = append(o.slots, x)
				return nil
			}
		}
		if !o.cls.setattr && o.cls.hasDict {
			if m, found := o.cls.Lookup(name); !found || !isDataDescriptor(m) {
				before := o.shape
				if i := before.find(name); i >= 0 {
					*c = Cache{shape: before, version: o.cls.version, index: i, kind: cacheSlot}
				}
				if o.slots == nil {
					o.slots = make([]Value, 0, max(len(before.keys)+1, 4))
				}
				o.Set(name, x)
				if o.shape != nil && o.shape != before {
					*c = Cache{shape: before, version: o.cls.version, val: Value{Ref: shapeRef{o.shape}}, kind: cacheAdd}
				}
				return nil
			}
		}
	}
	return SetAttr(t, v, name, x)
}

type shapeRef struct{ s *Shape }

// Class implements Object.
func (shapeRef) Class() *Class { return ObjectClass }

func isPlainMethod(m Value) bool {
	switch o := m.Ref.(type) {
	case *Builtin:
		return o.Method
	case PlainFunction:
		return true
	}
	return false
}

func isDataDescriptor(m Value) bool {
	switch o := m.Ref.(type) {
	case *Property, *GetSet, *Slot:
		return true
	case *Builtin, *Str, *ClassMethod, *StaticMethod, PlainFunction, *Class:
		return false
	case *Instance:
		if _, ok := o.cls.Lookup("__set__"); ok {
			return true
		}
		_, ok := o.cls.Lookup("__delete__")
		return ok
	}
	return false
}

// bind is the descriptor protocol's __get__.
func bind(t *Thread, m Value, self Value, cls *Class) (Value, error) {
	switch d := m.Ref.(type) {
	case PlainFunction:
		if !self.Valid() {
			return m, nil
		}
		return Obj(&BoundMethod{Fn: m, Self: self}), nil
	case *Builtin:
		if !d.Method || !self.Valid() {
			return m, nil
		}
		return Obj(&BoundMethod{Fn: m, Self: self}), nil
	case *Property:
		if !self.Valid() {
			return m, nil
		}
		if d.Get.IsNone() {
			return Value{}, AttributeError("property '%s' of '%s' object has no getter", d.Name, cls.Qualname)
		}
		return t.Call(d.Get, self)
	case *ClassMethod:
		return bind(t, d.Fn, Obj(cls), cls.Class())
	case *StaticMethod:
		return d.Fn, nil
	case *GetSet:
		if !self.Valid() {
			return m, nil
		}
		return d.Get(t, self)
	case *Slot:
		if !self.Valid() {
			return m, nil
		}
		return d.get(self)
	case *Instance:
		if g, ok := d.cls.Lookup("__get__"); ok {
			if !self.Valid() {
				self = None
			}
			return t.Call(g, m, self, Obj(cls))
		}
	case Descriptor:
		return d.Bind(t, self, cls)
	}
	return m, nil
}

// Descriptor is implemented by native objects with a __get__.
type Descriptor interface {
	Bind(t *Thread, self Value, cls *Class) (Value, error)
}

// GetAttr is getattr(v, name).
func GetAttr(t *Thread, v Value, name string) (Value, error) {
	cls := ClassOf(v)
	if cls.getattribute || cls.getattr {
		return getAttrHooked(t, v, cls, name)
	}
	r, err := GenericGetAttr(t, v, name)
	return r, err
}

func getAttrHooked(t *Thread, v Value, cls *Class, name string) (Value, error) {
	var r Value
	var err error
	if cls.getattribute {
		m, _ := cls.Lookup("__getattribute__")
		r, err = t.Call(m, v, String(name))
	} else {
		r, err = GenericGetAttr(t, v, name)
	}
	if err != nil && cls.getattr && IsInstance(err, AttributeErrorClass) {
		m, _ := cls.Lookup("__getattr__")
		return t.Call(m, v, String(name))
	}
	return r, err
}

// GenericGetAttr is object.__getattribute__ (and type's, module's, super's).
func GenericGetAttr(t *Thread, v Value, name string) (Value, error) {
	switch o := v.Ref.(type) {
	case *Class:
		return o.getAttr(t, name)
	case *Module:
		return o.getAttr(t, name)
	case *Super:
		return o.getAttr(t, name)
	}
	cls := ClassOf(v)
	m, found := cls.Lookup(name)
	if found && isDataDescriptor(m) {
		return bind(t, m, v, cls)
	}
	if a := AttrsOf(v); a != nil {
		if r := a.Get(name); r.Valid() {
			return r, nil
		}
	}
	if found {
		return bind(t, m, v, cls)
	}
	if name == "__class__" {
		return Obj(cls), nil
	}
	if name == "__dict__" {
		if a := AttrsOf(v); a != nil && cls.hasDict {
			return Obj(a.Dict()), nil
		}
	}
	if d, ok := v.Ref.(Dynamic); ok {
		if r, ok, err := d.Attr(t, name); ok || err != nil {
			return r, err
		}
	}
	return Value{}, noAttribute(v, cls.Name, name)
}

// Dynamic is implemented by native objects that compute attributes.
type Dynamic interface {
	Attr(t *Thread, name string) (v Value, ok bool, err error)
}

func noAttribute(v Value, cls, name string) error {
	e := AttributeError("'%s' object has no attribute '%s'", cls, name)
	e.setName(name, v)
	return e
}

func (c *Class) getAttr(t *Thread, name string) (Value, error) {
	meta := c.Class()
	mm, inMeta := meta.Lookup(name)
	if inMeta && isDataDescriptor(mm) {
		return bind(t, mm, Obj(c), meta)
	}
	if m, ok := c.Lookup(name); ok {
		return bind(t, m, Value{}, c)
	}
	if inMeta {
		return bind(t, mm, Obj(c), meta)
	}
	if v, ok, err := classAttr(t, c, name); ok {
		return v, err
	}
	e := AttributeError("type object '%s' has no attribute '%s'", c.Name, name)
	e.setName(name, Obj(c))
	return Value{}, e
}

func classAttr(t *Thread, c *Class, name string) (Value, bool, error) {
	switch name {
	case "__name__":
		return String(c.Name), true, nil
	case "__qualname__":
		return String(c.Qualname), true, nil
	case "__module__":
		return String(c.Module), true, nil
	case "__class__":
		return Obj(c.Class()), true, nil
	case "__mro__":
		return TupleValue(classValues(c.MRO)...), true, nil
	case "__bases__":
		b := c.Bases
		if c == ObjectClass {
			b = nil
		}
		return TupleValue(classValues(b)...), true, nil
	case "__base__":
		if len(c.Bases) == 0 {
			return None, true, nil
		}
		return Obj(c.Bases[0]), true, nil
	case "__dict__":
		return Obj(&MappingProxy{c.Dict}), true, nil
	case "__doc__":
		return None, true, nil
	case "__annotations__":
		d := Obj(NewDict())
		if !c.builtin {
			c.SetAttr(name, d)
		}
		return d, true, nil
	case "__type_params__":
		return TupleValue(), true, nil
	}
	return Value{}, false, nil
}

func classValues(cs []*Class) []Value {
	out := make([]Value, len(cs))
	for i, c := range cs {
		out[i] = Obj(c)
	}
	return out
}

// SetAttr is setattr(v, name, x).
func SetAttr(t *Thread, v Value, name string, x Value) error {
	cls := ClassOf(v)
	if cls.setattr {
		m, _ := cls.Lookup("__setattr__")
		_, err := t.Call(m, v, String(name), x)
		return err
	}
	return GenericSetAttr(t, v, name, x)
}

// GenericSetAttr is object.__setattr__; with no value for x, __delattr__.
func GenericSetAttr(t *Thread, v Value, name string, x Value) error {
	cls := ClassOf(v)
	m, found := cls.Lookup(name)
	if found {
		switch d := m.Ref.(type) {
		case *Property:
			return d.set(t, v, x, cls)
		case *GetSet:
			if d.Set == nil || !x.Valid() {
				return AttributeError("attribute '%s' of '%s' objects is not writable", name, d.Owner.Name)
			}
			return d.Set(t, v, x)
		case *Slot:
			return d.set(v, x)
		case *Instance:
			hook := "__set__"
			if !x.Valid() {
				hook = "__delete__"
			}
			if s, ok := d.cls.Lookup(hook); ok {
				if !x.Valid() {
					_, err := t.Call(s, m, v)
					return err
				}
				_, err := t.Call(s, m, v, x)
				return err
			}
		}
	}
	switch o := v.Ref.(type) {
	case *Class:
		return o.setAttr(name, x)
	case *Module:
		if x.Valid() {
			o.Dict.SetStr(name, x)
		} else if !o.Dict.DelStr(name) {
			return AttributeError("module '%s' has no attribute '%s'", o.Name, name)
		}
		return nil
	case *Instance:
		if name == "__class__" && x.Valid() {
			c, ok := x.Ref.(*Class)
			if !ok {
				return TypeError("__class__ must be set to a class, not '%s' object", ClassOf(x).Name)
			}
			o.SetObjectClass(c)
			return nil
		}
	}
	if d, ok := v.Ref.(DynamicSetter); ok {
		if ok, err := d.SetAttr(t, name, x); ok || err != nil {
			return err
		}
	}
	a := AttrsOf(v)
	if a == nil || !cls.hasDict {
		if found {
			return AttributeError("'%s' object attribute '%s' is read-only", cls.Name, name)
		}
		e := AttributeError("'%s' object has no attribute '%s'", cls.Name, name)
		if x.Valid() {
			e = AttributeError("'%s' object has no attribute '%s' and no __dict__ for setting new attributes", cls.Name, name)
		}
		e.setName(name, v)
		return e
	}
	if name == "__dict__" && x.Valid() {
		d, ok := x.Ref.(*Dict)
		if !ok {
			return TypeError("__dict__ must be set to a dictionary, not a '%s'", ClassOf(x).Name)
		}
		a.SetDict(d)
		return nil
	}
	if x.Valid() {
		a.Set(name, x)
		return nil
	}
	if !a.Del(name) {
		return noAttribute(v, cls.Name, name)
	}
	return nil
}

// DynamicSetter is implemented by native objects that store attributes
// themselves; no value for x is deletion.
type DynamicSetter interface {
	SetAttr(t *Thread, name string, x Value) (ok bool, err error)
}

func (c *Class) setAttr(name string, x Value) error {
	if c.builtin {
		return TypeError("cannot set '%s' attribute of immutable type '%s'", name, c.Name)
	}
	if !x.Valid() && !c.Dict.GetStr(name).Valid() {
		return AttributeError("type object '%s' has no attribute '%s'", c.Name, name)
	}
	switch s, isStr := StrOf(x); {
	case name == "__name__" && isStr:
		c.Name = s
	case name == "__qualname__" && isStr:
		c.Qualname = s
	case name == "__module__" && isStr:
		c.Module = s
		c.SetAttr(name, x)
	default:
		c.SetAttr(name, x)
	}
	return nil
}

// DelAttr is delattr(v, name).
func DelAttr(t *Thread, v Value, name string) error {
	cls := ClassOf(v)
	if cls.delattr {
		m, _ := cls.Lookup("__delattr__")
		_, err := t.Call(m, v, String(name))
		return err
	}
	return GenericSetAttr(t, v, name, Value{})
}
