// Package object has Python's values and what can be done with them: the
// builtin types, classes with their method resolution order, attributes,
// exceptions, and the operator protocol.
//
// A Value is an interface and a word. Small numbers live in the word, so that
// arithmetic allocates nothing; everything else is an Object. Functions written
// in Python belong to package vm and are met here through Caller.
package object

import (
	"math"
	"math/big"
	"strconv"
)

// Object is what a Value refers to.
type Object interface {
	// Class gives the object's type, as type(x) does.
	Class() *Class
}

// Traverser is implemented by every object that holds values: Traverse gives
// each of them to visit, so that it can be found out what is still in use.
type Traverser interface {
	Traverse(visit func(Value))
}

// Value is any Python value. The zero Value is no value at all: an unbound
// name, an absent argument.
type Value struct {
	Ref  Object
	Bits uint64
}

type intTag struct{}
type floatTag struct{}
type boolTag struct{}

// Class implements Object.
func (intTag) Class() *Class { return IntClass }

// Class implements Object.
func (floatTag) Class() *Class { return FloatClass }

// Class implements Object.
func (boolTag) Class() *Class { return BoolClass }

// Singleton is None, NotImplemented or Ellipsis.
type Singleton struct {
	name string
	cls  func() *Class
}

// Class implements Object.
func (s *Singleton) Class() *Class { return s.cls() }

// The constants of the language.
var (
	noneObj     = &Singleton{"None", func() *Class { return NoneClass }}
	notImplObj  = &Singleton{"NotImplemented", func() *Class { return NotImplementedClass }}
	ellipsisObj = &Singleton{"Ellipsis", func() *Class { return EllipsisClass }}

	// None is None.
	None = Value{Ref: noneObj}
	// NotImplemented is what a binary method returns to let the other side try.
	NotImplemented = Value{Ref: notImplObj}
	// Ellipsis is the value of '...'.
	Ellipsis = Value{Ref: ellipsisObj}
	// True is True.
	True = Value{Ref: boolTag{}, Bits: 1}
	// False is False.
	False = Value{Ref: boolTag{}}
)

// Int makes an int.
func Int(n int64) Value { return Value{intTag{}, uint64(n)} }

// Float makes a float.
func Float(f float64) Value { return Value{floatTag{}, math.Float64bits(f)} }

// Bool makes a bool.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// Obj makes the Value of an object.
func Obj(o Object) Value { return Value{Ref: o} }

// SetInt stores an int in *v, without a pointer store when it already held one.
// It takes the number as bits because a conversion here would make it too large
// for the compiler to put it in line in the machine's loop; so does SetFloat.
func SetInt(v *Value, bits uint64) {
	if _, ok := v.Ref.(intTag); !ok {
		v.Ref = intTag{}
	}
	v.Bits = bits
}

// SetFloat stores a float in *v, given as its bits.
func SetFloat(v *Value, bits uint64) {
	if _, ok := v.Ref.(floatTag); !ok {
		v.Ref = floatTag{}
	}
	v.Bits = bits
}

// SmallInt gives the number when v is exactly an int that fits a word.
func (v Value) SmallInt() (int64, bool) {
	_, ok := v.Ref.(intTag)
	return int64(v.Bits), ok
}

// IsSmallInt reports whether v is exactly an int that fits a word.
func (v Value) IsSmallInt() bool { _, ok := v.Ref.(intTag); return ok }

// IsFloat reports whether v is exactly a float.
func (v Value) IsFloat() bool { _, ok := v.Ref.(floatTag); return ok }

// IsBool reports whether v is True or False.
func (v Value) IsBool() bool { _, ok := v.Ref.(boolTag); return ok }

// F gives the number of an exact float.
func (v Value) F() float64 { return math.Float64frombits(v.Bits) }

// I gives the number of an exact small int or bool.
func (v Value) I() int64 { return int64(v.Bits) }

// IsNone reports whether v is None.
func (v Value) IsNone() bool { return v.Ref == Object(noneObj) }

// Valid reports whether there is a value.
func (v Value) Valid() bool { return v.Ref != nil }

// Is reports identity, as the operator is.
func Is(a, b Value) bool {
	switch a.Ref.(type) {
	case intTag:
		return b.IsSmallInt() && a.Bits == b.Bits
	case floatTag:
		return b.IsFloat() && a.Bits == b.Bits
	case boolTag:
		return b.IsBool() && a.Bits == b.Bits
	}
	if b.IsSmallInt() || b.IsFloat() || b.IsBool() {
		return false
	}
	if s, ok := a.Ref.(*Str); ok { // interned as far as a program can tell
		if u, ok := b.Ref.(*Str); ok && s.Exact() && u.Exact() {
			return s == u || len(s.S) < 32 && s.S == u.S
		}
	}
	if s, ok := a.Ref.(*Tuple); ok && len(s.Items) == 0 && s.cls == nil {
		u, ok := b.Ref.(*Tuple)
		return ok && len(u.Items) == 0 && u.cls == nil
	}
	if s, ok := a.Ref.(*BoundMethod); ok {
		return b.Ref == Object(s)
	}
	return a.Ref == b.Ref
}

