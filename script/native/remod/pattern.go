package remod

import (
	"math"
	"strconv"
	"strings"

	"asyncio/script/object"
	"asyncio/script/regex"
)

// pattern is a re.Pattern.
type pattern struct {
	st    *state
	prog  *regex.Program
	text  value
	bytes bool
	index *object.Dict // groupindex, made when asked for
	// templates are the replacement texts met, parsed.
	templates map[string]*template
}

var patternClass = object.NewNativeClass("re", "Pattern").Final()

// Class implements object.Object.
func (p *pattern) Class() *object.Class { return patternClass }

// Traverse implements object.Traverser.
func (p *pattern) Traverse(visit func(value)) {
	visit(p.text)
	visit(p.st.failure)
	if p.index != nil {
		visit(object.Obj(p.index))
	}
}

func pat(v value) *pattern { return v.Ref.(*pattern) }

func init() { patternClass.Later(fillPattern) }

func fillPattern(c *object.Class) {
	for name, mode := range map[string]regex.Mode{"match": regex.Match, "fullmatch": regex.FullMatch, "search": regex.Search} {
		c.Def(name, 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
			p := pat(a[0])
			s, pos, end, err := p.window(t, name, a[1:], kw)
			if err != nil {
				return value{}, err
			}
			if pos > end {
				return object.None, nil
			}
			f, err := s.run(t, p.prog, pos, end, mode, false)
			if f == nil {
				return object.None, err
			}
			return object.Obj(&match{p, s, f, pos, end}), nil
		})
	}
	c.Def("findall", 1, -1, findAll)
	c.Def("finditer", 1, -1, findIter)
	c.Def("scanner", 1, -1, newScanner)
	c.Def("split", 1, -1, split)
	c.Def("sub", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		r, _, err := substitute(t, "sub", a, kw)
		return r, err
	})
	c.Def("subn", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		r, n, err := substitute(t, "subn", a, kw)
		return object.TupleValue(r, object.Int(int64(n))), err
	})
	same := func(_ *thread, a []value) (value, error) { return a[0], nil }
	c.DefPlain("__copy__", 1, 1, same)
	c.DefPlain("__deepcopy__", 2, 2, same)
	c.DefPlain("__repr__", 1, 1, func(t *thread, a []value) (value, error) {
		s, err := pat(a[0]).repr(t)
		return object.String(s), err
	})
	c.DefPlain("__eq__", 2, 2, func(t *thread, a []value) (value, error) {
		p, ok := a[1].Ref.(*pattern)
		if !ok {
			return object.NotImplemented, nil
		}
		q := pat(a[0])
		if p == q {
			return object.True, nil
		}
		if p.prog.Flags != q.prog.Flags || p.bytes != q.bytes {
			return object.False, nil
		}
		same, err := object.Equal(t, p.text, q.text)
		return object.Bool(same), err
	})
	c.DefPlain("__hash__", 1, 1, func(t *thread, a []value) (value, error) {
		h, err := object.HashInt(t, pat(a[0]).text)
		return object.Int(h ^ int64(pat(a[0]).prog.Flags)), err
	})
	c.DefClass("__class_getitem__", 2, 2, func(_ *thread, a []value, _ []object.Kw) (value, error) { return object.MakeAlias(a[0], a[1]), nil })
	c.DefProperty("pattern", func(_ *thread, v value) (value, error) { return pat(v).text, nil })
	c.DefProperty("flags", func(_ *thread, v value) (value, error) { return object.Int(int64(pat(v).prog.Flags)), nil })
	c.DefProperty("groups", func(_ *thread, v value) (value, error) { return object.Int(int64(pat(v).prog.Groups())), nil })
	c.DefProperty("groupindex", func(_ *thread, v value) (value, error) {
		p := pat(v)
		if p.index == nil {
			p.index = object.NewDict()
			for i, name := range p.prog.Names {
				if name != "" {
					p.index.SetStr(name, object.Int(int64(i)))
				}
			}
		}
		return object.Obj(&object.MappingProxy{D: p.index}), nil
	})
}

