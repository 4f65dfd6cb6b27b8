package syntax

import (
	"strings"
)

// strings parses strings side by side, which make one.
//
//	strings: (fstring | STRING)+
func (p *parser) strings() Expr {
	start := p.mark
	if p.second {
		if v, ok := p.recall(ruleStrings); ok {
			e, _ := v.(Expr)
			return e
		}
	}
	e := p.stringRun()
	if p.err != nil {
		return nil
	}
	p.remember(ruleStrings, start, e)
	return e
}

func (p *parser) stringRun() Expr {
	first := *p.tok()
	var parts []Expr
	var isBytes, isText, formatted bool
	for {
		switch p.kind() {
		case stringTok:
			c := p.stringConstant()
			if c == nil {
				return nil
			}
			if _, ok := c.Value.(Bytes); ok {
				isBytes = true
			} else {
				isText = true
			}
			parts = append(parts, c)
			continue
		case fstringStart:
			f := p.fstring()
			if f == nil {
				return nil
			}
			formatted, isText = true, true
			parts = append(parts, f.Values...)
			continue
		}
		break
	}
	if isBytes && isText {
		at := p.from(&first)
		p.raise(at, "cannot mix bytes and nonbytes literals")
		return nil
	}
	if formatted {
		return &JoinedStr{Span: p.from(&first), Values: mergeConstants(parts)}
	}
	if len(parts) == 1 {
		return parts[0]
	}
	c := &Constant{Span: p.from(&first), U: parts[0].(*Constant).U}
	var b strings.Builder
	for _, part := range parts {
		switch v := part.(*Constant).Value.(type) {
		case string:
			b.WriteString(v)
		case Bytes:
			b.WriteString(string(v))
		}
	}
	if isBytes {
		c.Value = Bytes(b.String())
	} else {
		c.Value = b.String()
	}
	return c
}

// mergeConstants joins neighbouring texts of an f-string and drops empty ones.
func mergeConstants(parts []Expr) []Expr {
	var out []Expr
	for i := 0; i < len(parts); {
		c, ok := parts[i].(*Constant)
		if !ok {
			out = append(out, parts[i])
			i++
			continue
		}
		from := i
		var b strings.Builder
		for i < len(parts) {
			next, ok := parts[i].(*Constant)
			if !ok {
				break
			}
			b.WriteString(next.Value.(string))
			i++
		}
		if b.Len() > 0 {
			out = append(out, &Constant{Span: join(c, parts[i-1]), Value: b.String(), U: parts[from].(*Constant).U})
		}
	}
	return out
}

// stringConstant takes one STRING token.
func (p *parser) stringConstant() *Constant {
	t := *p.tok()
	index := p.mark
	p.mark++
	s := splitString(p.str(&t))
	c := &Constant{Span: t.span(), U: s.u}
	if s.bytes {
		for i := 0; i < len(s.body); i++ {
			if s.body[i] >= 0x80 {
				p.raise(t.span(), "bytes can only contain ASCII literal characters")
				return nil
			}
		}
	}
	if s.raw || strings.IndexByte(s.body, '\\') < 0 {
		if s.bytes {
			c.Value = Bytes(s.body)
		} else {
			c.Value = s.body
		}
		return c
	}
	e := p.escapes(s.body, index, t.line)
	var err error
	if s.bytes {
		c.Value, err = e.bytes()
	} else {
		c.Value, err = e.str()
	}
	if err != nil {
		p.raiseLast("SyntaxError", "%s", err.Error())
		return nil
	}
	return c
}

// escapes sets up the decoding of a token's text. A token draws its warning
// once, however often it is looked at.
func (p *parser) escapes(body string, index int, line int32) *escapes {
	return &escapes{body: body, warn: func(msg string) {
		if p.warnedAt[index] {
			return
		}
		if p.warnedAt == nil {
			p.warnedAt = make(map[int]bool)
		}
		p.warnedAt[index] = true
		p.warnings = append(p.warnings, Warning{Category: "SyntaxWarning", Msg: msg, File: p.opts.File, Line: int(line)})
	}}
}

