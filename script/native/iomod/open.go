package iomod

import (
	"strings"

	"asyncio/script/host"
	"asyncio/script/object"
)

// fileMode is the mode argument of open.
type fileMode struct {
	raw                   string
	reads, writes, plus   bool
	binary, text, creates bool
}

func parseMode(mode string) (m fileMode, err error) {
	bad := object.ValueError("invalid mode: %s", func() string {
		s, _ := object.ReprText(&object.Thread{}, object.String(mode))
		return s
	}())
	seen := ""
	kinds := 0
	for _, c := range mode {
		if strings.ContainsRune(seen, c) {
			return m, bad
		}
		seen += string(c)
		switch c {
		case 'r':
			m.reads = true
			kinds++
		case 'w', 'a':
			m.writes = true
			kinds++
		case 'x':
			m.creates = true
			kinds++
		case '+':
			m.plus = true
		case 't':
			m.text = true
			continue
		case 'b':
			m.binary = true
			continue
		default:
			return m, bad
		}
		m.raw += string(c)
	}
	switch {
	case m.text && m.binary:
		return m, object.ValueError("can't have text and binary mode at once")
	case kinds > 1:
		return m, object.ValueError("must have exactly one of create/read/write/append mode")
	}
	return m, nil
}

// open is the builtin open.
func open(h *host.Host, t *thread, a []value, kw []object.Kw) (value, error) {
	p, err := object.Args("open", a, kw, 1, "file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener")
	if err != nil {
		return value{}, err
	}
	mode := "r"
	if p[1].Valid() {
		s, ok := object.StrOf(p[1])
		if !ok {
			return value{}, object.TypeError("open() argument 'mode' must be str, not %s", object.ClassOf(p[1]).Name)
		}
		mode = s
	}
	buffering := -1
	if p[2].Valid() {
		if buffering, err = object.Index(t, p[2]); err != nil {
			return value{}, err
		}
	}
	given := [3]bool{}
	for i, name := range []string{"encoding", "errors", "newline"} {
		v := p[3+i]
		if given[i] = v.Valid() && !v.IsNone(); given[i] {
			if _, err := strOrNone("open", name, v, ""); err != nil {
				return value{}, err
			}
		}
	}
	closefd := true
	if p[6].Valid() {
		if closefd, err = object.Truth(t, p[6]); err != nil {
			return value{}, err
		}
	}
	m, err := parseMode(mode)
	if err != nil {
		return value{}, err
	}
	if m.binary {
		for i, name := range []string{"an encoding", "an errors", "a newline"} {
			if given[i] {
				return value{}, object.ValueError("binary mode doesn't take %s argument", name)
			}
		}
	}
	f := &file{base: base{cls: fileClass}, fd: -1}
	name := p[0]
	if _, isInt := object.IntOf(name); !isInt && ambiguous(name) {
		r, ok, err := t.CallSpecial(name, "__fspath__")
		if err != nil {
			return value{}, err
		}
		if ok {
			name = r
		}
	}
	if err := f.init(t, name, m.raw, closefd, p[7]); err != nil {
		return value{}, err
	}
	v, err := wrap(t, f, m, mode, buffering, textOptions{encoding: p[3], errors: p[4], newline: p[5]})
	if err != nil {
		f.Close(t)
	}
	return v, err
}

// ambiguous reports whether a file argument is neither str nor bytes.
func ambiguous(v value) bool {
	switch v.Ref.(type) {
	case *object.Str, *object.Bytes:
		return false
	}
	return true
}

// wrap puts the buffer and the text layer that a mode asks for on a file.
func wrap(t *thread, f *file, m fileMode, mode string, buffering int, o textOptions) (value, error) {
	tty := false
	if buffering < 0 || buffering == 1 && !m.binary {
		v, err := call(t, object.Obj(f), "isatty")
		if err != nil {
			return value{}, err
		}
		tty = object.Is(v, object.True)
	}
	o.lineBuffering = buffering == 1 || buffering < 0 && tty
	if buffering < 0 || buffering == 1 {
		buffering = blockSize
		if f.block > 1 {
			buffering = f.block
		}
	}
	if buffering == 0 {
		if !m.binary {
			return value{}, object.ValueError("can't have unbuffered text I/O")
		}
		return object.Obj(f), nil
	}
	cls := writerClass
	switch {
	case m.plus:
		cls = randomClass
	case m.reads:
		cls = readerClass
	case !m.writes && !m.creates:
		return value{}, object.ValueError("unknown mode: '%s'", mode)
	}
	b := &buffered{base: base{cls: cls}, raw: object.Obj(f), size: buffering}
	if m.plus {
		if v, err := call(t, b.raw, "seekable"); err != nil || !object.Is(v, object.True) {
			if err == nil {
				err = unsupported("File or stream is not seekable.")
			}
			return value{}, err
		}
	}
	owns(t, b, b.raw)
	if m.binary {
		return object.Obj(b), nil
	}
	w := &textFile{base: base{cls: textClass}}
	if err := w.init(t, object.Obj(b), o); err != nil {
		return value{}, err
	}
	w.Attributes().Set("mode", object.String(mode))
	return object.Obj(w), nil
}
