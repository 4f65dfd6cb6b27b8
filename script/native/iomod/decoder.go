package iomod

import (
	"strings"

	"asyncio/script/codec"
	"asyncio/script/object"
	"asyncio/script/text"
)

// decoder decodes bytes that come in pieces.
type decoder struct {
	codec, errors string
	// wide is the codec that a byte order mark decided on.
	wide string
	// begun tells that the place of a byte order mark is past.
	begun bool
	// custom is what a handler of the program's own does.
	custom text.Handler
	tail   []byte // the start of a character whose rest is to come
}

// decode decodes the next piece; final tells that nothing comes after it.
func (d *decoder) decode(p []byte, final bool) (string, error) {
	src := p
	if len(d.tail) > 0 {
		src = append(d.tail, p...)
		d.tail = nil
	}
	name := d.codec
	if !d.begun {
		n, enough := d.mark(src)
		if !enough && !final {
			d.tail = append([]byte(nil), src...)
			return "", nil
		}
		src, d.begun = src[n:], true
	}
	if d.wide != "" {
		name = d.wide
	} else if name == "utf-8-sig" {
		name = "utf-8"
	}
	if !final {
		n := len(src) - codec.Unfinished(name, src)
		d.tail = append([]byte(nil), src[n:]...)
		src = src[:n]
	}
	s, err := text.DecodeWith(string(src), name, d.errors, d.custom)
	return s, object.FromError(err)
}

// mark takes the byte order mark at the beginning of a file.
func (d *decoder) mark(src []byte) (n int, enough bool) {
	n, then, enough := codec.Mark(d.codec, src)
	if enough && (d.codec == "utf-16" || d.codec == "utf-32") {
		d.wide = then
	}
	return n, enough
}

// reset forgets what came before.
func (d *decoder) reset() { d.wide, d.begun, d.tail = "", false, nil }

// encode encodes text of which begun tells whether something was written
// before, so that only the first piece has a byte order mark.
func encode(t *thread, s, name, errors string, begun bool) (string, error) {
	if begun {
		switch name {
		case "utf-16", "utf-32":
			name += "-le"
		case "utf-8-sig":
			name = "utf-8"
		}
	}
	b, err := codec.Encode(t, s, name, errors)
	return b, object.FromError(err)
}

// newlineDecoder is an IncrementalNewlineDecoder.
type newlineDecoder struct {
	base
	inner     value
	translate bool
	cr        bool
	lines     newlines
}

var newlineDecoderClass = object.NewNativeClass("_io", "IncrementalNewlineDecoder").WithDict()

// Traverse implements object.Traverser.
func (d *newlineDecoder) Traverse(visit func(value)) {
	d.visit(visit)
	visit(d.inner)
}

func init() { newlineDecoderClass.Later(fillNewlineDecoder) }

func fillNewlineDecoder(c *object.Class) {
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		p, err := object.Args("IncrementalNewlineDecoder", a, kw, 2, "decoder", "translate", "errors")
		if err != nil {
			return value{}, err
		}
		d := &newlineDecoder{base: base{cls: cls}, inner: p[0]}
		d.translate, err = object.Truth(t, p[1])
		return object.Obj(d), err
	}
	c.Def("decode", 2, 3, func(t *thread, a []value, kw []object.Kw) (value, error) {
		d := a[0].Ref.(*newlineDecoder)
		p, err := object.Args("decode", a[1:], kw, 1, "input", "final")
		if err != nil {
			return value{}, err
		}
		final := false
		if p[1].Valid() {
			if final, err = object.Truth(t, p[1]); err != nil {
				return value{}, err
			}
		}
		in := p[0]
		if !d.inner.IsNone() {
			if in, err = call(t, d.inner, "decode", in, object.Bool(final)); err != nil {
				return value{}, err
			}
		}
		s, ok := object.StrOf(in)
		if !ok {
			return value{}, object.TypeError("decoder should return a string result, not '%s'", object.ClassOf(in).Name)
		}
		s, d.cr = holdCR(s, d.cr, final)
		return object.String(d.lines.universal(s, d.translate)), nil
	})
	c.Def("reset", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		d := a[0].Ref.(*newlineDecoder)
		d.cr, d.lines.seen = false, 0
		if !d.inner.IsNone() {
			return call(t, d.inner, "reset")
		}
		return object.None, nil
	})
	c.DefGet("newlines", func(_ *thread, v value) (value, error) { return v.Ref.(*newlineDecoder).lines.seenValue(), nil }, nil)
}

// holdCR keeps a \r at the end of s for the next piece, which may begin with
// \n; held tells whether one is kept, before and after.
func holdCR(s string, held, final bool) (string, bool) {
	if held && (s != "" || final) {
		s, held = "\r"+s, false
	}
	if !final && strings.HasSuffix(s, "\r") {
		return s[:len(s)-1], true
	}
	return s, held
}
