// Package datetimemod is the module _datetime: the classes of datetime. What
// programs do often is Go; texts in rare formats are read by modules in Python.
package datetimemod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	thread = object.Thread
	value  = object.Value
	kws    = []object.Kw
)

// Module makes the module _datetime: the classes, and what the readers in
// Python count with.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_datetime")
	for name, c := range map[string]*object.Class{"timedelta": deltaClass, "date": dateClass, "datetime": stampClass,
		"time": clockClass, "tzinfo": tzinfoClass, "timezone": zoneClass} {
		m.Dict.SetStr(name, object.Obj(c))
	}
	m.Function("ordinal(year, month, day, /)", func(t *thread, a []value, _ kws) (value, error) {
		var n [3]int
		for i := range n {
			var err error
			if n[i], err = object.Index(t, a[i]); err != nil {
				return value{}, err
			}
		}
		return number(ordinal(n[0], n[1], n[2])), nil
	})
	m.Function("from_ordinal(n, /)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := object.Index(t, a[0])
		y, mo, d := fromOrdinal(n)
		return object.TupleValue(number(y), number(mo), number(d)), err
	})
	m.Function("from_iso_calendar(year, week, day, /)", func(t *thread, a []value, _ kws) (value, error) {
		y, mo, d, err := fromISO(t, a)
		return object.TupleValue(number(y), number(mo), number(d)), err
	})
	return m, nil
}

func number(n int) value { return object.Int(int64(n)) }

// call calls a method of v.
func call(t *thread, v value, name string, args ...value) (value, error) {
	f, err := object.GetAttr(t, v, name)
	if err != nil {
		return value{}, err
	}
	return t.Call(f, args...)
}

// helper calls a function of a module in Python.
func helper(t *thread, module, name string, args ...value) (value, error) {
	m, err := host.Of(t).Import(t, module)
	if err != nil {
		return value{}, err
	}
	return call(t, m, name, args...)
}

func typeName(v value) string { return object.ClassOf(v).Name }

// order defines the comparisons of a class: compare gives a number below, at or
// above 0. other tells what can be compared.
func order(c *object.Class, other func(value) bool, compare func(t *thread, a, b value, equality bool) (int, error)) {
	for name, holds := range map[string]func(n int) bool{
		"__eq__": func(n int) bool { return n == 0 }, "__ne__": func(n int) bool { return n != 0 },
		"__lt__": func(n int) bool { return n < 0 }, "__le__": func(n int) bool { return n <= 0 },
		"__gt__": func(n int) bool { return n > 0 }, "__ge__": func(n int) bool { return n >= 0 },
	} {
		equality := name == "__eq__" || name == "__ne__"
		c.DefPlain(name, 2, 2, func(t *thread, a []value) (value, error) {
			if !other(a[1]) {
				return object.NotImplemented, nil
			}
			n, err := compare(t, a[0], a[1], equality)
			return object.Bool(holds(n)), err
		})
	}
}

// classText is a class as repr shows its instances.
func classText(v value) string {
	c := object.ClassOf(v)
	if c.Builtin() {
		return c.Name
	}
	return c.Qualname
}

// asText makes __str__ of isoformat and __format__ of strftime, by the methods
// that a subclass may have.
func asText(c *object.Class, iso ...value) {
	c.DefPlain("__str__", 1, 1, func(t *thread, a []value) (value, error) { return call(t, a[0], "isoformat", iso...) })
	c.Method("__format__(format, /)", func(t *thread, a []value, _ kws) (value, error) {
		format, ok := object.StrOf(a[1])
		switch {
		case !ok:
			return value{}, object.TypeError("__format__() argument 1 must be str, not %s", typeName(a[1]))
		case format == "":
			s, err := object.StrText(t, a[0])
			return object.String(s), err
		}
		return call(t, a[0], "strftime", a[1])
	})
}
