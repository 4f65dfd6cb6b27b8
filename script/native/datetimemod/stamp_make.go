package datetimemod

import (
	"math"
	"math/big"
	"time"

	"asyncio/script/host"
	"asyncio/script/native/timemod"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// timestampUS reads a POSIX timestamp as microseconds, halves to the even one.
func timestampUS(t *thread, v value) (int64, error) {
	outside := object.Raise(object.OverflowErrorClass, "timestamp out of range for platform time_t")
	if _, isInt := object.Integer(v); !isInt {
		if f, ok := object.FloatOf(v); ok {
			if math.IsNaN(f) {
				return 0, object.ValueError("Invalid value NaN (not a number)")
			}
			whole := math.Floor(f)
			if whole >= 1<<63 || whole < -1<<63 {
				return 0, outside
			}
			part := int64(math.RoundToEven((f - whole) * 1e6))
			if math.Abs(whole) > 9e12 {
				return 0, beyondYears(int64(whole))
			}
			return int64(whole)*1e6 + part, nil
		}
	}
	iv, err := object.ToIndex(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := iv.SmallInt()
	switch {
	case !ok:
		return 0, outside
	case n > 9e12 || n < -9e12:
		return 0, beyondYears(n)
	}
	return n * 1e6, nil
}

// beyondYears is the error of seconds outside the years there are.
func beyondYears(seconds int64) error {
	// 400 years have 146097 days.
	n := new(big.Int).Div(big.NewInt(seconds), big.NewInt(86400))
	n.Add(n, big.NewInt(epoch-1))
	eras, rest := new(big.Int).DivMod(n, big.NewInt(146097), new(big.Int))
	y, _, _ := fromOrdinal(int(rest.Int64()) + 1)
	return object.ValueError("year %d is out of range", eras.Int64()*400+int64(y))
}

// utcTime gives the fields of microseconds since 1970.
func utcTime(us int64) (stamp, error) {
	s := stamp{clockTime: clockTime{tz: object.None}}
	at := us + epoch*dayUS
	if at < dayUS || at >= (maxOrdinal+1)*dayUS {
		seconds, _ := divmod(us, 1e6)
		return s, beyondYears(seconds)
	}
	s.setTotal(at)
	return s, nil
}

// localOffset is the local zone's offset at a POSIX time, in seconds.
func localOffset(seconds int64) int64 {
	_, n := time.Unix(seconds, 0).In(time.Local).Zone()
	return int64(n)
}

// localTime gives the fields of local time.
func localTime(us int64) (stamp, error) {
	seconds, _ := divmod(us, 1e6)
	off := localOffset(seconds)
	s, err := utcTime(us + off*1e6)
	if err != nil {
		return s, err
	}
	// The clock that was set back since a day ago shows the time again.
	if back := localOffset(seconds-86400) - off; back > 0 && localOffset(seconds-back) == off+back {
		s.fold = 1
	}
	return s, nil
}

// localSeconds is the POSIX time of a naive local time.
func (s *stamp) localSeconds() int64 {
	wall := int64(s.ordinal()-epoch)*86400 + s.clockTime.total()/1e6
	// The offsets around decide; fold chooses where both would do.
	before, after := localOffset(wall-86400), localOffset(wall+86400)
	first, last := wall-before, wall-after
	firstFits, lastFits := localOffset(first) == before, localOffset(last) == after
	switch {
	case !firstFits && !lastFits:
		if s.fold != 0 {
			return last
		}
		return first
	case !firstFits || lastFits && s.fold != 0:
		return last
	}
	return first
}

// localZone is the zone in force here at a POSIX time.
func localZone(seconds int64) value {
	name, n := time.Unix(seconds, 0).In(time.Local).Zone()
	return object.Obj(&zone{offset: fromUS(int64(n) * 1e6), name: object.String(name)})
}

// at is the time of microseconds since 1970, local or in a zone.
func at(t *thread, cls *object.Class, us int64, tz value) (value, error) {
	if tz.IsNone() {
		s, err := localTime(us)
		if err != nil {
			return value{}, err
		}
		return makeStamp(t, cls, s)
	}
	s, err := utcTime(us)
	if err != nil {
		return value{}, err
	}
	s.tz = tz
	v, err := makeStamp(t, cls, s)
	if err != nil {
		return value{}, err
	}
	return call(t, tz, "fromutc", v)
}

// zoned reads the argument tz.
func zoned(a []value) (value, error) {
	if len(a) < 1 {
		return object.None, nil
	}
	return checkZone(a[0])
}

func deprecated(t *thread, name, instead string) error {
	return vm.Warn(t, object.DeprecationWarningClass, "datetime.datetime."+name+"() is deprecated and scheduled for removal in a future version. "+
		"Use timezone-aware objects to represent datetimes in UTC: datetime.datetime."+instead+".")
}

// stampMakers has the class methods.
func stampMakers(c *object.Class) {
	maker := func(header string, f func(t *thread, cls *object.Class, a []value) (value, error)) {
		c.ClassFunction(header, func(t *thread, a []value, _ kws) (value, error) { return f(t, a[0].Ref.(*object.Class), a[1:]) })
	}
	maker("now(tz=None)", func(t *thread, cls *object.Class, a []value) (value, error) {
		tz, err := zoned(a)
		if err != nil {
			return value{}, err
		}
		us, _ := divmod(timemod.UnixNano(host.Of(t)), 1000)
		return at(t, cls, us, tz)
	})
	maker("utcnow()", func(t *thread, cls *object.Class, _ []value) (value, error) {
		if err := deprecated(t, "utcnow", "now(datetime.UTC)"); err != nil {
			return value{}, err
		}
		us, _ := divmod(timemod.UnixNano(host.Of(t)), 1000)
		s, err := utcTime(us)
		if err != nil {
			return value{}, err
		}
		return makeStamp(t, cls, s)
	})
	maker("fromtimestamp(timestamp, tz=None)", func(t *thread, cls *object.Class, a []value) (value, error) {
		tz, err := zoned(a[1:])
		if err != nil {
			return value{}, err
		}
		us, err := timestampUS(t, a[0])
		if err != nil {
			return value{}, err
		}
		return at(t, cls, us, tz)
	})
	maker("utcfromtimestamp(timestamp, /)", func(t *thread, cls *object.Class, a []value) (value, error) {
		if err := deprecated(t, "utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)"); err != nil {
			return value{}, err
		}
		us, err := timestampUS(t, a[0])
		if err != nil {
			return value{}, err
		}
		s, err := utcTime(us)
		if err != nil {
			return value{}, err
		}
		return makeStamp(t, cls, s)
	})
	maker("combine(date, time, tzinfo=)", func(t *thread, cls *object.Class, a []value) (value, error) {
		switch a[0].Ref.(type) {
		case *day, *stamp:
		default:
			return value{}, object.TypeError("combine() argument 1 must be datetime.date, not %s", typeName(a[0]))
		}
		c, ok := a[1].Ref.(*clock)
		if !ok {
			return value{}, object.TypeError("combine() argument 2 must be datetime.time, not %s", typeName(a[1]))
		}
		s := stamp{day: *dayOf(a[0]), clockTime: c.clockTime}
		if len(a) > 2 && a[2].Valid() {
			tz, err := checkZone(a[2])
			if err != nil {
				return value{}, err
			}
			s.tz = tz
		}
		return makeStamp(t, cls, s)
	})
	maker("fromisoformat(string, /)", func(t *thread, cls *object.Class, a []value) (value, error) {
		text, ok := object.StrOf(a[0])
		if !ok {
			return value{}, object.TypeError("fromisoformat: argument must be str")
		}
		s, ok := readStamp(text)
		if !ok {
			var err error
			if s, err = parseStamp(t, a[0]); err != nil {
				return value{}, err
			}
		}
		if err := s.check(); err != nil {
			return value{}, err
		}
		return makeStamp(t, cls, s)
	})
	maker("strptime(string, format, /)", func(t *thread, cls *object.Class, a []value) (value, error) {
		s, err := strptime(t, a[0], a[1])
		if err != nil {
			return value{}, err
		}
		return makeStamp(t, cls, s)
	})
	maker("today()", func(t *thread, cls *object.Class, _ []value) (value, error) { return today(t, object.Obj(cls)) })
}
