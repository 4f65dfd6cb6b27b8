package object

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
var opMethods, opReflected, opInplace = methodsOf("__"), methodsOf("__r"), methodsOf("__i")

func methodsOf(before string) (names [len(opNames)]string) {
	for i, n := range opNames {
		names[i] = before + n + "__"
	}
	return names
}

// OpMethod gives the name of the operator's method, as "__add__".
func OpMethod(op Op) string { return opMethods[op] }

// OpInplace gives the name of the method of op=, as "__iadd__".
func OpInplace(op Op) string { return opInplace[op] }

// OpReflected gives the name of the right operand's method, as "__radd__".
func OpReflected(op Op) string { return opReflected[op] }

// ModFormat is str % args; the layer of builtin methods sets it up.
type ModFormat func(t *Thread, format, args Value) (Value, error)

// Binary is a op b.
func Binary(t *Thread, op Op, a, b Value) (Value, error) {
	if r := quickBinary(op, a, b); r.Valid() {
		return r, nil
	}
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
			if l := pair[0].Layout; l.builtin && l.patterns == SequencePatterns {
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
	if okR && joins(left, ca) { // number methods come before concatenation
		r, err := callBinary(t, right, b, a, cb)
		if err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
		okR = false
	}
	if okL {
		r, err := callBinary(t, left, a, b, ca)
		if err != nil || r.Ref != Object(notImplObj) {
			return r, err
		}
	}
	if okR {
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
	if r := quickBinary(op, a, b); r.Valid() {
		return r, nil
	}
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

const invertedBool = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. " +
	"This returns the bitwise inversion of the underlying int object and is usually not what you expect " +
	"from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."

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
				if v.IsBool() && t.In.Warn != nil {
					if err := t.In.Warn(t, DeprecationWarningClass, invertedBool); err != nil {
						return Value{}, err
					}
				}
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
