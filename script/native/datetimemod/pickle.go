package datetimemod

import "asyncio/script/object"

// pickled gives the bytes of a constructor's only argument, or of the first of
// two, that are what a pickle kept: n of them, whose byte at month is a month,
// or at 0 an hour.
func pickled(a []value, kw kws, n, month int) ([]byte, bool) {
	if len(kw) > 0 || len(a) < 1 || len(a) > 2 {
		return nil, false
	}
	b, ok := a[0].Ref.(*object.Bytes)
	if !ok || b.Mutable || len(b.B) != n {
		return nil, false
	}
	if month == 0 {
		return b.B, b.B[0]&0x7f < 24
	}
	m := b.B[month] & 0x7f
	return b.B, m >= 1 && m <= 12
}

func pickledZone(a []value) (value, error) {
	if len(a) < 2 {
		return object.None, nil
	}
	if !a[1].IsNone() && !isZone(a[1]) {
		return value{}, object.TypeError("bad tzinfo state arg")
	}
	return a[1], nil
}

func (d *day) pack() []byte {
	return []byte{byte(d.year >> 8), byte(d.year), byte(d.month), byte(d.day)}
}

func (d *day) unpack(b []byte) {
	d.year, d.month, d.day = int(b[0])<<8|int(b[1]), int(b[2]&0x7f), int(b[3])
}

func (c *clockTime) pack(keepFold bool) []byte {
	b := []byte{byte(c.hour), byte(c.minute), byte(c.second), byte(c.us >> 16), byte(c.us >> 8), byte(c.us)}
	if keepFold {
		b[0] |= byte(c.fold) << 7
	}
	return b
}

func (c *clockTime) unpack(b []byte) {
	c.fold = int(b[0] >> 7)
	c.hour, c.minute, c.second = int(b[0]&0x7f), int(b[1]), int(b[2])
	c.us = int(b[3])<<16 | int(b[4])<<8 | int(b[5])
}

func (s *stamp) pack(keepFold bool) []byte {
	b := append(s.day.pack(), s.clockTime.pack(false)...)
	if keepFold {
		b[2] |= byte(s.fold) << 7
	}
	return b
}

func (s *stamp) unpack(b []byte) {
	s.day.unpack(b)
	s.clockTime.unpack(b[4:])
	s.fold = int(b[2] >> 7)
}

// clockPickles has how times and datetimes are pickled: fold from protocol 4 on.
func clockPickles(c *object.Class, pack func(v value, keepFold bool) []byte) {
	reduce := func(v value, keepFold bool) value {
		state := object.BytesValue(pack(v, keepFold))
		args := object.TupleValue(state)
		if tz := timeOf(v).tz; !tz.IsNone() {
			args = object.TupleValue(state, tz)
		}
		return object.TupleValue(object.Obj(object.ClassOf(v)), args)
	}
	c.Method("__reduce_ex__(protocol, /)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := object.Index(t, a[1])
		return reduce(a[0], n > 3), err
	})
	c.Method("__reduce__()", func(_ *thread, a []value, _ kws) (value, error) { return reduce(a[0], false), nil })
}
