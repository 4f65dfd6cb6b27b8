package object

import (
	"fmt"
	"strings"
)

// ExceptionText gives str(e). t may be nil, then no Python code runs.
func ExceptionText(t *Thread, e *Exception) string {
	if t != nil && !e.cls.builtin {
		if s, err := StrText(t, Obj(e)); err == nil {
			return s
		}
		return "<exception str() failed>"
	}
	return defaultExcText(t, e)
}

// DefaultExceptionText is BaseException.__str__.
func DefaultExceptionText(t *Thread, e *Exception) string { return defaultExcText(t, e) }

func defaultExcText(t *Thread, e *Exception) string {
	if e.cls.IsSubclass(BaseExceptionGroupClass) {
		return fmt.Sprintf("%s (%d sub-exception%s)", e.Message, len(e.Members), plural(len(e.Members)))
	}
	text := func(v Value, repr bool) string {
		if s, ok := StrOf(v); ok && !repr {
			return s
		}
		if t == nil {
			t = &Thread{}
		}
		f := StrText
		if repr {
			f = ReprText
		}
		s, err := f(t, v)
		if err != nil {
			return "<exception str() failed>"
		}
		return s
	}
	if e.cls.IsSubclass(OSErrorClass) && len(e.Args) >= 2 {
		s := "[Errno " + text(e.Args[0], false) + "] " + text(e.Args[1], false)
		if len(e.Args) > 2 && !e.Args[2].IsNone() {
			s += ": " + text(e.Args[2], true)
		}
		return s
	}
	switch len(e.Args) {
	case 0:
		return ""
	case 1:
		return text(e.Args[0], e.cls.IsSubclass(KeyErrorClass))
	}
	if e.cls.IsSubclass(SyntaxErrorClass) {
		s := text(e.Args[0], false)
		if loc, ok := e.Args[1].Ref.(*Tuple); ok && len(loc.Items) >= 2 {
			file := text(loc.Items[0], false)
			s += fmt.Sprintf(" (%s, line %s)", file[strings.LastIndexByte(file, '/')+1:], text(loc.Items[1], false))
		}
		return s
	}
	return text(TupleValue(e.Args...), true)
}

// ExceptionLine gives the last line of e's traceback.
func ExceptionLine(t *Thread, e *Exception) string {
	s := ExceptionText(t, e)
	if e.cls.IsSubclass(SyntaxErrorClass) && len(e.Args) > 1 {
		s, _ = StrOf(e.Args[0])
	}
	if s == "" {
		return e.cls.FullName()
	}
	return e.cls.FullName() + ": " + s
}

// FormatTraceback gives the text that Python prints for an exception nobody
// caught, the exceptions behind it first.
func FormatTraceback(t *Thread, e *Exception) string {
	var b strings.Builder
	writeTraceback(&b, t, e, map[*Exception]bool{}, "")
	return b.String()
}

func writeTraceback(b *strings.Builder, t *Thread, e *Exception, seen map[*Exception]bool, indent string) {
	seen[e] = true
	ctx := e.ContextOf()
	if c, ok := e.Cause.Ref.(*Exception); ok {
		if !seen[c] {
			writeTraceback(b, t, c, seen, indent)
			b.WriteString(indentLines("\nThe above exception was the direct cause of the following exception:\n\n", indent))
		}
	} else if ctx != nil && !e.SuppressCtx && !seen[ctx] {
		writeTraceback(b, t, ctx, seen, indent)
		b.WriteString(indentLines("\nDuring handling of the above exception, another exception occurred:\n\n", indent))
	}
	group := e.cls.IsSubclass(BaseExceptionGroupClass)
	if group {
		writeGroup(b, t, e, seen, indent)
		return
	}
	var own strings.Builder
	if e.TB != nil {
		own.WriteString("Traceback (most recent call last):\n")
		writeLevels(&own, e.TB)
	}
	own.WriteString(excLines(t, e))
	b.WriteString(indentLines(own.String(), indent))
}

func excLines(t *Thread, e *Exception) string {
	s := syntaxLines(t, e) + ExceptionLine(t, e) + "\n"
	if notes, ok := e.Extra("__notes__").Ref.(*List); ok {
		for _, n := range notes.Items {
			text, ok := StrOf(n)
			if !ok && t != nil {
				text, _ = ReprText(t, n)
			}
			s += text + "\n"
		}
	}
	return s
}