// ClassOf gives type(v).
func ClassOf(v Value) *Class {
	if v.Ref == nil {
		return NoneClass
	}
	return v.Ref.Class()
}

// Head is the part that objects of builtin types share: the class when it is a
// subclass, and the attributes such a subclass allows.
type Head struct {
	cls   *Class
	attrs *Attrs
}

// Exact reports whether the object is of the builtin type itself.
func (h *Head) Exact() bool { return h.cls == nil }

// Subclass gives the subclass that the object is of, nil for none.
func (h *Head) Subclass() *Class { return h.cls }

// SetClass makes the object one of a subclass.
func (h *Head) SetClass(c *Class) { h.cls = c }

// ClassOr gives the class: that of the builtin type itself, unless the object
// is one of a subclass.
func (h *Head) ClassOr(c *Class) *Class {
	if h.cls != nil {
		return h.cls
	}
	return c
}

// TraverseHead visits what the head refers to.
func (h *Head) TraverseHead(visit func(Value)) {
	if h.cls != nil {
		visit(Obj(h.cls))
	}
	if h.attrs != nil {
		for _, v := range h.attrs.slots {
			visit(v)
		}
		for _, v := range h.attrs.named {
			visit(v)
		}
		if h.attrs.dict != nil {
			visit(Obj(h.attrs.dict))
		}
	}
}

// AllowAttrs gives the object's attributes, which an object of the builtin type
// itself has none of before.
func (h *Head) AllowAttrs() *Attrs {
	if h.attributes() == nil {
		h.attrs = NewAttrs()
	}
	return h.attrs
}

func (h *Head) attributes() *Attrs {
	if h.attrs == nil && h.cls != nil && h.cls.hasDict {
		h.attrs = &Attrs{shape: h.cls.rootShape()}
	}
	return h.attrs
}

// BigInt is an int that does not fit a word.
type BigInt struct{ N *big.Int }

// Class implements Object.
func (*BigInt) Class() *Class { return IntClass }

// IntObject is an instance of a subclass of int.
type IntObject struct {
	Head
	V Value // exact int
}

// Class implements Object.
func (o *IntObject) Class() *Class { return o.cls }

// FloatObject is an instance of a subclass of float.
type FloatObject struct {
	Head
	V float64
}

// Class implements Object.
func (o *FloatObject) Class() *Class { return o.cls }

// BigValue makes an int of n, small when it fits. It takes n over.
func BigValue(n *big.Int) Value {
	if n.IsInt64() {
		return Int(n.Int64())
	}
	return Value{Ref: &BigInt{n}}
}

// Integer reduces an int, bool or instance of a subclass to an exact int.
func Integer(v Value) (Value, bool) {
	switch o := v.Ref.(type) {
	case intTag, *BigInt:
		return v, true
	case boolTag:
		return Int(int64(v.Bits)), true
	case *IntObject:
		return o.V, true
	}
	return Value{}, false
}

// IntOf gives the number of an int of any kind that fits a word.
func IntOf(v Value) (int64, bool) {
	switch o := v.Ref.(type) {
	case intTag, boolTag:
		return int64(v.Bits), true
	case *IntObject:
		return o.V.SmallInt()
	}
	return 0, false
}

// BigOf gives the number of an int of any kind. The result is not to be changed.
func BigOf(v Value) (*big.Int, bool) {
	v, ok := Integer(v)
	if !ok {
		return nil, false
	}
	if b, ok := v.Ref.(*BigInt); ok {
		return b.N, true
	}
	return big.NewInt(int64(v.Bits)), true
}

// FloatOf gives the number of a float of any kind.
func FloatOf(v Value) (float64, bool) {
	switch o := v.Ref.(type) {
	case floatTag:
		return v.F(), true
	case *FloatObject:
		return o.V, true
	}
	return 0, false
}

// Cell is a variable that closures share.
type Cell struct {
	Mark
	V Value
}

// Class implements Object.
func (*Cell) Class() *Class { return CellClass }

// IntText gives an exact int in decimal.
func IntText(v Value) string {
	if b, ok := v.Ref.(*BigInt); ok {
		return b.N.String()
	}
	return strconv.FormatInt(int64(v.Bits), 10)
}
