package remod

import (
	"fmt"

	"asyncio/script/object"
	"asyncio/script/regex"
)

// match is a re.Match.
type match struct {
	p        *pattern
	s        *subject
	f        *regex.Found
	pos, end int
}

var matchClass = object.NewNativeClass("re", "Match").Final()

// Class implements object.Object.
func (m *match) Class() *object.Class { return matchClass }

// Traverse implements object.Traverser.
func (m *match) Traverse(visit func(value)) { visit(object.Obj(m.p)); visit(m.s.v) }

func mat(v value) *match { return v.Ref.(*match) }

// group gives a group's text, or missing when it took no part.
func (m *match) group(i int, missing value) value {
	a, b := m.span(i)
	if a < 0 {
		return missing
	}
	return m.s.slice(a, b)
}

func (m *match) span(i int) (int, int) {
	a, b := m.f.Marks[2*i], m.f.Marks[2*i+1]
	if a < 0 || b < 0 {
		return -1, -1
	}
	return a, b
}

// number finds a group by number or name.
func (m *match) number(t *thread, v value) (int, error) {
	i := -1
	if name, ok := object.StrOf(v); ok {
		if n, ok := m.p.prog.Index[name]; ok {
			i = n
		}
	} else if n, ok := object.IntOf(v); ok {
		i = int(n)
	} else if _, ok, _ := t.Special(v, "__index__"); ok {
		n, err := object.Index(t, v)
		if err != nil {
			return 0, err
		}
		i = n
	}
	if i < 0 || i > m.p.prog.Groups() {
		return 0, object.IndexError("no such group")
	}
	return i, nil
}

func init() { matchClass.Later(fillMatch) }

func fillMatch(c *object.Class) {
	c.DefPlain("group", 1, -1, func(t *thread, a []value) (value, error) {
		m := mat(a[0])
		if len(a) == 1 {
			return m.group(0, object.None), nil
		}
		out := make([]value, len(a)-1)
		for i, v := range a[1:] {
			n, err := m.number(t, v)
			if err != nil {
				return value{}, err
			}
			out[i] = m.group(n, object.None)
		}
		if len(out) == 1 {
			return out[0], nil
		}
		return object.TupleValue(out...), nil
	})
	c.DefPlain("__getitem__", 2, 2, func(t *thread, a []value) (value, error) {
		n, err := mat(a[0]).number(t, a[1])
		if err != nil {
			return value{}, err
		}
		return mat(a[0]).group(n, object.None), nil
	})
	missing := func(name string, a []value, kw []object.Kw) (value, error) {
		out, err := object.Args(name, a[1:], kw, 0, "default")
		if err != nil {
			return value{}, err
		}
		if !out[0].Valid() {
			return object.None, nil
		}
		return out[0], nil
	}
	c.Def("groups", 1, -1, func(_ *thread, a []value, kw []object.Kw) (value, error) {
		def, err := missing("groups", a, kw)
		if err != nil {
			return value{}, err
		}
		m := mat(a[0])
		out := make([]value, m.p.prog.Groups())
		for i := range out {
			out[i] = m.group(i+1, def)
		}
		return object.TupleValue(out...), nil
	})
	c.Def("groupdict", 1, -1, func(_ *thread, a []value, kw []object.Kw) (value, error) {
		def, err := missing("groupdict", a, kw)
		if err != nil {
			return value{}, err
		}
		m := mat(a[0])
		d := object.NewDict()
		for i, name := range m.p.prog.Names {
			if name != "" {
				d.SetStr(name, m.group(i, def))
			}
		}
		return object.Obj(d), nil
	})
	place := func(name string, give func(a, b int) value) {
		c.DefPlain(name, 1, 2, func(t *thread, a []value) (value, error) {
			n := 0
			if len(a) > 1 {
				var err error
				if n, err = mat(a[0]).number(t, a[1]); err != nil {
					return value{}, err
				}
			}
			return give(mat(a[0]).span(n)), nil
		})
	}
	place("start", func(a, _ int) value { return object.Int(int64(a)) })
	place("end", func(_, b int) value { return object.Int(int64(b)) })
	place("span", pair)
	c.Def("expand", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		in, err := object.Args("expand", a[1:], kw, 1, "template")
		if err != nil {
			return value{}, err
		}
		m := mat(a[0])
		f, err := m.p.replacement(t, in[0], m.s)
		if err != nil {
			return value{}, err
		}
		return f(m)
	})
	same := func(_ *thread, a []value) (value, error) { return a[0], nil }
	c.DefPlain("__copy__", 1, 1, same)
	c.DefPlain("__deepcopy__", 2, 2, same)
	c.DefPlain("__repr__", 1, 1, func(t *thread, a []value) (value, error) {
		m := mat(a[0])
		text, err := object.ReprText(t, m.group(0, object.None))
		if rs := []rune(text); len(rs) > 50 {
			text = string(rs[:50])
		}
		x, y := m.span(0)
		return object.String(fmt.Sprintf("<re.Match object; span=(%d, %d), match=%s>", x, y, text)), err
	})
	c.DefClass("__class_getitem__", 2, 2, func(_ *thread, a []value, _ []object.Kw) (value, error) { return object.MakeAlias(a[0], a[1]), nil })
	c.DefProperty("string", func(_ *thread, v value) (value, error) { return mat(v).s.v, nil })
	c.DefProperty("re", func(_ *thread, v value) (value, error) { return object.Obj(mat(v).p), nil })
	c.DefProperty("pos", func(_ *thread, v value) (value, error) { return object.Int(int64(mat(v).pos)), nil })
	c.DefProperty("endpos", func(_ *thread, v value) (value, error) { return object.Int(int64(mat(v).end)), nil })
	c.DefProperty("lastindex", func(_ *thread, v value) (value, error) {
		if n := mat(v).f.Last; n > 0 {
			return object.Int(int64(n)), nil
		}
		return object.None, nil
	})
	c.DefProperty("lastgroup", func(_ *thread, v value) (value, error) {
		m := mat(v)
		if name := m.p.prog.Names[m.f.Last]; name != "" {
			return object.String(name), nil
		}
		return object.None, nil
	})
	c.DefProperty("regs", func(_ *thread, v value) (value, error) {
		m := mat(v)
		out := make([]value, m.p.prog.Groups()+1)
		for i := range out {
			out[i] = pair(m.span(i))
		}
		return object.TupleValue(out...), nil
	})
}

func pair(a, b int) value { return object.TupleValue(object.Int(int64(a)), object.Int(int64(b))) }
