package remod

import (
	"asyncio/script/object"
	"asyncio/script/regex"
	"asyncio/script/text"
)

// template is a replacement text: literal pieces and group numbers in turn.
type template struct {
	literals []value // one more than groups
	groups   []int
}

func (tm *template) fill(t *thread, m *match) (value, error) {
	pieces := []value{tm.literals[0]}
	for i, g := range tm.groups {
		if v := m.group(g, object.None); !v.IsNone() {
			pieces = append(pieces, v)
		}
		pieces = append(pieces, tm.literals[i+1])
	}
	return m.s.joined(t, pieces)
}

// template parses a replacement text that has backslashes.
func (p *pattern) template(t *thread, repl value, key string) (*template, error) {
	if tm := p.templates[key]; tm != nil {
		return tm, nil
	}
	r := &templateReader{p: p, isBytes: p.bytes}
	if b, ok := repl.Ref.(*object.Bytes); ok {
		for _, c := range b.B {
			r.src = append(r.src, rune(c))
		}
		r.isBytes = true
	} else {
		r.src = object.Runes(key)
		r.isBytes = false
	}
	tm, err := r.read()
	if err != nil {
		return nil, p.st.raise(t, err, repl)
	}
	if p.templates == nil || len(p.templates) > 64 {
		p.templates = map[string]*template{}
	}
	p.templates[key] = tm
	return tm, nil
}

type templateReader struct {
	p       *pattern
	src     []rune
	at      int
	isBytes bool
	tm      template
	literal []rune
}

func (r *templateReader) flush() {
	v := object.String(object.FromRunes(r.literal))
	if r.isBytes {
		b := make([]byte, len(r.literal))
		for i, c := range r.literal {
			b[i] = byte(c)
		}
		v = object.BytesValue(b)
	}
	r.tm.literals = append(r.tm.literals, v)
	r.literal = r.literal[:0]
}

func (r *templateReader) reference(n, at int) error {
	if n > r.p.prog.Groups() {
		return fail(at, "invalid group reference "+object.IntText(object.Int(int64(n))))
	}
	r.flush()
	r.tm.groups = append(r.tm.groups, n)
	return nil
}

func fail(at int, msg string) error { return &regex.Error{Msg: msg, Pos: at} }

func (r *templateReader) read() (*template, error) {
	for r.at < len(r.src) {
		here := r.at
		c := r.src[r.at]
		r.at++
		if c != '\\' {
			r.literal = append(r.literal, c)
			continue
		}
		if r.at == len(r.src) {
			return nil, fail(here, "bad escape (end of pattern)")
		}
		if err := r.escape(here); err != nil {
			return nil, err
		}
	}
	r.flush()
	return &r.tm, nil
}

var plainEscapes = map[rune]rune{'a': 7, 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}

func (r *templateReader) escape(here int) error {
	c := r.src[r.at]
	r.at++
	digit := func(i int) bool { return i < len(r.src) && r.src[i] >= '0' && r.src[i] <= '9' }
	octal := func(i int) bool { return i < len(r.src) && r.src[i] >= '0' && r.src[i] <= '7' }
	switch {
	case c == 'g':
		return r.named()
	case c == '0':
		n := rune(0)
		for k := 0; k < 2 && octal(r.at); k++ {
			n = n*8 + r.src[r.at] - '0'
			r.at++
		}
		r.literal = append(r.literal, n)
		return nil
	case c >= '1' && c <= '9':
		n := int(c - '0')
		if digit(r.at) {
			if octal(r.at-1) && octal(r.at) && octal(r.at+1) {
				v := (c-'0')*64 + (r.src[r.at]-'0')*8 + r.src[r.at+1] - '0'
				r.at += 2
				if v > 0o377 {
					return fail(here, "octal escape value "+string(r.src[here:r.at])+" outside of range 0-0o377")
				}
				r.literal = append(r.literal, v)
				return nil
			}
			n = n*10 + int(r.src[r.at]-'0')
			r.at++
		}
		return r.reference(n, here+1)
	}
	if plain, ok := plainEscapes[c]; ok {
		r.literal = append(r.literal, plain)
		return nil
	}
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		return fail(here, "bad escape \\"+string(c))
	}
	r.literal = append(r.literal, '\\', c)
	return nil
}

// named reads \g<name>; the g is behind.
func (r *templateReader) named() error {
	if r.at >= len(r.src) || r.src[r.at] != '<' {
		return fail(r.at, "missing <")
	}
	r.at++
	start := r.at
	for r.at < len(r.src) && r.src[r.at] != '>' {
		r.at++
	}
	name := string(r.src[start:r.at])
	switch {
	case name == "":
		return fail(start, "missing group name")
	case r.at == len(r.src):
		return fail(start, "missing >, unterminated name")
	}
	r.at++
	n, digits := 0, true
	for _, c := range name {
		digits = digits && c >= '0' && c <= '9'
		if digits {
			n = min(n*10+int(c-'0'), 1<<30)
		}
	}
	if digits {
		return r.reference(n, start)
	}
	if !text.IsIdentifier(name) {
		return fail(start, "bad character in group name "+text.Repr(name))
	}
	n, ok := r.p.prog.Index[name]
	if !ok {
		return object.IndexError("unknown group name %s", text.Repr(name))
	}
	return r.reference(n, start)
}