// syntaxLines gives file, line and caret of a SyntaxError.
func syntaxLines(t *Thread, e *Exception) string {
	if !e.cls.IsSubclass(SyntaxErrorClass) || len(e.Args) < 2 {
		return ""
	}
	loc, ok := e.Args[1].Ref.(*Tuple)
	if !ok || len(loc.Items) < 4 {
		return ""
	}
	file, _ := StrOf(loc.Items[0])
	line, _ := IntOf(loc.Items[1])
	col, _ := IntOf(loc.Items[2])
	s := fmt.Sprintf("  File \"%s\", line %d\n", file, line)
	text, ok := StrOf(loc.Items[3])
	if !ok || strings.TrimSpace(text) == "" {
		return s
	}
	trimmed := strings.TrimLeft(text, " \t\f")
	s += "    " + strings.TrimRight(trimmed, "\n") + "\n"
	shift := int64(len(text) - len(trimmed))
	if col-shift >= 1 {
		width := int64(1)
		if len(loc.Items) >= 6 {
			endLine, _ := IntOf(loc.Items[4])
			end, _ := IntOf(loc.Items[5])
			if endLine == line && end > col {
				width = end - col
			} else if endLine > line {
				width = int64(len([]rune(strings.TrimRight(text, "\n")))) - col + 1
			}
		}
		s += "    " + strings.Repeat(" ", int(col-shift-1)) + strings.Repeat("^", int(max(width, 1))) + "\n"
	}
	return s
}

func writeLevels(b *strings.Builder, tb *Traceback) {
	var last *Traceback
	repeats := 0
	flush := func() {
		if repeats > 3 {
			n := repeats - 3
			fmt.Fprintf(b, "  [Previous line repeated %d more time%s]\n", n, plural(n))
		}
	}
	for ; tb != nil; tb = tb.Next {
		if last != nil && last.File == tb.File && last.Line == tb.Line && last.Name == tb.Name {
			repeats++
			if repeats > 3 {
				continue
			}
		} else {
			flush()
			repeats = 1
		}
		last = tb
		fmt.Fprintf(b, "  File \"%s\", line %d, in %s\n", tb.File, tb.Line, tb.Name)
		if tb.Source != nil {
			if line := strings.TrimSpace(tb.Source(tb.Line)); line != "" {
				b.WriteString("    " + line + "\n")
			}
		}
	}
	flush()
}

func indentLines(s, indent string) string {
	if indent == "" {
		return s
	}
	lines := strings.SplitAfter(s, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = indent + l
		}
	}
	return strings.Join(lines, "")
}

// writeGroup draws an exception group and its members.
func writeGroup(b *strings.Builder, t *Thread, e *Exception, seen map[*Exception]bool, indent string) {
	top := indent == ""
	margin := indent
	if top {
		margin = "  | "
	}
	var own strings.Builder
	if e.TB != nil {
		if top {
			b.WriteString("  + Exception Group Traceback (most recent call last):\n")
		} else {
			own.WriteString("Exception Group Traceback (most recent call last):\n")
		}
		writeLevels(&own, e.TB)
	}
	own.WriteString(excLines(t, e))
	b.WriteString(indentLines(own.String(), margin))
	base := strings.TrimSuffix(margin, "| ")
	for i, m := range e.Members {
		lead := base + "  "
		if i == 0 {
			lead = base + "+-"
		}
		if i == 15 && len(e.Members) > 15 {
			rest := len(e.Members) - 15
			fmt.Fprintf(b, "%s+---------------- ... ----------------\n", lead)
			fmt.Fprintf(b, "%s  | and %d more exception%s\n", base, rest, plural(rest))
			break
		}
		fmt.Fprintf(b, "%s+---------------- %d ----------------\n", lead, i+1)
		x, ok := m.Ref.(*Exception)
		if !ok {
			continue
		}
		inner := base + "  | "
		writeTraceback(b, t, x, seen, inner)
	}
	if n := len(e.Members); n > 0 {
		last, _ := e.Members[n-1].Ref.(*Exception)
		if last == nil || !last.cls.IsSubclass(BaseExceptionGroupClass) {
			b.WriteString(base + "  +------------------------------------\n")
		}
	}
}
