package object

import (
	"fmt"
	"strconv"
	"strings"

	"asyncio/script/number"
	"asyncio/script/text"
)

// ReprText gives repr(v).
func ReprText(t *Thread, v Value) (string, error) {
	if n, ok := v.SmallInt(); ok {
		return strconv.FormatInt(n, 10), nil
	}
	cls := ClassOf(v)
	if t.VM == nil && !cls.builtin { // no Python code can run here
		return DefaultRepr(t, v), nil
	}
	if !cls.builtin {
		m, _ := cls.Lookup("__repr__")
		if b, native := m.Ref.(*Builtin); !native || b.Owner != ObjectClass && b.Owner.Layout != cls.Layout {
			r, _, err := t.CallSpecial(v, "__repr__")
			return textResult(r, err, "__repr__")
		}
	}
	return NativeRepr(t, v)
}

func textResult(r Value, err error, name string) (string, error) {
	if err != nil {
		return "", err
	}
	s, ok := StrOf(r)
	if !ok {
		return "", TypeError("%s returned non-string (type %s)", name, ClassOf(r).Name)
	}
	return s, nil
}

// Reprer is implemented by native objects with a repr of their own.
type Reprer interface {
	Repr(t *Thread) (string, error)
}

// NativeRepr is the repr of builtin storage.
func NativeRepr(t *Thread, v Value) (string, error) {
	switch o := v.Ref.(type) {
	case nil:
		return "<NULL>", nil
	case intTag, *BigInt, *IntObject:
		n, _ := NumberOf(v)
		s, err := number.IntRepr(n, t.MaxDigits())
		return s, FromError(err)
	case boolTag:
		if v.Bits != 0 {
			return "True", nil
		}
		return "False", nil
	case floatTag:
		return number.FloatRepr(v.F()), nil
	case *FloatObject:
		return number.FloatRepr(o.V), nil
	case *Singleton:
		return o.name, nil
	case *Str:
		return text.Repr(o.S), nil
	case *Bytes:
		s := text.BytesRepr(string(o.B))
		if o.Mutable {
			s = o.Class().Name + "(" + s + ")"
		}
		return s, nil
	case *List:
		return t.nested(o, "[...]", func() (string, error) { return joinRepr(t, func() []Value { return o.Items }, "[", "]") })
	case *Tuple:
		return t.nested(o, "(...)", func() (string, error) {
			if o.cls != nil && o.cls.seq != nil {
				return seqRepr(t, o.cls, o)
			}
			if len(o.Items) == 1 {
				s, err := ReprText(t, o.Items[0])
				return "(" + s + ",)", err
			}
			return joinRepr(t, func() []Value { return o.Items }, "(", ")")
		})
	case *Dict:
		return t.nested(o, "{...}", func() (string, error) { return dictRepr(t, o) })
	case *MappingProxy:
		s, err := NativeRepr(t, Obj(o.D))
		return "mappingproxy(" + s + ")", err
	case *Set:
		return t.nested(o, o.Class().Name+"(...)", func() (string, error) {
			if o.D.used == 0 {
				return o.Class().Name + "()", nil
			}
			o.Rank(t)
			s, err := joinRepr(t, o.D.Keys, "{", "}")
			if o.Frozen || o.cls != nil {
				s = o.Class().Name + "(" + s + ")"
			}
			return s, err
		})
	case *DictView:
		return t.nested(o.D, "...", func() (string, error) {
			items, err := Collect(t, v)
			if err != nil {
				return "", err
			}
			s, err := joinRepr(t, func() []Value { return items }, "([", "])")
			return o.Class().Name + s, err
		})
	case *Range, *LongRange:
		r := RangeOf(v)
		text := "range(" + IntText(FromNumber(r.Start)) + ", " + IntText(FromNumber(r.Stop))
		if step, _ := r.Step.Int64(); step != 1 {
			text += ", " + IntText(FromNumber(r.Step))
		}
		return text + ")", nil
	case *Complex:
		return ComplexText(o.V), nil
	case *Slice:
		s, err := joinRepr(t, func() []Value { return []Value{o.Start, o.Stop, o.Step} }, "(", ")")
		return "slice" + s, err
	case *Class:
		if o.Module == "builtins" {
			return "<class '" + o.Qualname + "'>", nil
		}
		return "<class '" + o.Module + "." + o.Qualname + "'>", nil
	case *Exception:
		return exceptionRepr(t, o)
	case *Builtin:
		switch {
		case o.wrapsSlot():
			return fmt.Sprintf("<slot wrapper '%s' of '%s' objects>", o.Name, o.Owner.Name), nil
		case o.Method:
			return fmt.Sprintf("<method '%s' of '%s' objects>", o.Name, o.Owner.Name), nil
		}
		return "<built-in function " + o.Name + ">", nil
	case *BoundMethod:
		if b, ok := o.Fn.Ref.(*Builtin); ok {
			if b.wrapsSlot() {
				return fmt.Sprintf("<method-wrapper '%s' of %s object at %s>", b.Name, ClassOf(o.Self).Name, t.Address(o.Self)), nil
			}
			return fmt.Sprintf("<built-in method %s of %s object at %s>", b.Name, ClassOf(o.Self).Name, t.Address(o.Self)), nil
		}
		name := "?"
		if q, err := GetAttr(t, o.Fn, "__qualname__"); err == nil {
			name, _ = StrOf(q)
		}
		self, err := ReprText(t, o.Self)
		return "<bound method " + name + " of " + self + ">", err
	case *Module:
		if f, ok := StrOf(o.Dict.GetStr("__file__")); ok {
			return fmt.Sprintf("<module '%s' from %s>", o.Name, text.Repr(f)), nil
		}
		return "<module '" + o.Name + "' (built-in)>", nil
	case *Super:
		if o.SelfClass == nil {
			return fmt.Sprintf("<super: <class '%s'>, NULL>", o.Cls.Name), nil
		}
		return fmt.Sprintf("<super: <class '%s'>, <%s object>>", o.Cls.Name, o.SelfClass.Name), nil
	case *GenericAlias:
		parts := make([]string, len(o.Args))
		for i, a := range o.Args {
			parts[i] = typeText(t, a)
		}
		if len(parts) == 0 {
			parts = []string{"()"}
		}
		return typeText(t, o.Origin) + "[" + strings.Join(parts, ", ") + "]", nil
	case *Union:
		parts := make([]string, len(o.Args))
		for i, a := range o.Args {
			if parts[i] = typeText(t, a); parts[i] == "NoneType" {
				parts[i] = "None"
			}
		}
		return strings.Join(parts, " | "), nil
	case Reprer:
		return o.Repr(t)
	}
	if m, ok := ClassOf(v).Lookup("__repr__"); ok {
		if b, ok := m.Ref.(*Builtin); ok && b.Owner != ObjectClass {
			r, err := t.Call(m, v)
			return textResult(r, err, "__repr__")
		}
	}
	return DefaultRepr(t, v), nil
}

