package structmod

import (
	"encoding/binary"
	"math"
	"math/big"

	"asyncio/script/builtins"
	"asyncio/script/object"
)

// item is one code of a format, with its count.
type item struct {
	code  byte
	count int
	size  int // of one
	pad   int // bytes skipped before it
}

// layout is a parsed format.
type layout struct {
	items  []item
	size   int
	order  binary.ByteOrder
	native bool // laid out as C does
	// values is how many values are packed.
	values int
}

var standardSizes = map[byte]int{'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8,
	'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}

// nativeSizes are those of a 64-bit Unix, whose values align to their size.
var nativeSizes = map[byte]int{'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8,
	'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1, 'n': 8, 'N': 8, 'P': 8}

func structError(format string, args ...any) error { return object.Raise(errorClass, format, args...) }

// parse reads a format.
func parse(format string) (*layout, error) {
	l := &layout{}
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
		l.order = binary.LittleEndian
	} else {
		l.order = binary.BigEndian
	}
	sizes, align := nativeSizes, true
	if format != "" {
		switch format[0] {
		case '@':
			format = format[1:]
		case '=':
			format, sizes, align = format[1:], standardSizes, false
		case '<':
			format, sizes, align, l.order = format[1:], standardSizes, false, binary.LittleEndian
		case '>', '!':
			format, sizes, align, l.order = format[1:], standardSizes, false, binary.BigEndian
		}
	}
	l.native = align
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c == ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		count := 1
		if c >= '0' && c <= '9' {
			count = 0
			for i < len(format) && format[i] >= '0' && format[i] <= '9' {
				count = count*10 + int(format[i]-'0')
				if count > math.MaxInt32*1024 {
					return nil, structError("total struct size too long")
				}
				i++
			}
			if i == len(format) {
				return nil, structError("repeat count given without format specifier")
			}
			c = format[i]
		}
		size, ok := sizes[c]
		if !ok {
			return nil, structError("bad char in struct format")
		}
		it := item{code: c, count: count, size: size}
		if align && size > 1 {
			it.pad = (size - l.size%size) % size
		}
		l.size += it.pad + size*count
		if l.size > math.MaxInt32*1024 {
			return nil, structError("total struct size too long")
		}
		switch c {
		case 'x':
		case 's', 'p':
			l.values++
		default:
			l.values += count
		}
		l.items = append(l.items, it)
	}
	return l, nil
}

// pack writes values into p, which is as long as the layout.
func (l *layout) pack(t *thread, p []byte, values []value) error {
	clear(p)
	at, next := 0, 0
	for _, it := range l.items {
		at += it.pad
		switch it.code {
		case 'x':
			at += it.count
		case 's', 'p':
			b, ok := values[next].Ref.(*object.Bytes)
			if !ok {
				return structError("argument for '%c' must be a bytes object", it.code)
			}
			next++
			field := p[at : at+it.count]
			if it.code == 'p' && len(field) > 0 {
				n := copy(field[1:], b.B)
				field[0] = byte(min(n, 255))
			} else {
				copy(field, b.B)
			}
			at += it.count
		default:
			for range it.count {
				if err := l.put(t, p[at:at+it.size], it.code, values[next]); err != nil {
					return err
				}
				at += it.size
				next++
			}
		}
	}
	return nil
}

func (l *layout) put(t *thread, p []byte, code byte, v value) error {
	switch code {
	case 'c':
		b, ok := v.Ref.(*object.Bytes)
		if !ok || len(b.B) != 1 {
			return structError("char format requires a bytes object of length 1")
		}
		p[0] = b.B[0]
		return nil
	case '?':
		is, err := object.Truth(t, v)
		if is {
			p[0] = 1
		}
		return err
	case 'e', 'f', 'd':
		f, err := builtins.Float(t, v)
		if err != nil {
			return structError("required argument is not a float")
		}
		switch code {
		case 'd':
			l.order.PutUint64(p, object.FloatBits(f))
		case 'f':
			if !l.native && math.IsInf(float64(float32(f)), 0) && !math.IsInf(f, 0) {
				return object.Raise(object.OverflowErrorClass, "float too large to pack with f format")
			}
			l.order.PutUint32(p, math.Float32bits(float32(math.Float64frombits(object.FloatBits(f)))))
		default:
			h, ok := toHalf(f)
			if !ok {
				return object.Raise(object.OverflowErrorClass, "float too large to pack with e format")
			}
			l.order.PutUint16(p, h)
		}
		return nil
	}
	iv, err := object.ToIndex(t, v)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) {
			err = structError("required argument is not an integer")
		}
		return err
	}
	bits := uint(8 * len(p))
	signed := code >= 'a' && code != 'P'
	if n, ok := iv.SmallInt(); ok {
		if signed && n>>(bits-1) == n>>63 || !signed && n >= 0 && n>>(bits-1)>>1 == 0 {
			l.store(p, uint64(n))
			return nil
		}
	}
	n, _ := object.BigOf(iv)
	lo, hi := new(big.Int), new(big.Int)
	if signed {
		lo.Neg(lo.Lsh(big.NewInt(1), bits-1))
		hi.Sub(hi.Lsh(big.NewInt(1), bits-1), big.NewInt(1))
	} else {
		hi.Sub(hi.Lsh(big.NewInt(1), bits), big.NewInt(1))
	}
	if n.Cmp(lo) < 0 || n.Cmp(hi) > 0 {
		return structError("'%c' format requires %s <= number <= %s", code, lo, hi)
	}
	var u uint64
	if signed {
		u = uint64(n.Int64())
	} else {
		u = n.Uint64()
	}
	l.store(p, u)
	return nil
}

