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
	field := func(name string) (string, bool) {
		v := e.Extra(name)
		return text(v, false), v.Valid() && !v.IsNone()
	}
	switch {
	case e.cls.IsSubclass(OSErrorClass) && e.Extra("errno").Valid():
		no, _ := field("errno")
		what, _ := field("strerror")
		s := "[Errno " + no + "] " + what
		if f := e.Extra("filename"); f.Valid() && !f.IsNone() {
			s += ": " + text(f, true)
			if f := e.Extra("filename2"); f.Valid() && !f.IsNone() {
				s += " -> " + text(f, true)
			}
		}
		return s
	case e.cls.IsSubclass(SyntaxErrorClass):
		msg, ok := field("msg")
		if !ok {
			msg = "None"
		}
		file, hasFile := field("filename")
		file = file[strings.LastIndexByte(file, '/')+1:]
		line, hasLine := IntOf(e.Extra("lineno"))
		switch {
		case hasFile && hasLine:
			return fmt.Sprintf("%s (%s, line %d)", msg, file, line)
		case hasFile:
			return msg + " (" + file + ")"
		case hasLine:
			return fmt.Sprintf("%s (line %d)", msg, line)
		}
		return msg
	case e.cls.IsSubclass(ImportErrorClass):
		if s, ok := StrOf(e.Extra("msg")); ok {
			return s
		}
	case e.cls.IsSubclass(UnicodeErrorClass) && e.Extra("reason").Valid():
		return unicodeText(e)
	}
	switch len(e.Args) {
	case 0:
		return ""
	case 1:
		return text(e.Args[0], e.cls.IsSubclass(KeyErrorClass))
	}
	return text(TupleValue(e.Args...), true)
}

// unicodeText says which character or byte could not be converted.
func unicodeText(e *Exception) string {
	enc, _ := StrOf(e.Extra("encoding"))
	reason, _ := StrOf(e.Extra("reason"))
	from, _ := IntOf(e.Extra("start"))
	to, _ := IntOf(e.Extra("end"))
	obj := e.Extra("object")
	codec := "'" + enc + "' codec can't decode "
	if e.cls.IsSubclass(UnicodeEncodeErrorClass) {
		codec = "'" + enc + "' codec can't encode "
	} else if e.cls.IsSubclass(UnicodeTranslateErrorClass) {
		codec = "can't translate "
	}
	if b, ok := obj.Ref.(*Bytes); ok {
		if from >= 0 && int(from) < len(b.B) && to == from+1 {
			return fmt.Sprintf("%sbyte 0x%02x in position %d: %s", codec, b.B[from], from, reason)
		}
		return fmt.Sprintf("%sbytes in position %d-%d: %s", codec, from, to-1, reason)
	}
	if s, ok := StrOf(obj); ok {
		runes := Runes(s)
		if from >= 0 && int(from) < len(runes) && to == from+1 {
			c := runes[from]
			esc := fmt.Sprintf("\\x%02x", c)
			if c > 0xffff {
				esc = fmt.Sprintf("\\U%08x", c)
			} else if c > 0xff {
				esc = fmt.Sprintf("\\u%04x", c)
			}
			return fmt.Sprintf("%scharacter '%s' in position %d: %s", codec, esc, from, reason)
		}
	}
	return fmt.Sprintf("%scharacters in position %d-%d: %s", codec, from, to-1, reason)
}

// ExceptionLine gives the last line of e's traceback.
func ExceptionLine(t *Thread, e *Exception) string {
	s := ExceptionText(t, e)
	if e.cls.IsSubclass(SyntaxErrorClass) {
		s, _ = StrOf(e.Extra("msg"))
	}
	if s == "" {
		return e.cls.FullName()
	}
	return e.cls.FullName() + ": " + s
}
