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
