package jsonmod

import (
	"math"

	"asyncio/script/number"
	"asyncio/script/object"
)

// writer writes values as an encoder does.
type writer struct {
	t        *thread
	encoder  value
	out      []byte
	room     object.Growing
	ascii    bool
	nan      bool
	sorted   bool
	skipKeys bool
	indented bool
	step     string
	item     string
	colon    string
	active   map[object.Object]bool // what is being written; nil if nobody asks
	depth    int
}

// encode gives the text of v as the encoder's settings have it.
func encode(t *thread, encoder, v value) (value, error) {
	w := &writer{t: t, encoder: encoder, room: t.Growing()}
	circular := false
	for name, to := range map[string]*bool{"ensure_ascii": &w.ascii, "allow_nan": &w.nan, "sort_keys": &w.sorted,
		"skipkeys": &w.skipKeys, "check_circular": &circular} {
		x, err := object.GetAttr(t, encoder, name)
		if err == nil {
			*to, err = object.Truth(t, x)
		}
		if err != nil {
			return value{}, err
		}
	}
	for i, name := range []string{"key_separator", "item_separator"} {
		x, err := object.GetAttr(t, encoder, name)
		if err != nil {
			return value{}, err
		}
		s, ok := object.StrOf(x)
		if !ok {
			return value{}, object.TypeError("make_encoder() argument %d must be str, not %s", 5+i, object.ClassOf(x).Name)
		}
		*[]*string{&w.colon, &w.item}[i] = s
	}
	if circular {
		w.active = map[object.Object]bool{}
	}
	if err := w.setIndent(); err != nil {
		return value{}, err
	}
	if err := w.value(v, "\n"); err != nil {
		return value{}, err
	}
	return object.String(string(w.out)), nil
}

func (w *writer) setIndent() error {
	x, err := object.GetAttr(w.t, w.encoder, "indent")
	if err != nil || x.IsNone() {
		return err
	}
	w.indented = true
	if _, ok := object.StrOf(x); !ok {
		if x, err = object.Binary(w.t, object.OpMul, object.String(" "), x); err != nil {
			return err
		}
	}
	w.step, _ = object.StrOf(x)
	return nil
}

// value writes v; newline is a line's beginning where it stands.
func (w *writer) value(v value, newline string) error {
	if done, err := w.simple(v); done || err != nil {
		return err
	}
	if err := w.room.Check(len(w.out)); err != nil {
		return err
	}
	switch o := v.Ref.(type) {
	case *object.List:
		return w.within(v, func() error { return w.list(v, o.Items, o.Exact(), newline) })
	case *object.Tuple:
		return w.within(v, func() error { return w.list(v, o.Items, o.Exact(), newline) })
	case *object.Dict:
		if o.Len() == 0 {
			w.out = append(w.out, "{}"...)
			return nil
		}
		return w.within(v, func() error { return w.dict(o, newline) })
	}
	return w.within(v, func() error {
		replace, err := object.GetAttr(w.t, w.encoder, "default")
		if err != nil {
			return err
		}
		r, err := w.t.Call(replace, v)
		if err != nil {
			return err
		}
		return w.value(r, newline)
	})
}

// within writes what may hold further values.
func (w *writer) within(v value, write func() error) error {
	if w.depth++; w.depth > maxDepth {
		return tooDeep("encoding a JSON object")
	}
	defer func() { w.depth-- }()
	if w.active == nil {
		return write()
	}
	if w.active[v.Ref] {
		return object.ValueError("Circular reference detected")
	}
	w.active[v.Ref] = true
	err := write()
	delete(w.active, v.Ref)
	return err
}

// simple writes what holds no further values.
func (w *writer) simple(v value) (bool, error) {
	if s, ok := object.StrOf(v); ok {
		w.out = appendQuoted(w.out, s, w.ascii)
		return true, nil
	}
	switch {
	case v.IsNone():
		w.out = append(w.out, "null"...)
	case v.IsBool() && v.I() != 0:
		w.out = append(w.out, "true"...)
	case v.IsBool():
		w.out = append(w.out, "false"...)
	default:
		s, ok, err := w.numeral(v)
		w.out = append(w.out, s...)
		return ok, err
	}
	return true, nil
}

// numeral gives the text of a number.
func (w *writer) numeral(v value) (string, bool, error) {
	if n, ok := object.Integer(v); ok {
		s, err := object.NativeRepr(w.t, n)
		return s, true, err
	}
	f, ok := object.FloatOf(v)
	if !ok {
		return "", false, nil
	}
	if !math.IsNaN(f) && !math.IsInf(f, 0) {
		return number.FloatRepr(f), true, nil
	}
	if !w.nan {
		s, err := object.ReprText(w.t, v)
		if err == nil {
			err = object.ValueError("Out of range float values are not JSON compliant: %s", s)
		}
		return "", true, err
	}
	switch {
	case f > 0:
		return "Infinity", true, nil
	case f < 0:
		return "-Infinity", true, nil
	}
	return "NaN", true, nil
}

// list writes the items of v, a list or tuple. Those of a subclass are what its
// iterator gives.
func (w *writer) list(v value, items []value, exact bool, newline string) (err error) {
	if !exact {
		if items, err = object.Collect(w.t, v); err != nil {
			return err
		}
	}
	if len(items) == 0 {
		w.out = append(w.out, "[]"...)
		return nil
	}
	inner := w.open('[', newline)
	for i := 0; i < len(items); i++ {
		w.between(i, inner)
		if err := w.value(items[i], inner); err != nil {
			return err
		}
		if l, ok := v.Ref.(*object.List); ok && exact {
			items = l.Items // default may have changed the list
		}
	}
	w.shut(']', newline)
	return nil
}

// open begins a container and gives the newline inside.
func (w *writer) open(b byte, newline string) string {
	w.out = append(w.out, b)
	if !w.indented {
		return newline
	}
	newline += w.step
	w.out = append(w.out, newline...)
	return newline
}

func (w *writer) between(i int, inner string) {
	if i == 0 {
		return
	}
	w.out = append(w.out, w.item...)
	if w.indented {
		w.out = append(w.out, inner...)
	}
}

func (w *writer) shut(b byte, newline string) {
	if w.indented {
		w.out = append(w.out, newline...)
	}
	w.out = append(w.out, b)
}