// store writes an int of the size of p.
func (l *layout) store(p []byte, u uint64) {
	switch len(p) {
	case 1:
		p[0] = byte(u)
	case 2:
		l.order.PutUint16(p, uint16(u))
	case 4:
		l.order.PutUint32(p, uint32(u))
	case 8:
		l.order.PutUint64(p, u)
	}
}

// unpack reads the values of p, which is as long as the layout.
func (l *layout) unpack(p []byte) value {
	out := make([]value, 0, l.values)
	at := 0
	for _, it := range l.items {
		at += it.pad
		switch it.code {
		case 'x':
			at += it.count
		case 's':
			out = append(out, object.BytesValue(append([]byte(nil), p[at:at+it.count]...)))
			at += it.count
		case 'p':
			field := p[at : at+it.count]
			n := 0
			if len(field) > 0 {
				n = min(int(field[0]), len(field)-1)
				field = field[1:]
			}
			out = append(out, object.BytesValue(append([]byte(nil), field[:n]...)))
			at += it.count
		default:
			for range it.count {
				out = append(out, l.get(p[at:at+it.size], it.code))
				at += it.size
			}
		}
	}
	return object.TupleValue(out...)
}

func (l *layout) get(p []byte, code byte) value {
	var u uint64
	switch len(p) {
	case 1:
		u = uint64(p[0])
	case 2:
		u = uint64(l.order.Uint16(p))
	case 4:
		u = uint64(l.order.Uint32(p))
	case 8:
		u = l.order.Uint64(p)
	}
	switch code {
	case 'c':
		return object.BytesValue([]byte{p[0]})
	case '?':
		return object.Bool(u != 0)
	case 'd':
		return object.Float(math.Float64frombits(u))
	case 'f':
		return object.Float(float64(math.Float32frombits(uint32(u))))
	case 'e':
		return object.Float(fromHalf(uint16(u)))
	case 'b', 'h', 'i', 'l', 'q', 'n':
		shift := 64 - 8*len(p)
		return object.Int(int64(u<<shift) >> shift)
	}
	if u > math.MaxInt64 {
		return object.BigValue(new(big.Int).SetUint64(u))
	}
	return object.Int(int64(u))
}

// toHalf gives the bits of a 16-bit float, rounding to even; ok is false when f
// is too large.
func toHalf(f float64) (bits uint16, ok bool) {
	sign := uint16(math.Float64bits(f) >> 48 & 0x8000)
	f = math.Abs(f)
	switch {
	case math.IsNaN(f):
		return sign | 0x7E00, true
	case math.IsInf(f, 0):
		return sign | 0x7C00, true
	case f == 0:
		return sign, true
	}
	frac, exp := math.Frexp(f) // f = frac * 2^exp, frac in [0.5, 1)
	exp--
	if exp < -14 { // subnormal
		return sign | uint16(math.RoundToEven(math.Ldexp(f, 24))), true
	}
	mantissa := math.RoundToEven(math.Ldexp(frac*2-1, 10))
	n := uint32(exp+15)<<10 + uint32(mantissa)
	if n >= 0x7C00 {
		return 0, false
	}
	return sign | uint16(n), true
}

func fromHalf(bits uint16) float64 {
	exp, mantissa := int(bits>>10&31), float64(bits&0x3FF)
	var f float64
	switch exp {
	case 0:
		f = math.Ldexp(mantissa, -24)
	case 31:
		f = math.Inf(1)
		if mantissa != 0 {
			f = math.NaN()
		}
	default:
		f = math.Ldexp(1+mantissa/1024, exp-15)
	}
	if bits&0x8000 != 0 {
		f = -f
	}
	return f
}
