package remod

import (
	"asyncio/script/object"
	"asyncio/script/regex"
)

// subject is a text prepared for matching: one element a character.
type subject struct {
	v     value
	str   *object.Str
	runes []rune // nil when every character is a byte of raw
	raw   []byte
}

// subjectOf prepares a str or bytes for pattern p.
func (p *pattern) subjectOf(v value) (*subject, error) {
	switch o := v.Ref.(type) {
	case *object.Str:
		if p.bytes {
			return nil, object.TypeError("cannot use a bytes pattern on a string-like object")
		}
		if last := p.st.last; last != nil && last.str == o {
			last.v = v
			return last, nil
		}
		s := &subject{v: v, str: o}
		if o.ASCII() {
			s.raw = []byte(o.S)
		} else {
			s.runes = object.Runes(o.S)
		}
		p.st.last = s
		return s, nil
	case *object.Bytes:
		if !p.bytes {
			return nil, object.TypeError("cannot use a string pattern on a bytes-like object")
		}
		raw := o.B
		if o.Mutable {
			raw = append([]byte(nil), raw...)
		}
		return &subject{v: v, raw: raw}, nil
	}
	return nil, object.TypeError("expected string or bytes-like object, got '%s'", object.ClassOf(v).Name)
}

func (s *subject) len() int {
	if s.runes != nil {
		return len(s.runes)
	}
	return len(s.raw)
}

// slice gives part of the text.
func (s *subject) slice(a, b int) value {
	switch {
	case s.str == nil:
		return object.BytesValue(append([]byte(nil), s.raw[a:b]...))
	case s.runes != nil:
		return object.String(object.FromRunes(s.runes[a:b]))
	case a == 0 && b == len(s.raw) && s.str.Exact():
		return object.Obj(s.str)
	}
	return object.String(s.str.S[a:b])
}

func (s *subject) run(t *thread, p *regex.Program, pos, end int, mode regex.Mode, notEmpty bool) (*regex.Found, error) {
	if s.runes != nil {
		return regex.Run(p, s.runes[:end], pos, mode, notEmpty, t.Tick)
	}
	return regex.Run(p, s.raw[:end], pos, mode, notEmpty, t.Tick)
}

// each gives the matches one after the other, until f says to stop.
func (s *subject) each(t *thread, p *regex.Program, pos, end int, f func(*regex.Found) (bool, error)) error {
	notEmpty := false
	for pos <= end {
		m, err := s.run(t, p, pos, end, regex.Search, notEmpty)
		if err != nil || m == nil {
			return err
		}
		if more, err := f(m); err != nil || !more {
			return err
		}
		notEmpty = m.Marks[0] == m.Marks[1]
		pos = m.Marks[1]
	}
	return nil
}

// joined puts pieces together into one str or bytes.
func (s *subject) joined(t *thread, pieces []value) (value, error) {
	if s.str == nil {
		var out []byte
		room := t.Growing()
		for i, v := range pieces {
			b, ok := v.Ref.(*object.Bytes)
			if !ok {
				return value{}, object.TypeError("sequence item %d: expected a bytes-like object, %s found", i, object.ClassOf(v).Name)
			}
			out = append(out, b.B...)
			if err := room.Check(len(out)); err != nil {
				return value{}, err
			}
		}
		return object.BytesValue(out), nil
	}
	n := 0
	for i, v := range pieces {
		text, ok := object.StrOf(v)
		if !ok {
			return value{}, object.TypeError("sequence item %d: expected str instance, %s found", i, object.ClassOf(v).Name)
		}
		n += len(text)
	}
	if err := t.Room(float64(n)); err != nil {
		return value{}, err
	}
	out := make([]byte, 0, n)
	for _, v := range pieces {
		text, _ := object.StrOf(v)
		out = append(out, text...)
	}
	return object.String(string(out)), nil
}
