package datetimemod

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"asyncio/script/object"
)

// delta is a timedelta.
type delta struct {
	object.Head
	days, secs, us int32
}

var deltaClass = object.NewNativeClass("datetime", "timedelta")

// Class implements object.Object.
func (d *delta) Class() *object.Class { return d.ClassOr(deltaClass) }

// Traverse implements object.Traverser.
func (d *delta) Traverse(visit func(value)) { d.TraverseHead(visit) }

// small tells that the microseconds fit in 64 bits.
func (d *delta) small() bool { return d.days > -100_000_000 && d.days < 100_000_000 }

// total is the length in microseconds, of one that is small.
func (d *delta) total() int64 {
	return (int64(d.days)*86400+int64(d.secs))*1e6 + int64(d.us)
}

func (d *delta) big() *big.Int {
	n := new(big.Int).Mul(big.NewInt(int64(d.days)), big.NewInt(dayUS))
	return n.Add(n, big.NewInt(int64(d.secs)*1e6+int64(d.us)))
}

func (d *delta) zero() bool { return d.days == 0 && d.secs == 0 && d.us == 0 }

// split makes one of days and microseconds of any number.
func split(days, us int64) (*delta, error) {
	more, us := divmod(us, dayUS)
	days += more
	if days < -999999999 || days > 999999999 {
		if days != int64(int32(days)) {
			return nil, object.Raise(object.OverflowErrorClass, "Python int too large to convert to C int")
		}
		return nil, object.Raise(object.OverflowErrorClass, "days=%d; must have magnitude <= 999999999", days)
	}
	return &delta{days: int32(days), secs: int32(us / 1e6), us: int32(us % 1e6)}, nil
}

func fromUS(us int64) *delta { d, _ := split(0, us); return d }

func fromBig(us *big.Int) (*delta, error) {
	days, rest := new(big.Int).DivMod(us, big.NewInt(dayUS), new(big.Int))
	if !days.IsInt64() {
		return nil, object.Raise(object.OverflowErrorClass, "Python int too large to convert to C int")
	}
	return split(days.Int64(), rest.Int64())
}

func result(d *delta, err error) (value, error) {
	if err != nil {
		return value{}, err
	}
	return object.Obj(d), nil
}

func deltaOf(v value) (*delta, bool) { d, ok := v.Ref.(*delta); return d, ok }

func compareDeltas(a, b *delta) int {
	switch {
	case a.days != b.days:
		return int(a.days) - int(b.days)
	case a.secs != b.secs:
		return int(a.secs - b.secs)
	}
	return int(a.us - b.us)
}

func init() { deltaClass.Later(fillDelta) }

var deltaUnits = [...]struct {
	name  string
	place int
	us    int64
}{{"microseconds", 2, 1}, {"milliseconds", 3, 1e3}, {"seconds", 1, 1e6}, {"minutes", 4, 60e6}, {"hours", 5, 3600e6}, {"days", 0, 86400e6}, {"weeks", 6, 604800e6}}

// amount adds the parts of a length up.
type amount struct {
	us   int64
	huge *big.Int // what us has no room for
	part float64  // parts of microseconds of floats, to be rounded once
}

func (s *amount) add(n, unit int64) {
	if limit := (int64(1) << 58) / unit; n < limit && n > -limit {
		s.us += n * unit
		return
	}
	s.addBig(big.NewInt(n), unit)
}

func (s *amount) addBig(n *big.Int, unit int64) {
	if s.huge == nil {
		s.huge = new(big.Int)
	}
	s.huge.Add(s.huge, new(big.Int).Mul(n, big.NewInt(unit)))
}