// fstring parses one f-string.
//
//	fstring: FSTRING_START fstring_middle* FSTRING_END
//	fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
func (p *parser) fstring() *JoinedStr {
	t := *p.tok()
	start := p.mark
	prefix := p.str(&t)
	raw := strings.ContainsAny(prefix[:strings.IndexAny(prefix, `'"`)], "rR")
	if !p.enter() {
		return nil
	}
	defer p.leave()
	p.mark++
	values, ok := p.fstringParts(raw, fstringEnd)
	if !ok || !p.accept(fstringEnd) {
		p.mark = start
		return nil
	}
	return &JoinedStr{Span: p.from(&t), Values: values}
}

// fstringParts parses texts and fields up to a token of kind end.
func (p *parser) fstringParts(raw bool, end kind) ([]Expr, bool) {
	var values []Expr
	for {
		switch p.kind() {
		case fstringMiddle:
			c := p.fstringText(raw)
			if c == nil {
				return nil, false
			}
			if c.Value != "" {
				values = append(values, c)
			}
		case lbrace:
			field, ok := p.replacementField(raw)
			if !ok {
				return nil, false
			}
			values = append(values, field...)
		default:
			return values, true
		}
	}
}

// fstringText takes one FSTRING_MIDDLE token.
func (p *parser) fstringText(raw bool) *Constant {
	t := *p.tok()
	index := p.mark
	p.mark++
	c := &Constant{Span: t.span()}
	body := p.str(&t)
	if raw || strings.IndexByte(body, '\\') < 0 {
		c.Value = body
		return c
	}
	v, err := p.escapes(body, index, t.line).str()
	if err != nil {
		p.raiseLast("SyntaxError", "%s", err.Error())
		return nil
	}
	c.Value = v
	return c
}

// replacementField parses a field. With '=' it gives two parts: the field's
// text and the field.
//
//	fstring_replacement_field: '{' (yield_expr | star_expressions) ['='] ['!' NAME] [':' format] '}'
func (p *parser) replacementField(raw bool) ([]Expr, bool) {
	start := p.mark
	open := *p.tok()
	f := p.field(raw, &open)
	if f == nil {
		p.mark = start
		if p.reports() && p.err == nil {
			p.invalidReplacementField(raw)
		}
		return nil, false
	}
	return f, true
}

func (p *parser) field(raw bool, open *token) []Expr {
	p.mark++
	v := p.annotatedRHS()
	if v == nil {
		return nil
	}
	f := &FormattedValue{Value: v, Conversion: NoConversion}
	debug := p.accept(assign)
	textEnd := *p.tok()
	if p.kind() == exclamation {
		if !p.conversion(f) {
			return nil
		}
	}
	if p.kind() == colon {
		t := *p.tok()
		p.mark++
		values, ok := p.fstringParts(raw, rbrace)
		if !ok {
			return nil
		}
		f.Format = &JoinedStr{Span: p.from(&t), Values: mergeConstants(values)}
	}
	if !p.accept(rbrace) {
		return nil
	}
	f.Span = p.from(open)
	if !debug {
		return []Expr{f}
	}
	if f.Conversion == NoConversion && f.Format == nil {
		f.Conversion = ConvRepr
	}
	text := &Constant{Value: withoutComments(p.text[open.end:textEnd.start]),
		Span: Span{Line: open.line, Col: open.col + 1, EndLine: textEnd.line, EndCol: textEnd.col}}
	return []Expr{text, f}
}

// conversion: '!' NAME
func (p *parser) conversion(f *FormattedValue) bool {
	mark := *p.tok()
	p.mark++
	t := p.name()
	if t == nil {
		return false
	}
	if mark.endLine != t.line || mark.endCol != t.col {
		at := mark.span()
		at.EndLine, at.EndCol = t.endLine, t.endCol
		p.raise(at, "f-string: conversion type must come right after the exclamation mark")
		return false
	}
	switch s := p.str(t); s {
	case "s", "r", "a":
		f.Conversion = Conversion(s[0])
		return true
	default:
		p.raise(t.span(), "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'", s)
		return false
	}
}

// withoutComments drops comments from the text of a field that is shown.
func withoutComments(s string) string {
	if strings.IndexByte(s, '#') < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		i := strings.IndexByte(s, '#')
		if i < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:i])
		if end := strings.IndexByte(s[i:], '\n'); end >= 0 {
			s = s[i+end:]
		} else {
			s = ""
		}
	}
	return b.String()
}

// annotatedRHS: yield_expr | star_expressions
func (p *parser) annotatedRHS() Expr {
	if p.kind() == kwYield {
		return p.yieldExpr()
	}
	return p.starExpressions()
}
