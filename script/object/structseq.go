package object

import (
	"slices"
	"strings"
)

// StructSeq says how a class of tuples with named fields is laid out, such as
// time.struct_time: the first Shown fields are the tuple's items, the rest
// have a name only.
type StructSeq struct {
	Fields []string
	Shown  int
}

// NewStructSeq makes a class of tuples with named fields. A field named "" has
// no attribute.
func NewStructSeq(module, name string, shown int, fields ...string) *Class {
	c := NewNativeClass(module, name, TupleClass)
	c.seq = &StructSeq{Fields: fields, Shown: shown}
	c.Construct = c.newSeq
	c.Later(fillSeq)
	return c
}

func fillSeq(c *Class) {
	fields, shown := c.seq.Fields, c.seq.Shown
	unnamed := 0
	var match []Value
	for i, f := range fields[:shown] {
		if f == "" {
			unnamed++
			continue
		}
		match = append(match, String(f))
		c.DefGet(f, func(_ *Thread, v Value) (Value, error) {
			if t, ok := v.Ref.(*Tuple); ok && i < len(t.Items) {
				return t.Items[i], nil
			}
			return None, nil
		}, nil)
	}
	c.SetAttr("n_fields", Int(int64(len(fields))))
	c.SetAttr("n_sequence_fields", Int(int64(shown)))
	c.SetAttr("n_unnamed_fields", Int(int64(unnamed)))
	c.SetAttr("__match_args__", TupleValue(match...))
	c.Def("__reduce__", 1, 1, func(_ *Thread, a []Value, _ []Kw) (Value, error) {
		tup, _ := a[0].Ref.(*Tuple)
		hidden := NewDict()
		for i := shown; i < len(fields); i++ {
			hidden.SetStr(fields[i], tup.attrs.Get(fields[i]))
		}
		return TupleValue(Obj(tup.Class()), TupleValue(TupleValue(append([]Value(nil), tup.Items...)...), Obj(hidden))), nil
	})
}

// newSeq is the constructor of a class of NewStructSeq.
func (c *Class) newSeq(t *Thread, cls *Class, args []Value, kw []Kw) (Value, error) {
	fields, shown := c.seq.Fields, c.seq.Shown
	p, err := Args(cls.Qualname, args, kw, 1, "sequence", "dict")
	if err != nil {
		return Value{}, err
	}
	items, err := Collect(t, p[0])
	if err != nil {
		if IsInstance(err, TypeErrorClass) {
			err = TypeError("constructor requires a sequence")
		}
		return Value{}, err
	}
	full := c.FullName()
	switch {
	case len(items) < shown && shown == len(fields):
		return Value{}, TypeError("%s() takes a %d-sequence (%d-sequence given)", full, shown, len(items))
	case len(items) < shown:
		return Value{}, TypeError("%s() takes an at least %d-sequence (%d-sequence given)", full, shown, len(items))
	case len(items) > len(fields) && shown == len(fields):
		return Value{}, TypeError("%s() takes a %d-sequence (%d-sequence given)", full, shown, len(items))
	case len(items) > len(fields):
		return Value{}, TypeError("%s() takes an at most %d-sequence (%d-sequence given)", full, len(fields), len(items))
	}
	v := c.seqOf(items)
	if cls != c {
		v.Ref.(*Tuple).SetClass(cls)
	}
	return v, nil
}

// NewSeq makes an instance of a class of NewStructSeq; absent fields are None.
func (c *Class) NewSeq(items ...Value) Value { return c.seqOf(items) }

func (c *Class) seqOf(items []Value) Value {
	n := c.seq.Shown
	t := &Tuple{Items: items[:n:n]}
	t.SetClass(c)
	if len(c.seq.Fields) > n {
		t.attrs = NewAttrs()
		for i := n; i < len(c.seq.Fields); i++ {
			v := None
			if i < len(items) {
				v = items[i]
			}
			t.attrs.Set(c.seq.Fields[i], v)
		}
	}
	return Value{Ref: t}
}

// seqRepr is the repr of a tuple with named fields.
func seqRepr(t *Thread, c *Class, tup *Tuple) (string, error) {
	var b strings.Builder
	b.WriteString(c.FullName() + "(")
	named := slices.DeleteFunc(slices.Clone(c.seq.Fields), func(f string) bool { return f == "" })
	for i, v := range tup.Items {
		if i > 0 {
			b.WriteString(", ")
		}
		s, err := ReprText(t, v)
		if err != nil {
			return "", err
		}
		b.WriteString(named[i] + "=" + s)
	}
	b.WriteString(")")
	return b.String(), nil
}
