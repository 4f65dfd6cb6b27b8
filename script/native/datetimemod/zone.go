package datetimemod

import (
	"fmt"

	"asyncio/script/object"
)

// base is an instance of tzinfo or of a class made from it in Python.
type base struct{ object.Head }

// zone is a timezone.
type zone struct {
	object.Head
	offset *delta
	name   value // none where it is made of the offset
}

var (
	tzinfoClass = object.NewNativeClass("datetime", "tzinfo")
	zoneClass   = object.NewNativeClass("datetime", "timezone", tzinfoClass).Final()
	utc         = &zone{offset: &delta{}}
)

// Class implements object.Object.
func (b *base) Class() *object.Class { return b.ClassOr(tzinfoClass) }

// Traverse implements object.Traverser.
func (b *base) Traverse(visit func(value)) { b.TraverseHead(visit) }

// Class implements object.Object.
func (z *zone) Class() *object.Class { return zoneClass }

// Traverse implements object.Traverser.
func (z *zone) Traverse(visit func(value)) {
	visit(object.Obj(z.offset))
	if z.name.Valid() {
		visit(z.name)
	}
}

func init() {
	tzinfoClass.Later(fillTzinfo)
	zoneClass.Later(fillZone)
}

func isZone(v value) bool {
	switch v.Ref.(type) {
	case *zone, *base:
		return true
	}
	return false
}

// checkZone refuses what is no time zone; an absent one is None.
func checkZone(v value) (value, error) {
	if !v.Valid() || v.IsNone() {
		return object.None, nil
	}
	if !isZone(v) {
		return v, object.TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", typeName(v))
	}
	return v, nil
}

// offset asks a zone for utcoffset or dst of a time; nil for None.
func offset(t *thread, tz, when value, method string) (*delta, error) {
	if tz.IsNone() {
		return nil, nil
	}
	if z, ok := tz.Ref.(*zone); ok {
		if method == "utcoffset" {
			return z.offset, nil
		}
		return nil, nil
	}
	v, err := call(t, tz, method, when)
	if err != nil || v.IsNone() {
		return nil, err
	}
	d, ok := deltaOf(v)
	if !ok {
		return nil, object.TypeError("tzinfo.%s() must return None or timedelta, not '%s'", method, typeName(v))
	}
	if !d.withinDay() {
		return nil, object.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
	}
	return d, nil
}

func (d *delta) withinDay() bool { return d.days == 0 || d.days == -1 && (d.secs != 0 || d.us != 0) }

// deltaValue is None for nil.
func deltaValue(d *delta) value {
	if d == nil {
		return object.None
	}
	return object.Obj(d)
}

// zoneName asks a zone for the name of a time.
func zoneName(t *thread, tz, when value) (value, error) {
	if tz.IsNone() {
		return tz, nil
	}
	v, err := call(t, tz, "tzname", when)
	if err != nil || v.IsNone() {
		return v, err
	}
	if _, ok := object.StrOf(v); !ok {
		return v, object.TypeError("tzinfo.tzname() must return None or a string, not '%s'", typeName(v))
	}
	return v, nil
}

// offsetText is an offset as isoformat writes it.
func offsetText(d *delta, sep string) string {
	if d == nil {
		return ""
	}
	us, sign := d.total(), "+"
	if us < 0 {
		us, sign = -us, "-"
	}
	s := us / 1e6
	text := fmt.Sprintf("%s%02d%s%02d", sign, s/3600, sep, s/60%60)
	if s%60 != 0 || us%1e6 != 0 {
		text += fmt.Sprintf("%s%02d", sep, s%60)
	}
	if us%1e6 != 0 {
		text += fmt.Sprintf(".%06d", us%1e6)
	}
	return text
}

func fillTzinfo(c *object.Class) {
	c.SetAttr("__doc__", object.String("What time zones have in common."))
	c.Construct = func(_ *thread, cls *object.Class, _ []value, _ kws) (value, error) {
		b := &base{}
		if cls != tzinfoClass {
			b.SetClass(cls)
		}
		return object.Obj(b), nil
	}
	for _, name := range []string{"tzname", "utcoffset", "dst"} {
		c.Method(name+"(dt, /)", func(*thread, []value, kws) (value, error) {
			return value{}, object.Raise(object.NotImplementedErrorClass, "a tzinfo subclass must implement %s()", name)
		})
	}
	c.Method("fromutc(dt, /)", func(t *thread, a []value, _ kws) (value, error) { return fromUTC(t, a[0], a[1]) })
	c.Method("__reduce__()", func(t *thread, a []value, _ kws) (value, error) {
		args := object.TupleValue()
		if f, err := object.GetAttr(t, a[0], "__getinitargs__"); err == nil {
			if args, err = t.Call(f); err != nil {
				return value{}, err
			}
		}
		state, err := call(t, a[0], "__getstate__")
		return object.TupleValue(object.Obj(object.ClassOf(a[0])), args, state), err
	})
}

