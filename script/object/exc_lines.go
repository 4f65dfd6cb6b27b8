package object

import (
	"fmt"
	"strings"
)

// excLines gives the last lines of an exception's text: what it is, with the
// name that was perhaps meant, and its notes.
func excLines(t *Thread, e *Exception) string {
	var s string
	if e.cls.IsSubclass(SyntaxErrorClass) {
		s = syntaxLines(t, e)
	} else {
		s = ExceptionLine(t, e)
		if t != nil {
			s += hint(t, e)
		}
		s += "\n"
	}
	notes := e.Extra("__notes__")
	var items []Value
	switch l := notes.Ref.(type) {
	case *List:
		items = l.Items
	case *Tuple:
		items = l.Items
	case nil:
		return s
	default:
		text, err := ReprText(t, notes)
		if err != nil {
			text = "<__notes__ repr() failed>"
		}
		return s + text + "\n"
	}
	for _, n := range items {
		text, err := StrText(t, n)
		if err != nil {
			text = "<note str() failed>"
		}
		for _, line := range strings.Split(text, "\n") {
			s += line + "\n"
		}
	}
	return s
}

// syntaxLines gives file, line and caret of a SyntaxError, and its last line.
func syntaxLines(t *Thread, e *Exception) string {
	str := func(name string) (string, bool) {
		v := e.Extra(name)
		if !v.Valid() || v.IsNone() {
			return "", false
		}
		s, ok := StrOf(v)
		if !ok {
			s, _ = StrText(t, v)
		}
		return s, true
	}
	num := func(name string) (int, bool) {
		n, ok := IntOf(e.Extra(name))
		return int(n), ok
	}
	msg, ok := str("msg")
	if !ok || msg == "" {
		msg = "<no detail available>"
	}
	lead, suffix := "", ""
	file, hasFile := str("filename")
	line, hasLine := num("lineno")
	if hasLine {
		if file == "" {
			file = "<string>"
		}
		lead = fmt.Sprintf("  File \"%s\", line %d\n", file, line)
	} else if hasFile {
		suffix = " (" + file + ")"
	}
	if text, ok := str("text"); ok {
		col, hasCol := num("offset")
		endCol, _ := num("end_offset")
		endLine, hasEnd := num("end_lineno")
		lead += syntaxSource(text, col, endCol, hasCol, !hasEnd && !hasLine || endLine == line)
	}
	return lead + e.cls.FullName() + ": " + msg + suffix + "\n"
}

// syntaxSource gives the line of a SyntaxError with its carets. Columns count
// from 1; 0 for the end is none.
func syntaxSource(text string, col, endCol int, hasCol, oneLine bool) string {
	whole := []rune(strings.TrimRight(text, "\n"))
	bare := []rune(strings.TrimLeft(string(whole), " \n\f"))
	s := "    " + string(bare) + "\n"
	if !hasCol {
		return s
	}
	shift := len(whole) - len(bare)
	end := len(whole) + 1
	if oneLine {
		if end = endCol; end == 0 {
			end = col
		}
	}
	if size := len([]rune(text)); size > 0 {
		if col > size {
			col = len(whole) + 1
		}
		if end > size {
			end = len(whole) + 1
		}
	}
	if col >= end || end < 0 {
		end = col + 1
	}
	from := col - 1 - shift
	if from < 0 {
		return s
	}
	s += "    "
	for i := range from {
		if i < len(bare) && strings.ContainsRune(" \t\f\v", bare[i]) {
			s += string(bare[i])
		} else {
			s += " "
		}
	}
	return s + strings.Repeat("^", end-col) + "\n"
}
