package timemod

import (
	"fmt"
	"math"
	"time"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
)

// moment is a broken-down time, in struct_time's numbers.
type moment struct {
	year, mon, day, hour, min, sec, wday, yday, dst int
	zone                                            string
	offset                                          int
	zoned                                           bool // the offset is known
}

func momentOf(t time.Time, dst bool) moment {
	zone, offset := t.Zone()
	m := moment{t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second(), (int(t.Weekday()) + 6) % 7, t.YearDay(), 0, zone, offset, true}
	if dst {
		m.dst = 1
	}
	return m
}

func (m moment) value() value {
	n := func(i int) value { return object.Int(int64(i)) }
	items := []value{n(m.year), n(m.mon), n(m.day), n(m.hour), n(m.min), n(m.sec), n(m.wday), n(m.yday), n(m.dst)}
	if m.zone != "" {
		items = append(items, object.String(m.zone))
	}
	if m.zoned {
		if m.zone == "" {
			items = append(items, object.None)
		}
		items = append(items, n(m.offset))
	}
	return structClass.NewSeq(items...)
}

// seconds gives an argument that is a number of seconds, now when there is none.
func seconds(t *thread, h *host.Host, a []value) (int64, error) {
	if len(a) == 0 || a[0].IsNone() {
		return int64(math.Floor(h.Unix())), nil
	}
	if n, ok := object.IntOf(a[0]); ok {
		return inRange(float64(n))
	}
	if _, isFloat := object.FloatOf(a[0]); !isFloat {
		if _, err := object.ToIndex(t, a[0]); err != nil {
			return 0, err
		}
	}
	f, err := builtins.Float(t, a[0])
	if err != nil {
		return 0, err
	}
	if math.IsNaN(f) {
		return 0, object.ValueError("Invalid value NaN (not a number)")
	}
	return inRange(math.Floor(f))
}

func inRange(f float64) (int64, error) {
	if math.Abs(f) >= math.MaxInt64 {
		return 0, object.Raise(object.OverflowErrorClass, "timestamp out of range for platform time_t")
	}
	if math.Abs(f) > 67767976233532799 {
		return 0, object.OSErrorNumber(75, "Value too large for defined data type")
	}
	return int64(f), nil
}

// parse reads a time tuple; fname is for its errors.
func parse(fname string, v value) (m moment, err error) {
	tup, ok := v.Ref.(*object.Tuple)
	if !ok {
		return m, object.TypeError("Tuple or struct_time argument required")
	}
	bad := object.TypeError("%s(): illegal time tuple argument", fname)
	if len(tup.Items) != 9 {
		return m, bad
	}
	for i, to := range []*int{&m.year, &m.mon, &m.day, &m.hour, &m.min, &m.sec, &m.wday, &m.yday, &m.dst} {
		n, ok := object.IntOf(tup.Items[i])
		if !ok {
			if object.ClassOf(tup.Items[i]) == object.FloatClass {
				return m, object.TypeError("'float' object cannot be interpreted as an integer")
			}
			return m, bad
		}
		*to = int(n)
	}
	if tup.Class() == structClass {
		if z, ok := object.StrOf(object.AttrsOf(v).Get("tm_zone")); ok {
			off, _ := object.IntOf(object.AttrsOf(v).Get("tm_gmtoff"))
			m.zone, m.offset, m.zoned = z, int(off), true
		}
	}
	return m, nil
}

// check refuses numbers that no date has, making good those that CPython does.
func (m *moment) check() error {
	for _, f := range []struct {
		n           *int
		lo, hi, fix int
		text        string
	}{
		{&m.mon, 1, 12, 1, "month out of range"}, {&m.day, 1, 31, 1, "day of month out of range"}, {&m.hour, 0, 23, -1, "hour out of range"},
		{&m.min, 0, 59, -1, "minute out of range"}, {&m.sec, 0, 61, -1, "seconds out of range"}, {&m.yday, 1, 366, 1, "day of year out of range"},
	} {
		if *f.n == 0 && f.fix > 0 {
			*f.n = f.fix
		}
		if *f.n < f.lo || *f.n > f.hi {
			return object.ValueError("%s", f.text)
		}
	}
	if m.wday < -1 {
		return object.ValueError("day of week out of range")
	}
	m.wday = (m.wday + 7) % 7
	return nil
}