// fromUTC is tzinfo.fromutc: the local time of what stands for UTC.
func fromUTC(t *thread, tz, v value) (value, error) {
	s, ok := v.Ref.(*stamp)
	switch {
	case !ok:
		return value{}, object.TypeError("fromutc: argument must be a datetime")
	case s.tz.Ref != tz.Ref:
		return value{}, object.ValueError("fromutc: dt.tzinfo is not self")
	}
	off, err := offset(t, s.tz, v, "utcoffset")
	if err != nil {
		return value{}, err
	}
	if off == nil {
		return value{}, object.ValueError("fromutc: non-None utcoffset() result required")
	}
	dst, err := offset(t, s.tz, v, "dst")
	if err != nil {
		return value{}, err
	}
	if dst == nil {
		return value{}, object.ValueError("fromutc: non-None dst() result required")
	}
	by, err := off.plus(dst, -1)
	if err != nil {
		return value{}, err
	}
	if by.zero() {
		return s.plus(t, dst, 1)
	}
	if v, err = s.plus(t, by, 1); err != nil {
		return value{}, err
	}
	if s, ok = v.Ref.(*stamp); !ok {
		return v, nil // a subclass made something else
	}
	if dst, err = offset(t, s.tz, v, "dst"); err != nil {
		return value{}, err
	}
	if dst == nil {
		return value{}, object.ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	return s.plus(t, dst, 1)
}

func newZone(d *delta, name value) value {
	if !name.Valid() && d.zero() {
		return object.Obj(utc)
	}
	return object.Obj(&zone{offset: d, name: name})
}

func fillZone(c *object.Class) {
	c.SetAttr("__doc__", object.String("A fixed offset from UTC."))
	p := params{"timezone()", []string{"offset", "name"}, 1, 2}
	c.Construct = func(_ *thread, _ *object.Class, a []value, kw kws) (value, error) {
		var got [2]value
		if err := p.bind(got[:], a, kw); err != nil {
			return value{}, err
		}
		d, ok := deltaOf(got[0])
		if !ok {
			return value{}, object.TypeError("timezone() argument 1 must be datetime.timedelta, not %s", typeName(got[0]))
		}
		if _, ok := object.StrOf(got[1]); got[1].Valid() && !ok {
			return value{}, object.TypeError("timezone() argument 2 must be str, not %s", typeName(got[1]))
		}
		if !d.withinDay() {
			return value{}, object.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", d.repr())
		}
		return newZone(d, got[1]), nil
	}
	c.SetAttr("utc", object.Obj(utc))
	c.SetAttr("min", object.Obj(&zone{offset: &delta{days: -1, secs: 60}}))
	c.SetAttr("max", object.Obj(&zone{offset: &delta{secs: 86340}}))
	method := func(name string, f func(z *zone, v value) (value, error)) {
		c.Method(name+"(dt, /)", func(_ *thread, a []value, _ kws) (value, error) {
			if _, ok := a[1].Ref.(*stamp); !ok && !a[1].IsNone() {
				return value{}, object.TypeError("%s(dt) argument must be a datetime instance or None, not %s", name, typeName(a[1]))
			}
			return f(a[0].Ref.(*zone), a[1])
		})
	}
	method("utcoffset", func(z *zone, _ value) (value, error) { return object.Obj(z.offset), nil })
	method("dst", func(*zone, value) (value, error) { return object.None, nil })
	method("tzname", func(z *zone, _ value) (value, error) { return object.String(z.label()), nil })
	c.Method("fromutc(dt, /)", func(t *thread, a []value, _ kws) (value, error) {
		s, ok := a[1].Ref.(*stamp)
		switch {
		case !ok:
			return value{}, object.TypeError("fromutc: argument must be a datetime")
		case s.tz.Ref != a[0].Ref:
			return value{}, object.ValueError("fromutc: dt.tzinfo is not self")
		}
		return s.plus(t, a[0].Ref.(*zone).offset, 1)
	})
	c.DefPlain("__str__", 1, 1, func(t *thread, a []value) (value, error) { return object.String(a[0].Ref.(*zone).label()), nil })
	c.DefPlain("__repr__", 1, 1, func(t *thread, a []value) (value, error) {
		z := a[0].Ref.(*zone)
		if z == utc {
			return object.String("datetime.timezone.utc"), nil
		}
		if !z.name.Valid() {
			return object.String("datetime.timezone(" + z.offset.repr() + ")"), nil
		}
		name, err := object.ReprText(t, z.name)
		return object.String("datetime.timezone(" + z.offset.repr() + ", " + name + ")"), err
	})
	c.DefPlain("__hash__", 1, 1, func(t *thread, a []value) (value, error) {
		n, err := object.HashInt(t, a[0].Ref.(*zone).offset.tuple())
		return object.Int(n), err
	})
	same := func(equal bool) object.PlainFn {
		return func(_ *thread, a []value) (value, error) {
			o, ok := a[1].Ref.(*zone)
			if !ok {
				return object.NotImplemented, nil
			}
			return object.Bool((compareDeltas(a[0].Ref.(*zone).offset, o.offset) == 0) == equal), nil
		}
	}
	c.DefPlain("__eq__", 2, 2, same(true))
	c.DefPlain("__ne__", 2, 2, same(false))
	c.Method("__getinitargs__()", func(_ *thread, a []value, _ kws) (value, error) {
		z := a[0].Ref.(*zone)
		if !z.name.Valid() {
			return object.TupleValue(object.Obj(z.offset)), nil
		}
		return object.TupleValue(object.Obj(z.offset), z.name), nil
	})
}

// label is the name, made of the offset unless one was given.
func (z *zone) label() string {
	if z.name.Valid() {
		s, _ := object.StrOf(z.name)
		return s
	}
	if z.offset.zero() {
		return "UTC"
	}
	return "UTC" + offsetText(z.offset, ":")
}
