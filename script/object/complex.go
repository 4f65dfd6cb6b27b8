package object

import (
	"math"

	"asyncio/script/number"
	"asyncio/script/text"
)

// Complex is a complex number.
type Complex struct {
	Head
	V complex128
}

// Class implements Object.
func (c *Complex) Class() *Class {
	if c.cls != nil {
		return c.cls
	}
	return ComplexClass
}

// ComplexValue makes a complex number.
func ComplexValue(c complex128) Value { return Obj(&Complex{V: c}) }

// ComplexOf gives a number of any kind as a complex one.
func ComplexOf(v Value) (c complex128, ok bool, err error) {
	if c, ok := v.Ref.(*Complex); ok {
		return c.V, true, nil
	}
	if f, ok := FloatOf(v); ok {
		return complex(f, 0), true, nil
	}
	if n, ok := NumberOf(v); ok {
		f, err := n.Float()
		return complex(f, 0), true, FromError(err)
	}
	return 0, false, nil
}

// complexBinary is the operator when a or b is complex.
func complexBinary(op Op, a, b Value) (Value, error) {
	x, ok, err := ComplexOf(a)
	if !ok || err != nil {
		return NotImplemented, err
	}
	y, ok, err := ComplexOf(b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	switch op {
	case OpAdd:
		return ComplexValue(x + y), nil
	case OpSub:
		return ComplexValue(x - y), nil
	case OpMul:
		return ComplexValue(complex(real(x)*real(y)-imag(x)*imag(y), real(x)*imag(y)+imag(x)*real(y))), nil
	case OpDiv:
		if y == 0 {
			return Value{}, Raise(ZeroDivisionErrorClass, "complex division by zero")
		}
		return ComplexValue(complexDiv(x, y)), nil
	case OpPow:
		return complexPow(x, y)
	}
	return NotImplemented, nil
}

// complexDiv divides by the larger part of y, which keeps the parts in range.
func complexDiv(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	switch {
	case math.Abs(c) >= math.Abs(d):
		r := d / c
		den := c + d*r
		return complex((a+b*r)/den, (b-a*r)/den)
	case math.Abs(d) >= math.Abs(c):
		r := c / d
		den := c*r + d
		return complex((a*r+b)/den, (b*r-a)/den)
	}
	return complex(math.NaN(), math.NaN())
}

func complexPow(x, y complex128) (Value, error) {
	var r complex128
	n := real(y)
	switch {
	case y == 0:
		r = 1
	case x == 0:
		if imag(y) != 0 || real(y) < 0 {
			return Value{}, Raise(ZeroDivisionErrorClass, "0.0 to a negative or complex power")
		}
	case imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 100:
		r = complexPower(x, int(math.Abs(n)))
		if n < 0 {
			r = complexDiv(1, r)
		}
	default:
		size := number.Hypot([]float64{real(x), imag(x)})
		length, err := number.MathPow(size, real(y))
		if err != nil {
			length = math.Inf(1)
		}
		angle := math.Atan2(imag(x), real(x))
		phase := angle * real(y)
		if imag(y) != 0 {
			length /= number.Exp(angle * imag(y))
			phase += imag(y) * number.Log(size)
		}
		r = complex(length*number.Cos(phase), length*number.Sin(phase))
	}
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return Value{}, Raise(OverflowErrorClass, "complex exponentiation")
	}
	return ComplexValue(r), nil
}

// complexPower multiplies by squares, which small powers are exact with.
func complexPower(x complex128, n int) complex128 {
	mul := func(a, b complex128) complex128 {
		return complex(real(a)*real(b)-imag(a)*imag(b), real(a)*imag(b)+imag(a)*real(b))
	}
	r, p := complex(1, 0), x
	for mask := 1; mask > 0 && n >= mask; mask <<= 1 {
		if n&mask != 0 {
			r = mul(r, p)
		}
		p = mul(p, p)
	}
	return r
}

// ComplexText is repr(c).
func ComplexText(c complex128) string {
	part := func(f float64) string {
		s := number.FloatRepr(f)
		if len(s) > 2 && s[len(s)-2:] == ".0" {
			s = s[:len(s)-2]
		}
		return s
	}
	im := part(imag(c))
	if real(c) == 0 && !math.Signbit(real(c)) {
		return im + "j"
	}
	if im[0] != '-' && im[0] != '+' {
		im = "+" + im
	}
	return "(" + part(real(c)) + im + "j)"
}

func complexHash(c complex128) int64 {
	h := uint64(number.HashFloat(real(c))) + 1000003*uint64(number.HashFloat(imag(c)))
	if int64(h) == -1 {
		return -2
	}
	return int64(h)
}

func complexCompare(op Cmp, a, b Value) Value {
	if op > CmpNe {
		return NotImplemented
	}
	same := false
	x, okx := a.Ref.(*Complex)
	y, oky := b.Ref.(*Complex)
	switch {
	case okx && oky:
		same = x.V == y.V
	case okx:
		r, _ := NativeCompare(nil, CmpEq, Float(real(x.V)), b)
		same = imag(x.V) == 0 && r.Bits != 0 && r.IsBool()
		if !r.IsBool() {
			return NotImplemented
		}
	default:
		return complexCompare(op, b, a)
	}
	return Bool(same == (op == CmpEq))
}

// ParseComplex reads what complex(str) takes.
func ParseComplex(s string) (complex128, error) {
	bad := text.ValueError("complex() arg is a malformed string")
	s = text.StripSpace(s)
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = text.StripSpace(s[1 : len(s)-1])
	}
	if s == "" {
		return 0, bad
	}
	split := -1 // where the imaginary part begins
	for i := len(s) - 1; i > 0; i-- {
		if (s[i] == '+' || s[i] == '-') && s[i-1] != 'e' && s[i-1] != 'E' {
			split = i
			break
		}
	}
	last := s[len(s)-1]
	if last != 'j' && last != 'J' {
		f, err := number.ParseFloat(s)
		if err != nil || text.IsSpaceRune(rune(last)) {
			return 0, bad
		}
		return complex(f, 0), nil
	}
	head, tail := "", s[:len(s)-1]
	if split > 0 {
		head, tail = s[:split], s[split:len(s)-1]
	}
	if tail == "" || tail == "+" || tail == "-" {
		tail += "1"
	}
	im, err := number.ParseFloat(tail)
	if err != nil || text.StripSpace(tail) != tail {
		return 0, bad
	}
	re := 0.0
	if head != "" {
		if re, err = number.ParseFloat(head); err != nil || text.StripSpace(head) != head {
			return 0, bad
		}
	}
	return complex(re, im), nil
}
