package format

import (
	"fmt"
	"strings"

	"asyncio/script/text"
)

// TemplateOps is what str.format needs to know about values.
type TemplateOps[V any] interface {
	// Positional returns the argument with that number. Its error is that of
	// IndexOutOfRange.
	Positional(i int) (V, error)
	// Keyword returns the argument with that name, or a KeyError.
	Keyword(name string) (V, error)
	// Attr returns the attribute of v.
	Attr(v V, name string) (V, error)
	// Index returns v[i], for a number in brackets.
	Index(v V, i int) (V, error)
	// Key returns v[key], for other text in brackets.
	Key(v V, key string) (V, error)
	// Convert applies !r, !s or !a.
	Convert(v V, code byte) (V, error)
	// Format returns format(v, spec).
	Format(v V, spec string) (string, error)
}

// IndexOutOfRange returns the IndexError for a missing positional argument.
func IndexOutOfRange(i int) error {
	return &text.Error{Class: "IndexError", Text: fmt.Sprintf("Replacement index %d out of range for positional args tuple", i)}
}

// Template returns layout.format(...). Fields are looked up from left to
// right, so an error in a later field comes after the effects of earlier ones,
// as in CPython.
func Template[V any](layout string, ops TemplateOps[V]) (string, error) {
	t := template[V]{ops: ops}
	return t.expand(layout, 2)
}

// Numbering of fields may not change from automatic to manual or back.
const (
	numberingOpen = iota
	numberingAuto
	numberingManual
)

type template[V any] struct {
	ops       TemplateOps[V]
	numbering int
	next      int
}

func (t *template[V]) expand(layout string, depth int) (string, error) {
	if depth == 0 {
		return "", valueError("Max string recursion exceeded")
	}
	var out strings.Builder
	scan := Scanner{src: layout}
	for {
		literal, field, ok, err := scan.Next()
		if err != nil {
			return "", err
		}
		if !ok {
			return out.String(), nil
		}
		out.WriteString(literal)
		if field == nil {
			continue
		}
		s, err := t.field(field, depth)
		if err != nil {
			return "", err
		}
		out.WriteString(s)
	}
}

func (t *template[V]) field(f *Field, depth int) (string, error) {
	v, err := t.lookup(f.Name)
	if err != nil {
		return "", err
	}
	if f.HasConversion {
		switch c := f.Conversion; c {
		case 'r', 's', 'a':
			if v, err = t.ops.Convert(v, byte(c)); err != nil {
				return "", err
			}
		default:
			if c > 32 && c < 127 {
				return "", valueError("Unknown conversion specifier " + string(c))
			}
			return "", valueError(fmt.Sprintf(`Unknown conversion specifier \x%x`, c))
		}
	}
	spec := f.Spec
	if f.Nested {
		if spec, err = t.expand(spec, depth-1); err != nil {
			return "", err
		}
	}
	return t.ops.Format(v, spec)
}

func (t *template[V]) lookup(name string) (V, error) {
	var none V
	p, err := ParseName(name)
	if err != nil {
		return none, err
	}
	var v V
	switch {
	case p.First == "":
		if t.numbering == numberingManual {
			return none, valueError("cannot switch from manual field specification to automatic field numbering")
		}
		t.numbering = numberingAuto
		v, err = t.ops.Positional(t.next)
		t.next++
	case p.Index >= 0:
		if t.numbering == numberingAuto {
			return none, valueError("cannot switch from automatic field numbering to manual field specification")
		}
		t.numbering = numberingManual
		v, err = t.ops.Positional(p.Index)
	default:
		v, err = t.ops.Keyword(p.First)
	}
	for err == nil {
		var step Step
		var ok bool
		if step, ok, err = p.Next(); err != nil || !ok {
			break
		}
		switch {
		case step.Attr:
			v, err = t.ops.Attr(v, step.Name)
		case step.Index >= 0:
			v, err = t.ops.Index(v, step.Index)
		default:
			v, err = t.ops.Key(v, step.Name)
		}
	}
	return v, err
}

// Field is one replacement field as written.
type Field struct {
	Name          string
	Conversion    rune // what follows the exclamation mark
	HasConversion bool
	Spec          string // without the colon
	Nested        bool   // the specification has fields of its own
}

// Scanner splits a template into literal text and fields.
type Scanner struct {
	src string
	pos int
}

// NewScanner returns a Scanner of that template.
func NewScanner(layout string) *Scanner { return &Scanner{src: layout} }

