package csvmod

import (
	"strings"

	"asyncio/script/object"
)

// writer writes rows by a function.
type writer struct {
	object.Head
	write, dialect value
	rules          *rules
}

// Class implements object.Object.
func (w *writer) Class() *object.Class { return writerClass }

// Traverse implements object.Traverser.
func (w *writer) Traverse(visit func(value)) {
	visit(w.write)
	visit(w.dialect)
}

func fillWriter(c *object.Class) {
	c.DefProperty("dialect", func(_ *thread, self value) (value, error) { return self.Ref.(*writer).dialect, nil })
	c.DefPlain("writerow", 2, 2, func(t *thread, a []value) (value, error) { return a[0].Ref.(*writer).row(t, a[1]) })
	c.DefPlain("writerows", 2, 2, func(t *thread, a []value) (value, error) {
		return object.None, object.Each(t, a[1], func(row value) error {
			_, err := a[0].Ref.(*writer).row(t, row)
			return err
		})
	})
}

// row writes one row and gives what the function for it gave.
func (w *writer) row(t *thread, row value) (value, error) {
	it, err := object.Iter(t, row)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) {
			err = csvError("iterable expected, not %s", object.ClassOf(row).Name)
		}
		return value{}, err
	}
	var out []byte
	room := t.Growing()
	fields, null, start := 0, false, 0
	err = object.EachOf(t, it, func(v value) error {
		if fields++; fields > 1 {
			out = append(out, w.rules.delimiter...)
		}
		null, start = v.IsNone(), len(out)
		if out, err = w.field(t, out, v); err != nil {
			return err
		}
		return room.Check(len(out))
	})
	if err != nil {
		return value{}, err
	}
	if fields == 1 && start == len(out) {
		quoting := w.rules.quoting
		if quoting == quoteNone || null && (quoting == quoteStrings || quoting == quoteNotNull) {
			return value{}, csvError("single empty field record must be quoted")
		}
		out = append(out, w.rules.quote+w.rules.quote...)
	}
	out = append(out, w.rules.end...)
	return t.Call(w.write, object.String(string(out)))
}

// field appends the text of one value.
func (w *writer) field(t *thread, out []byte, v value) ([]byte, error) {
	r := w.rules
	text, isText := object.StrOf(v)
	quoted := false
	switch r.quoting {
	case quoteNonNumeric:
		quoted = !number(v)
	case quoteAll:
		quoted = true
	case quoteStrings:
		quoted = isText
	case quoteNotNull:
		quoted = !v.IsNone()
	}
	if !isText && !v.IsNone() {
		var err error
		if text, err = object.StrText(t, v); err != nil {
			return out, err
		}
	}
	if text == "" && r.delimiter == " " && r.skip {
		if r.quoting == quoteNone || v.IsNone() && (r.quoting == quoteStrings || r.quoting == quoteNotNull) {
			return out, csvError("empty field must be quoted if delimiter is a space and skipinitialspace is true")
		}
		quoted = true
	}
	if n := r.plain(text); n == len(text) && !(quoted && strings.Contains(text, r.quote)) {
		if quoted {
			return append(append(append(out, r.quote...), text...), r.quote...), nil
		}
		return append(out, text...), nil
	}
	start := len(out)
	for len(text) > 0 {
		n := r.plain(text)
		out, text = append(out, text[:n]...), text[n:]
		if text == "" {
			break
		}
		c := text[:width(text)]
		text = text[len(c):]
		before, quotes, err := w.before(c)
		if err != nil {
			return out, err
		}
		quoted = quoted || quotes
		out = append(append(out, before...), c...)
	}
	if quoted {
		body := string(out[start:])
		out = append(append(append(out[:start], r.quote...), body...), r.quote...)
	}
	return out, nil
}

// before tells what is to stand before a character, and whether the field needs
// quotes for it.
func (w *writer) before(c string) (before string, quotes bool, err error) {
	r := w.rules
	isEscape, isQuote := is(c, r.escape), is(c, r.quote)
	switch {
	case !isEscape && !isQuote && !is(c, r.delimiter) && c != "\n" && c != "\r" && !strings.Contains(r.end, c):
		return "", false, nil
	case r.quoting == quoteNone:
	case isQuote && r.double:
		return c, true, nil
	case !isQuote && !isEscape:
		return "", true, nil
	}
	if r.escape == "" {
		return "", false, csvError("need to escape, but no escapechar set")
	}
	return r.escape, false, nil
}

// number reports whether a value counts as a number to QUOTE_NONNUMERIC.
func number(v value) bool {
	if _, ok := object.Integer(v); ok {
		return true
	}
	if _, ok := object.FloatOf(v); ok {
		return true
	}
	cls := object.ClassOf(v)
	for _, name := range []string{"__index__", "__int__", "__float__"} {
		if _, ok := cls.Lookup(name); ok {
			return true
		}
	}
	return cls.IsSubclass(object.ComplexClass)
}
