package datetimemod

import (
	"fmt"

	"asyncio/script/object"
)

// clockTime is a time of day, with its zone.
type clockTime struct {
	hour, minute, second, us, fold int
	tz                             value
}

// clock is a time.
type clock struct {
	object.Head
	clockTime
}

var clockClass = object.NewNativeClass("datetime", "time")

// Class implements object.Object.
func (c *clock) Class() *object.Class { return c.ClassOr(clockClass) }

// Traverse implements object.Traverser.
func (c *clock) Traverse(visit func(value)) {
	visit(c.tz)
	c.TraverseHead(visit)
}

// total is the time since midnight in microseconds.
func (c *clockTime) total() int64 {
	return (int64(c.hour)*3600+int64(c.minute)*60+int64(c.second))*1e6 + int64(c.us)
}

func clockOf(v value) *clock { return v.Ref.(*clock) }

// timeOf gives the time of day of a time or datetime.
func timeOf(v value) *clockTime {
	if s, ok := v.Ref.(*stamp); ok {
		return &s.clockTime
	}
	return &v.Ref.(*clock).clockTime
}

func init() { clockClass.Later(fillClock) }

var clockParams = params{"", []string{"hour", "minute", "second", "microsecond", "tzinfo", "fold"}, 0, 5}

// set takes the arguments of a constructor or of replace.
func (c *clockTime) set(t *thread, a []value) error {
	if err := ints(t, a, &c.hour, &c.minute, &c.second, &c.us); err != nil {
		return err
	}
	if err := ints(t, a[5:], &c.fold); err != nil {
		return err
	}
	if a[4].Valid() || !c.tz.Valid() {
		tz, err := checkZone(a[4])
		if err != nil {
			return err
		}
		c.tz = tz
	}
	return nil
}

func (c *clockTime) check() error { return checkTime(c.hour, c.minute, c.second, c.us, c.fold) }

func newClock(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
	c := &clock{}
	if cls != clockClass {
		c.SetClass(cls)
	}
	if b, ok := pickled(a, kw, 6, 0); ok {
		c.unpack(b)
		tz, err := pickledZone(a)
		c.tz = tz
		return object.Obj(c), err
	}
	var got [6]value
	if err := clockParams.bind(got[:], a, kw); err != nil {
		return value{}, err
	}
	if err := c.set(t, got[:]); err != nil {
		return value{}, err
	}
	return object.Obj(c), c.check()
}

// clockAttrs are the attributes that time and datetime have alike.
func clockAttrs(c *object.Class) {
	for name, get := range map[string]func(c *clockTime) int{
		"hour": func(c *clockTime) int { return c.hour }, "minute": func(c *clockTime) int { return c.minute }, "second": func(c *clockTime) int { return c.second },
		"microsecond": func(c *clockTime) int { return c.us }, "fold": func(c *clockTime) int { return c.fold },
	} {
		c.DefProperty(name, func(_ *thread, v value) (value, error) { return number(get(timeOf(v))), nil })
	}
	c.DefProperty("tzinfo", func(_ *thread, v value) (value, error) { return timeOf(v).tz, nil })
	// A datetime is what its zone is asked about; a time gives it None.
	about := func(v value) value {
		if _, ok := v.Ref.(*stamp); ok {
			return v
		}
		return object.None
	}
	for _, name := range []string{"utcoffset", "dst"} {
		c.Method(name+"()", func(t *thread, a []value, _ kws) (value, error) {
			d, err := offset(t, timeOf(a[0]).tz, about(a[0]), name)
			return deltaValue(d), err
		})
	}
	c.Method("tzname()", func(t *thread, a []value, _ kws) (value, error) { return zoneName(t, timeOf(a[0]).tz, about(a[0])) })
}

