package text

import (
	"strings"
	"unicode/utf8"
)

// Decode is bytes.decode(encoding, errors) for the encodings of CodecName and
// the handlers strict, ignore, replace, backslashreplace, surrogateescape and
// (utf-8 and utf-16) surrogatepass.
func Decode(p, encoding, handler string) (string, error) {
	return DecodeWith(p, encoding, handler, nil)
}

// DecodeWith is Decode with a handler for the names that it does not know.
func DecodeWith(p, encoding, handler string, custom Handler) (string, error) {
	if p == "" {
		return "", nil // CPython does not even look at the encoding
	}
	name, err := CodecName(encoding)
	if err != nil {
		return "", err
	}
	d := decoder{src: p, name: name, handler: handler, custom: custom}
	switch name {
	case "utf-8", "utf-8-sig":
		d.name = "utf-8"
		if name == "utf-8-sig" {
			d.src = strings.TrimPrefix(p, "\xef\xbb\xbf")
		}
		if utf8.ValidString(d.src) {
			return d.src, nil
		}
		return d.utf8()
	case "ascii":
		if IsASCII(p) {
			return p, nil
		}
		return d.ascii()
	case "latin-1":
		if IsASCII(p) {
			return p, nil
		}
		for i := 0; i < len(p); i++ {
			d.out = utf8.AppendRune(d.out, rune(p[i]))
		}
		return string(d.out), nil
	}
	switch cm := charmaps()[name]; {
	case cm != nil:
		d.name = "charmap"
		return d.charmap(cm)
	case name == "unicode-escape", name == "raw-unicode-escape":
		d.name = strings.ReplaceAll(name, "-", "")
		return d.unescape(name == "raw-unicode-escape")
	}
	return d.wide()
}

type decoder struct {
	src, name, handler string
	custom             Handler
	out                []byte
}

// fail applies the handler to the bytes start to end and returns where decoding
// goes on.
func (d *decoder) fail(start, end int, reason string) (int, error) {
	failure := &DecodeError{Encoding: d.name, Object: d.src, Start: start, End: end, Reason: reason}
	switch d.handler {
	case "ignore":
	case "replace":
		d.out = utf8.AppendRune(d.out, utf8.RuneError)
	case "backslashreplace":
		for _, c := range []byte(d.src[start:end]) {
			d.out = append(d.out, '\\', 'x', hexDigits[c>>4], hexDigits[c&0xF])
		}
	case "surrogateescape":
		// Only bytes above 127 can be kept; the rest is read again.
		i := start
		for ; i < end && d.src[i] >= utf8.RuneSelf; i++ {
			d.out = AppendRune(d.out, 0xDC00+rune(d.src[i]))
		}
		if i == start {
			return 0, failure
		}
		return i, nil
	case "strict", "", "surrogatepass":
		return 0, failure
	default:
		if d.custom == nil {
			return 0, unknownHandler(d.handler)
		}
		text, _, next, err := d.custom(failure)
		if err != nil {
			return 0, err
		}
		d.out = append(d.out, text...)
		return place(next, len(d.src))
	}
	return end, nil
}

func (d *decoder) ascii() (string, error) {
	for i := 0; i < len(d.src); i++ {
		if d.src[i] < utf8.RuneSelf {
			d.out = append(d.out, d.src[i])
		} else if next, err := d.fail(i, i+1, "ordinal not in range(128)"); err != nil {
			return "", err
		} else {
			i = next - 1
		}
	}
	return string(d.out), nil
}

func (d *decoder) utf8() (string, error) {
	for i := 0; i < len(d.src); {
		if r, w := utf8.DecodeRuneInString(d.src[i:]); r != utf8.RuneError || w > 1 {
			d.out = append(d.out, d.src[i:i+w]...)
			i += w
			continue
		}
		if d.handler == "surrogatepass" && isSurrogateAt(d.src, i) {
			d.out = append(d.out, d.src[i:i+3]...)
			i += 3
			continue
		}
		end, reason := badUTF8(d.src[i:])
		next, err := d.fail(i, i+end, reason)
		if err != nil {
			return "", err
		}
		i = next
	}
	return string(d.out), nil
}

// badUTF8 returns how many bytes the error at the start of s covers: the
// longest start of a good sequence, at least one byte.
func badUTF8(s string) (int, string) {
	c := s[0]
	need := 0
	low, high := byte(0x80), byte(0xBF)
	switch {
	case c >= 0xC2 && c <= 0xDF:
		need = 1
	case c >= 0xE0 && c <= 0xEF:
		need = 2
		if c == 0xE0 {
			low = 0xA0
		}
		if c == 0xED {
			high = 0x9F
		}
	case c >= 0xF0 && c <= 0xF4:
		need = 3
		if c == 0xF0 {
			low = 0x90
		}
		if c == 0xF4 {
			high = 0x8F
		}
	default:
		return 1, "invalid start byte"
	}
	for i := 1; i <= need; i++ {
		if i >= len(s) {
			return i, "unexpected end of data"
		}
		if s[i] < low || s[i] > high {
			return i, "invalid continuation byte"
		}
		low, high = 0x80, 0xBF
	}
	return 1, "invalid start byte"
}

func (d *decoder) wide() (string, error) {
	s, size := d.src, 2
	if strings.HasPrefix(d.name, "utf-32") {
		size = 4
	}
	big := strings.HasSuffix(d.name, "-be")
	unit := func(i int) rune {
		r := rune(0)
		for k := range size {
			j := i + k
			if !big {
				j = i + size - 1 - k
			}
			r = r<<8 | rune(s[j])
		}
		return r
	}
	i := 0
	if d.name == "utf-16" || d.name == "utf-32" {
		// A mark tells the order of bytes; without it the machine's holds.
		if len(s) >= size {
			switch {
			case unit(0) == 0xFEFF:
				i = size
			case size == 2 && unit(0) == 0xFFFE, size == 4 && uint32(unit(0)) == 0xFFFE0000:
				big, i = true, size
			}
		}
		d.name += map[bool]string{true: "-be", false: "-le"}[big]
	}
	for i < len(s) {
		end, reason := i+size, ""
		switch {
		case len(s)-i < size:
			end, reason = len(s), "truncated data"
		case size == 4:
			r := unit(i)
			switch {
			case r >= 0 && r <= MaxRune && (!IsSurrogate(r) || d.handler == "surrogatepass"):
				d.out = AppendRune(d.out, r)
			case IsSurrogate(r):
				reason = "code point in surrogate code point range(0xd800, 0xe000)"
			default:
				reason = "code point not in range(0x110000)"
			}
		default:
			r := unit(i)
			switch {
			case !IsSurrogate(r):
				d.out = AppendRune(d.out, r)
			case r < 0xDC00 && len(s)-i >= 4 && unit(i+2)>>10 == 0xDC00>>10:
				d.out = AppendRune(d.out, 0x10000+(r&0x3FF)<<10|unit(i+2)&0x3FF)
				end += 2
			case d.handler == "surrogatepass":
				d.out = AppendRune(d.out, r)
			case r >= 0xDC00:
				reason = "illegal encoding"
			case len(s)-i < 4:
				end, reason = len(s), "unexpected end of data"
			default:
				reason = "illegal UTF-16 surrogate"
			}
		}
		if reason != "" {
			var err error
			if end, err = d.fail(i, end, reason); err != nil {
				return "", err
			}
		}
		i = end
	}
	return string(d.out), nil
}
