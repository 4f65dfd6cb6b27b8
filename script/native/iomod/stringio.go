package iomod

import (
	"runtime"
	"strings"

	"asyncio/script/object"
)

// stringIO is a StringIO.
type stringIO struct {
	base
	buf    []rune
	pos    int
	closed bool
	lines  newlines
}

var stringIOClass = object.NewNativeClass("_io", "StringIO", textBaseClass)

// Traverse implements object.Traverser.
func (s *stringIO) Traverse(visit func(value)) { s.visit(visit) }

func (s *stringIO) check() error {
	if s.closed {
		return object.ValueError("I/O operation on closed file")
	}
	return nil
}

func (s *stringIO) take(n int) value {
	rest := s.buf[min(s.pos, len(s.buf)):]
	if n < 0 || n > len(rest) {
		n = len(rest)
	}
	s.pos += n
	return object.String(object.FromRunes(rest[:n]))
}

func (s *stringIO) line(limit int) value {
	rest := s.buf[min(s.pos, len(s.buf)):]
	if limit >= 0 && limit < len(rest) {
		rest = rest[:limit]
	}
	return s.take(s.lines.endRunes(rest))
}

// WriteText implements builtins.TextWriter.
func (s *stringIO) WriteText(_ *thread, text string) error {
	if err := s.check(); err != nil {
		return err
	}
	if s.lines.translateIn || s.lines.anyEnd {
		text = s.lines.universal(text, s.lines.translateIn)
	}
	text = s.lines.outward(text)
	if text == "" {
		return nil
	}
	if s.pos > len(s.buf) {
		s.buf = append(s.buf, make([]rune, s.pos-len(s.buf))...)
	}
	if s.pos == len(s.buf) {
		for len(text) > 0 {
			r, n := object.DecodeRune(text)
			s.buf = append(s.buf, r)
			text = text[n:]
		}
		s.pos = len(s.buf)
		return nil
	}
	rs := object.Runes(text)
	if end := s.pos + len(rs); end > len(s.buf) {
		s.buf = append(s.buf, make([]rune, end-len(s.buf))...)
	}
	s.pos += copy(s.buf[s.pos:], rs)
	return nil
}

// WritesPlainly implements builtins.TextWriter.
func (s *stringIO) WritesPlainly() bool { return s.plain() }

// Next implements object.Iterator.
func (s *stringIO) Next(t *thread) (value, error) {
	if !s.plain() {
		return overriddenNext(t, object.Obj(s))
	}
	if err := s.check(); err != nil {
		return value{}, err
	}
	if s.pos >= len(s.buf) {
		return value{}, nil
	}
	return s.line(-1), nil
}

func init() { stringIOClass.WithDict().Later(fillStringIO) }

func fillStringIO(c *object.Class) {
	self := func(a []value) *stringIO { return a[0].Ref.(*stringIO) }
	start := func(t *thread, s *stringIO, a []value, kw []object.Kw) error {
		p, err := object.Args("StringIO", a, kw, 0, "initial_value", "newline")
		if err != nil {
			return err
		}
		newline := object.String("\n")
		if p[1].Valid() {
			newline = p[1]
		}
		if s.lines, err = parseNewline(newline); err != nil {
			return err
		}
		if newline.IsNone() {
			s.lines.out = ""
		}
		s.buf, s.pos, s.closed = nil, 0, false
		if p[0].Valid() && !p[0].IsNone() {
			text, ok := object.StrOf(p[0])
			if !ok {
				return object.TypeError("initial_value must be str or None, not %s", object.ClassOf(p[0]).Name)
			}
			err = s.WriteText(t, text)
			s.pos = 0
		}
		return err
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		s := &stringIO{base: base{cls: cls}, lines: newlines{given: "\n"}}
		if cls.Builtin() {
			if err := start(t, s, a, kw); err != nil {
				return value{}, err
			}
		}
		return object.Obj(s), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, start(t, self(a), a[1:], kw)
	})
	// open defines a method that a closed StringIO refuses.
	open := func(name string, min, max int, fn func(t *thread, s *stringIO, a []value) (value, error)) {
		c.Def(name, min, max, func(t *thread, a []value, _ []object.Kw) (value, error) {
			s := self(a)
			if err := s.check(); err != nil {
				return value{}, err
			}
			return fn(t, s, a)
		})
	}
	open("read", 1, 2, func(t *thread, s *stringIO, a []value) (value, error) {
		n, err := size(t, a, 1)
		return s.take(n), err
	})
	open("readline", 1, 2, func(t *thread, s *stringIO, a []value) (value, error) {
		n, err := size(t, a, 1)
		return s.line(n), err
	})
	open("write", 2, 2, func(t *thread, s *stringIO, a []value) (value, error) {
		text, ok := object.StrOf(a[1])
		if !ok {
			return value{}, object.TypeError("string argument expected, got '%s'", object.ClassOf(a[1]).Name)
		}
		return object.Int(int64(object.RuneCount(text))), s.WriteText(t, text)
	})
	open("getvalue", 1, 1, func(_ *thread, s *stringIO, _ []value) (value, error) {
		return object.String(object.FromRunes(s.buf)), nil
	})
	open("tell", 1, 1, func(_ *thread, s *stringIO, _ []value) (value, error) { return object.Int(int64(s.pos)), nil })
	open("seek", 2, 3, func(t *thread, s *stringIO, a []value) (value, error) {
		off, err := offset(t, a[1])
		whence := 0
		if err == nil && len(a) > 2 {
			whence, err = object.Index(t, a[2])
		}
		switch {
		case err != nil:
			return value{}, err
		case whence < 0 || whence > 2:
			return value{}, object.ValueError("Invalid whence (%d, should be 0, 1 or 2)", whence)
		case off < 0 && whence == 0:
			return value{}, object.ValueError("Negative seek position %d", off)
		case whence != 0 && off != 0:
			return value{}, object.Raise(object.OSErrorClass, "Can't do nonzero cur-relative seeks")
		case whence == 1:
			off = int64(s.pos)
		case whence == 2:
			off = int64(len(s.buf))
		}
		s.pos = int(off)
		return object.Int(off), nil
	})
	open("truncate", 1, 2, func(t *thread, s *stringIO, a []value) (value, error) {
		n := int64(s.pos)
		if len(a) > 1 && !a[1].IsNone() {
			var err error
			if n, err = offset(t, a[1]); err != nil {
				return value{}, err
			}
		}
		if n < 0 {
			return value{}, object.ValueError("Negative size value %d", n)
		}
		if n < int64(len(s.buf)) {
			s.buf = s.buf[:n]
		}
		return object.Int(n), nil
	})
	for _, name := range []string{"readable", "writable", "seekable"} {
		open(name, 1, 1, func(*thread, *stringIO, []value) (value, error) { return object.True, nil })
	}
	c.Def("close", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		s := self(a)
		s.closed, s.buf = true, nil
		return object.None, nil
	})
	c.DefGet("closed", func(_ *thread, v value) (value, error) { return object.Bool(v.Ref.(*stringIO).closed), nil }, nil)
	c.DefGet("line_buffering", func(_ *thread, v value) (value, error) { return object.False, v.Ref.(*stringIO).check() }, nil)
	c.DefGet("newlines", func(_ *thread, v value) (value, error) { return v.Ref.(*stringIO).lines.seenValue(), nil }, nil)
}

