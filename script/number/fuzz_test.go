package number_test

import (
	"math"
	"strings"
	"testing"

	"asyncio/script/number"

	"pgregory.net/rapid"
)

func FuzzParseInt(f *testing.F) {
	for _, s := range []string{"0", "-12", "0x_ff", "1_000", "\u0663", "012", " 7\n", "1__0"} {
		f.Add(s, 10)
		f.Add(s, 0)
		f.Add(s, 36)
	}
	f.Fuzz(func(t *testing.T, s string, base int) {
		x, err := number.ParseInt(s, base, number.DefaultMaxDigits)
		if err != nil {
			return
		}
		again, err := number.ParseInt(number.IntDigits(x, max(base, 2)), max(base, 2), 0)
		if err != nil || !again.Equal(x) {
			t.Fatalf("%q in base %d is %v, read again %v, %v", s, base, x.Big(), again.Big(), err)
		}
	})
}

func FuzzParseFloat(f *testing.F) {
	for _, s := range []string{"1.5", "-inf", "nan", "1e400", "1_0.5", ".5e-3", "\u0661"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := number.ParseFloat(s)
		if err != nil || math.IsNaN(x) {
			return
		}
		again, err := number.ParseFloat(number.FloatRepr(x))
		if err != nil || math.Float64bits(again) != math.Float64bits(x) {
			t.Fatalf("%q is %v, read again %v, %v", s, x, again, err)
		}
	})
}

func FuzzFloatFromHex(f *testing.F) {
	for _, s := range []string{"0x1.8p3", "-inf", "1.fp-1070", "0x.1", "0x1p99999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := number.FloatFromHex(s)
		if err != nil || math.IsNaN(x) {
			return
		}
		again, err := number.FloatFromHex(number.FloatHex(x))
		if err != nil || math.Float64bits(again) != math.Float64bits(x) {
			t.Fatalf("%q is %v, read again %v, %v", s, x, again, err)
		}
	})
}

func TestIntReprLimit(t *testing.T) {
	ten := number.FromInt64(10)
	for _, c := range []struct {
		digits, limit int
		fails         bool
	}{{4300, 4300, false}, {4301, 4300, true}, {9000, 0, false}, {641, 640, true}, {640, 640, false}, {20, 19, true}} {
		for _, sign := range []int64{1, -1} {
			x, err := number.Pow(ten, number.FromInt64(int64(c.digits-1)))
			if err != nil {
				t.Fatal(err)
			}
			s, err := number.IntRepr(x.Mul(number.FromInt64(sign)), c.limit)
			if (err != nil) != c.fails {
				t.Errorf("%d digits, limit %d: error %v", c.digits, c.limit, err)
			}
			if err == nil && len(strings.TrimPrefix(s, "-")) != c.digits {
				t.Errorf("%d digits: got %d", c.digits, len(s))
			}
		}
	}
}

func TestHugeResultsAreRefused(t *testing.T) {
	huge := number.FromInt64(1 << 60)
	for name, call := range map[string]func() error{
		"shift":     func() error { _, err := number.FromInt64(1).Lsh(huge); return err },
		"power":     func() error { _, err := number.Pow(number.FromInt64(3), huge); return err },
		"factorial": func() error { _, err := number.Factorial(huge); return err },
	} {
		if err := call(); err == nil || err.(*number.Error).Class != "MemoryError" {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, base := range []int64{0, 1, -1} {
		x, err := number.Pow(number.FromInt64(base), huge)
		if err != nil || !x.Equal(number.FromInt64(base*base)) {
			t.Errorf("%d to a huge power: %v, %v", base, x.Big(), err)
		}
	}
}

func TestDivModIsConsistent(t *testing.T) {
	draw := func(t *rapid.T, name string) number.Int {
		x := number.FromInt64(rapid.Int64().Draw(t, name))
		if rapid.Bool().Draw(t, "large") {
			x = x.Mul(number.FromInt64(rapid.Int64().Draw(t, "factor")))
		}
		return x
	}
	rapid.Check(t, func(t *rapid.T) {
		x, y := draw(t, "x"), draw(t, "y")
		if y.Sign() == 0 {
			t.Skip("no division by zero")
		}
		q, m, err := x.DivMod(y)
		if err != nil {
			t.Fatal(err)
		}
		if !q.Mul(y).Add(m).Equal(x) || m.Abs().Cmp(y.Abs()) >= 0 || m.Sign()*y.Sign() < 0 {
			t.Fatalf("%v / %v is %v rest %v", x.Big(), y.Big(), q.Big(), m.Big())
		}
	})
}
