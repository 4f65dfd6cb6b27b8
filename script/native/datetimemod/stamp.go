package datetimemod

import (
	"fmt"

	"asyncio/script/object"
)

// stamp is a datetime.
type stamp struct {
	day
	clockTime
}

var stampClass = object.NewNativeClass("datetime", "datetime", dateClass)

// Class implements object.Object.
func (s *stamp) Class() *object.Class { return s.ClassOr(stampClass) }

// Traverse implements object.Traverser.
func (s *stamp) Traverse(visit func(value)) {
	visit(s.tz)
	s.TraverseHead(visit)
}

func stampOf(v value) *stamp { return v.Ref.(*stamp) }

// total counts the microseconds from a day before the first.
func (s *stamp) total() int64 { return int64(s.ordinal())*dayUS + s.clockTime.total() }

// setTotal sets the fields by the microseconds.
func (s *stamp) setTotal(us int64) {
	days, rest := divmod(us, dayUS)
	s.year, s.month, s.day.day = fromOrdinal(int(days))
	s.us = int(rest % 1e6)
	n := int(rest / 1e6)
	s.hour, s.minute, s.second = n/3600, n/60%60, n%60
}

// offset asks the zone; s is the datetime self.
func (s *stamp) offset(t *thread) (*delta, error) {
	if s.tz.IsNone() {
		return nil, nil
	}
	return offset(t, s.tz, object.Obj(s), "utcoffset")
}

// plus adds sign times a length.
func (s *stamp) plus(t *thread, by *delta, sign int64) (value, error) {
	overflow := object.Raise(object.OverflowErrorClass, "date value out of range")
	if !by.small() {
		return value{}, overflow
	}
	us := s.total() + sign*by.total()
	if us < dayUS || us >= (maxOrdinal+1)*dayUS {
		return value{}, overflow
	}
	out := stamp{clockTime: clockTime{tz: s.tz}}
	out.setTotal(us)
	return makeStamp(t, s.Class(), out)
}

// makeStamp makes a datetime of fields that are known to be right, by way of a
// subclass's constructor where there is one.
func makeStamp(t *thread, cls *object.Class, s stamp) (value, error) {
	if cls == stampClass {
		s.Head = object.Head{}
		return object.Obj(&s), nil
	}
	kw := kws(nil)
	if s.fold != 0 {
		kw = kws{{Name: "fold", Val: number(s.fold)}}
	}
	return t.CallKw(object.Obj(cls), []value{number(s.year), number(s.month), number(s.day.day), number(s.hour), number(s.minute), number(s.second),
		number(s.us), s.tz}, kw)
}

func init() { stampClass.Later(fillStamp) }

var stampParams = params{"", []string{"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"}, 3, 8}

// set takes the arguments of a constructor or of replace.
func (s *stamp) set(t *thread, a []value) error {
	if err := ints(t, a, &s.year, &s.month, &s.day.day); err != nil {
		return err
	}
	return s.clockTime.set(t, a[3:])
}

func (s *stamp) check() error {
	if err := checkDate(s.fields()); err != nil {
		return err
	}
	return s.clockTime.check()
}

func newStamp(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
	s := &stamp{}
	if cls != stampClass {
		s.SetClass(cls)
	}
	if b, ok := pickled(a, kw, 10, 2); ok {
		s.unpack(b)
		tz, err := pickledZone(a)
		s.tz = tz
		return object.Obj(s), err
	}
	var got [9]value
	if err := stampParams.bind(got[:], a, kw); err != nil {
		return value{}, err
	}
	if err := s.set(t, got[:]); err != nil {
		return value{}, err
	}
	return object.Obj(s), s.check()
}

