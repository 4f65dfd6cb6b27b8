package text

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// EncodeError is a UnicodeEncodeError: the code points Start to End of Object
// have no place in the encoding.
type EncodeError struct {
	Encoding   string
	Object     string
	Start, End int
	Reason     string
}

// Error returns Python's text.
func (e *EncodeError) Error() string {
	if e.End == e.Start+1 {
		s := NewStr(e.Object)
		if e.Start < s.Len() {
			r, _ := DecodeRune(s.At(e.Start))
			return fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s",
				e.Encoding, appendRuneEscape(nil, r), e.Start, e.Reason)
		}
	}
	return fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", e.Encoding, e.Start, e.End-1, e.Reason)
}

// DecodeError is a UnicodeDecodeError: the bytes Start to End of Object are
// wrong.
type DecodeError struct {
	Encoding   string
	Object     string
	Start, End int
	Reason     string
}

// Error returns Python's text.
func (e *DecodeError) Error() string {
	if e.End == e.Start+1 && e.Start < len(e.Object) {
		return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s",
			e.Encoding, e.Object[e.Start], e.Start, e.Reason)
	}
	return fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", e.Encoding, e.Start, e.End-1, e.Reason)
}

// CodecName returns the usual name of an encoding: "utf-8", "ascii",
// "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
// "utf-32-be" or "utf-8-sig". Others are a LookupError.
func CodecName(name string) (string, error) {
	key := strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(name))
	switch key {
	case "utf8", "u8", "utf", "cp65001", "utf8ucs2", "utf8ucs4":
		return "utf-8", nil
	case "utf8sig":
		return "utf-8-sig", nil
	case "ascii", "usascii", "646", "ansix3.41968", "iso646us", "us":
		return "ascii", nil
	case "latin1", "latin", "iso88591", "8859", "cp819", "l1", "iso8859", "88591":
		return "latin-1", nil
	case "utf16", "u16":
		return "utf-16", nil
	case "utf16le", "unicodelittleunmarked":
		return "utf-16-le", nil
	case "utf16be", "unicodebigunmarked":
		return "utf-16-be", nil
	case "utf32", "u32":
		return "utf-32", nil
	case "utf32le":
		return "utf-32-le", nil
	case "utf32be":
		return "utf-32-be", nil
	}
	return "", &Error{Class: "LookupError", Text: "unknown encoding: " + name}
}

func unknownHandler(name string) error {
	return &Error{Class: "LookupError", Text: "unknown error handler name '" + name + "'"}
}

// Encode is str.encode(encoding, errors) for the encodings of CodecName and
// the handlers strict, ignore, replace, backslashreplace, xmlcharrefreplace,
// surrogateescape and surrogatepass (the last one for the utf encodings).
func Encode(s, encoding, handler string) (string, error) {
	name, err := CodecName(encoding)
	if err != nil {
		return "", err
	}
	if IsASCII(s) && (name == "utf-8" || name == "ascii" || name == "latin-1") {
		return s, nil
	}
	e := encoder{src: s, name: name, shown: name, handler: handler, reason: "surrogates not allowed"}
	switch name {
	case "utf-8", "utf-8-sig":
		if name == "utf-8-sig" {
			e.out = append(e.out, "\xef\xbb\xbf"...)
			e.shown = "utf-8"
		}
		e.put = utf8.AppendRune
		e.fits = func(r rune) bool { return !IsSurrogate(r) }
	case "ascii", "latin-1":
		limit := rune(128)
		if name == "latin-1" {
			limit = 256
		}
		e.reason = fmt.Sprintf("ordinal not in range(%d)", limit)
		e.put = func(b []byte, r rune) []byte { return append(b, byte(r)) }
		e.fits = func(r rune) bool { return r < limit }
	default:
		big := strings.HasSuffix(name, "-be")
		size := 2
		if strings.HasPrefix(name, "utf-32") {
			size = 4
		}
		e.put = func(b []byte, r rune) []byte { return appendWide(b, r, size, big) }
		e.fits = func(r rune) bool { return !IsSurrogate(r) }
		if name == "utf-16" || name == "utf-32" {
			e.out = e.put(e.out, 0xFEFF)
		}
	}
	return e.run()
}

func appendWide(b []byte, r rune, size int, big bool) []byte {
	if size == 2 && r > 0xFFFF {
		r -= 0x10000
		b = appendWide(b, 0xD800|r>>10, 2, big)
		return appendWide(b, 0xDC00|r&0x3FF, 2, big)
	}
	for i := range size {
		shift := 8 * i
		if big {
			shift = 8 * (size - 1 - i)
		}
		b = append(b, byte(r>>shift))
	}
	return b
}

type encoder struct {
	src, name, shown string
	handler, reason  string
	put              func([]byte, rune) []byte
	fits             func(rune) bool
	out              []byte
}

func (e *encoder) run() (string, error) {
	rs := Runes(e.src)
	for i := 0; i < len(rs); {
		if e.fits(rs[i]) {
			e.out = e.put(e.out, rs[i])
			i++
			continue
		}
		end := i + 1
		for end < len(rs) && !e.fits(rs[end]) {
			end++
		}
		if strings.HasPrefix(e.name, "utf-16") || strings.HasPrefix(e.name, "utf-32") {
			end = i + 1
		}
		for ; i < end; i++ {
			if err := e.handle(rs[i], i, end); err != nil {
				return "", err
			}
		}
	}
	return string(e.out), nil
}

func (e *encoder) handle(r rune, start, end int) error {
	failure := &EncodeError{Encoding: e.shown, Object: e.src, Start: start, End: end, Reason: e.reason}
	text := ""
	switch e.handler {
	case "strict", "":
		return failure
	case "ignore":
		return nil
	case "replace":
		text = "?"
	case "backslashreplace":
		text = string(appendRuneEscape(nil, r))
	case "xmlcharrefreplace":
		text = "&#" + itoa(int(r)) + ";"
	case "surrogateescape":
		if r < 0xDC80 || r > 0xDCFF {
			return failure
		}
		e.out = append(e.out, byte(r-0xDC00))
		return nil
	case "surrogatepass":
		if e.name == "ascii" || e.name == "latin-1" || !IsSurrogate(r) {
			return failure
		}
		if strings.HasPrefix(e.name, "utf-8") {
			e.out = AppendRune(e.out, r)
		} else {
			e.out = e.put(e.out, r)
		}
		return nil
	default:
		return unknownHandler(e.handler)
	}
	for _, c := range text {
		e.out = e.put(e.out, c)
	}
	return nil
}

// Decode is bytes.decode(encoding, errors) for the encodings of CodecName and
// the handlers strict, ignore, replace, backslashreplace, surrogateescape and
// (utf-8 and utf-16) surrogatepass.
func Decode(p, encoding, handler string) (string, error) {
	if p == "" {
		return "", nil // CPython does not even look at the encoding
	}
	name, err := CodecName(encoding)
	if err != nil {
		return "", err
	}
	d := decoder{src: p, name: name, handler: handler}
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
	return d.wide()
}

type decoder struct {
	src, name, handler string
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
		return 0, unknownHandler(d.handler)
	}
	return end, nil
}

func (d *decoder) ascii() (string, error) {
	for i := 0; i < len(d.src); i++ {
		if d.src[i] < utf8.RuneSelf {
			d.out = append(d.out, d.src[i])
		} else if _, err := d.fail(i, i+1, "ordinal not in range(128)"); err != nil {
			return "", err
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
