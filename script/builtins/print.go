package builtins

import (
	"asyncio/script/object"
)

func printTo(t *thread, h *Host, a []value, kw kws) (value, error) {
	p, err := object.Args("print", nil, kw, 0, "sep", "end", "file", "flush")
	if err != nil {
		return value{}, err
	}
	sep, end := " ", "\n"
	for i, s := range []*string{&sep, &end} {
		if p[i].Valid() && !p[i].IsNone() {
			x, ok := object.StrOf(p[i])
			if !ok {
				return value{}, object.TypeError("%s must be None or a string, not %s", []string{"sep", "end"}[i], object.ClassOf(p[i]).Name)
			}
			*s = x
		}
	}
	var b []byte
	for i, v := range a {
		if i > 0 {
			b = append(b, sep...)
		}
		s, err := object.StrText(t, v)
		if err != nil {
			return value{}, err
		}
		b = append(b, s...)
	}
	b = append(b, end...)
	if p[2].Valid() && !p[2].IsNone() {
		w, err := object.GetAttr(t, p[2], "write")
		if err == nil {
			_, err = t.Call(w, object.String(string(b)))
		}
		return none(err)
	}
	_, err = h.Stdout.Write(b)
	return none(err)
}