// Next returns the next piece: literal text, followed by a field unless field
// is nil. ok is false at the end.
func (s *Scanner) Next() (literal string, field *Field, ok bool, err error) {
	if s.pos >= len(s.src) {
		return "", nil, false, nil
	}
	start := s.pos
	i := strings.IndexAny(s.src[start:], "{}")
	if i < 0 {
		s.pos = len(s.src)
		return s.src[start:], nil, true, nil
	}
	c := s.src[start+i]
	s.pos = start + i + 1
	if s.pos < len(s.src) && s.src[s.pos] == c {
		// A doubled brace stands for itself.
		s.pos++
		return s.src[start : s.pos-1], nil, true, nil
	}
	if c == '}' || s.pos == len(s.src) {
		return "", nil, false, valueError("Single '" + string(rune(c)) + "' encountered in format string")
	}
	field, err = s.field()
	return s.src[start : start+i], field, err == nil, err
}

func (s *Scanner) field() (*Field, error) {
	start := s.pos
	for ; s.pos < len(s.src); s.pos++ {
		switch c := s.src[s.pos]; c {
		case '{':
			return nil, valueError("unexpected '{' in field name")
		case '[':
			i := strings.IndexByte(s.src[s.pos:], ']')
			if i < 0 {
				i = len(s.src) - s.pos - 1
			}
			s.pos += i
		case '}', ':', '!':
			f := &Field{Name: s.src[start:s.pos]}
			s.pos++
			if c == '}' {
				return f, nil
			}
			return f, s.rest(f, c)
		}
	}
	return nil, valueError("expected '}' before end of string")
}

// rest reads what follows the name: a conversion, a specification, both.
func (s *Scanner) rest(f *Field, c byte) error {
	if c == '!' {
		if s.pos >= len(s.src) {
			return valueError("end of string while looking for conversion specifier")
		}
		r, w := text.DecodeRune(s.src[s.pos:])
		f.Conversion, f.HasConversion = r, true
		s.pos += w
		if s.pos < len(s.src) {
			c := s.src[s.pos]
			s.pos++
			if c == '}' {
				return nil
			}
			if c != ':' {
				return valueError("expected ':' after conversion specifier")
			}
		}
	}
	depth := 1
	for start := s.pos; s.pos < len(s.src); s.pos++ {
		switch s.src[s.pos] {
		case '{':
			f.Nested = true
			depth++
		case '}':
			depth--
			if depth == 0 {
				f.Spec = s.src[start:s.pos]
				s.pos++
				return nil
			}
		}
	}
	return valueError("unmatched '{' in format spec")
}

// Name is a field name such as 0.name[key], read step by step.
type Name struct {
	First string // what stands before the first point or bracket
	Index int    // First as a number, or -1
	rest  string
}

// Step is one .name or [key] of a field name.
type Step struct {
	Attr  bool
	Name  string
	Index int // the key as a number, or -1
}

// ParseName splits off the first part of a field name.
func ParseName(name string) (*Name, error) {
	n := &Name{First: name}
	if i := strings.IndexAny(name, ".["); i >= 0 {
		n.First, n.rest = name[:i], name[i:]
	}
	var err error
	n.Index, err = wholeInteger(n.First)
	return n, err
}

func wholeInteger(s string) (int, error) {
	rs := text.Runes(s)
	v, next, err := integer(rs, 0)
	if err == nil && next < len(rs) {
		v = -1
	}
	return v, err
}

// Next returns the next step; ok is false at the end.
func (n *Name) Next() (step Step, ok bool, err error) {
	if n.rest == "" {
		return Step{}, false, nil
	}
	c := n.rest[0]
	n.rest = n.rest[1:]
	switch c {
	case '.':
		i := strings.IndexAny(n.rest, ".[")
		if i < 0 {
			i = len(n.rest)
		}
		step = Step{Attr: true, Name: n.rest[:i], Index: -1}
		n.rest = n.rest[i:]
	case '[':
		i := strings.IndexByte(n.rest, ']')
		if i < 0 {
			return Step{}, false, valueError("Missing ']' in format string")
		}
		step = Step{Name: n.rest[:i]}
		n.rest = n.rest[i+1:]
		if step.Index, err = wholeInteger(step.Name); err != nil {
			return Step{}, false, err
		}
	default:
		return Step{}, false, valueError("Only '.' or '[' may follow ']' in format field specifier")
	}
	if step.Name == "" {
		return Step{}, false, valueError("Empty attribute in format string")
	}
	return step, true, nil
}