// window reads the arguments string, pos and endpos.
func (p *pattern) window(t *thread, name string, args []value, kw []object.Kw) (s *subject, pos, end int, err error) {
	a, err := object.Args(name, args, kw, 1, "string", "pos", "endpos")
	if err != nil {
		return nil, 0, 0, err
	}
	if s, err = p.subjectOf(a[0]); err != nil {
		return nil, 0, 0, err
	}
	end = math.MaxInt
	for i, at := range []*int{&pos, &end} {
		if v := a[i+1]; v.Valid() {
			if *at, err = object.Index(t, v); err != nil {
				return nil, 0, 0, err
			}
		}
	}
	clamp := func(n int) int { return min(max(n, 0), s.len()) }
	return s, clamp(pos), clamp(end), nil
}

func findAll(t *thread, a []value, kw []object.Kw) (value, error) {
	p := pat(a[0])
	s, pos, end, err := p.window(t, "findall", a[1:], kw)
	if err != nil {
		return value{}, err
	}
	var out []value
	err = s.each(t, p.prog, pos, end, func(f *regex.Found) (bool, error) {
		n := p.prog.Groups()
		part := func(i int) value {
			if f.Marks[2*i] < 0 || f.Marks[2*i+1] < 0 {
				return s.slice(0, 0)
			}
			return s.slice(f.Marks[2*i], f.Marks[2*i+1])
		}
		if n <= 1 {
			out = append(out, part(n))
			return true, nil
		}
		items := make([]value, n)
		for i := range items {
			items[i] = part(i + 1)
		}
		out = append(out, object.TupleValue(items...))
		return true, nil
	})
	return object.Obj(object.NewList(out)), err
}

// matchIter is what finditer gives.
type matchIter struct {
	p        *pattern
	s        *subject
	from     int
	pos, end int
	notEmpty bool
}

var matchIterClass = object.NewNativeClass("builtins", "callable_iterator").Final()

// Class implements object.Object.
func (*matchIter) Class() *object.Class { return matchIterClass }

// Traverse implements object.Traverser.
func (it *matchIter) Traverse(visit func(value)) { visit(object.Obj(it.p)); visit(it.s.v) }

// Next implements object.Iterator.
func (it *matchIter) Next(t *thread) (value, error) { return it.next(t, regex.Search) }

func (it *matchIter) next(t *thread, how regex.Mode) (value, error) {
	if it.pos > it.end {
		return value{}, nil
	}
	f, err := it.s.run(t, it.p.prog, it.pos, it.end, how, it.notEmpty)
	if err != nil || f == nil {
		it.pos = it.end + 1
		return value{}, err
	}
	it.notEmpty, it.pos = f.Marks[0] == f.Marks[1], f.Marks[1]
	return object.Obj(&match{it.p, it.s, f, it.from, it.end}), nil
}

func findIter(t *thread, a []value, kw []object.Kw) (value, error) {
	p := pat(a[0])
	s, pos, end, err := p.window(t, "finditer", a[1:], kw)
	return object.Obj(&matchIter{p: p, s: s, from: pos, pos: pos, end: end}), err
}

func split(t *thread, args []value, kw []object.Kw) (value, error) {
	p := pat(args[0])
	a, err := object.Args("split", args[1:], kw, 1, "string", "maxsplit")
	if err != nil {
		return value{}, err
	}
	s, err := p.subjectOf(a[0])
	if err != nil {
		return value{}, err
	}
	limit := 0
	if a[1].Valid() {
		if limit, err = object.Index(t, a[1]); err != nil {
			return value{}, err
		}
	}
	var out []value
	last, n := 0, 0
	if limit >= 0 {
		err = s.each(t, p.prog, 0, s.len(), func(f *regex.Found) (bool, error) {
			out = append(out, s.slice(last, f.Marks[0]))
			for i := 1; i <= p.prog.Groups(); i++ {
				out = append(out, (&match{p, s, f, 0, 0}).group(i, object.None))
			}
			last = f.Marks[1]
			n++
			return n != limit, nil
		})
	}
	out = append(out, s.slice(last, s.len()))
	return object.Obj(object.NewList(out)), err
}