// newlines is what a newline argument means, and the line ends met so far.
type newlines struct {
	given       string // as given; "" for None and ''
	translateIn bool   // None: every line end is read as \n
	anyEnd      bool   // '': every line end ends a line
	out         string // what \n is written as; "" for itself
	seen        uint8
}

const (
	seenLF uint8 = 1 << iota
	seenCR
	seenCRLF
)

// parseNewline reads the argument newline of open and StringIO.
func parseNewline(v value) (newlines, error) {
	if !v.Valid() || v.IsNone() {
		n := newlines{translateIn: true}
		if runtime.GOOS == "windows" {
			n.out = "\r\n"
		}
		return n, nil
	}
	s, ok := object.StrOf(v)
	if !ok {
		return newlines{}, object.TypeError("open() argument 'newline' must be str or None, not %s", object.ClassOf(v).Name)
	}
	n := newlines{given: s}
	switch s {
	case "":
		n.anyEnd = true
	case "\n":
	case "\r", "\r\n":
		n.out = s
	default:
		r, _ := object.ReprText(&object.Thread{}, v)
		return n, object.ValueError("illegal newline value: %s", r)
	}
	return n, nil
}

// outward gives text as it is written.
func (n *newlines) outward(text string) string {
	if n.out != "" && strings.IndexByte(text, '\n') >= 0 {
		return strings.ReplaceAll(text, "\n", n.out)
	}
	return text
}

// universal notes the line ends in text and, when translate, makes them \n.
func (n *newlines) universal(text string, translate bool) string {
	if strings.IndexByte(text, '\r') < 0 {
		if n.seen&seenLF == 0 && strings.IndexByte(text, '\n') >= 0 {
			n.seen |= seenLF
		}
		return text
	}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\n':
			n.seen |= seenLF
		case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
			n.seen |= seenCRLF
			i++
		case text[i] == '\r':
			n.seen |= seenCR
		}
	}
	if translate {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text
}

// seenValue is the attribute newlines.
func (n *newlines) seenValue() value {
	var ends []value
	for i, s := range []string{"\r", "\n", "\r\n"} {
		if n.seen&[]uint8{seenCR, seenLF, seenCRLF}[i] != 0 {
			ends = append(ends, object.String(s))
		}
	}
	switch len(ends) {
	case 0:
		return object.None
	case 1:
		return ends[0]
	}
	return object.TupleValue(ends...)
}

// end gives the length of the first line of text, -1 when it does not end.
func (n *newlines) end(text string) int {
	switch {
	case n.anyEnd:
		i := strings.IndexAny(text, "\r\n")
		if i >= 0 && text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			i++
		}
		return i + min(1, i+1)
	case n.given == "\r" || n.given == "\r\n":
		i := strings.Index(text, n.given)
		if i < 0 {
			return -1
		}
		return i + len(n.given)
	}
	i := strings.IndexByte(text, '\n')
	return i + min(1, i+1)
}

// endRunes gives the length of the first line of rs, all of it when none ends.
func (n *newlines) endRunes(rs []rune) int {
	for i, r := range rs {
		crlf := r == '\r' && i+1 < len(rs) && rs[i+1] == '\n'
		switch {
		case n.anyEnd && crlf:
			return i + 2
		case n.anyEnd && (r == '\r' || r == '\n'):
			return i + 1
		case n.anyEnd:
		case n.given == "\r\n":
			if crlf {
				return i + 2
			}
		case n.given == "\r":
			if r == '\r' {
				return i + 1
			}
		case r == '\n':
			return i + 1
		}
	}
	return len(rs)
}