// DefaultRepr is object.__repr__.
func DefaultRepr(t *Thread, v Value) string {
	cls := ClassOf(v)
	name := cls.Qualname
	if cls.Module != "builtins" && cls.Module != "" {
		name = cls.Module + "." + name
	}
	return "<" + name + " object at " + t.Address(v) + ">"
}

func typeText(t *Thread, v Value) string {
	if c, ok := v.Ref.(*Class); ok {
		if c.Module == "builtins" {
			return c.Qualname
		}
		return c.Module + "." + c.Qualname
	}
	if v.Ref == Object(ellipsisObj) {
		return "..."
	}
	if l, ok := v.Ref.(*List); ok { // what stands for a list of parameters
		parts := make([]string, len(l.Items))
		for i, a := range l.Items {
			parts[i] = typeText(t, a)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	s, err := ReprText(t, v)
	if err != nil {
		return "?"
	}
	return s
}

// nested guards the repr of containers that hold themselves.
func (t *Thread) nested(o Object, again string, f func() (string, error)) (string, error) {
	for _, r := range t.repr {
		if r == o {
			return again, nil
		}
	}
	if err := t.Enter(); err != nil {
		return "", err
	}
	t.repr = append(t.repr, o)
	s, err := f()
	t.repr = t.repr[:len(t.repr)-1]
	t.Leave()
	return s, err
}

// Nested guards reprs of native containers against recursion.
func (t *Thread) Nested(o Object, again string, f func() (string, error)) (string, error) {
	return t.nested(o, again, f)
}

func joinRepr(t *Thread, items func() []Value, open, shut string) (string, error) {
	var b strings.Builder
	room := t.Growing()
	b.WriteString(open)
	for i := 0; i < len(items()); i++ {
		if i > 0 {
			b.WriteString(", ")
		}
		s, err := ReprText(t, items()[i])
		if err != nil {
			return "", err
		}
		b.WriteString(s)
		if err := room.Check(b.Len()); err != nil {
			return "", err
		}
	}
	b.WriteString(shut)
	return b.String(), nil
}

func dictRepr(t *Thread, d *Dict) (string, error) {
	var b strings.Builder
	room := t.Growing()
	b.WriteByte('{')
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			break
		}
		if pos > 0 && b.Len() > 1 {
			b.WriteString(", ")
		}
		pos = next
		s, err := ReprText(t, k)
		if err != nil {
			return "", err
		}
		b.WriteString(s + ": ")
		if s, err = ReprText(t, v); err != nil {
			return "", err
		}
		b.WriteString(s)
		if err := room.Check(b.Len()); err != nil {
			return "", err
		}
	}
	b.WriteByte('}')
	return b.String(), nil
}

