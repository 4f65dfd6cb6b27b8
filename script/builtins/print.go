package builtins

import (
	"strings"

	"asyncio/script/object"
)

// TextWriter is implemented by native text streams. WriteText is write(s) when
// WritesPlainly tells that no Python subclass may have replaced that.
type TextWriter interface {
	WritesPlainly() bool
	WriteText(t *object.Thread, s string) error
}

// stdStream gives sys.stdin, sys.stdout or sys.stderr as the program left it.
func stdStream(h *Host, name string) (value, error) {
	v := h.Sys().Dict.GetStr(name)
	if !v.Valid() {
		return v, object.RuntimeError("lost sys.%s", name)
	}
	return v, nil
}

// writeTo writes text to any object with a method write.
func writeTo(t *thread, to value, s string) error {
	w, err := object.GetAttr(t, to, "write")
	if err == nil {
		_, err = t.Call(w, object.String(s))
	}
	return err
}

func flush(t *thread, to value) error {
	f, err := object.GetAttr(t, to, "flush")
	if err == nil {
		_, err = t.Call(f)
	}
	return err
}

func printTo(t *thread, h *Host, a []value, kw kws) (value, error) {
	sep, end := " ", "\n"
	var to value
	flushes := false
	if len(kw) > 0 {
		p, err := object.Args("print", nil, kw, 0, "sep", "end", "file", "flush")
		if err != nil {
			return value{}, err
		}
		for i, s := range []*string{&sep, &end} {
			if p[i].Valid() && !p[i].IsNone() {
				x, ok := object.StrOf(p[i])
				if !ok {
					return value{}, object.TypeError("%s must be None or a string, not %s", []string{"sep", "end"}[i], object.ClassOf(p[i]).Name)
				}
				*s = x
			}
		}
		if !p[2].IsNone() {
			to = p[2]
		}
		if p[3].Valid() {
			if flushes, err = object.Truth(t, p[3]); err != nil {
				return value{}, err
			}
		}
	}
	if !to.Valid() {
		var err error
		if to, err = stdStream(h, "stdout"); err != nil {
			return value{}, err
		}
		if to.IsNone() {
			return object.None, nil
		}
	}
	err := printItems(t, to, a, sep, end)
	if err == nil && flushes {
		err = flush(t, to)
	}
	return object.None, err
}

func printItems(t *thread, to value, a []value, sep, end string) error {
	w, ok := to.Ref.(TextWriter)
	if ok && w.WritesPlainly() {
		var b strings.Builder
		for i, v := range a {
			if i > 0 {
				b.WriteString(sep)
			}
			s, err := object.StrText(t, v)
			if err != nil {
				if e := w.WriteText(t, b.String()); e != nil {
					return e
				}
				return err
			}
			b.WriteString(s)
		}
		b.WriteString(end)
		return w.WriteText(t, b.String())
	}
	// Every piece is a call of its own, which a program's own stream can see.
	for i, v := range a {
		if i > 0 {
			if err := writeTo(t, to, sep); err != nil {
				return err
			}
		}
		s, err := object.StrText(t, v)
		if err == nil {
			err = writeTo(t, to, s)
		}
		if err != nil {
			return err
		}
	}
	return writeTo(t, to, end)
}

// input is the builtin input.
func input(t *thread, h *Host, prompt value) (value, error) {
	var std [3]value
	for i, name := range []string{"stdin", "stdout", "stderr"} {
		v, err := stdStream(h, name)
		if err == nil && v.IsNone() {
			err = object.RuntimeError("input(): lost sys.%s", name)
		}
		if err != nil {
			return value{}, err
		}
		std[i] = v
	}
	if err := flush(t, std[2]); err != nil {
		return value{}, err
	}
	if prompt.Valid() {
		s, err := object.StrText(t, prompt)
		if err == nil {
			err = writeTo(t, std[1], s)
		}
		if err != nil {
			return value{}, err
		}
	}
	if err := flush(t, std[1]); err != nil {
		return value{}, err
	}
	read, err := object.GetAttr(t, std[0], "readline")
	if err != nil {
		return value{}, err
	}
	line, err := t.Call(read)
	if err != nil {
		return value{}, err
	}
	s, ok := object.StrOf(line)
	if !ok {
		return value{}, object.TypeError("object.readline() returned non-string")
	}
	if s == "" {
		return value{}, object.Raise(object.EOFErrorClass, "EOF when reading a line")
	}
	return object.String(strings.TrimSuffix(s, "\n")), nil
}
