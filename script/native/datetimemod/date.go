package datetimemod

import (
	"fmt"

	"asyncio/script/host"
	"asyncio/script/object"
)

// day is a date, and the day of a datetime.
type day struct {
	object.Head
	year, month, day int
}

var (
	dateClass = object.NewNativeClass("datetime", "date")
	isoClass  = object.NewStructSeq("datetime", "IsoCalendarDate", 3, "year", "week", "weekday")
)

// Class implements object.Object.
func (d *day) Class() *object.Class { return d.ClassOr(dateClass) }

// Traverse implements object.Traverser.
func (d *day) Traverse(visit func(value)) { d.TraverseHead(visit) }

func (d *day) ordinal() int { return ordinal(d.year, d.month, d.day) }

func (d *day) weekday() int { return (d.ordinal() + 6) % 7 }

func (d *day) fields() (y, m, dd int) { return d.year, d.month, d.day }

// dayOf gives the day of a date or datetime.
func dayOf(v value) *day {
	if s, ok := v.Ref.(*stamp); ok {
		return &s.day
	}
	return v.Ref.(*day)
}

func init() {
	dateClass.Later(fillDate)
	isoClass.Later(func(c *object.Class) {
		c.Method("__reduce__()", func(_ *thread, a []value, _ kws) (value, error) {
			return object.TupleValue(object.Obj(object.TupleClass), object.TupleValue(object.TupleValue(a[0].Ref.(*object.Tuple).Items...))), nil
		})
	})
}

var dateParams = params{"", []string{"year", "month", "day"}, 3, 3}

// makeDate makes a date of fields that are known to be right, by way of a
// subclass's constructor where there is one.
func makeDate(t *thread, cls *object.Class, y, m, d int) (value, error) {
	if cls == dateClass {
		return object.Obj(&day{year: y, month: m, day: d}), nil
	}
	return t.Call(object.Obj(cls), number(y), number(m), number(d))
}

func newDate(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
	d := &day{}
	if cls != dateClass {
		d.SetClass(cls)
	}
	if b, ok := pickled(a, kw, 4, 2); ok && len(a) == 1 {
		d.unpack(b)
		return object.Obj(d), nil
	}
	var got [3]value
	if err := dateParams.bind(got[:], a, kw); err != nil {
		return value{}, err
	}
	if err := ints(t, got[:], &d.year, &d.month, &d.day); err != nil {
		return value{}, err
	}
	if err := checkDate(d.fields()); err != nil {
		return value{}, err
	}
	return object.Obj(d), nil
}

func fillDate(c *object.Class) {
	c.Construct = newDate
	c.SetAttr("__doc__", object.String("A day of the Gregorian calendar."))
	for name, get := range map[string]func(d *day) int{"year": func(d *day) int { return d.year }, "month": func(d *day) int { return d.month }, "day": func(d *day) int { return d.day }} {
		c.DefProperty(name, func(_ *thread, v value) (value, error) { return number(get(dayOf(v))), nil })
	}
	set := func(name string, d *day) { c.SetAttr(name, object.Obj(d)) }
	set("min", &day{year: 1, month: 1, day: 1})
	set("max", &day{year: 9999, month: 12, day: 31})
	c.SetAttr("resolution", object.Obj(&delta{days: 1}))
	dateMakers(c)
	dateValues(c)
	asText(c)
	plain := func(v value) bool { _, ok := v.Ref.(*day); return ok }
	order(c, plain, func(_ *thread, a, b value, _ bool) (int, error) {
		return dayOf(a).ordinal() - dayOf(b).ordinal(), nil
	})
	add := func(t *thread, a []value) (value, error) {
		by, ok := deltaOf(a[1])
		if !ok {
			return object.NotImplemented, nil
		}
		return addDays(t, a[0], int(by.days))
	}
	c.DefPlain("__add__", 2, 2, add)
	c.DefPlain("__radd__", 2, 2, add)
	c.DefPlain("__sub__", 2, 2, func(t *thread, a []value) (value, error) {
		if by, ok := deltaOf(a[1]); ok {
			return addDays(t, a[0], -int(by.days))
		}
		if plain(a[1]) {
			return result(split(int64(dayOf(a[0]).ordinal()-dayOf(a[1]).ordinal()), 0))
		}
		return object.NotImplemented, nil
	})
}

func addDays(t *thread, v value, n int) (value, error) {
	if n += dayOf(v).ordinal(); n < 1 || n > maxOrdinal {
		return value{}, object.Raise(object.OverflowErrorClass, "date value out of range")
	}
	y, m, d := fromOrdinal(n)
	return makeDate(t, object.ClassOf(v), y, m, d)
}

