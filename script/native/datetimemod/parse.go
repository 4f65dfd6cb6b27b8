package datetimemod

import "asyncio/script/object"

// digitsAt reads n digits; ok is false where there are none.
func digitsAt(s string, at, n int) (out int, ok bool) {
	for i := at; i < at+n; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		out = out*10 + int(s[i]-'0')
	}
	return out, true
}

// readDay reads the usual form of a day, YYYY-MM-DD, at the beginning.
func readDay(s string) (y, m, d int, ok bool) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return 0, 0, 0, false
	}
	y, ok1 := digitsAt(s, 0, 4)
	m, ok2 := digitsAt(s, 5, 2)
	d, ok3 := digitsAt(s, 8, 2)
	return y, m, d, ok1 && ok2 && ok3
}

// readStamp reads the usual forms of a datetime: YYYY-MM-DDTHH:MM:SS, maybe
// with six digits of a second.
func readStamp(s string) (stamp, bool) {
	out := stamp{clockTime: clockTime{tz: object.None}}
	if n := len(s); n != 19 && (n != 26 || s[19] != '.') || s[10] >= 0x80 || s[13] != ':' || s[16] != ':' {
		return out, false
	}
	var ok [6]bool
	out.year, out.month, out.day.day, ok[0] = readDay(s)
	out.hour, ok[1] = digitsAt(s, 11, 2)
	out.minute, ok[2] = digitsAt(s, 14, 2)
	out.second, ok[3] = digitsAt(s, 17, 2)
	ok[4] = true
	if len(s) == 26 {
		out.us, ok[4] = digitsAt(s, 20, 6)
	}
	return out, ok[0] && ok[1] && ok[2] && ok[3] && ok[4]
}

func invalidISO(t *thread, v value) error {
	text, err := object.ReprText(t, v)
	if err != nil {
		return err
	}
	return object.ValueError("Invalid isoformat string: %s", text)
}

// numbers reads a tuple of ints into places.
func numbers(t *thread, v value, places ...*int) error {
	items := v.Ref.(*object.Tuple).Items
	return ints(t, items[:len(places)], places...)
}

func parseDay(t *thread, v value) (y, m, d int, err error) {
	got, err := helper(t, "_isoparse", "parse_day", v)
	if err != nil {
		return 0, 0, 0, err
	}
	if got.IsNone() {
		return 0, 0, 0, invalidISO(t, v)
	}
	err = numbers(t, got, &y, &m, &d)
	return y, m, d, err
}

// setClock takes what the readers give of a time: its fields and its zone's
// offset in microseconds, or None.
func setClock(t *thread, c *clockTime, v value) error {
	if err := numbers(t, v, &c.hour, &c.minute, &c.second, &c.us); err != nil {
		return err
	}
	tz, err := offsetZone(v.Ref.(*object.Tuple).Items[4], value{})
	c.tz = tz
	return err
}

func offsetZone(us, name value) (value, error) {
	n, ok := us.SmallInt()
	if !ok {
		return object.None, nil
	}
	d := fromUS(n)
	if !d.withinDay() {
		return value{}, object.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", d.repr())
	}
	return newZone(d, name), nil
}

func parseClock(t *thread, v value) (clockTime, error) {
	var c clockTime
	got, err := helper(t, "_isoparse", "parse_clock", v)
	if err != nil {
		return c, err
	}
	if got.IsNone() {
		return c, invalidISO(t, v)
	}
	err = setClock(t, &c, got)
	return c, err
}

func parseStamp(t *thread, v value) (stamp, error) {
	var s stamp
	got, err := helper(t, "_isoparse", "parse_datetime", v)
	if err != nil {
		return s, err
	}
	if got.IsNone() {
		return s, invalidISO(t, v)
	}
	both := got.Ref.(*object.Tuple).Items
	if err := numbers(t, both[0], &s.year, &s.month, &s.day.day); err != nil {
		return s, err
	}
	return s, setClock(t, &s.clockTime, both[1])
}

func strptime(t *thread, text, format value) (stamp, error) {
	s := stamp{clockTime: clockTime{tz: object.None}}
	got, err := helper(t, "_timetext", "parse", text, format)
	if err != nil {
		return s, err
	}
	if err := numbers(t, got, &s.year, &s.month, &s.day.day, &s.hour, &s.minute, &s.second, &s.us); err != nil {
		return s, err
	}
	name := got.Ref.(*object.Tuple).Items[8]
	if name.IsNone() {
		name = value{}
	}
	if s.tz, err = offsetZone(got.Ref.(*object.Tuple).Items[7], name); err != nil {
		return s, err
	}
	return s, s.check()
}