func asctime(m moment) string {
	return fmt.Sprintf("%s %s%3d %02d:%02d:%02d %d", days[m.wday][:3], months[m.mon-1][:3], m.day, m.hour, m.min, m.sec, m.year)
}

// calendar adds the functions about dates and zones.
func calendar(h *host.Host, m *object.Module) {
	zone := func(t time.Time) moment { return momentOf(t, t.IsDST()) }
	at := func(name string, f func(sec int64) value) {
		m.Def(name, 0, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
			s, err := seconds(t, h, a)
			if err != nil {
				return value{}, err
			}
			return f(s), nil
		})
	}
	at("gmtime", func(s int64) value {
		g := momentOf(time.Unix(s, 0).UTC(), false)
		g.zone = "GMT"
		return g.value()
	})
	at("localtime", func(s int64) value { return zone(time.Unix(s, 0)).value() })
	at("ctime", func(s int64) value { return object.String(asctime(zone(time.Unix(s, 0)))) })
	given := func(a []value, i int, fname string) (moment, error) {
		if len(a) > i {
			return parse(fname, a[i])
		}
		return zone(time.Unix(int64(math.Floor(h.Unix())), 0)), nil
	}
	m.Def("asctime", 0, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		x, err := given(a, 0, "asctime")
		if err == nil {
			err = x.check()
		}
		if err != nil {
			return value{}, err
		}
		return object.String(asctime(x)), nil
	})
	m.Def("mktime", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		x, err := parse("mktime", a[0])
		if err != nil {
			return value{}, err
		}
		at := time.Date(x.year, time.Month(x.mon), x.day, x.hour, x.min, x.sec, 0, time.Local)
		if x.dst >= 0 && at.IsDST() != (x.dst > 0) {
			if x.dst > 0 {
				at = at.Add(-time.Hour)
			} else {
				at = at.Add(time.Hour)
			}
		}
		return object.Float(float64(at.Unix())), nil
	})
	m.Def("strftime", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		format, ok := object.StrOf(a[0])
		if !ok {
			return value{}, object.TypeError("strftime() argument 1 must be str, not %s", object.ClassOf(a[0]).Name)
		}
		x, err := given(a, 1, "strftime")
		if err == nil {
			err = x.check()
		}
		if err != nil {
			return value{}, err
		}
		return object.String(x.format(format)), nil
	})
	m.Def("strptime", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		data, ok := object.StrOf(a[0])
		if !ok {
			return value{}, object.TypeError("strptime() argument 0 must be str, not %s", classText(t, a[0]))
		}
		format := "%a %b %d %H:%M:%S %Y"
		if len(a) > 1 {
			if format, ok = object.StrOf(a[1]); !ok {
				return value{}, object.TypeError("strptime() argument 1 must be str, not %s", classText(t, a[1]))
			}
		}
		p, err := scan(data, format)
		if err != nil {
			return value{}, err
		}
		return p.moment.value(), nil
	})
	m.Def("tzset", 0, 0, func(*thread, []value, []object.Kw) (value, error) { return object.None, nil })
	zones(m.Dict)
}

// zones sets timezone, altzone, daylight and tzname, as this year has them.
func zones(d *object.Dict) {
	year := time.Now().Year()
	winter, summer := time.Date(year, 1, 1, 0, 0, 0, 0, time.Local), time.Date(year, 7, 1, 0, 0, 0, 0, time.Local)
	if winter.IsDST() {
		winter, summer = summer, winter
	}
	w, wo := winter.Zone()
	s, so := summer.Zone()
	d.SetStr("timezone", object.Int(int64(-wo)))
	d.SetStr("altzone", object.Int(int64(-so)))
	daylight := int64(0)
	if wo != so {
		daylight = 1
	}
	d.SetStr("daylight", object.Int(daylight))
	d.SetStr("tzname", object.TupleValue(object.String(w), object.String(s)))
}

func classText(t *thread, v value) string {
	s, err := object.ReprText(t, object.Obj(object.ClassOf(v)))
	if err != nil {
		return "?"
	}
	return s
}
