package builtins

import (
	"strconv"

	"asyncio/script/format"
	"asyncio/script/number"
	"asyncio/script/object"
	"asyncio/script/text"
)

type percentOps struct {
	t *thread
	m value
}

func (o percentOps) Lookup(key string) (value, error) {
	return object.GetItem(o.t, o.m, object.String(key))
}

func (o percentOps) Width(v value) (number.Int, bool) { return object.NumberOf(v) }

func (o percentOps) Room(bytes int) error { return o.t.Room(float64(bytes)) }

func (o percentOps) Convert(v value, code byte) (string, error) {
	return convert(o.t, v, code)
}

func (o percentOps) Integer(v value, code byte) (number.Int, error) {
	if n, ok := object.NumberOf(v); ok {
		return n, nil
	}
	if f, ok := object.FloatOf(v); ok && (code == 'd' || code == 'i' || code == 'u') {
		return number.Truncate(f)
	}
	// Other numbers say themselves what int they are.
	cls := object.ClassOf(v)
	if code == 'x' || code == 'X' || code == 'o' {
		if _, ok := cls.Lookup("__index__"); ok {
			n, err := object.ToIndex(o.t, v)
			return num(n), err
		}
		return number.Int{}, format.IntegerRequired(code, cls.Name)
	}
	for _, name := range []string{"__index__", "__int__", "__float__"} {
		if _, ok := cls.Lookup(name); ok {
			n, err := toInt(o.t, v)
			return num(n), err
		}
	}
	return number.Int{}, format.IntegerRequired(code, cls.Name)
}

func (o percentOps) Float(v value) (float64, error) { return Float(o.t, v) }

func (o percentOps) Char(v value) (string, error) {
	if n, ok := object.IntOf(v); ok {
		if n < 0 || n > 0x10ffff {
			return "", format.CharOutOfRange()
		}
		return text.RuneString(rune(n)), nil
	}
	if s, ok := object.StrOf(v); ok && object.RuneCount(s) == 1 {
		return s, nil
	}
	if _, ok := object.ClassOf(v).Lookup("__index__"); ok {
		n, err := object.ToIndex(o.t, v)
		if err != nil {
			return "", err
		}
		return o.Char(n)
	}
	return "", format.CharRequired()
}

// Plain appends what %d and %s make of an int and a str.
func (o percentOps) Plain(b []byte, v value, code byte) ([]byte, bool) {
	if n, ok := v.SmallInt(); ok {
		return strconv.AppendInt(b, n, 10), true
	}
	if s, ok := v.Ref.(*object.Str); ok && code == 's' && s.Exact() {
		return append(b, s.S...), true
	}
	return b, false
}

func percent(t *thread, f, args value) (value, error) {
	layout, _ := object.StrOf(f)
	mapping := false
	one := [1]value{args}
	list := one[:]
	switch o := args.Ref.(type) {
	case *object.Tuple:
		list = o.Items
	case *object.Str:
	default:
		if !args.IsSmallInt() && !args.IsFloat() {
			_, mapping = object.ClassOf(args).Lookup("__getitem__")
		}
	}
	s, err := format.Percent[value](layout, list, mapping, t.MaxDigits(), percentOps{t, args})
	return str(s, object.FromError(err))
}