func (s *amount) addFloat(f float64, unit int64) error {
	if math.IsNaN(f) {
		return object.ValueError("cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return object.Raise(object.OverflowErrorClass, "cannot convert float infinity to integer")
	}
	whole, part := math.Modf(f)
	if whole < 1<<62 && whole > -1<<62 {
		s.add(int64(whole), unit)
	} else {
		n, _ := new(big.Float).SetFloat64(whole).Int(nil)
		s.addBig(n, unit)
	}
	if part != 0 {
		whole, part = math.Modf(part * float64(unit))
		s.us += int64(whole)
		s.part += part
	}
	return nil
}

func (s *amount) delta() (*delta, error) {
	if s.part != 0 {
		whole := math.Round(s.part)
		if math.Abs(whole-s.part) == 0.5 {
			odd := float64(s.us & 1)
			if s.huge != nil {
				odd = float64((s.us + int64(s.huge.Bit(0))) & 1)
			}
			whole = 2*math.Round((s.part+odd)*0.5) - odd
		}
		s.us += int64(whole)
	}
	if s.huge != nil {
		return fromBig(s.huge.Add(s.huge, big.NewInt(s.us)))
	}
	return split(0, s.us)
}

var deltaParams = params{"__new__()", []string{"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"}, 0, 7}

func newDelta(_ *thread, cls *object.Class, a []value, kw kws) (value, error) {
	var got [7]value
	if err := deltaParams.bind(got[:], a, kw); err != nil {
		return value{}, err
	}
	var sum amount
	for _, u := range deltaUnits {
		v := got[u.place]
		if !v.Valid() {
			continue
		}
		if n, ok := v.SmallInt(); ok {
			sum.add(n, u.us)
			continue
		}
		if n, ok := object.BigOf(v); ok {
			sum.addBig(n, u.us)
			continue
		}
		if _, isInt := object.Integer(v); isInt {
			iv, _ := object.Integer(v)
			n, _ := iv.SmallInt()
			sum.add(n, u.us)
			continue
		}
		f, ok := object.FloatOf(v)
		if !ok {
			return value{}, object.TypeError("unsupported type for timedelta %s component: %s", u.name, typeName(v))
		}
		if err := sum.addFloat(f, u.us); err != nil {
			return value{}, err
		}
	}
	d, err := sum.delta()
	if err == nil && cls != deltaClass {
		d.SetClass(cls)
	}
	return result(d, err)
}

func fillDelta(c *object.Class) {
	c.Construct = newDelta
	c.SetAttr("__doc__", object.String("A length of time, in days, seconds and microseconds."))
	for name, get := range map[string]func(d *delta) int32{
		"days": func(d *delta) int32 { return d.days }, "seconds": func(d *delta) int32 { return d.secs }, "microseconds": func(d *delta) int32 { return d.us },
	} {
		c.DefProperty(name, func(_ *thread, v value) (value, error) { return object.Int(int64(get(v.Ref.(*delta)))), nil })
	}
	set := func(name string, d *delta) { c.SetAttr(name, object.Obj(d)) }
	set("min", &delta{days: -999999999})
	set("max", &delta{days: 999999999, secs: 86399, us: 999999})
	set("resolution", &delta{us: 1})
	method := func(header string, f func(t *thread, d *delta) (value, error)) {
		c.Method(header, func(t *thread, a []value, _ kws) (value, error) { return f(t, a[0].Ref.(*delta)) })
	}
	method("total_seconds()", func(_ *thread, d *delta) (value, error) { return object.Float(d.quotient(1e6)), nil })
	method("__repr__()", func(_ *thread, d *delta) (value, error) { return object.String(d.repr()), nil })
	method("__str__()", func(_ *thread, d *delta) (value, error) { return object.String(d.String()), nil })
	method("__neg__()", func(_ *thread, d *delta) (value, error) { return result(d.times(-1)) })
	method("__pos__()", func(_ *thread, d *delta) (value, error) { return result(d.times(1)) })
	method("__abs__()", func(_ *thread, d *delta) (value, error) {
		if d.days < 0 {
			return result(d.times(-1))
		}
		return result(d.times(1))
	})
	method("__bool__()", func(_ *thread, d *delta) (value, error) { return object.Bool(!d.zero()), nil })
	method("__hash__()", func(t *thread, d *delta) (value, error) {
		n, err := object.HashInt(t, d.tuple())
		return object.Int(n), err
	})
	method("__reduce__()", func(_ *thread, d *delta) (value, error) {
		return object.TupleValue(object.Obj(d.Class()), d.tuple()), nil
	})
	order(c, func(v value) bool { _, ok := deltaOf(v); return ok }, func(_ *thread, a, b value, _ bool) (int, error) {
		return compareDeltas(a.Ref.(*delta), b.Ref.(*delta)), nil
	})
	deltaArithmetic(c)
}

func (d *delta) tuple() value {
	return object.TupleValue(object.Int(int64(d.days)), object.Int(int64(d.secs)), object.Int(int64(d.us)))
}

// times is for the factors -1 and 1.
func (d *delta) times(sign int64) (*delta, error) {
	return split(sign*int64(d.days), sign*(int64(d.secs)*1e6+int64(d.us)))
}

// plus adds sign times the other.
func (d *delta) plus(o *delta, sign int64) (*delta, error) {
	return split(int64(d.days)+sign*int64(o.days), int64(d.secs)*1e6+int64(d.us)+sign*(int64(o.secs)*1e6+int64(o.us)))
}

// quotient is the length in microseconds divided by n, correctly rounded.
func (d *delta) quotient(n int64) float64 {
	if d.small() {
		if us := d.total(); us < 1<<53 && us > -1<<53 {
			return float64(us) / float64(n)
		}
	}
	f, _ := new(big.Rat).SetFrac(d.big(), big.NewInt(n)).Float64()
	return f
}

func (d *delta) repr() string {
	var parts []string
	for _, p := range []struct {
		name string
		n    int32
	}{{"days", d.days}, {"seconds", d.secs}, {"microseconds", d.us}} {
		if p.n != 0 {
			parts = append(parts, fmt.Sprintf("%s=%d", p.name, p.n))
		}
	}
	if parts == nil {
		parts = []string{"0"}
	}
	return classText(object.Obj(d)) + "(" + strings.Join(parts, ", ") + ")"
}

// String is the text of str().
func (d *delta) String() string {
	text := fmt.Sprintf("%d:%02d:%02d", d.secs/3600, d.secs/60%60, d.secs%60)
	if d.us != 0 {
		text += fmt.Sprintf(".%06d", d.us)
	}
	switch d.days {
	case 0:
		return text
	case 1, -1:
		return fmt.Sprintf("%d day, %s", d.days, text)
	}
	return fmt.Sprintf("%d days, %s", d.days, text)
}
