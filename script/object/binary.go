package object

import (
	"errors"
	"math"

	"asyncio/script/number"
	"asyncio/script/text"
)

// Op is a binary operator.
type Op uint8

// The binary operators, in the order of the syntax tree.
const (
	OpAdd Op = iota
	OpSub
	OpMul
	OpMatMul
	OpDiv
	OpMod
	OpPow
	OpLsh
	OpRsh
	OpOr
	OpXor
	OpAnd
	OpFloorDiv
	OpDivMod
)

var opSymbols = [...]string{"+", "-", "*", "@", "/", "%", "** or pow()", "<<", ">>", "|", "^", "&", "//", "divmod()"}
var opNames = [...]string{"add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "floordiv", "divmod"}
var opMethods, opReflected, opInplace [len(opNames)]string

func init() {
	for i, n := range opNames {
		opMethods[i], opReflected[i], opInplace[i] = "__"+n+"__", "__r"+n+"__", "__i"+n+"__"
	}
}

// OpMethod gives the name of the operator's method, as "__add__".
func OpMethod(op Op) string { return opMethods[op] }

// OpInplace gives the name of the method of op=, as "__iadd__".
func OpInplace(op Op) string { return opInplace[op] }

// OpReflected gives the name of the right operand's method, as "__radd__".
func OpReflected(op Op) string { return opReflected[op] }

// ModFormat is str % args; the layer of builtin methods sets it up.
type ModFormat func(t *Thread, format string, args Value) (string, error)

// NumberOf gives an int of any kind as package number's Int.
func NumberOf(v Value) (number.Int, bool) {
	v, ok := Integer(v)
	if !ok {
		return number.Int{}, false
	}
	if b, ok := v.Ref.(*BigInt); ok {
		return number.FromBig(b.N), true
	}
	return number.FromInt64(int64(v.Bits)), true
}

// FromNumber is the way back from NumberOf.
func FromNumber(x number.Int) Value {
	if n, ok := x.Int64(); ok {
		return Int(n)
	}
	return BigValue(x.Big())
}

// FromError turns an error of the pure packages into a Python exception.
func FromError(err error) error {
	if err == nil {
		return nil
	}
	var e *text.Error
	if errors.As(err, &e) {
		for _, c := range Exceptions {
			if c.Name == e.Class {
				if e.Errno != 0 {
					return NewException(c, Int(int64(e.Errno)), String(e.Text))
				}
				return Raise(c, "%s", e.Text)
			}
		}
	}
	if u := unicodeError(err); u != nil {
		return u
	}
	return err
}

// Binary is a op b.
func Binary(t *Thread, op Op, a, b Value) (Value, error) {
	ca, cb := ClassOf(a), ClassOf(b)
	if ca.builtin && cb.builtin {
		if r, err := nativeBinary(t, op, a, b); err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
		if r, err := nativeMethodBinary(t, op, a, b, ca, cb); err != nil || r.Valid() {
			return r, err
		}
		return Value{}, unsupported(op, ca, cb)
	}
	r, err := dispatch(t, a, b, ca, cb, opMethods[op], opReflected[op])
	if err != nil || r.Valid() {
		return r, err
	}
	return Value{}, unsupported(op, ca, cb)
}

// nativeMethodBinary is for native classes of modules, which define methods.
func nativeMethodBinary(t *Thread, op Op, a, b Value, ca, cb *Class) (Value, error) {
	return dispatch(t, a, b, ca, cb, opMethods[op], opReflected[op])
}

func unsupported(op Op, ca, cb *Class) error {
	sym := opSymbols[op]
	if op == OpMul {
		for _, pair := range [][2]*Class{{ca, cb}, {cb, ca}} {
			switch pair[0].Layout {
			case StrClass, BytesClass, BytearrayClass, ListClass, TupleClass:
				return TypeError("%s", timesText(pair[1]))
			}
		}
	}
	return TypeError("unsupported operand type(s) for %s: '%s' and '%s'", sym, ca.Name, cb.Name)
}

// dispatch tries a's method, then b's reflected one, the latter first when b's
// class is a subclass that overrides it. No value means that neither knew.
func dispatch(t *Thread, a, b Value, ca, cb *Class, name, rname string) (Value, error) {
	left, okL := ca.Lookup(name)
	var right Value
	okR := false
	if cb != ca {
		right, okR = cb.Lookup(rname)
	}
	if okR && cb.IsSubclass(ca) {
		if own, ok := ca.Lookup(rname); !ok || !Is(own, right) {
			r, err := callBinary(t, right, b, a, cb)
			if err != nil || r.Ref != Object(notImplObj) {
				return r, err
			}
			okR = false
		}
	}
	if okR && joins(left, ca) && !right.IsNone() { // number methods come before concatenation
		r, err := callBinary(t, right, b, a, cb)
		if err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
		okR = false
	}
	if okL && !left.IsNone() {
		r, err := callBinary(t, left, a, b, ca)
		if err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
	}
	if okR && !right.IsNone() {
		r, err := callBinary(t, right, b, a, cb)
		if err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
	}
	return Value{}, nil
}

// joins tells a method of a sequence that concatenates or repeats.
func joins(m Value, c *Class) bool {
	b, ok := m.Ref.(*Builtin)
	if !ok || b.Name != "__add__" && b.Name != "__mul__" {
		return false
	}
	switch c.Layout {
	case StrClass, BytesClass, BytearrayClass, ListClass, TupleClass:
		return true
	}
	return false
}

func callBinary(t *Thread, m, self, other Value, cls *Class) (Value, error) {
	if isPlainMethod(m) {
		if err := t.Enter(); err != nil {
			return Value{}, err
		}
		defer t.Leave()
		return t.Call(m, self, other)
	}
	b, err := bind(t, m, self, cls)
	if err != nil {
		return Value{}, err
	}
	return t.Call(b, other)
}

// Inplace is a op= b.
func Inplace(t *Thread, op Op, a, b Value) (Value, error) {
	ca := ClassOf(a)
	if !ca.builtin {
		if m, ok := ca.Lookup(opInplace[op]); ok {
			r, err := callBinary(t, m, a, b, ca)
			if err != nil || r.Ref != Object(notImplObj) {
				return r, err
			}
		}
	} else {
		if l, ok := a.Ref.(*List); ok && op == OpAdd {
			if x, ok := b.Ref.(*List); ok && x.cls == nil {
				l.Items = append(l.Items, x.Items...)
				return a, nil
			}
		}
		switch a.Ref.(type) {
		case intTag, floatTag, *Str:
		default:
			if m, ok := ca.Lookup(opInplace[op]); ok {
				r, err := callBinary(t, m, a, b, ca)
				if err != nil || r.Ref != Object(notImplObj) {
					return r, err
				}
			}
		}
	}
	r, err := Binary(t, op, a, b)
	if e, ok := err.(*Exception); ok && e.cls == TypeErrorClass && e.TB == nil && len(e.Args) == 1 {
		s, _ := StrOf(e.Args[0])
		if s == opText(op, ca, ClassOf(b)) || op == OpMul && s == timesText(ca) && ca.unrepeatable() {
			return r, TypeError("unsupported operand type(s) for %s=: '%s' and '%s'", inplaceSymbol(op), ca.Name, ClassOf(b).Name)
		}
	}
	return r, err
}

func timesText(c *Class) string { return "can't multiply sequence by non-int of type '" + c.Name + "'" }

// unrepeatable reports whether instances are containers of a kind: in place,
// those are not tried as the number of times that the other operand is taken.
func (c *Class) unrepeatable() bool {
	switch c.Layout {
	case StrClass, BytesClass, BytearrayClass, ListClass, TupleClass:
		return false
	}
	if !c.builtin {
		return true
	}
	_, ok := c.Lookup("__contains__")
	if !ok {
		_, ok = c.Lookup("__len__")
	}
	return ok
}

func inplaceSymbol(op Op) string {
	if op == OpPow {
		return "**"
	}
	return opSymbols[op]
}

func opText(op Op, ca, cb *Class) string {
	return "unsupported operand type(s) for " + opSymbols[op] + ": '" + ca.Name + "' and '" + cb.Name + "'"
}

// NativeBinary is the operator for builtin storage alone; NotImplemented when
// the types do not know each other.
func NativeBinary(t *Thread, op Op, a, b Value) (Value, error) { return nativeBinary(t, op, a, b) }

func nativeBinary(t *Thread, op Op, a, b Value) (Value, error) {
	if ia, ok := Integer(a); ok {
		if ib, ok := Integer(b); ok {
			if a.IsBool() && b.IsBool() {
				switch op {
				case OpAnd:
					return Bool(a.Bits&b.Bits != 0), nil
				case OpOr:
					return Bool(a.Bits|b.Bits != 0), nil
				case OpXor:
					return Bool(a.Bits != b.Bits), nil
				}
			}
			if err := roomForInt(t, op, ia, ib); err != nil {
				return Value{}, err
			}
			return intBinary(op, ia, ib)
		}
		if fb, ok := FloatOf(b); ok {
			n, _ := NumberOf(ia)
			fa, err := n.Float()
			if err != nil {
				return Value{}, FromError(err)
			}
			return floatBinary(op, fa, fb)
		}
		if op == OpMul {
			switch b.Ref.(type) {
			case *Str, *List, *Tuple, *Bytes:
				return repeat(t, b, ia)
			}
		}
		if _, ok := b.Ref.(*Complex); ok {
			return complexBinary(op, a, b)
		}
		return NotImplemented, nil
	}
	if fa, ok := FloatOf(a); ok {
		fb, ok := FloatOf(b)
		if !ok {
			n, isInt := NumberOf(b)
			if !isInt {
				if _, ok := b.Ref.(*Complex); ok {
					return complexBinary(op, a, b)
				}
				return NotImplemented, nil
			}
			var err error
			if fb, err = n.Float(); err != nil {
				return Value{}, FromError(err)
			}
		}
		return floatBinary(op, fa, fb)
	}
	switch x := a.Ref.(type) {
	case *Complex:
		return complexBinary(op, a, b)
	case *Str:
		switch op {
		case OpAdd:
			if y, ok := b.Ref.(*Str); ok {
				if err := t.Room(float64(len(x.S)) + float64(len(y.S))); err != nil {
					return Value{}, err
				}
				return concat(x, y), nil
			}
			return Value{}, TypeError("can only concatenate str (not \"%s\") to str", ClassOf(b).Name)
		case OpMod:
			if t.In == nil {
				return NotImplemented, nil
			}
			if m, ok := StrClass.Lookup("__mod__"); ok {
				return t.Call(m, a, b)
			}
		case OpMul:
			return repeat(t, a, b)
		}
	case *List:
		switch op {
		case OpAdd:
			if y, ok := b.Ref.(*List); ok {
				if err := t.roomForItems(len(x.Items) + len(y.Items)); err != nil {
					return Value{}, err
				}
				out := make([]Value, 0, len(x.Items)+len(y.Items))
				return Obj(NewList(append(append(out, x.Items...), y.Items...))), nil
			}
			return Value{}, TypeError("can only concatenate list (not \"%s\") to list", ClassOf(b).Name)
		case OpMul:
			return repeat(t, a, b)
		}
	case *Tuple:
		switch op {
		case OpAdd:
			if y, ok := b.Ref.(*Tuple); ok {
				if err := t.roomForItems(len(x.Items) + len(y.Items)); err != nil {
					return Value{}, err
				}
				out := make([]Value, 0, len(x.Items)+len(y.Items))
				return TupleValue(append(append(out, x.Items...), y.Items...)...), nil
			}
			return Value{}, TypeError("can only concatenate tuple (not \"%s\") to tuple", ClassOf(b).Name)
		case OpMul:
			return repeat(t, a, b)
		}
	case *Bytes:
		switch op {
		case OpAdd:
			if y, ok := BufferOf(b); ok {
				if err := t.Room(float64(len(x.B)) + float64(len(y))); err != nil {
					return Value{}, err
				}
				return Obj(&Bytes{B: append(append([]byte(nil), x.B...), y...), Mutable: x.Mutable}), nil
			}
			return Value{}, TypeError("can't concat %s to %s", ClassOf(b).Name, x.Class().Name)
		case OpMul:
			return repeat(t, a, b)
		}
	case *Dict:
		if y, ok := b.Ref.(*Dict); ok && op == OpOr {
			d := x.Copy()
			return Obj(d), d.Update(t, y)
		}
	case *Set, *DictView:
		return setBinary(t, op, a, b)
	case *Class, *Union:
		if op == OpOr {
			return unionOf(a, b)
		}
	case *GenericAlias:
		if op == OpOr {
			return unionOf(a, b)
		}
	case *Singleton:
		if op == OpOr && a.IsNone() {
			switch b.Ref.(type) {
			case *Class, *Union, *GenericAlias:
				return unionOf(a, b)
			}
		}
	}
	if isSetView(b) {
		return setBinary(t, op, a, b)
	}
	return NotImplemented, nil
}

// InplaceRepeat is *= of a list or bytearray.
func InplaceRepeat(t *Thread, l, times Value) (Value, error) {
	r, err := repeat(t, l, times)
	if err != nil {
		return Value{}, err
	}
	switch o := l.Ref.(type) {
	case *List:
		o.Items = r.Ref.(*List).Items
	case *Bytes:
		o.B = r.Ref.(*Bytes).B
	}
	return l, nil
}

func repeat(t *Thread, seq, times Value) (Value, error) {
	if _, ok := Integer(times); !ok {
		if _, found := ClassOf(times).Lookup("__index__"); !found {
			return Value{}, TypeError("can't multiply sequence by non-int of type '%s'", ClassOf(times).Name)
		}
	}
	n, err := Index(t, times)
	if err != nil {
		return Value{}, err
	}
	n = max(n, 0)
	if n == 1 {
		switch o := seq.Ref.(type) { // what cannot change needs no copy
		case *Tuple:
			if o.cls == nil {
				return seq, nil
			}
		case *Str:
			if o.Exact() {
				return seq, nil
			}
		case *Bytes:
			if o.cls == nil && !o.Mutable {
				return seq, nil
			}
		}
	}
	size := 1
	switch o := seq.Ref.(type) {
	case *Str:
		size = len(o.S)
	case *List:
		size = len(o.Items) * 24
	case *Tuple:
		size = len(o.Items) * 24
	case *Bytes:
		size = len(o.B)
	}
	if err := t.Room(float64(n) * float64(size)); err != nil {
		return Value{}, err
	}
	many := func(items []Value) []Value {
		out := make([]Value, 0, len(items)*n)
		for range n {
			out = append(out, items...)
		}
		return out
	}
	switch o := seq.Ref.(type) {
	case *Str:
		b := make([]byte, 0, size*n)
		for range n {
			b = append(b, o.S...)
		}
		return String(string(b)), nil
	case *List:
		return Obj(NewList(many(o.Items))), nil
	case *Tuple:
		return TupleValue(many(o.Items)...), nil
	case *Bytes:
		b := make([]byte, 0, size*n)
		for range n {
			b = append(b, o.B...)
		}
		return Obj(&Bytes{B: b, Mutable: o.Mutable}), nil
	}
	return NotImplemented, nil
}

func intBinary(op Op, a, b Value) (Value, error) {
	x, okx := a.SmallInt()
	y, oky := b.SmallInt()
	if okx && oky {
		switch op {
		case OpAdd:
			if s := x + y; (s > x) == (y > 0) {
				return Int(s), nil
			}
		case OpSub:
			if s := x - y; (s < x) == (y > 0) {
				return Int(s), nil
			}
		case OpMul:
			if r, ok := mulSmall(x, y); ok {
				return Int(r), nil
			}
		case OpAnd:
			return Int(x & y), nil
		case OpOr:
			return Int(x | y), nil
		case OpXor:
			return Int(x ^ y), nil
		case OpFloorDiv, OpMod:
			if y > 0 || y < -1 {
				q, m := x/y, x%y
				if m != 0 && (m < 0) != (y < 0) {
					q--
					m += y
				}
				if op == OpMod {
					return Int(m), nil
				}
				return Int(q), nil
			}
		case OpRsh:
			if y >= 0 {
				return Int(x >> min(uint64(y), 63)), nil
			}
		case OpLsh:
			if y >= 0 && y < 62 && x < 1<<(62-y) && x > -1<<(62-y) {
				return Int(x << y), nil
			}
		}
	}
	m, _ := NumberOf(a)
	n, _ := NumberOf(b)
	var r number.Int
	var err error
	switch op {
	case OpAdd:
		r = m.Add(n)
	case OpSub:
		r = m.Sub(n)
	case OpMul:
		r = m.Mul(n)
	case OpAnd:
		r = m.And(n)
	case OpOr:
		r = m.Or(n)
	case OpXor:
		r = m.Xor(n)
	case OpFloorDiv:
		r, err = m.FloorDiv(n)
	case OpMod:
		r, err = m.Mod(n)
	case OpLsh:
		r, err = m.Lsh(n)
	case OpRsh:
		r, err = m.Rsh(n)
	case OpDivMod:
		var q number.Int
		if q, r, err = m.DivMod(n); err == nil {
			return TupleValue(FromNumber(q), FromNumber(r)), nil
		}
	case OpDiv:
		f, err := m.TrueDiv(n)
		return Float(f), FromError(err)
	case OpPow:
		if n.Sign() < 0 {
			f, err := number.PowFloat(m, n)
			if err != nil {
				return Value{}, FromError(err)
			}
			return Float(f), nil
		}
		r, err = number.Pow(m, n)
	default:
		return NotImplemented, nil
	}
	if err != nil {
		return Value{}, FromError(err)
	}
	return FromNumber(r), nil
}

func mulSmall(x, y int64) (int64, bool) {
	if x == 0 || y == 0 {
		return 0, true
	}
	if int64(int32(x)) == x && int64(int32(y)) == y {
		return x * y, true
	}
	r := x * y
	if r/y != x || x == math.MinInt64 && y == -1 || y == math.MinInt64 && x == -1 {
		return 0, false
	}
	return r, true
}

// MulSmall multiplies and reports whether the result fits.
func MulSmall(x, y int64) (int64, bool) { return mulSmall(x, y) }

func floatBinary(op Op, x, y float64) (Value, error) {
	var r float64
	var err error
	switch op {
	case OpAdd:
		r = x + y
	case OpSub:
		r = x - y
	case OpMul:
		r = x * y
	case OpDiv:
		r, err = number.FloatDiv(x, y)
	case OpMod:
		r, err = number.FloatMod(x, y)
	case OpFloorDiv:
		r, err = number.FloatFloorDiv(x, y)
	case OpPow:
		if r, err = number.FloatPow(x, y); err == number.ErrComplex {
			return complexPow(complex(x, 0), complex(y, 0))
		}
	case OpDivMod:
		var q float64
		if q, r, err = number.FloatDivMod(x, y); err == nil {
			return TupleValue(Float(q), Float(r)), nil
		}
	default:
		return NotImplemented, nil
	}
	if err != nil {
		return Value{}, FromError(err)
	}
	return Float(r), nil
}

// Unary is -v, +v or ~v; name is the method, symbol the operator in messages.
func Unary(t *Thread, symbol byte, v Value) (Value, error) {
	cls := ClassOf(v)
	if cls.builtin || symbol == '-' && cls == IntClass {
		if n, ok := NumberOf(v); ok {
			switch symbol {
			case '-':
				return FromNumber(n.Neg()), nil
			case '+':
				return FromNumber(n), nil
			default:
				return FromNumber(n.Invert()), nil
			}
		}
		if f, ok := FloatOf(v); ok && symbol != '~' {
			if symbol == '-' {
				f = -f
			}
			return Float(f), nil
		}
	}
	name := map[byte]string{'-': "__neg__", '+': "__pos__", '~': "__invert__"}[symbol]
	if r, ok, err := t.CallSpecial(v, name); ok {
		return r, err
	}
	return Value{}, TypeError("bad operand type for unary %c: '%s'", symbol, cls.Name)
}
