package format

import (
	"fmt"
	"math"
	"strings"

	"asyncio/script/number"
	"asyncio/script/text"
)

// PercentOps is what the % operator needs to know about values.
type PercentOps[V any] interface {
	// Lookup returns the value for %(key)s.
	Lookup(key string) (V, error)
	// Width returns the int for a star; ok is false for other types.
	Width(v V) (n number.Int, ok bool)
	// Convert returns the text for the codes s, r and a, and for bytes also b.
	Convert(v V, code byte) (string, error)
	// Integer returns the number for d, i, u (floats are cut) and for x, X, o
	// (ints only). Its errors are those of IntegerRequired.
	Integer(v V, code byte) (number.Int, error)
	// Float returns the number for e, f, g and their capitals.
	Float(v V) (float64, error)
	// Plain appends the text for d or s with nothing said about its layout, if
	// that is quickly done.
	Plain(b []byte, v V, code byte) ([]byte, bool)
	// Char returns the character for c. Its errors are those of CharRequired.
	Char(v V) (string, error)
	// Room gives an error when the result may not have so many bytes. It is
	// asked when the size has doubled.
	Room(bytes int) error
}

// IntegerRequired returns the TypeError for a value of the named type where
// the code of the % operator wants a number.
func IntegerRequired(code byte, typeName string) error {
	what := "a real number"
	if code == 'x' || code == 'X' || code == 'o' {
		what = "an integer"
	}
	return typeError(fmt.Sprintf("%%%c format: %s is required, not %s", code, what, typeName))
}

// CharRequired returns the TypeError for a value that %c does not take.
func CharRequired() error { return typeError("%c requires int or char") }

// CharOutOfRange returns the OverflowError for an int that is no code point.
func CharOutOfRange() error { return text.OverflowError("%c arg not in range(0x110000)") }

// Percent returns layout % args for a str. args are the items of the tuple, or
// the one value. mapping says that the right operand has keys, which is so for
// everything with items but tuples and strings.
func Percent[V any](layout string, args []V, mapping bool, maxDigits int, ops PercentOps[V]) (string, error) {
	p := percent[V]{src: layout, args: args, mapping: mapping, maxDigits: maxDigits, ops: ops}
	return p.run()
}

// PercentBytes is Percent for bytes: layout, keys and results are bytes.
func PercentBytes[V any](layout string, args []V, mapping bool, maxDigits int, ops PercentOps[V]) (string, error) {
	p := percent[V]{src: layout, args: args, mapping: mapping, maxDigits: maxDigits, ops: ops, bytes: true}
	return p.run()
}

type percent[V any] struct {
	src       string
	pos       int
	args      []V
	next      int
	mapping   bool
	bytes     bool
	maxDigits int
	ops       PercentOps[V]
}

// directive is one %... without its value.
type directive struct {
	left, plus, space, alternate, zero bool
	width, precision                   int
}

func (p *percent[V]) run() (string, error) {
	var space [128]byte
	out := space[:0]
	room := 1 << 16
	for {
		if len(out) > room {
			if err := p.ops.Room(len(out)); err != nil {
				return "", err
			}
			room = 2 * len(out)
		}
		i := strings.IndexByte(p.src[p.pos:], '%')
		if i < 0 {
			out = append(out, p.src[p.pos:]...)
			break
		}
		out = append(out, p.src[p.pos:p.pos+i]...)
		p.pos += i + 1
		c := p.peek()
		if c == '%' {
			out = append(out, '%')
			p.pos++
			continue
		}
		if (c == 'd' || c == 's') && !p.bytes && p.next < len(p.args) {
			var ok bool
			if out, ok = p.ops.Plain(out, p.args[p.next], c); ok {
				p.pos++
				p.next++
				continue
			}
		}
		s, err := p.directive()
		if err != nil {
			return "", err
		}
		out = append(out, s...)
	}
	if p.next < len(p.args) && !p.mapping {
		kind := "string"
		if p.bytes {
			kind = "bytes"
		}
		return "", typeError("not all arguments converted during " + kind + " formatting")
	}
	return string(out), nil
}

// peek returns the next byte, 0 at the end.
func (p *percent[V]) peek() byte {
	if p.pos < len(p.src) {
		return p.src[p.pos]
	}
	return 0
}

func (p *percent[V]) arg() (V, error) {
	if p.next >= len(p.args) {
		var none V
		return none, typeError("not enough arguments for format string")
	}
	p.next++
	return p.args[p.next-1], nil
}

func (p *percent[V]) directive() (string, error) {
	if p.peek() == '(' {
		if err := p.key(); err != nil {
			return "", err
		}
	}
	d := directive{width: -1, precision: -1}
	for flags := true; flags; {
		switch p.peek() {
		case '-':
			d.left = true
		case '+':
			d.plus = true
		case ' ':
			d.space = true
		case '#':
			d.alternate = true
		case '0':
			d.zero = true
		default:
			flags = false
			continue
		}
		p.pos++
	}
	var err error
	if d.width, err = p.number("width too big"); err != nil {
		return "", err
	}
	if p.peek() == '*' {
		p.pos++
		if d.width, err = p.star(math.MaxInt64, "C ssize_t"); err != nil {
			return "", err
		}
		if d.width < 0 {
			d.left, d.width = true, -d.width
		}
	}
	if p.peek() == '.' {
		p.pos++
		if p.peek() == '*' {
			p.pos++
			if d.precision, err = p.star(math.MaxInt32, "C int"); err != nil {
				return "", err
			}
		} else if d.precision, err = p.number(p.precisionTooBig()); err != nil {
			return "", err
		}
		d.precision = max(d.precision, 0)
	}
	if c := p.peek(); c == 'h' || c == 'l' || c == 'L' {
		p.pos++
	}
	if p.pos >= len(p.src) {
		return "", valueError("incomplete format")
	}
	if d.width > maxSize || d.precision > maxSize {
		return "", memoryError()
	}
	v, err := p.arg()
	if err != nil {
		return "", err
	}
	return p.value(d, v)
}

