package number

import (
	"math"
	"math/big"

	"asyncio/script/text"
)

// Sum adds floats without loss until the end, as math.fsum does. The zero
// value is ready. It keeps parts that do not overlap; their sum is exact.
type Sum struct {
	parts    []float64
	special  float64 // sum of all that is not finite
	infinite float64 // sum of the infinities only
	overflow bool
}

// Add adds x. It reports an OverflowError when a sum of finite numbers leaves
// the range.
func (s *Sum) Add(x float64) error {
	given := x
	n := 0
	for _, y := range s.parts {
		if math.Abs(x) < math.Abs(y) {
			x, y = y, x
		}
		hi := x + y
		lo := y - (hi - x)
		if lo != 0 {
			s.parts[n] = lo
			n++
		}
		x = hi
	}
	s.parts = s.parts[:n]
	if x == 0 {
		return nil
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		if !math.IsNaN(given) && !math.IsInf(given, 0) {
			return overflow("intermediate overflow in fsum")
		}
		if math.IsInf(given, 0) {
			s.infinite += given
		}
		s.special += given
		s.parts = s.parts[:0]
		return nil
	}
	s.parts = append(s.parts, x)
	return nil
}

// Result returns the sum rounded once.
func (s *Sum) Result() (float64, error) {
	if s.special != 0 {
		if math.IsNaN(s.infinite) {
			return 0, valueError("-inf + inf in fsum")
		}
		return s.special, nil
	}
	n := len(s.parts)
	if n == 0 {
		return 0, nil
	}
	n--
	hi, lo := s.parts[n], 0.0
	for n > 0 {
		n--
		x := hi
		hi = x + s.parts[n]
		lo = s.parts[n] - (hi - x)
		if lo != 0 {
			break
		}
	}
	// A tie is decided by the sign of what is still below.
	if n > 0 && (lo < 0 && s.parts[n-1] < 0 || lo > 0 && s.parts[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return hi, nil
}

// Fsum returns math.fsum(xs).
func Fsum(xs []float64) (float64, error) {
	var s Sum
	for _, x := range xs {
		if err := s.Add(x); err != nil {
			return 0, err
		}
	}
	return s.Result()
}

// CompensatedSum is the running total of sum() over floats: since Python 3.12
// it carries the lost low part along. The zero value is ready.
type CompensatedSum struct{ hi, lo float64 }

// Add adds x.
func (c *CompensatedSum) Add(x float64) {
	t := c.hi + x
	if math.Abs(c.hi) >= math.Abs(x) {
		c.lo += (c.hi - t) + x
	} else {
		c.lo += (x - t) + c.hi
	}
	c.hi = t
}

// Result returns the total.
func (c *CompensatedSum) Result() float64 {
	if c.lo != 0 && !math.IsInf(c.lo, 0) && !math.IsNaN(c.lo) {
		return c.hi + c.lo
	}
	return c.hi
}

// Hypot returns the length of a vector, math.hypot, rounded once.
func Hypot(xs []float64) float64 {
	largest, nan := 0.0, false
	for _, x := range xs {
		nan = nan || math.IsNaN(x)
		largest = math.Max(largest, math.Abs(x))
	}
	for _, x := range xs {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
	}
	if nan {
		return math.NaN()
	}
	if largest == 0 || len(xs) == 1 {
		return largest
	}
	_, exp := math.Frexp(largest)
	total := dd{}
	for _, x := range xs {
		y := ldexp(x, -exp)
		total = total.add(prod(y, y))
	}
	return ldexp(total.sqrt().value(), exp)
}

// Dist returns math.dist(p, q).
func Dist(p, q []float64) (float64, error) {
	if len(p) != len(q) {
		return 0, valueError("both points must have the same number of dimensions")
	}
	d := make([]float64, len(p))
	for i := range p {
		d[i] = p[i] - q[i]
	}
	return Hypot(d), nil
}

// SumProd returns math.sumprod of floats, computed exactly and rounded once.
func SumProd(p, q []float64) (float64, error) {
	if len(p) != len(q) {
		return 0, valueError("Inputs are not the same length")
	}
	total := new(big.Rat)
	plain := 0.0
	for i := range p {
		plain += float64(p[i] * q[i])
		a, b := new(big.Rat).SetFloat64(p[i]), new(big.Rat).SetFloat64(q[i])
		if a == nil || b == nil {
			total = nil
		}
		if total != nil {
			total.Add(total, a.Mul(a, b))
		}
	}
	if total == nil {
		return plain, nil
	}
	f, _ := total.Float64()
	return f, nil
}

// Ulp returns math.ulp(f).
func Ulp(f float64) float64 {
	f = math.Abs(f)
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0):
		return f
	case f == math.MaxFloat64:
		return f - math.Nextafter(f, 0)
	}
	return math.Nextafter(f, math.Inf(1)) - f
}

// NextAfter returns math.nextafter(x, y, steps=steps).
func NextAfter(x, y float64, steps Int) (float64, error) {
	if steps.Sign() < 0 {
		return 0, text.ValueError("steps must be a non-negative integer")
	}
	n := uint64(steps.Clamp())
	switch {
	case n == 0 || math.IsNaN(x):
		return x, nil
	case math.IsNaN(y):
		return y, nil
	case x == y:
		return y, nil
	}
	// Floats in order are integers in order, once the negative ones are turned.
	a, b := ordered(x), ordered(y)
	if a < b {
		if uint64(b)-uint64(a) <= n {
			return y, nil
		}
		return fromOrdered(a+int64(n), x), nil
	}
	if uint64(a)-uint64(b) <= n {
		return y, nil
	}
	return fromOrdered(a-int64(n), x), nil
}

func ordered(f float64) int64 {
	u := int64(math.Float64bits(f))
	if u < 0 {
		return math.MinInt64 - u
	}
	return u
}

// fromOrdered undoes ordered; a zero has the sign of where the walk began.
func fromOrdered(i int64, from float64) float64 {
	if i == 0 {
		return math.Copysign(0, from)
	}
	if i < 0 {
		return math.Float64frombits(uint64(math.MinInt64 - i))
	}
	return math.Float64frombits(uint64(i))
}
