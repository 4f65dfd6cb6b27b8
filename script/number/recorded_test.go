package number_test

import (
	"bufio"
	"compress/gzip"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"asyncio/script/number"
	"asyncio/script/text"
)

// value is one argument or answer of a recorded call.
type value struct {
	kind  byte // 'i' int, 'f' float, 's' str, 'b' bytes
	int   number.Int
	float float64
	str   string
}

func parseValue(t *testing.T, s string) value {
	t.Helper()
	switch s[0] {
	case 'f':
		f, err := number.FloatFromHex(s[1:])
		if err != nil {
			t.Fatal(err)
		}
		return value{kind: 'f', float: f}
	case 'b':
		p, err := hex.DecodeString(s[1:])
		if err != nil {
			t.Fatal(err)
		}
		return value{kind: 'b', str: string(p)}
	case '\'', '"':
		return value{kind: 's', str: unquote(t, s)}
	}
	b, ok := new(big.Int).SetString(s, 0)
	if !ok {
		t.Fatalf("bad recorded value %q", s)
	}
	return value{kind: 'i', int: number.FromBig(b)}
}

// unquote reads an ASCII Python literal.
func unquote(t *testing.T, s string) string {
	var b []byte
	for s = s[1 : len(s)-1]; s != ""; {
		if s[0] != '\\' {
			b, s = append(b, s[0]), s[1:]
			continue
		}
		width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
		if width == 0 {
			c := s[1]
			if i := strings.IndexByte("ntr", c); i >= 0 {
				c = "\n\t\r"[i]
			}
			b, s = append(b, c), s[2:]
			continue
		}
		r, err := strconv.ParseInt(s[2:2+width], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		b, s = text.AppendRune(b, rune(r)), s[2+width:]
	}
	return string(b)
}

func show(x any) string {
	switch x := x.(type) {
	case number.Int:
		if x.Sign() < 0 {
			return "-0x" + number.IntDigits(x.Neg(), 16)
		}
		return "0x" + number.IntDigits(x, 16)
	case int:
		return show(number.FromInt64(int64(x)))
	case int64:
		return show(number.FromInt64(x))
	case bool:
		if x {
			return "1"
		}
		return "0"
	case float64:
		return "f" + number.FloatHex(x)
	case []byte:
		return "b" + hex.EncodeToString(x)
	case string:
		return text.ASCII(x)
	case []any:
		parts := make([]string, len(x))
		for i := range x {
			parts[i] = show(x[i])
		}
		return strings.Join(parts, ",")
	}
	panic(fmt.Sprintf("no form for %T", x))
}

func answer(x any, err error) string {
	if errors.Is(err, number.ErrComplex) {
		return "!RuntimeError: 'complex'"
	}
	var e *number.Error
	if errors.As(err, &e) {
		return "!" + e.Class + ": " + text.ASCII(e.Error())
	}
	return show(x)
}

func pair[T any](a, b T, err error) (any, error) { return []any{a, b}, err }

func call(name string, a []value) (any, error) {
	floats := a[0].kind == 'f'
	x, f := a[0].int, a[0].float
	var y number.Int
	var g float64
	if len(a) > 1 {
		y, g = a[1].int, a[1].float
	}
	all := make([]float64, len(a))
	for i := range a {
		all[i] = a[i].float
	}
	switch name {
	case "floordiv":
		if floats {
			return number.FloatFloorDiv(f, g)
		}
		return x.FloorDiv(y)
	case "mod":
		if floats {
			return number.FloatMod(f, g)
		}
		return x.Mod(y)
	case "divmod":
		if floats {
			return pair(number.FloatDivMod(f, g))
		}
		return pair(x.DivMod(y))
	case "truediv":
		if floats {
			return number.FloatDiv(f, g)
		}
		return x.TrueDiv(y)
	case "and":
		return x.And(y), nil
	case "add":
		return x.Add(y), nil
	case "sub":
		return x.Sub(y), nil
	case "mul":
		return x.Mul(y), nil
	case "gcd":
		return number.Gcd(x, y), nil
	case "lcm":
		return number.Lcm(x, y), nil
	case "fmod":
		return number.Fmod(f, g)
	case "remainder":
		return number.Remainder(f, g)
	case "nextafter":
		return number.NextAfter(f, g, number.FromInt64(3))
	case "hypot":
		return number.Hypot(all), nil
	case "pow":
		switch {
		case floats:
			return number.FloatPow(f, g)
		case y.Sign() < 0:
			return number.PowFloat(x, y)
		}
		return number.Pow(x, y)
	case "powmod":
		return number.PowMod(x, y, a[2].int)
	case "lsh":
		return x.Lsh(y)
	case "rsh":
		return x.Rsh(y)
	case "not":
		return x.Invert(), nil
	case "bit_length":
		return x.BitLength(), nil
	case "bit_count":
		return x.BitCount(), nil
	case "hash":
		if floats {
			return number.HashFloat(f), nil
		}
		return x.Hash(), nil
	case "isqrt":
		return number.Isqrt(x)
	case "round":
		if floats {
			return number.RoundFloat(f, y.Clamp())
		}
		return number.RoundInt(x, y), nil
	case "to_bytes":
		return x.ToBytes(y.Clamp(), a[2].str, a[3].int.Sign() != 0)
	case "from_bytes":
		return number.FromBytes([]byte(a[0].str), a[1].str, a[2].int.Sign() != 0)
	case "repr":
		return number.FloatRepr(f), nil
	case "hex":
		return number.FloatHex(f), nil
	case "ratio":
		return pair(number.AsIntegerRatio(f))
	case "int":
		return number.Truncate(f)
	case "floor":
		return number.Floor(f)
	case "round1":
		return number.RoundToInt(f)
	case "ulp":
		return number.Ulp(f), nil
	case "is_integer":
		return number.IsInteger(f), nil
	case "cmp":
		c, ok := x.CmpFloat(g)
		if !ok {
			c = 9
		}
		return c, nil
	case "float":
		return x.Float()
	case "log":
		return number.LogInt(x)
	case "log2":
		return number.Log2Int(x)
	case "parse_int":
		return number.ParseInt(a[0].str, int(y.Clamp()), number.DefaultMaxDigits)
	case "parse_int_bytes":
		return number.ParseIntBytes(a[0].str, 10, number.DefaultMaxDigits)
	case "parse_float":
		return number.ParseFloat(a[0].str)
	case "parse_float_bytes":
		return number.ParseFloatBytes(a[0].str)
	case "fromhex":
		return number.FloatFromHex(a[0].str)
	case "comb":
		return number.Comb(x, y)
	case "perm":
		return number.Perm(x, y)
	case "factorial":
		return number.Factorial(x)
	case "fsum":
		return number.Fsum(all)
	case "sum":
		var s number.CompensatedSum
		for _, x := range all {
			s.Add(x)
		}
		return s.Result(), nil
	case "math.atan2":
		return number.Atan2(f, g), nil
	case "math.pow":
		return number.MathPow(f, g)
	}
	fn, ok := number.LookupFunction(strings.TrimPrefix(name, "math."))
	if !ok {
		return nil, fmt.Errorf("no function %s", name)
	}
	return fn.Call(f)
}

// slack says by how many units in the last place a function may differ from
// the C library of the machine where the answers were recorded, and for which
// share of the cases. What is not listed has to be exact.
var slack = map[string]struct {
	units int64
	share float64
}{
	"pow": {1, 0.01}, "math.pow": {1, 0.02}, "math.atan2": {1, 0.02},
	"math.sin": {1, 0.02}, "math.cos": {1, 0.02}, "math.exp": {1, 0.02}, "math.exp2": {1, 0.02},
	"math.log": {1, 0.02}, "math.log2": {1, 0.05}, "log": {1, 0.02}, "log2": {1, 0.05},
	"math.tan": {1, 0.05}, "math.asin": {1, 0.05}, "math.acos": {1, 0.05}, "math.atan": {1, 0.05},
	"math.sinh": {2, 0.3}, "math.cosh": {2, 0.3}, "math.tanh": {2, 0.3}, "math.expm1": {1, 0.3},
	"math.log10": {2, 0.3}, "math.log1p": {1, 0.3}, "math.cbrt": {2, 0.9},
	"math.asinh": {2, 0.5}, "math.acosh": {2, 0.5}, "math.atanh": {2, 0.5},
	"math.erf": {1, 0.1}, "math.erfc": {2, 0.2}, "math.gamma": {20, 0.9}, "math.lgamma": {1000, 0.9},
}

func unitsApart(a, b string) int64 {
	x, e1 := number.FloatFromHex(strings.TrimPrefix(a, "f"))
	y, e2 := number.FloatFromHex(strings.TrimPrefix(b, "f"))
	if a[0] != 'f' || b[0] != 'f' || e1 != nil || e2 != nil || math.Signbit(x) != math.Signbit(y) {
		return math.MaxInt64
	}
	d := int64(math.Float64bits(x)) - int64(math.Float64bits(y))
	return max(d, -d)
}

func TestRecorded(t *testing.T) {
	file, err := os.Open("testdata/cases.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	total, off, shown := map[string]int{}, map[string]int{}, map[string]int{}
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		name, want := fields[0], fields[len(fields)-1]
		total[name]++
		if len(fields) == 2 { // a sum of nothing
			fields = []string{name, "f0x0.0p+0", want}
		}
		args := make([]value, 0, len(fields)-2)
		for _, f := range fields[1 : len(fields)-1] {
			args = append(args, parseValue(t, f))
		}
		got := answer(call(name, args))
		if got == want {
			continue
		}
		if s, ok := slack[name]; ok && unitsApart(got, want) <= s.units {
			off[name]++
			continue
		}
		if shown[name]++; shown[name] <= 8 {
			t.Errorf("%s(%s)\n  got  %s\n  want %s", name, strings.Join(fields[1:len(fields)-1], ", "), got, want)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if len(total) < 60 {
		t.Fatalf("only %d functions recorded", len(total))
	}
	for name, n := range off {
		if float64(n) > slack[name].share*float64(total[name]) {
			t.Errorf("%s: %d of %d answers differ in the last place", name, n, total[name])
		} else {
			t.Logf("%s: %d of %d answers differ in the last place", name, n, total[name])
		}
	}
}
