package builtins

import (
	"strings"

	"asyncio/script/format"
	"asyncio/script/object"
	"asyncio/script/text"
)

// escaped is s with the characters beyond ASCII as escapes.
func escaped(s string) string {
	if text.IsASCII(s) {
		return s
	}
	var b strings.Builder
	for s != "" {
		r, n := text.DecodeRune(s)
		if r < 128 {
			b.WriteByte(byte(r))
		} else {
			q := text.ASCII(s[:n])
			b.WriteString(q[1 : len(q)-1])
		}
		s = s[n:]
	}
	return b.String()
}

// Format is format(v, spec).
func Format(t *thread, v value, spec string) (string, error) {
	if err := t.RoomForSpec(spec); err != nil {
		return "", err
	}
	r, _, err := t.CallSpecial(v, "__format__", object.String(spec))
	if err != nil {
		return "", err
	}
	s, ok := object.StrOf(r)
	if !ok {
		return "", object.TypeError("__format__ must return a str, not %s", object.ClassOf(r).Name)
	}
	return s, nil
}

func convert(t *thread, v value, code byte) (string, error) {
	switch code {
	case 's':
		return object.StrText(t, v)
	case 'a':
		s, err := object.ReprText(t, v)
		return escaped(s), err
	}
	return object.ReprText(t, v)
}

// template is str.format's view of its arguments.
type template struct {
	t    *thread
	args []value
	kw   kws
}

func (o *template) Positional(i int) (value, error) {
	if i >= len(o.args) {
		return value{}, format.IndexOutOfRange(i)
	}
	return o.args[i], nil
}

func (o *template) Keyword(name string) (value, error) {
	for _, k := range o.kw {
		if k.Name == name {
			return k.Val, nil
		}
	}
	return value{}, object.KeyError(object.String(name))
}

func (o *template) Attr(v value, name string) (value, error) { return object.GetAttr(o.t, v, name) }

func (o *template) Index(v value, i int) (value, error) {
	return object.GetItem(o.t, v, object.Int(int64(i)))
}

func (o *template) Key(v value, key string) (value, error) {
	return object.GetItem(o.t, v, object.String(key))
}

func (o *template) Convert(v value, code byte) (value, error) { return str(convert(o.t, v, code)) }

func (o *template) Format(v value, spec string) (string, error) {
	return Format(o.t, v, spec)
}

type mapTemplate struct {
	template
	m value
}

// Positional implements format.TemplateOps: a mapping has no numbers.
func (o *mapTemplate) Positional(int) (value, error) {
	return value{}, object.ValueError("Format string contains positional fields")
}

// Keyword implements format.TemplateOps.
func (o *mapTemplate) Keyword(name string) (value, error) {
	return object.GetItem(o.t, o.m, object.String(name))
}

// formatMethod is __format__ of the builtin types.
func formatMethod(t *thread, a []value, _ kws) (value, error) {
	spec, ok := object.StrOf(a[1])
	if !ok {
		return value{}, object.TypeError("__format__() argument must be str, not %s", argumentName(a[1]))
	}
	return str(object.FormatValue(t, a[0], spec))
}
