package datetimemod

import "asyncio/script/object"

// stampValues has the methods that give values.
func stampValues(c *object.Class) {
	method := func(header string, f func(t *thread, s *stamp, a []value) (value, error)) {
		c.Method(header, func(t *thread, a []value, _ kws) (value, error) { return f(t, stampOf(a[0]), a[1:]) })
	}
	method("date()", func(_ *thread, s *stamp, _ []value) (value, error) {
		return object.Obj(&day{year: s.year, month: s.month, day: s.day.day}), nil
	})
	method("time()", func(_ *thread, s *stamp, _ []value) (value, error) {
		c := &clock{clockTime: s.clockTime}
		c.tz = object.None
		return object.Obj(c), nil
	})
	method("timetz()", func(_ *thread, s *stamp, _ []value) (value, error) {
		return object.Obj(&clock{clockTime: s.clockTime}), nil
	})
	method("ctime()", func(_ *thread, s *stamp, _ []value) (value, error) { return ctime(&s.day, &s.clockTime), nil })
	method("timetuple()", func(t *thread, s *stamp, _ []value) (value, error) {
		dst, err := offset(t, s.tz, object.Obj(s), "dst")
		if err != nil {
			return value{}, err
		}
		flag := -1
		if dst != nil {
			flag = 1
			if dst.zero() {
				flag = 0
			}
		}
		return timeTuple(t, &s.day, &s.clockTime, flag)
	})
	method("utctimetuple()", func(t *thread, s *stamp, _ []value) (value, error) {
		off, err := s.offset(t)
		if err != nil {
			return value{}, err
		}
		moved := *s
		if off != nil {
			us := s.total() - off.total()
			if us < dayUS || us >= (maxOrdinal+1)*dayUS {
				return value{}, object.Raise(object.OverflowErrorClass, "date value out of range")
			}
			moved.setTotal(us)
		}
		return timeTuple(t, &moved.day, &moved.clockTime, 0)
	})
	method("timestamp()", func(t *thread, s *stamp, _ []value) (value, error) {
		if s.tz.IsNone() {
			// The day before or after is looked at, for the clock may be set back.
			switch n := s.ordinal(); {
			case n == 1 && s.fold == 0:
				return value{}, object.ValueError("year 0 is out of range")
			case n == maxOrdinal && s.fold == 1:
				return value{}, object.ValueError("year 10000 is out of range")
			}
			return object.Float(float64(s.localSeconds()) + float64(s.us)/1e6), nil
		}
		off, err := s.offset(t)
		if err != nil {
			return value{}, err
		}
		if off == nil {
			return value{}, object.TypeError("can't subtract offset-naive and offset-aware datetimes")
		}
		return object.Float(fromUS(s.total() - off.total() - epoch*dayUS).quotient(1e6)), nil
	})
	method("astimezone(tz=None)", astimezone)
	method("isoformat(sep=, timespec=)", func(t *thread, s *stamp, a []value) (value, error) {
		sep := "T"
		if opt(a, 0).Valid() {
			text, ok := object.StrOf(a[0])
			if n, err := object.Len(t, a[0]); !ok || err != nil || n != 1 {
				return value{}, object.TypeError("isoformat() argument 1 must be a unicode character, not %s", typeName(a[0]))
			}
			sep = text
		}
		spec, err := timespec(opt(a, 1))
		if err != nil {
			return value{}, err
		}
		text, err := s.iso(t, sep, spec)
		return object.String(text), err
	})
	method("__repr__()", func(t *thread, s *stamp, _ []value) (value, error) { return s.repr(t) })
	replace := func(fname string) object.NativeFn {
		p := params{fname + "()", stampParams.names, 0, 8}
		return func(t *thread, a []value, kw kws) (value, error) {
			var got [9]value
			if err := p.bind(got[:], a[1:], kw); err != nil {
				return value{}, err
			}
			s := *stampOf(a[0])
			cls := s.Class()
			s.Head = object.Head{}
			if err := s.set(t, got[:]); err != nil {
				return value{}, err
			}
			if cls == stampClass {
				if err := s.check(); err != nil {
					return value{}, err
				}
			}
			return makeStamp(t, cls, s)
		}
	}
	c.Def("replace", 1, -1, replace("replace"))
	c.Def("__replace__", 1, -1, replace("__replace__"))
}

func astimezone(t *thread, s *stamp, a []value) (value, error) {
	tz := object.None
	if len(a) > 0 && a[0].Valid() {
		tz = a[0]
	}
	if !tz.IsNone() && !isZone(tz) {
		return value{}, object.TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", typeName(tz))
	}
	if !s.tz.IsNone() && s.tz.Ref == tz.Ref {
		return object.Obj(s), nil
	}
	off, err := s.offset(t)
	if err != nil {
		return value{}, err
	}
	if off == nil {
		off = localZone(s.localSeconds()).Ref.(*zone).offset
	}
	us := s.total() - off.total()
	if us < dayUS || us >= (maxOrdinal+1)*dayUS {
		return value{}, object.Raise(object.OverflowErrorClass, "date value out of range")
	}
	if tz.IsNone() {
		seconds, _ := divmod(us-epoch*dayUS, 1e6)
		tz = localZone(seconds)
	}
	moved := stamp{clockTime: clockTime{tz: tz}}
	moved.setTotal(us)
	v, err := makeStamp(t, s.Class(), moved)
	if err != nil {
		return value{}, err
	}
	return call(t, tz, "fromutc", v)
}