func exceptionRepr(t *Thread, e *Exception) (string, error) {
	args := e.Args
	s, err := joinRepr(t, func() []Value { return args }, "(", ")")
	return e.cls.Name + s, err
}

// StrText gives str(v).
func StrText(t *Thread, v Value) (string, error) {
	switch o := v.Ref.(type) {
	case intTag:
		return strconv.FormatInt(int64(v.Bits), 10), nil
	case floatTag:
		return number.FloatRepr(v.F()), nil
	case *Str:
		if o.Exact() {
			return o.S, nil
		}
	}
	cls := ClassOf(v)
	if t.VM == nil && !cls.builtin {
		return DefaultRepr(t, v), nil
	}
	if cls.builtin {
		switch o := v.Ref.(type) {
		case *Str:
			return o.S, nil
		case *Exception:
			return defaultExcText(t, o), nil
		}
		if m, ok := cls.Lookup("__str__"); ok {
			if b, ok := m.Ref.(*Builtin); ok && b.Owner != ObjectClass {
				r, err := t.Call(m, v)
				return textResult(r, err, "__str__")
			}
		}
		return NativeRepr(t, v)
	}
	m, _ := cls.Lookup("__str__")
	if b, native := m.Ref.(*Builtin); !native {
		r, _, err := t.CallSpecial(v, "__str__")
		return textResult(r, err, "__str__")
	} else if b.Owner == ObjectClass {
		return ReprText(t, v)
	} else if b.Name != "__str__" { // such as __str__ = int.__repr__
		r, err := t.Call(m, v)
		return textResult(r, err, "__str__")
	}
	switch o := v.Ref.(type) {
	case *Str:
		return o.S, nil
	case *Exception:
		return defaultExcText(t, o), nil
	}
	if m.Valid() {
		r, err := t.Call(m, v)
		return textResult(r, err, "__str__")
	}
	return ReprText(t, v)
}

// StrValue is str(v) as a value: v itself when it is an exact str.
func StrValue(t *Thread, v Value) (Value, error) {
	if s, ok := v.Ref.(*Str); ok && s.Exact() {
		return v, nil
	}
	return textValue(t, v, "__str__", StrText)
}

// ReprValue is repr(v) as a value.
func ReprValue(t *Thread, v Value) (Value, error) { return textValue(t, v, "__repr__", ReprText) }

// textValue keeps the very object that a method in Python gives.
func textValue(t *Thread, v Value, name string, text func(*Thread, Value) (string, error)) (Value, error) {
	if cls := ClassOf(v); !cls.builtin {
		m, found := cls.Lookup(name)
		if _, native := m.Ref.(*Builtin); found && !native {
			r, _, err := t.CallSpecial(v, name)
			if _, err := textResult(r, err, name); err != nil {
				return Value{}, err
			}
			return r, nil
		}
	}
	s, err := text(t, v)
	if err != nil {
		return Value{}, err
	}
	return String(s), nil
}
