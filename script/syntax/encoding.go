package syntax

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode turns a file's bytes into text: UTF-8, unless a coding comment in the
// first two lines (PEP 263) says otherwise.
func decode(src []byte, file string) (string, error) {
	bom := len(src) >= 3 && src[0] == 0xEF && src[1] == 0xBB && src[2] == 0xBF
	if bom {
		src = src[3:]
	}
	if i := bytes.IndexByte(src, 0); i >= 0 {
		return "", &SyntaxError{Kind: "SyntaxError", Msg: "source code cannot contain null bytes", File: file,
			Line: 1 + bytes.Count(src[:i], []byte("\n"))}
	}
	coding := codingComment(src)
	fail := func(format string, args ...any) (string, error) {
		return "", &SyntaxError{Kind: "SyntaxError", Msg: fmt.Sprintf(format, args...), File: file}
	}
	switch norm := normalizeCoding(coding); {
	case coding == "", norm == "utf-8":
	case bom:
		return fail("encoding problem: %s with BOM", norm)
	case norm == "iso-8859-1":
		return decodeCharmap(charmap.ISO8859_1, src)
	default:
		if m := charmapNamed(norm); m != nil {
			return decodeCharmap(m, src)
		}
		if norm != "ascii" && norm != "us-ascii" && norm != "utf8" {
			return fail("encoding problem: %s", coding)
		}
	}
	if utf8.Valid(src) {
		return string(src), nil
	}
	line := 1
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			if coding == "" && !bom {
				return fail("Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding declared; "+
					"see https://peps.python.org/pep-0263/ for details", src[i], file, line)
			}
			return fail("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: invalid start byte", src[i], i)
		}
		if r == '\n' {
			line++
		}
		i += n
	}
	return string(src), nil
}

func decodeCharmap(m *charmap.Charmap, src []byte) (string, error) {
	var b strings.Builder
	b.Grow(len(src) + len(src)/8)
	for _, c := range src {
		b.WriteRune(m.DecodeByte(c))
	}
	return b.String(), nil
}

// codingComment finds the name in a comment such as "-*- coding: latin-1 -*-"
// in the first line, or in the second when the first is blank or a comment.
func codingComment(src []byte) string {
	for range 2 {
		line, rest, _ := strings.Cut(string(src[:min(len(src), 4096)]), "\n")
		trimmed := strings.TrimLeft(line, " \t\f")
		if trimmed != "" && trimmed != "\r" && trimmed[0] != '#' {
			return ""
		}
		if name := codingIn(trimmed); name != "" {
			return name
		}
		src = []byte(rest)
	}
	return ""
}

func codingIn(line string) string {
	for {
		i := strings.Index(line, "coding")
		if i < 0 {
			return ""
		}
		line = line[i+len("coding"):]
		if line == "" || line[0] != ':' && line[0] != '=' {
			continue
		}
		name := strings.TrimLeft(line[1:], " \t")
		end := strings.IndexFunc(name, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.')
		})
		if end < 0 {
			end = len(name)
		}
		if end > 0 {
			return name[:end]
		}
	}
}

// normalizeCoding brings the usual spellings of the usual encodings together.
func normalizeCoding(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "_", "-"))
	switch {
	case s == "utf-8", strings.HasPrefix(s, "utf-8-"):
		return "utf-8"
	case s == "latin-1", s == "latin1", s == "iso-8859-1", s == "iso-latin-1", s == "l1",
		strings.HasPrefix(s, "latin-1-"), strings.HasPrefix(s, "iso-8859-1-"), strings.HasPrefix(s, "iso-latin-1-"):
		return "iso-8859-1"
	}
	return s
}

// charmapNamed finds a single-byte encoding.
func charmapNamed(s string) *charmap.Charmap {
	s = strings.NewReplacer("-", "", "windows", "cp").Replace(s)
	switch s {
	case "cp437":
		return charmap.CodePage437
	case "cp850":
		return charmap.CodePage850
	case "cp866":
		return charmap.CodePage866
	case "cp1250":
		return charmap.Windows1250
	case "cp1251":
		return charmap.Windows1251
	case "cp1252":
		return charmap.Windows1252
	case "iso88592", "latin2":
		return charmap.ISO8859_2
	case "iso88595":
		return charmap.ISO8859_5
	case "iso88597":
		return charmap.ISO8859_7
	case "iso885915", "latin9":
		return charmap.ISO8859_15
	case "koi8r":
		return charmap.KOI8R
	case "koi8u":
		return charmap.KOI8U
	case "macroman":
		return charmap.Macintosh
	}
	return nil
}
