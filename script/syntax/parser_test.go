package syntax

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWarnings(t *testing.T) {
	escape := func(s string, line int) Warning {
		return Warning{Category: "SyntaxWarning", Msg: `invalid escape sequence '\` + s + `'`, File: "f", Line: line}
	}
	literal := func(s string) Warning {
		return Warning{Category: "SyntaxWarning", Msg: "invalid " + s + " literal", File: "f", Line: 1}
	}
	octal := func(s string) Warning {
		return Warning{Category: "SyntaxWarning", Msg: `invalid octal escape sequence '\` + s + `'`, File: "f", Line: 1}
	}
	for _, c := range []struct {
		text string
		want []Warning
	}{
		{`'\d'`, []Warning{escape("d", 1)}},
		{`'\d\e'`, []Warning{escape("d", 1)}},
		{`'\d' '\e'`, []Warning{escape("d", 1), escape("e", 1)}},
		{`b'\q'`, []Warning{escape("q", 1)}},
		{`f'\d{x}\e'`, []Warning{escape("d", 1), escape("e", 1)}},
		{`f'\{x}'`, []Warning{escape("{", 1)}},
		{`f'a\}}'`, []Warning{escape("}", 1)}},
		{`rf'\{x}'`, nil},
		{`r'\d'`, nil},
		{`'\é'`, nil},
		{"x = '''a\n\\d\n\\e'''", []Warning{escape("d", 1)}},
		{"f'''a\n{x}\n\\d'''", []Warning{escape("d", 3)}},
		{`'\400\d'`, []Warning{octal("400")}},
		{`b'\477'`, []Warning{octal("477")}},
		{`x = 1if y else z`, []Warning{literal("decimal")}},
		{`0x1or y`, []Warning{literal("hexadecimal")}},
		{`2jis z`, []Warning{literal("imaginary")}},
		{`x = '\d' +`, nil}, // refused, and so not warned of
	} {
		var got []Warning
		_, err := ParseString(c.text, Options{File: "f", Warn: func(w Warning) { got = append(got, w) }})
		if (err != nil) != strings.HasSuffix(c.text, "+") {
			t.Errorf("%q: %v", c.text, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

// TestModes has what CPython 3.13 answers to compile(..., "single") and
// "eval"; the third column is with the flags for incomplete input.
func TestModes(t *testing.T) {
	const ok = "ok"
	for _, c := range []struct {
		mode             Mode
		text, want, more string
	}{
		{Single, "x = 1", ok, ok},
		{Single, "x=1; y=2\n", ok, ok},
		{Single, "x = 1 # c\n\n\n", ok, ok},
		{Single, "if x:\n  pass\n", ok, ok},
		{Single, "if x:\n  pass", ok, "incomplete"},
		{Single, "if x: pass", "1:0 invalid syntax", "incomplete"},
		{Single, "", "0:0 invalid syntax", "incomplete"},
		{Single, "# c", "1:0 invalid syntax", "incomplete"},
		{Single, "x=1\ny=2", "1:4 multiple statements found while compiling a single statement",
			"1:4 multiple statements found while compiling a single statement"},
		{Single, "if x:\n  pass\ny=1\n", "3:1 invalid syntax", "3:1 invalid syntax"},
		{Single, "def f():\n  return 1\n\n", ok, ok},
		{Single, "x = (1,\n", "1:5 '(' was never closed", "incomplete"},
		{Single, "x = '''abc\n", "1:5 unterminated triple-quoted string literal (detected at line 1)", "incomplete"},
		{Single, "x = 'abc\n", "1:5 unterminated string literal (detected at line 1)",
			"1:5 unterminated string literal (detected at line 1)"},
		{Single, "class A:\n", "1:9 expected an indented block after class definition on line 1", "incomplete"},
		{Single, "@a\n", "1:0 invalid syntax", "incomplete"},
		{Single, "try:\n  pass\n", "2:7 expected 'except' or 'finally' block", "incomplete"},
		{Single, "a b\n", "1:3 invalid syntax", "1:3 invalid syntax"},
		{Single, "x = \\\n", "1:6 unexpected EOF while parsing", "incomplete"},
		{Single, "match x:\n", "1:9 expected an indented block after 'match' statement on line 1", "incomplete"},
		{Eval, "1", ok, ok},
		{Eval, "1\n\n", ok, ok},
		{Eval, "lambda: 1, 2", ok, ok},
		{Eval, " 1", "1:1 unexpected indent", "1:1 unexpected indent"},
		{Eval, "x = 1", "1:3 invalid syntax", "1:3 invalid syntax"},
		{Eval, "", "0:0 invalid syntax", "incomplete"},
		{Eval, "yield", "1:1 invalid syntax", "incomplete"},
	} {
		for _, incomplete := range []bool{false, true} {
			_, err := ParseString(c.text, Options{Mode: c.mode, AllowIncomplete: incomplete})
			got := ok
			if e := (*SyntaxError)(nil); errors.As(err, &e) {
				got = fmt.Sprintf("%d:%d %s", e.Line, e.Col, e.Msg)
				if e.Incomplete {
					got = "incomplete"
				}
			}
			want := c.want
			if incomplete {
				want = c.more
			}
			if got != want {
				t.Errorf("%q (mode %d, incomplete %v): got %s; want %s", c.text, c.mode, incomplete, got, want)
			}
		}
	}
}

// TestNesting: deep texts are parsed or refused, and neither in the second
// pass nor in the first does the work grow beyond the text.
func TestNesting(t *testing.T) {
	repeat := strings.Repeat
	const n = 150
	for _, c := range []struct {
		name, text, want string
	}{
		{"parentheses", repeat("(", 200) + "1" + repeat(")", 200), ""},
		{"too many parentheses", repeat("(", 201) + "1" + repeat(")", 201), "too many nested parentheses"},
		{"wrong in parentheses", repeat("(", n) + "1 2" + repeat(")", n), "invalid syntax. Perhaps you forgot a comma?"},
		{"never closed", repeat("f(", n), "'(' was never closed"},
		{"wrong in calls", repeat("f(", n) + "$" + repeat(")", n), "invalid syntax"},
		{"wrong in lists", repeat("[", n) + "$" + repeat("]", n), "invalid syntax"},
		{"wrong in dicts", repeat("{1:", n) + "$" + repeat("}", n), "invalid syntax"},
		{"wrong in sets", repeat("{", n) + "$" + repeat("}", n), "invalid syntax"},
		{"wrong in keywords", repeat("f(a=", n) + "$" + repeat(")", n), "invalid syntax"},
		{"wrong in lambdas", repeat("lambda a=(", n) + "$" + repeat("): 1", n), "invalid syntax"},
		{"wrong in comprehensions", repeat("[x for x in ", n) + "$" + repeat("]", n), "invalid syntax"},
		{"wrong in subscripts", repeat("a[", n) + "$" + repeat("]", n), "invalid syntax"},
		{"wrong in f-strings", repeat("f'{", 70) + "$" + repeat("}'", 70), "f-string: expecting a valid expression after '{'"},
		{"too many f-strings", repeat("f'{", 160) + repeat("}'", 160), "too many nested f-strings"},
		{"minus", repeat("-", 5000) + "1", ""},
		{"too many minus", repeat("-", 100000) + "1", "Parser stack overflowed - Python source too complex to parse"},
		{"too many not", repeat("not ", 100000) + "1", "Parser stack overflowed - Python source too complex to parse"},
		{"too many lambdas", repeat("lambda:", 100000) + "1", "Parser stack overflowed - Python source too complex to parse"},
		{"too many conditionals", "1" + repeat(" if 1 else 1", 100000), "Parser stack overflowed - Python source too complex to parse"},
		{"too many elifs", "if 1: pass\n" + repeat("elif 1: pass\n", 100000), "Parser stack overflowed - Python source too complex to parse"},
		{"sum", "1" + repeat("+1", 100000), ""},
		{"attributes", "a" + repeat(".a", 100000), ""},
		{"too many powers", "1" + repeat("**1", 100000), "Parser stack overflowed - Python source too complex to parse"},
		{"too deep blocks", blocks(100), "too many levels of indentation"},
		{"wrong in blocks", blocks(95) + repeat(" ", 95) + "a b\n", "invalid syntax"},
	} {
		_, err := ParseString(c.text, Options{})
		got := ""
		if e := (*SyntaxError)(nil); errors.As(err, &e) {
			got = e.Msg
		}
		if got != c.want {
			t.Errorf("%s: got %q; want %q", c.name, got, c.want)
		}
	}
}

// blocks nests if statements.
func blocks(n int) string {
	var b strings.Builder
	for i := range n + 1 {
		b.WriteString(strings.Repeat(" ", i) + "if a:\n")
	}
	return strings.TrimSuffix(b.String(), strings.Repeat(" ", n)+"if a:\n") + strings.Repeat(" ", n) + "b\n"
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		src, text, err string
	}{
		{"x = 'é'\n", "x = 'é'\n", ""},
		{"\xef\xbb\xbfx\n", "x\n", ""},
		{"# -*- coding: latin-1 -*-\n'\xe9'\n", "# -*- coding: latin-1 -*-\n'é'\n", ""},
		{"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'\x80'\n", "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'€'\n", ""},
		{"x\n# coding: latin-1\n'é'\n", "x\n# coding: latin-1\n'é'\n", ""},
		{"# coding: utf8\n'é'\n", "# coding: utf8\n'é'\n", ""},
		{"a\r\nb\rc\n", "a\nb\nc\n", ""},
		{"x\n'\xf6'\n", "", `Non-UTF-8 code starting with '\xf6' in file f.py on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details`},
		{"# coding: foo\n", "", "encoding problem: foo"},
		{"\xef\xbb\xbf# coding: latin-1\n", "", "encoding problem: iso-8859-1 with BOM"},
		{"x\n\x00\n", "", "source code cannot contain null bytes"},
	} {
		m, err := Parse([]byte(c.src), Options{File: "f.py"})
		if e := (*SyntaxError)(nil); errors.As(err, &e) {
			if e.Msg != c.err {
				t.Errorf("%q: got %s; want %s", c.src, e.Msg, c.err)
			}
			continue
		}
		if c.err != "" || m.Source.Text != c.text {
			t.Errorf("%q: got %q", c.src, m.Source.Text)
		}
	}
}

func TestSource(t *testing.T) {
	s := NewSource("f", "a\n\té😀x\nlast")
	for n, want := range map[int]string{0: "", 1: "a", 2: "\té😀x", 3: "last", 4: ""} {
		if got := s.Line(n); got != want {
			t.Errorf("line %d: %q", n, got)
		}
	}
	for col, want := range map[int]int{0: 0, 1: 1, 3: 2, 7: 3, 8: 4, 10: 6} {
		if got := s.CharCol(2, col); got != want {
			t.Errorf("column %d: got %d; want %d", col, got, want)
		}
	}
	if got := s.Segment(Span{Line: 1, Col: 0, EndLine: 2, EndCol: 3}); got != "a\n\té" {
		t.Errorf("segment %q", got)
	}
}

func TestRuneNamed(t *testing.T) {
	for s, want := range map[string]rune{
		"BULLET": '•', "latin small letter e with acute": 'é', "NULL": 0, "LF": '\n', "NBSP": 0xA0,
		"BELL": 0x1F514, "HANGUL SYLLABLE GAG": 0xAC01, "HANGUL SYLLABLE A": 0xC544,
		"CJK UNIFIED IDEOGRAPH-4E00": 0x4E00, "VARIATION SELECTOR-1": 0xFE00, "VS17": 0xE0100, "GRINNING FACE": 0x1F600,
		"HEXAGRAM FOR THE CREATIVE HEAVEN": 0x4DC0,
	} {
		if got, ok := RuneNamed(s); !ok || got != want {
			t.Errorf("%s: got %U, %v; want %U", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "NO SUCH", "<control>", "CJK UNIFIED IDEOGRAPH-0041", "HANGUL SYLLABLE Q"} {
		if r, ok := RuneNamed(s); ok {
			t.Errorf("%q: got %U", s, r)
		}
	}
}

func TestIdentifiers(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, "_1": true, "été": true, "变量": true, "ª": true, "℘": true, "x·": true, "class": true,
		"": false, "1a": false, "a b": false, "·x": false, "a-b": false, "€": false, "a\xff": false,
	} {
		if got := IsIdentifier(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
