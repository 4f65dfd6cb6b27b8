package iomod

import (
	"strings"
	"unicode/utf8"

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
	tail  []byte // the start of a character whose rest is to come
}

// decode decodes the next piece; final tells that nothing comes after it.
func (d *decoder) decode(p []byte, final bool) (string, error) {
	src := p
	if len(d.tail) > 0 {
		src = append(d.tail, p...)
		d.tail = nil
	}
	codec := d.codec
	if !d.begun {
		n, enough := d.mark(src)
		if !enough && !final {
			d.tail = append([]byte(nil), src...)
			return "", nil
		}
		src, d.begun = src[n:], true
	}
	if d.wide != "" {
		codec = d.wide
	} else if codec == "utf-8-sig" {
		codec = "utf-8"
	}
	if !final {
		n := len(src) - unfinished(codec, src)
		d.tail = append([]byte(nil), src[n:]...)
		src = src[:n]
	}
	s, err := text.Decode(string(src), codec, d.errors)
	return s, object.FromError(err)
}

// mark takes the byte order mark at the beginning of a file.
func (d *decoder) mark(src []byte) (n int, enough bool) {
	switch d.codec {
	case "utf-8-sig":
		const bom = "\xef\xbb\xbf"
		if strings.HasPrefix(string(src), bom) {
			return 3, true
		}
		return 0, len(src) >= 3 || !strings.HasPrefix(bom, string(src))
	case "utf-16", "utf-32":
		size := 2
		if d.codec == "utf-32" {
			size = 4
		}
		if len(src) < size {
			return 0, false
		}
		d.wide = d.codec + "-le"
		switch {
		case size == 2 && src[0] == 0xFF && src[1] == 0xFE, size == 4 && src[0] == 0xFF && src[1] == 0xFE && src[2] == 0 && src[3] == 0:
			return size, true
		case size == 2 && src[0] == 0xFE && src[1] == 0xFF, size == 4 && src[0] == 0 && src[1] == 0 && src[2] == 0xFE && src[3] == 0xFF:
			d.wide = d.codec + "-be"
			return size, true
		}
	}
	return 0, true
}

// unfinished gives how many bytes at the end of src may be the start of a
// character.
func unfinished(codec string, src []byte) int {
	switch codec {
	case "utf-8":
		for k := 1; k <= 3 && k <= len(src); k++ {
			c := src[len(src)-k]
			if c < utf8.RuneSelf {
				return 0
			}
			if c >= 0xC0 {
				if !utf8.FullRune(src[len(src)-k:]) {
					return k
				}
				return 0
			}
		}
	case "utf-16-le", "utf-16-be":
		n := len(src) % 2
		if len(src) >= n+2 {
			high := src[len(src)-n-1]
			if codec == "utf-16-be" {
				high = src[len(src)-n-2]
			}
			if high&0xFC == 0xD8 {
				n += 2
			}
		}
		return n
	case "utf-32-le", "utf-32-be":
		return len(src) % 4
	}
	return 0
}

// reset forgets what came before.
func (d *decoder) reset() { d.wide, d.begun, d.tail = "", false, nil }

// encode encodes text of which begun tells whether something was written
// before, so that only the first piece has a byte order mark.
func encode(s, codec, errors string, begun bool) (string, error) {
	if begun {
		switch codec {
		case "utf-16", "utf-32":
			codec += "-le"
		case "utf-8-sig":
			codec = "utf-8"
		}
	}
	b, err := text.Encode(s, codec, errors)
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