// key reads (key) and makes its value the only argument.
func (p *percent[V]) key() error {
	if !p.mapping {
		return typeError("format requires a mapping")
	}
	p.pos++
	start, depth := p.pos, 1
	for ; p.pos < len(p.src); p.pos++ {
		switch p.src[p.pos] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			v, err := p.ops.Lookup(p.src[start:p.pos])
			if err != nil {
				return err
			}
			p.pos++
			p.args, p.next = []V{v}, 0
			return nil
		}
	}
	return valueError("incomplete format key")
}

// number reads digits; -1 if there are none.
func (p *percent[V]) number(tooBig string) (int, error) {
	n := int64(-1)
	for ; p.pos < len(p.src) && '0' <= p.src[p.pos] && p.src[p.pos] <= '9'; p.pos++ {
		d := int64(p.src[p.pos] - '0')
		n = max(n, 0)
		if n > (math.MaxInt64-d)/10 || tooBig[0] == 'p' && n > (math.MaxInt32-d)/10 {
			return 0, valueError(tooBig)
		}
		n = n*10 + d
	}
	return int(min(n, maxSize+1)), nil
}

func (p *percent[V]) precisionTooBig() string {
	if p.bytes {
		return "prec too big"
	}
	return "precision too big"
}

// star takes the next argument as a width or precision up to limit, which is
// the range of the named C type.
func (p *percent[V]) star(limit int64, ctype string) (int, error) {
	v, err := p.arg()
	if err != nil {
		return 0, err
	}
	n, ok := p.ops.Width(v)
	if !ok {
		return 0, typeError("* wants int")
	}
	if c, ok := n.Int64(); !ok || c > limit || c < -limit-1 {
		return 0, text.OverflowError("Python int too large to convert to " + ctype)
	}
	return int(max(min(n.Clamp(), maxSize+1), -maxSize-1)), nil
}

func (p *percent[V]) value(d directive, v V) (string, error) {
	c := p.src[p.pos]
	switch c {
	case 's', 'r', 'a', 'b':
		if c == 'b' && !p.bytes {
			break
		}
		p.pos++
		s, err := p.ops.Convert(v, c)
		if err != nil {
			return "", err
		}
		if d.precision >= 0 {
			s = p.cut(s, d.precision)
		}
		return p.pad(d, "", s, ' '), nil
	case 'c':
		p.pos++
		s, err := p.ops.Char(v)
		if err != nil {
			return "", err
		}
		return p.pad(d, "", s, ' '), nil
	case 'd', 'i', 'u', 'x', 'X', 'o':
		p.pos++
		return p.integer(d, v, c)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		p.pos++
		f, err := p.ops.Float(v)
		if err != nil {
			return "", err
		}
		if d.precision < 0 {
			d.precision = 6
		}
		body := floatDigits(math.Abs(f), rune(c), d.precision, d.alternate)
		return p.pad(d, d.sign(math.Signbit(f) && !math.IsNaN(f)), body, d.fill()), nil
	}
	return "", p.unsupported()
}

func (p *percent[V]) unsupported() error {
	r, index := rune(p.src[p.pos]), p.pos
	if !p.bytes {
		r, _ = text.DecodeRune(p.src[p.pos:])
		index = text.RuneCount(p.src[:p.pos])
	}
	shown := r
	if r <= 31 || r >= 127 {
		shown = '?'
		if p.bytes {
			shown = r
		}
	}
	return valueError(fmt.Sprintf("unsupported format character '%c' (0x%x) at index %d", shown, r, index))
}

func (p *percent[V]) integer(d directive, v V, code byte) (string, error) {
	asked := code
	if p.bytes && code == 'i' {
		// bytes has no i in its errors.
		asked = 'd'
	}
	x, err := p.ops.Integer(v, asked)
	if err != nil {
		return "", err
	}
	digits, err := magnitude(x, rune(code), p.maxDigits)
	if err != nil {
		return "", err
	}
	if n := d.precision - len(digits); n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	head := d.sign(x.Sign() < 0)
	if d.alternate {
		head += prefix(rune(code))
	}
	return p.pad(d, head, digits, d.fill()), nil
}

func (d *directive) sign(negative bool) string {
	switch {
	case negative:
		return "-"
	case d.plus:
		return "+"
	case d.space:
		return " "
	}
	return ""
}

func (d *directive) fill() rune {
	if d.zero {
		return '0'
	}
	return ' '
}

func (p *percent[V]) cut(s string, n int) string {
	if p.bytes {
		return s[:min(n, len(s))]
	}
	return cut(s, n)
}

// pad fills up to the width: on the right when left-aligned (never with
// zeros), between sign and digits with zeros, on the left with spaces.
func (p *percent[V]) pad(d directive, head, body string, fill rune) string {
	size := len(head) + len(body)
	if !p.bytes {
		size = text.RuneCount(head) + text.RuneCount(body)
	}
	n := d.width - size
	switch {
	case n <= 0:
		return head + body
	case d.left:
		return head + body + strings.Repeat(" ", n)
	case fill == '0':
		return head + strings.Repeat("0", n) + body
	}
	return strings.Repeat(" ", n) + head + body
}
