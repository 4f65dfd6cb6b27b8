package object

import (
	"slices"
	"strings"

	"asyncio/script/blame"
)

// hint gives the "Did you mean" of an error about a name.
func hint(t *Thread, e *Exception) string {
	s := Suggestion(t, e)
	out := ""
	if s != "" {
		out = ". Did you mean: '" + s + "'?"
	}
	if e.cls.IsSubclass(NameErrorClass) {
		if name, ok := StrOf(e.Extra("name")); ok && slices.Contains(StdlibNames(), name) {
			if s != "" {
				out += " Or did you forget to import '" + name + "'?"
			} else {
				out += ". Did you forget to import '" + name + "'?"
			}
		}
	}
	return out
}

// Suggestion gives the name that an AttributeError, NameError or ImportError
// most likely means, empty for none.
func Suggestion(t *Thread, e *Exception) string {
	return SuggestFor(t, e, e.TB)
}

// SuggestFor is Suggestion with a traceback of the caller's.
func SuggestFor(t *Thread, e *Exception, tb *Traceback) string {
	last := tb.last()
	switch {
	case e.cls.IsSubclass(ImportErrorClass):
		from, ok := StrOf(e.Extra("name_from"))
		name, _ := StrOf(e.Extra("name"))
		if !ok || t.In == nil {
			return ""
		}
		mod := t.In.Modules.GetStr(name)
		if !mod.Valid() {
			return ""
		}
		return blame.Suggest(from, visible(t, mod, !strings.HasPrefix(from, "_")))
	case e.cls.IsSubclass(AttributeErrorClass):
		name, ok := StrOf(e.Extra("name"))
		obj := e.Extra("obj")
		if !ok || !obj.Valid() {
			return ""
		}
		hide := !strings.HasPrefix(name, "_")
		if hide && last != nil {
			if self := last.Frame.Local("self"); self.Valid() && Is(self, obj) {
				hide = false
			}
		}
		return blame.Suggest(name, visible(t, obj, hide))
	case e.cls.IsSubclass(NameErrorClass):
		name, ok := StrOf(e.Extra("name"))
		if !ok || last == nil {
			return ""
		}
		if self := last.Frame.Local("self"); self.Valid() {
			if _, err := GetAttr(t, self, name); err == nil {
				return "self." + name
			}
		}
		return blame.Suggest(name, last.Frame.Names())
	}
	return ""
}

// visible is dir(v), perhaps without the names that begin with _.
func visible(t *Thread, v Value, hide bool) []string {
	names, err := Dir(t, v)
	if err != nil {
		return nil
	}
	var out []string
	for _, n := range names {
		if s, ok := StrOf(n); ok && !(hide && strings.HasPrefix(s, "_")) {
			out = append(out, s)
		}
	}
	return out
}