// dateMakers has the class methods.
func dateMakers(c *object.Class) {
	classOf := func(v value) *object.Class { return v.Ref.(*object.Class) }
	c.ClassFunction("today()", func(t *thread, a []value, _ kws) (value, error) { return today(t, a[0]) })
	c.ClassFunction("fromtimestamp(timestamp, /)", func(t *thread, a []value, _ kws) (value, error) {
		us, err := timestampUS(t, a[1])
		if err != nil {
			return value{}, err
		}
		s, err := localTime(us)
		if err != nil {
			return value{}, err
		}
		return makeAny(t, classOf(a[0]), s.year, s.month, s.day.day)
	})
	c.ClassFunction("fromordinal(ordinal, /)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := object.CInt(t, a[1])
		switch {
		case err != nil:
			return value{}, err
		case n < 1:
			return value{}, object.ValueError("ordinal must be >= 1")
		}
		y, m, d := fromOrdinal(n)
		if n > maxOrdinal {
			return value{}, object.ValueError("year %d is out of range", y)
		}
		return makeAny(t, classOf(a[0]), y, m, d)
	})
	c.ClassFunction("fromisocalendar(year, week, day)", func(t *thread, a []value, _ kws) (value, error) {
		y, m, d, err := fromISO(t, a[1:])
		if err != nil {
			return value{}, err
		}
		return makeAny(t, classOf(a[0]), y, m, d)
	})
	c.ClassFunction("fromisoformat(string, /)", func(t *thread, a []value, _ kws) (value, error) {
		s, ok := object.StrOf(a[1])
		if !ok {
			return value{}, object.TypeError("fromisoformat: argument must be str")
		}
		y, m, d, ok := readDay(s)
		if !ok || len(s) != 10 {
			var err error
			if y, m, d, err = parseDay(t, a[1]); err != nil {
				return value{}, err
			}
		}
		if err := checkDate(y, m, d); err != nil {
			return value{}, err
		}
		return makeAny(t, classOf(a[0]), y, m, d)
	})
}

// makeAny makes one of date, datetime or a subclass of a day.
func makeAny(t *thread, cls *object.Class, y, m, d int) (value, error) {
	if cls == stampClass {
		return object.Obj(&stamp{day: day{year: y, month: m, day: d}, clockTime: clockTime{tz: object.None}}), nil
	}
	return makeDate(t, cls, y, m, d)
}

// today is fromtimestamp of time.time(), as a program may have replaced it.
func today(t *thread, cls value) (value, error) {
	now, err := helper(t, "time", "time")
	if err != nil {
		return value{}, err
	}
	return call(t, cls, "fromtimestamp", now)
}

// dateValues has the methods that give values.
func dateValues(c *object.Class) {
	method := func(header string, f func(t *thread, d *day, self value) (value, error)) {
		c.Method(header, func(t *thread, a []value, _ kws) (value, error) { return f(t, dayOf(a[0]), a[0]) })
	}
	method("toordinal()", func(_ *thread, d *day, _ value) (value, error) { return number(d.ordinal()), nil })
	method("weekday()", func(_ *thread, d *day, _ value) (value, error) { return number(d.weekday()), nil })
	method("isoweekday()", func(_ *thread, d *day, _ value) (value, error) { return number(d.weekday() + 1), nil })
	method("isocalendar()", func(_ *thread, d *day, _ value) (value, error) {
		y, w, wd := isoCalendar(d.year, d.ordinal())
		return isoClass.NewSeq(number(y), number(w), number(wd)), nil
	})
	method("isoformat()", func(_ *thread, d *day, _ value) (value, error) { return object.String(d.iso()), nil })
	method("__repr__()", func(_ *thread, d *day, self value) (value, error) {
		return object.String(fmt.Sprintf("%s(%d, %d, %d)", classText(self), d.year, d.month, d.day)), nil
	})
	method("__hash__()", func(t *thread, d *day, _ value) (value, error) {
		n, err := object.HashInt(t, object.TupleValue(number(d.year), number(d.month), number(d.day)))
		return object.Int(n), err
	})
	method("ctime()", func(_ *thread, d *day, _ value) (value, error) { return ctime(d, &clockTime{}), nil })
	method("timetuple()", func(t *thread, d *day, _ value) (value, error) { return timeTuple(t, d, &clockTime{}, -1) })
	method("__reduce__()", func(_ *thread, d *day, self value) (value, error) {
		return object.TupleValue(object.Obj(object.ClassOf(self)), object.TupleValue(object.BytesValue(d.pack()))), nil
	})
	c.Method("strftime(format)", func(t *thread, a []value, _ kws) (value, error) { return strftime(t, a[0], a[1]) })
	replace := func(fname string) object.NativeFn {
		p := params{fname + "()", []string{"year", "month", "day"}, 0, 3}
		return func(t *thread, a []value, kw kws) (value, error) {
			var got [3]value
			if err := p.bind(got[:], a[1:], kw); err != nil {
				return value{}, err
			}
			y, m, d := dayOf(a[0]).fields()
			if err := ints(t, got[:], &y, &m, &d); err != nil {
				return value{}, err
			}
			if cls := object.ClassOf(a[0]); cls != dateClass {
				return makeDate(t, cls, y, m, d)
			}
			if err := checkDate(y, m, d); err != nil {
				return value{}, err
			}
			return makeDate(t, dateClass, y, m, d)
		}
	}
	c.Def("replace", 1, -1, replace("replace"))
	c.Def("__replace__", 1, -1, replace("__replace__"))
}

func (d *day) iso() string {
	b := make([]byte, 0, 10)
	b = digits(b, d.year, 4)
	b = append(b, '-')
	b = digits(b, d.month, 2)
	b = append(b, '-')
	return string(digits(b, d.day, 2))
}

// digits writes a number with zeros before it.
func digits(b []byte, n, width int) []byte {
	at := len(b)
	for range width {
		b = append(b, '0')
	}
	for i := at + width - 1; i >= at && n > 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}

// timeTuple makes a time.struct_time.
func timeTuple(t *thread, d *day, c *clockTime, dst int) (value, error) {
	m, err := host.Of(t).Import(t, "time")
	if err != nil {
		return value{}, err
	}
	n := d.ordinal()
	yday := n - yearDays(d.year)
	return call(t, m, "struct_time", object.TupleValue(number(d.year), number(d.month), number(d.day), number(c.hour), number(c.minute), number(c.second),
		number((n+6)%7), number(yday), number(dst)))
}
