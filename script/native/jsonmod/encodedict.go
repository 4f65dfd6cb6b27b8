package jsonmod

import (
	"slices"
	"strings"
	"unicode/utf8"

	"asyncio/script/object"
)

type pair struct{ key, val value }

// dict writes a dict that is not empty.
func (w *writer) dict(d *object.Dict, newline string) error {
	pairs, err := w.pairs(d)
	if err != nil {
		return err
	}
	inner := w.open('{', newline)
	n := 0
	for _, p := range pairs {
		name, ok, err := w.name(p.key)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		w.between(n, inner)
		n++
		w.out = appendQuoted(w.out, name, w.ascii)
		w.out = append(w.out, w.colon...)
		if err := w.value(p.val, inner); err != nil {
			return err
		}
	}
	w.shut('}', newline)
	return nil
}

// pairs gives a dict's items in the order in which they are written.
func (w *writer) pairs(d *object.Dict) ([]pair, error) {
	out := make([]pair, 0, d.Len())
	strs := true
	if d.Exact() {
		_ = object.EachItem(d, func(k, v value) error {
			_, ok := object.StrOf(k)
			strs = strs && ok
			out = append(out, pair{k, v})
			return nil
		})
		if !w.sorted {
			return out, nil
		}
		if strs {
			slices.SortFunc(out, func(a, b pair) int {
				x, _ := object.StrOf(a.key)
				y, _ := object.StrOf(b.key)
				return strings.Compare(x, y)
			})
			return out, nil
		}
	}
	get, err := object.GetAttr(w.t, object.Obj(d), "items")
	if err != nil {
		return nil, err
	}
	view, err := w.t.Call(get)
	if err != nil {
		return nil, err
	}
	items, err := object.Collect(w.t, view)
	if err != nil {
		return nil, err
	}
	l := object.NewList(items)
	if w.sorted {
		sort, err := object.GetAttr(w.t, object.Obj(l), "sort")
		if err == nil {
			_, err = w.t.Call(sort)
		}
		if err != nil {
			return nil, err
		}
	}
	out = out[:0]
	for _, v := range l.Items {
		p, ok := v.Ref.(*object.Tuple)
		if !ok || len(p.Items) != 2 {
			return nil, object.ValueError("items must return 2-tuples")
		}
		out = append(out, pair{p.Items[0], p.Items[1]})
	}
	return out, nil
}

// name gives the string of a key; ok is false when it is to be left out.
func (w *writer) name(key value) (s string, ok bool, err error) {
	if s, ok = object.StrOf(key); ok {
		return s, true, nil
	}
	switch {
	case key.IsNone():
		return "null", true, nil
	case key.IsBool() && key.I() != 0:
		return "true", true, nil
	case key.IsBool():
		return "false", true, nil
	}
	if s, ok, err = w.numeral(key); ok || err != nil || w.skipKeys {
		return s, ok, err
	}
	return "", false, object.TypeError("keys must be str, int, float, bool or None, not %s", object.ClassOf(key).Name)
}

const hex = "0123456789abcdef"

// appendQuoted appends a JSON string, in ASCII only if asked.
func appendQuoted(out []byte, s string, ascii bool) []byte {
	out = append(out, '"')
	start := 0
	for i := 0; i < len(s); {
		b := s[i]
		if b >= ' ' && b < 0x7f && b != '"' && b != '\\' || !ascii && b >= 0x7f {
			i++
			continue
		}
		out = append(out, s[start:i]...)
		size := 1
		switch b {
		case '"', '\\':
			out = append(out, '\\', b)
		case '\b':
			out = append(out, '\\', 'b')
		case '\f':
			out = append(out, '\\', 'f')
		case '\n':
			out = append(out, '\\', 'n')
		case '\r':
			out = append(out, '\\', 'r')
		case '\t':
			out = append(out, '\\', 't')
		default:
			var code rune
			code, size = charAt(s[i:])
			if code > 0xffff {
				code -= 0x10000
				out = appendCode(out, 0xd800|code>>10)
				code = 0xdc00 | code&0x3ff
			}
			out = appendCode(out, code)
		}
		i += size
		start = i
	}
	return append(append(out, s[start:]...), '"')
}

// charAt gives the first character of s; a lone surrogate has three bytes.
func charAt(s string) (rune, int) {
	if r, n := utf8.DecodeRuneInString(s); r != utf8.RuneError || n > 1 {
		return r, n
	}
	return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
}

func appendCode(out []byte, code rune) []byte {
	return append(out, '\\', 'u', hex[code>>12&15], hex[code>>8&15], hex[code>>4&15], hex[code&15])
}
