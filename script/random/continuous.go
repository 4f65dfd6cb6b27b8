package random

import (
	"math"

	"asyncio/script/number"
	"asyncio/script/text"
)

// The conversions around products keep compilers from joining a product and a
// sum into one operation, which rounds differently from CPython.

const tau = 2 * math.Pi

// Uniform is uniform(a, b).
func (g *Generator) Uniform(a, b float64) float64 {
	return a + float64((b-a)*g.Random())
}

// Triangular is triangular(low, high, mode); a nil mode is the middle.
func (g *Generator) Triangular(low, high float64, mode *float64) float64 {
	u := g.Random()
	c := 0.5
	if mode != nil {
		if high == low {
			return low
		}
		c = (*mode - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return low + float64((high-low)*math.Sqrt(float64(u*c)))
}

// NormalVariate is normalvariate(mu, sigma).
func (g *Generator) NormalVariate(mu, sigma float64) float64 {
	magic := 4 * number.Exp(-0.5) / math.Sqrt(2)
	for {
		u1 := g.Random()
		u2 := 1 - g.Random()
		z := float64(magic*(u1-0.5)) / u2
		if float64(z*z)/4 <= -number.Log(u2) {
			return mu + float64(z*sigma)
		}
	}
}

// Gauss is gauss(mu, sigma), which makes its numbers in pairs.
func (g *Generator) Gauss(mu, sigma float64) float64 {
	if g.gauss != nil {
		z := *g.gauss
		g.gauss = nil
		return mu + float64(z*sigma)
	}
	angle := float64(g.Random() * tau)
	radius := math.Sqrt(-2 * number.Log(1-g.Random()))
	next := float64(number.Sin(angle) * radius)
	g.gauss = &next
	return mu + float64(float64(number.Cos(angle)*radius)*sigma)
}

// LogNormVariate is lognormvariate(mu, sigma).
func (g *Generator) LogNormVariate(mu, sigma float64) (float64, error) {
	return call("exp", g.NormalVariate(mu, sigma))
}

func call(name string, x float64) (float64, error) {
	f, ok := number.LookupFunction(name)
	if !ok {
		return 0, text.ValueError("no function " + name)
	}
	return f.Call(x)
}

// ExpoVariate is expovariate(lambd).
func (g *Generator) ExpoVariate(lambda float64) (float64, error) {
	return number.FloatDiv(-number.Log(1-g.Random()), lambda)
}

// VonMisesVariate is vonmisesvariate(mu, kappa).
func (g *Generator) VonMisesVariate(mu, kappa float64) (float64, error) {
	if kappa <= 1e-6 {
		return tau * g.Random(), nil
	}
	s := 0.5 / kappa
	r := s + math.Sqrt(1+float64(s*s))
	z := 0.0
	for {
		z = number.Cos(math.Pi * g.Random())
		d := z / (r + z)
		u := g.Random()
		if u < 1-float64(d*d) || u <= (1-d)*number.Exp(d) {
			break
		}
	}
	q := 1 / r
	f, err := call("acos", (q+z)/(1+float64(q*z)))
	if err != nil {
		return 0, err
	}
	if g.Random() > 0.5 {
		return number.FloatMod(mu+f, tau)
	}
	return number.FloatMod(mu-f, tau)
}

// GammaVariate is gammavariate(alpha, beta).
func (g *Generator) GammaVariate(alpha, beta float64) (float64, error) {
	switch {
	case alpha <= 0 || beta <= 0:
		return 0, text.ValueError("gammavariate: alpha and beta must be > 0.0")
	case alpha > 1:
		return float64(g.gammaLarge(alpha) * beta), nil
	case alpha == 1:
		return float64(-number.Log(1-g.Random()) * beta), nil
	}
	x, err := g.gammaSmall(alpha)
	return float64(x * beta), err
}

// gammaLarge is Cheng's method for alpha > 1.
func (g *Generator) gammaLarge(alpha float64) float64 {
	root := math.Sqrt(float64(2*alpha) - 1)
	b := alpha - number.Log(4)
	c := alpha + root
	magic := 1 + number.Log(4.5)
	for {
		u1 := g.Random()
		if u1 <= 1e-7 || u1 >= 0.9999999 {
			continue
		}
		u2 := 1 - g.Random()
		v := number.Log(u1/(1-u1)) / root
		x := float64(alpha * number.Exp(v))
		z := float64(float64(u1*u1) * u2)
		r := b + float64(c*v) - x
		if r+magic-float64(4.5*z) >= 0 || r >= number.Log(z) {
			return x
		}
	}
}

// gammaSmall is the method of Ahrens and Dieter for alpha < 1.
func (g *Generator) gammaSmall(alpha float64) (float64, error) {
	for {
		u := g.Random()
		b := (math.E + alpha) / math.E
		p := float64(b * u)
		var x float64
		var err error
		if p <= 1 {
			x, err = number.FloatPow(p, 1/alpha)
		} else {
			x = -number.Log((b - p) / alpha)
		}
		if err != nil {
			return 0, err
		}
		u1 := g.Random()
		if p > 1 {
			limit, err := number.FloatPow(x, alpha-1)
			if err != nil {
				return 0, err
			}
			if u1 <= limit {
				return x, nil
			}
		} else if u1 <= number.Exp(-x) {
			return x, nil
		}
	}
}

// BetaVariate is betavariate(alpha, beta).
func (g *Generator) BetaVariate(alpha, beta float64) (float64, error) {
	y, err := g.GammaVariate(alpha, 1)
	if err != nil || y == 0 {
		return 0, err
	}
	z, err := g.GammaVariate(beta, 1)
	if err != nil {
		return 0, err
	}
	return y / (y + z), nil
}

// ParetoVariate is paretovariate(alpha).
func (g *Generator) ParetoVariate(alpha float64) (float64, error) {
	u := 1 - g.Random()
	exp, err := number.FloatDiv(-1, alpha)
	if err != nil {
		return 0, err
	}
	return number.FloatPow(u, exp)
}

// WeibullVariate is weibullvariate(alpha, beta).
func (g *Generator) WeibullVariate(alpha, beta float64) (float64, error) {
	u := 1 - g.Random()
	exp, err := number.FloatDiv(1, beta)
	if err != nil {
		return 0, err
	}
	f, err := number.FloatPow(-number.Log(u), exp)
	return float64(alpha * f), err
}

// BinomialVariate is binomialvariate(n, p).
func (g *Generator) BinomialVariate(n int64, p float64) (int64, error) {
	switch {
	case n < 0:
		return 0, text.ValueError("n must be non-negative")
	case p == 0:
		return 0, nil
	case p == 1:
		return n, nil
	case !(p > 0 && p < 1):
		return 0, text.ValueError("p must be in the range 0.0 <= p <= 1.0")
	case n == 1:
		if g.Random() < p {
			return 1, nil
		}
		return 0, nil
	case p > 0.5:
		k, err := g.BinomialVariate(n, 1-p)
		return n - k, err
	case float64(n)*p < 10:
		return g.binomialGaps(n, p)
	}
	return g.binomialLarge(float64(n), p)
}

// binomialGaps adds up the gaps between hits, which are geometric.
func (g *Generator) binomialGaps(n int64, p float64) (int64, error) {
	c := number.Log2(1 - p)
	if c == 0 {
		return 0, nil
	}
	hits, at := int64(0), 0.0
	for {
		l, err := call("log2", g.Random())
		if err != nil {
			return 0, err
		}
		at += math.Floor(l/c) + 1
		if at > float64(n) {
			return hits, nil
		}
		hits++
	}
}

// binomialLarge is Hörmann's transformed rejection for n*p >= 10, p <= 0.5.
func (g *Generator) binomialLarge(n, p float64) (int64, error) {
	np := float64(n * p)
	spread := math.Sqrt(float64(np * (1 - p)))
	b := 1.15 + float64(2.53*spread)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := np + 0.5
	vr := 0.92 - 4.2/b
	alpha := float64((2.83 + 5.1/b) * spread)
	lpq := number.Log(p / (1 - p))
	m := math.Floor(float64((n + 1) * p))
	h := logFactorial(m) + logFactorial(n-m)
	for {
		u := g.Random() - 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((float64(2*a)/us+b)*u) + c)
		if !(k >= 0 && k <= n) {
			continue
		}
		v := g.Random()
		if us >= 0.07 && v <= vr {
			return int64(k), nil
		}
		v *= alpha / (a/float64(us*us) + b)
		if number.Log(v) <= h-logFactorial(k)-logFactorial(n-k)+float64((k-m)*lpq) {
			return int64(k), nil
		}
	}
}

func logFactorial(x float64) float64 {
	f, _ := call("lgamma", x+1)
	return f
}
