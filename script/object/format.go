package object

import (
	"strconv"

	"asyncio/script/format"
)

// FormatValue is __format__ of the builtin types and of object.
func FormatValue(t *Thread, v Value, spec string) (string, error) {
	if spec == "" {
		if n, ok := v.SmallInt(); ok {
			return strconv.FormatInt(n, 10), nil
		}
		if ClassOf(v) != IntClass {
			return StrText(t, v)
		}
	}
	var s string
	var err error
	switch o := v.Ref.(type) {
	case *Str:
		s, err = format.Str(o.S, spec, "str")
		return s, FromError(err)
	case *Complex:
		if spec == "" {
			return ComplexText(o.V), nil
		}
		s, err = format.Complex(o.V, spec)
		return s, FromError(err)
	}
	if n, ok := NumberOf(v); ok {
		kind := "int"
		if v.IsBool() {
			kind = "bool"
		}
		s, err = format.Int(n, spec, kind, t.MaxDigits())
		return s, FromError(err)
	}
	if f, ok := FloatOf(v); ok {
		s, err = format.Float(f, spec, "float")
		return s, FromError(err)
	}
	if spec != "" {
		return "", TypeError("unsupported format string passed to %s.__format__", ClassOf(v).Name)
	}
	return StrText(t, v)
}

// PlainFormat reports whether format(v, spec) is FormatValue: the value is
// exactly of one of the types that have much to do with text.
func PlainFormat(v Value) bool {
	switch o := v.Ref.(type) {
	case intTag, floatTag, *BigInt:
		return true
	case *Str:
		return o.Exact()
	}
	return false
}