func fillClock(c *object.Class) {
	c.Construct = newClock
	c.SetAttr("__doc__", object.String("A time of day."))
	set := func(name string, v clockTime) { v.tz = object.None; c.SetAttr(name, object.Obj(&clock{clockTime: v})) }
	set("min", clockTime{})
	set("max", clockTime{hour: 23, minute: 59, second: 59, us: 999999})
	c.SetAttr("resolution", object.Obj(&delta{us: 1}))
	clockAttrs(c)
	asText(c)
	order(c, func(v value) bool { _, ok := v.Ref.(*clock); return ok }, compareClocks)
	c.Method("isoformat(timespec=)", func(t *thread, a []value, _ kws) (value, error) {
		spec, err := timespec(opt(a, 1))
		if err != nil {
			return value{}, err
		}
		text, err := clockOf(a[0]).iso(spec)
		if err != nil {
			return value{}, err
		}
		off, err := offset(t, clockOf(a[0]).tz, object.None, "utcoffset")
		return object.String(text + offsetText(off, ":")), err
	})
	c.DefPlain("__repr__", 1, 1, func(t *thread, a []value) (value, error) {
		c := clockOf(a[0])
		text := fmt.Sprintf("%s(%d, %d", classText(a[0]), c.hour, c.minute)
		if c.us != 0 {
			text += fmt.Sprintf(", %d, %d", c.second, c.us)
		} else if c.second != 0 {
			text += fmt.Sprintf(", %d", c.second)
		}
		return reprRest(t, text, &c.clockTime, true)
	})
	c.DefPlain("__hash__", 1, 1, func(t *thread, a []value) (value, error) {
		c := clockOf(a[0])
		off, err := offset(t, c.tz, object.None, "utcoffset")
		if err != nil {
			return value{}, err
		}
		us := c.total()
		if off != nil {
			us -= off.total()
		}
		n, err := object.HashInt(t, object.Int(us))
		return object.Int(n), err
	})
	c.Method("strftime(format)", func(t *thread, a []value, _ kws) (value, error) { return strftime(t, a[0], a[1]) })
	c.ClassFunction("fromisoformat(string, /)", func(t *thread, a []value, _ kws) (value, error) {
		if _, ok := object.StrOf(a[1]); !ok {
			return value{}, object.TypeError("fromisoformat: argument must be str")
		}
		c, err := parseClock(t, a[1])
		if err != nil {
			return value{}, err
		}
		return makeClock(t, a[0].Ref.(*object.Class), c)
	})
	replace := func(fname string) object.NativeFn {
		p := clockParams
		p.name = fname + "()"
		return func(t *thread, a []value, kw kws) (value, error) {
			var got [6]value
			if err := p.bind(got[:], a[1:], kw); err != nil {
				return value{}, err
			}
			c := clockOf(a[0]).clockTime
			if err := c.set(t, got[:]); err != nil {
				return value{}, err
			}
			return makeClock(t, object.ClassOf(a[0]), c)
		}
	}
	c.Def("replace", 1, -1, replace("replace"))
	c.Def("__replace__", 1, -1, replace("__replace__"))
	clockPickles(c, func(v value, keepFold bool) []byte { return clockOf(v).pack(keepFold) })
}

// makeClock makes a time, by way of a subclass's constructor where there is one.
func makeClock(t *thread, cls *object.Class, c clockTime) (value, error) {
	if cls == clockClass {
		return object.Obj(&clock{clockTime: c}), c.check()
	}
	kw := kws(nil)
	if c.fold != 0 {
		kw = kws{{Name: "fold", Val: number(c.fold)}}
	}
	return t.CallKw(object.Obj(cls), []value{number(c.hour), number(c.minute), number(c.second), number(c.us), c.tz}, kw)
}

func compareClocks(t *thread, x, y value, equality bool) (int, error) {
	a, b := clockOf(x), clockOf(y)
	us := a.total() - b.total()
	if a.tz.Ref != b.tz.Ref {
		p, err := offset(t, a.tz, object.None, "utcoffset")
		if err != nil {
			return 0, err
		}
		q, err := offset(t, b.tz, object.None, "utcoffset")
		switch {
		case err != nil:
			return 0, err
		case (p == nil) != (q == nil):
			if equality {
				return 2, nil
			}
			return 0, object.TypeError("can't compare offset-naive and offset-aware times")
		case p != nil:
			us += q.total() - p.total()
		}
	}
	return sign(us), nil
}

func sign(n int64) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// reprRest writes the end of repr: what else than numbers there is.
func reprRest(t *thread, text string, c *clockTime, zoneFirst bool) (value, error) {
	zone := ""
	if !c.tz.IsNone() {
		s, err := object.ReprText(t, c.tz)
		if err != nil {
			return value{}, err
		}
		zone = ", tzinfo=" + s
	}
	fold := ""
	if c.fold != 0 {
		fold = ", fold=1"
	}
	if zoneFirst {
		return object.String(text + zone + fold + ")"), nil
	}
	return object.String(text + fold + zone + ")"), nil
}

func timespec(v value) (string, error) {
	if !v.Valid() {
		return "auto", nil
	}
	s, ok := object.StrOf(v)
	if !ok {
		return "", object.TypeError("isoformat() argument 'timespec' must be str, not %s", typeName(v))
	}
	return s, nil
}

// iso is the text of the time without its zone.
func (c *clockTime) iso(spec string) (string, error) {
	b := make([]byte, 0, 15)
	b = digits(b, c.hour, 2)
	if spec == "auto" {
		spec = "seconds"
		if c.us != 0 {
			spec = "microseconds"
		}
	}
	if spec == "hours" {
		return string(b), nil
	}
	b = digits(append(b, ':'), c.minute, 2)
	if spec == "minutes" {
		return string(b), nil
	}
	b = digits(append(b, ':'), c.second, 2)
	switch spec {
	case "seconds":
	case "milliseconds":
		b = digits(append(b, '.'), c.us/1000, 3)
	case "microseconds":
		b = digits(append(b, '.'), c.us, 6)
	default:
		return "", object.ValueError("Unknown timespec value")
	}
	return string(b), nil
}