// substitute is sub and subn.
func substitute(t *thread, name string, args []value, kw []object.Kw) (value, int, error) {
	p := pat(args[0])
	a, err := object.Args(name, args[1:], kw, 2, "repl", "string", "count")
	if err != nil {
		return value{}, 0, err
	}
	limit := 0
	if a[2].Valid() {
		if limit, err = object.Index(t, a[2]); err != nil {
			return value{}, 0, err
		}
	}
	s, err := p.subjectOf(a[1])
	if err != nil {
		return value{}, 0, err
	}
	replace, err := p.replacement(t, a[0], s)
	if err != nil {
		return value{}, 0, err
	}
	if limit < 0 {
		return a[1], 0, nil
	}
	var out []value
	last, n := 0, 0
	err = s.each(t, p.prog, 0, s.len(), func(f *regex.Found) (bool, error) {
		if last < f.Marks[0] {
			out = append(out, s.slice(last, f.Marks[0]))
		}
		v, err := replace(&match{p, s, f, 0, s.len()})
		if err != nil {
			return false, err
		}
		if !v.IsNone() {
			out = append(out, v)
		}
		last = f.Marks[1]
		n++
		return n != limit, nil
	})
	if err != nil {
		return value{}, 0, err
	}
	if last < s.len() || len(out) == 0 {
		out = append(out, s.slice(last, s.len()))
	}
	r, err := s.joined(t, out)
	return r, n, err
}

// replacement gives what makes the text in the place of a match: a function or
// a template.
func (p *pattern) replacement(t *thread, repl value, s *subject) (func(*match) (value, error), error) {
	key := ""
	switch o := repl.Ref.(type) {
	case *object.Str:
		key = o.S
		if !strings.Contains(key, "\\") {
			return func(*match) (value, error) { return repl, nil }, nil
		}
	case *object.Bytes:
		key = string(o.B)
		if !strings.Contains(key, "\\") {
			return func(*match) (value, error) { return repl, nil }, nil
		}
	default:
		if !object.Callable(repl) {
			return nil, object.TypeError("decoding to str: need a bytes-like object, %s found", object.ClassOf(repl).Name)
		}
		return func(m *match) (value, error) { return t.Call(repl, object.Obj(m)) }, nil
	}
	tm, err := p.template(t, repl, key)
	if err != nil {
		return nil, err
	}
	return func(m *match) (value, error) { return tm.fill(t, m) }, nil
}

var flagNames = []struct {
	flag regex.Flags
	name string
}{{regex.IgnoreCase, "re.IGNORECASE"}, {regex.Locale, "re.LOCALE"}, {regex.Multiline, "re.MULTILINE"}, {regex.DotAll, "re.DOTALL"},
	{regex.Unicode, "re.UNICODE"}, {regex.Verbose, "re.VERBOSE"}, {regex.Debug, "re.DEBUG"}, {regex.ASCII, "re.ASCII"}}

func (p *pattern) repr(t *thread) (string, error) {
	text, err := object.ReprText(t, p.text)
	if err != nil {
		return "", err
	}
	if rs := []rune(text); len(rs) > 200 {
		text = string(rs[:200])
	}
	flags := p.prog.Flags
	if !p.bytes && flags&(regex.Locale|regex.Unicode|regex.ASCII) == regex.Unicode {
		flags &^= regex.Unicode
	}
	var names []string
	for _, f := range flagNames {
		if flags&f.flag != 0 {
			names = append(names, f.name)
			flags &^= f.flag
		}
	}
	if flags != 0 {
		names = append(names, "0x"+strconv.FormatInt(int64(flags), 16))
	}
	if len(names) > 0 {
		text += ", " + strings.Join(names, "|")
	}
	return "re.compile(" + text + ")", nil
}