func fillStamp(c *object.Class) {
	c.Construct = newStamp
	c.SetAttr("__doc__", object.String("A day with a time."))
	limit := func(name string, d day, ct clockTime) {
		ct.tz = object.None
		c.SetAttr(name, object.Obj(&stamp{day: d, clockTime: ct}))
	}
	limit("min", day{year: 1, month: 1, day: 1}, clockTime{})
	limit("max", day{year: 9999, month: 12, day: 31}, clockTime{hour: 23, minute: 59, second: 59, us: 999999})
	c.SetAttr("resolution", object.Obj(&delta{us: 1}))
	clockAttrs(c)
	asText(c, object.String(" "))
	stampMakers(c)
	stampValues(c)
	order(c, func(v value) bool { _, ok := v.Ref.(*stamp); return ok }, compareStamps)
	add := func(t *thread, a []value) (value, error) {
		by, ok := deltaOf(a[1])
		if !ok {
			return object.NotImplemented, nil
		}
		return stampOf(a[0]).plus(t, by, 1)
	}
	c.DefPlain("__add__", 2, 2, add)
	c.DefPlain("__radd__", 2, 2, add)
	c.DefPlain("__sub__", 2, 2, func(t *thread, a []value) (value, error) {
		switch o := a[1].Ref.(type) {
		case *delta:
			return stampOf(a[0]).plus(t, o, -1)
		case *stamp:
			return stampOf(a[0]).minus(t, o)
		}
		return object.NotImplemented, nil
	})
	c.DefPlain("__hash__", 1, 1, func(t *thread, a []value) (value, error) {
		s := stampOf(a[0])
		if s.fold != 0 {
			first := *s
			first.fold = 0
			s = &first
		}
		off, err := s.offset(t)
		if err != nil {
			return value{}, err
		}
		us := s.total()
		if off != nil {
			us -= off.total()
		}
		n, err := object.HashInt(t, object.Int(us))
		return object.Int(n), err
	})
	clockPickles(c, func(v value, keepFold bool) []byte { return stampOf(v).pack(keepFold) })
}

// offsets asks both zones, unless they are the same.
func offsets(t *thread, a, b *stamp) (p, q *delta, err error) {
	if a.tz.Ref == b.tz.Ref {
		return nil, nil, nil
	}
	if p, err = a.offset(t); err != nil {
		return nil, nil, err
	}
	q, err = b.offset(t)
	return p, q, err
}

// minus is the length between two.
func (s *stamp) minus(t *thread, o *stamp) (value, error) {
	p, q, err := offsets(t, s, o)
	if err != nil {
		return value{}, err
	}
	if (p == nil) != (q == nil) {
		return value{}, object.TypeError("can't subtract offset-naive and offset-aware datetimes")
	}
	us := s.total() - o.total()
	if p != nil {
		us += q.total() - p.total()
	}
	return object.Obj(fromUS(us)), nil
}

func compareStamps(t *thread, x, y value, equality bool) (int, error) {
	a, b := stampOf(x), stampOf(y)
	p, q, err := offsets(t, a, b)
	switch {
	case err != nil:
		return 0, err
	case (p == nil) != (q == nil):
		if equality {
			return 2, nil
		}
		return 0, object.TypeError("can't compare offset-naive and offset-aware datetimes")
	}
	us := a.total() - b.total()
	if p == nil {
		return sign(us), nil
	}
	us += q.total() - p.total()
	if us == 0 && equality {
		// A time whose offset depends on fold equals none of another zone.
		if odd, err := a.dependsOnFold(t, p); err != nil || odd {
			return 2, err
		}
		if odd, err := b.dependsOnFold(t, q); err != nil || odd {
			return 2, err
		}
	}
	return sign(us), nil
}

func (s *stamp) dependsOnFold(t *thread, now *delta) (bool, error) {
	if _, fixed := s.tz.Ref.(*zone); fixed {
		return false, nil
	}
	other := *s
	other.fold = 1 - s.fold
	d, err := other.offset(t)
	if err != nil || d == nil {
		return false, err
	}
	return compareDeltas(now, d) != 0, nil
}

// iso is the text of isoformat.
func (s *stamp) iso(t *thread, sep, spec string) (string, error) {
	text, err := s.clockTime.iso(spec)
	if err != nil {
		return "", err
	}
	off, err := s.offset(t)
	return s.day.iso() + sep + text + offsetText(off, ":"), err
}

func (s *stamp) repr(t *thread) (value, error) {
	text := fmt.Sprintf("%s(%d, %d, %d, %d, %d", classText(object.Obj(s)), s.year, s.month, s.day.day, s.hour, s.minute)
	if s.second != 0 || s.us != 0 {
		text += fmt.Sprintf(", %d", s.second)
	}
	if s.us != 0 {
		text += fmt.Sprintf(", %d", s.us)
	}
	return reprRest(t, text, &s.clockTime, false)
}
