package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/runenames"
)

// Encode is str.encode(encoding, errors) for the encodings of CodecName and
// the handlers strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace,
// surrogateescape and surrogatepass (the last one for the utf encodings).
func Encode(s, encoding, handler string) (string, error) {
	return EncodeWith(s, encoding, handler, nil)
}

// EncodeWith is Encode with a handler for the names that it does not know.
func EncodeWith(s, encoding, handler string, custom Handler) (string, error) {
	name, err := CodecName(encoding)
	if err != nil {
		return "", err
	}
	switch name {
	case "utf-8":
		if utf8.ValidString(s) {
			return s, nil
		}
	case "ascii", "latin-1":
		if IsASCII(s) {
			return s, nil
		}
	}
	e := encoder{src: s, name: name, shown: name, handler: handler, custom: custom, reason: "surrogates not allowed"}
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
	case "unicode-escape", "raw-unicode-escape":
		return escapeText(s, name == "raw-unicode-escape"), nil
	default:
		if cm := charmaps()[name]; cm != nil {
			e.shown, e.reason = "charmap", "character maps to <undefined>"
			e.put = func(b []byte, r rune) []byte { c, _ := cm.encode(r); return append(b, c) }
			e.fits = func(r rune) bool { _, ok := cm.encode(r); return ok }
			return e.run()
		}
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
	custom           Handler
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
		if e.custom != nil && !knownHandler(e.handler) {
			next, err := e.ask(i, end, len(rs))
			if err != nil {
				return "", err
			}
			i = next
			continue
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
	case "namereplace":
		if text = string(appendRuneEscape(nil, r)); runenames.Name(r) != "" && !strings.HasPrefix(runenames.Name(r), "<") {
			text = "\\N{" + runenames.Name(r) + "}"
		}
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

// ask has the program's handler say what stands for the characters start to end.
func (e *encoder) ask(start, end, n int) (int, error) {
	failure := &EncodeError{Encoding: e.shown, Object: e.src, Start: start, End: end, Reason: e.reason}
	text, raw, next, err := e.custom(failure)
	if err != nil {
		return 0, err
	}
	e.out = append(e.out, raw...)
	for _, r := range Runes(text) {
		if !e.fits(r) {
			return 0, failure
		}
		e.out = e.put(e.out, r)
	}
	return place(next, n)
}

// place is where a handler says to go on in n characters or bytes.
func place(next, n int) (int, error) {
	if next < 0 {
		next += n
	}
	if next < 0 || next > n {
		return 0, &Error{Class: "IndexError", Text: "position " + itoa(next) + " from error handler out of bounds"}
	}
	return next, nil
}

func knownHandler(name string) bool {
	switch name {
	case "strict", "", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass":
		return true
	}
	return false
}
