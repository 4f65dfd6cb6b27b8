package process

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"asyncio/exceptions"
)

// Repr prints a Go value as Python prints the value it stands for: None for
// nil, True and False, floats with a point, strings quoted, errors as
// exceptions, and anything with a String method as it says.
func Repr(v any) string {
	switch x := v.(type) {
	case nil:
		return "None"
	case bool:
		if x {
			return "True"
		}
		return "False"
	case string:
		return exceptions.Quote(x)
	case float64:
		return FloatRepr(x)
	case error:
		return exceptions.Repr(x)
	case fmt.Stringer:
		return x.String()
	case []any:
		parts := make([]string, len(x))
		for i, e := range x {
			parts[i] = Repr(e)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case struct{}:
		return "None"
	}
	return fmt.Sprint(v)
}

// FloatRepr prints a float as Python does: the shortest digits that read back
// as the same number, always with a point or an exponent.
func FloatRepr(f float64) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		s := strconv.FormatFloat(f, 'e', -1, 64)
		return s
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// TypeName names a Go value's type as Python names the type it stands for.
func TypeName(v any) string {
	switch v.(type) {
	case nil:
		return "NoneType"
	case bool:
		return "bool"
	case string:
		return "str"
	case int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
		return "int"
	case float32, float64:
		return "float"
	}
	name := fmt.Sprintf("%T", v)
	return strings.TrimPrefix(name[strings.LastIndexByte(name, '.')+1:], "*")
}

// shorten cuts a long repr in its middle, as reprlib does for strings.
func shorten(s string) string {
	const most = 200
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most/2]) + "..." + string(r[len(r)-most/2:])
}
