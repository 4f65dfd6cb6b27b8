package builtins

import (
	"strings"
	"unicode"

	"asyncio/script/format"
	"asyncio/script/object"
	"asyncio/script/text"
)

func strArg(v value, method string) (string, error) {
	s, ok := object.StrOf(v)
	if !ok {
		return "", object.TypeError("%s() argument must be str, not %s", method, object.ClassOf(v).Name)
	}
	return s, nil
}

func strMethods() {
	c := object.StrClass
	wrap(c, object.OpAdd, object.OpMul)
	c.Def("__mod__", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return percent(t, a[0], a[1]) })
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		p, err := object.Args("str", a, kw, 0, "object", "encoding", "errors")
		if err != nil {
			return value{}, err
		}
		s := ""
		if p[0].Valid() {
			if b, ok := p[0].Ref.(*object.Bytes); ok && p[1].Valid() {
				s = string(b.B)
			} else if s, err = object.StrText(t, p[0]); err != nil {
				return value{}, err
			}
		}
		if cls == object.StrClass {
			return object.String(s), nil
		}
		o := &object.Str{S: s}
		o.SetClass(cls)
		return object.Obj(o), nil
	}
	simple := func(name string, f func(s string) value) {
		c.Def(name, 1, 1, func(t *thread, a []value, _ kws) (value, error) { s, _ := object.StrOf(a[0]); return f(s), nil })
	}
	simple("__str__", object.String)
	simple("upper", func(s string) value { return object.String(strings.ToUpper(s)) })
	simple("lower", func(s string) value { return object.String(strings.ToLower(s)) })
	simple("casefold", func(s string) value { return object.String(strings.ToLower(strings.ReplaceAll(s, "ß", "ss"))) })
	simple("title", func(s string) value { return object.String(title(s)) })
	simple("capitalize", func(s string) value {
		if s == "" {
			return object.String(s)
		}
		_, n := object.DecodeRune(s)
		return object.String(strings.ToTitle(s[:n]) + strings.ToLower(s[n:]))
	})
	simple("swapcase", func(s string) value {
		return object.String(strings.Map(func(r rune) rune {
			if unicode.IsUpper(r) {
				return unicode.ToLower(r)
			}
			return unicode.ToUpper(r)
		}, s))
	})
	all := func(name string, f func(r rune) bool, empty bool) {
		simple(name, func(s string) value {
			for _, r := range s {
				if !f(r) {
					return object.False
				}
			}
			return object.Bool(s != "" || empty)
		})
	}
	all("isdigit", unicode.IsDigit, false)
	all("isdecimal", unicode.IsDigit, false)
	all("isnumeric", unicode.IsNumber, false)
	all("isalpha", unicode.IsLetter, false)
	all("isalnum", func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }, false)
	all("isspace", text.IsSpaceRune, false)
	all("isascii", func(r rune) bool { return r < 128 }, true)
	all("isprintable", text.IsPrintableRune, true)
	cased := func(name string, bad func(r rune) bool) {
		simple(name, func(s string) value {
			any := false
			for _, r := range s {
				if bad(r) {
					return object.False
				}
				any = any || unicode.IsUpper(r) || unicode.IsLower(r)
			}
			return object.Bool(any)
		})
	}
	cased("isupper", unicode.IsLower)
	cased("islower", unicode.IsUpper)
	simple("istitle", func(s string) value {
		return object.Bool(s != "" && title(s) == s && strings.ToLower(s) != strings.ToUpper(s))
	})
	simple("isidentifier", func(s string) value {
		for i, r := range s {
			if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
				return object.False
			}
		}
		return object.Bool(s != "")
	})
	strip := func(name string, f func(s string, in func(rune) bool) string) {
		c.Def(name, 1, 2, func(t *thread, a []value, _ kws) (value, error) {
			s, _ := object.StrOf(a[0])
			in := text.IsSpaceRune
			if len(a) > 1 && !a[1].IsNone() {
				cut, ok := object.StrOf(a[1])
				if !ok {
					return value{}, object.TypeError("%s arg must be None or str", name)
				}
				in = func(r rune) bool { return strings.ContainsRune(cut, r) }
			}
			return object.String(f(s, in)), nil
		})
	}
	strip("strip", strings.TrimFunc)
	strip("lstrip", strings.TrimLeftFunc)
	strip("rstrip", strings.TrimRightFunc)
	c.Def("split", 1, 3, func(t *thread, a []value, kw kws) (value, error) { return split(t, a, kw, false) })
	c.Def("rsplit", 1, 3, func(t *thread, a []value, kw kws) (value, error) { return split(t, a, kw, true) })
	c.Def("splitlines", 1, 2, func(t *thread, a []value, kw kws) (value, error) {
		s, _ := object.StrOf(a[0])
		p, err := object.Args("splitlines", a[1:], kw, 0, "keepends")
		if err != nil {
			return value{}, err
		}
		keep := false
		if p[0].Valid() {
			keep, _ = object.Truth(t, p[0])
		}
		var out []value
		for s != "" {
			i := strings.IndexAny(s, "\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029")
			if i < 0 {
				out = append(out, object.String(s))
				break
			}
			_, n := object.DecodeRune(s[i:])
			if strings.HasPrefix(s[i:], "\r\n") {
				n = 2
			}
			if keep {
				out = append(out, object.String(s[:i+n]))
			} else {
				out = append(out, object.String(s[:i]))
			}
			s = s[i+n:]
		}
		return object.Obj(object.NewList(out)), nil
	})
	c.Def("join", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		sep, _ := object.StrOf(a[0])
		items, err := object.Collect(t, a[1])
		if err != nil {
			if object.IsInstance(err, object.TypeErrorClass) {
				if _, ok := object.ClassOf(a[1]).Lookup("__iter__"); !ok {
					return value{}, object.TypeError("can only join an iterable")
				}
			}
			return value{}, err
		}
		parts := make([]string, len(items))
		for i, v := range items {
			s, ok := object.StrOf(v)
			if !ok {
				return value{}, object.TypeError("sequence item %d: expected str instance, %s found", i, object.ClassOf(v).Name)
			}
			parts[i] = s
		}
		return object.String(strings.Join(parts, sep)), nil
	})
	c.Def("replace", 3, 4, func(t *thread, a []value, kw kws) (value, error) {
		s, _ := object.StrOf(a[0])
		from, err := strArg(a[1], "replace")
		if err != nil {
			return value{}, err
		}
		to, err := strArg(a[2], "replace")
		n := -1
		if err == nil && len(a) > 3 {
			n, err = object.Index(t, a[3])
		}
		return str(strings.Replace(s, from, to, n), err)
	})
	affix := func(name string, f func(s, p string) bool) {
		c.Def(name, 2, 4, func(t *thread, a []value, _ kws) (value, error) {
			s, err := window(t, a)
			if err != nil {
				return value{}, err
			}
			list := []value{a[1]}
			if tp, ok := a[1].Ref.(*object.Tuple); ok {
				list = tp.Items
			}
			for _, x := range list {
				p, ok := object.StrOf(x)
				if !ok {
					return value{}, object.TypeError("%s first arg must be str or a tuple of str, not %s", name, object.ClassOf(x).Name)
				}
				if f(s, p) {
					return object.True, nil
				}
			}
			return object.False, nil
		})
	}
	affix("startswith", strings.HasPrefix)
	affix("endswith", strings.HasSuffix)
	find := func(name string, f func(s, p string) int, fails bool) {
		c.Def(name, 2, 4, func(t *thread, a []value, _ kws) (value, error) {
			p, ok := object.StrOf(a[1])
			if !ok {
				return value{}, object.TypeError("%s() argument 1 must be str, not %s", name, object.ClassOf(a[1]).Name)
			}
			s, err := window(t, a)
			if err != nil {
				return value{}, err
			}
			i := f(s, p)
			if i < 0 {
				if fails {
					return value{}, object.ValueError("substring not found")
				}
				return object.Int(-1), nil
			}
			off, err := windowStart(t, a)
			return object.Int(int64(object.RuneCount(s[:i]) + off)), err
		})
	}
	find("find", strings.Index, false)
	find("index", strings.Index, true)
	find("rfind", strings.LastIndex, false)
	find("rindex", strings.LastIndex, true)
	c.Def("count", 2, 4, func(t *thread, a []value, _ kws) (value, error) {
		s, err := window(t, a)
		if err != nil {
			return value{}, err
		}
		p, err := strArg(a[1], "count")
		return object.Int(int64(strings.Count(s, p))), err
	})
	c.Def("removeprefix", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, _ := object.StrOf(a[0])
		p, err := strArg(a[1], "removeprefix")
		return str(strings.TrimPrefix(s, p), err)
	})
	c.Def("removesuffix", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, _ := object.StrOf(a[0])
		p, err := strArg(a[1], "removesuffix")
		return str(strings.TrimSuffix(s, p), err)
	})
	part := func(name string, f func(s, p string) int, last bool) {
		c.Def(name, 2, 2, func(t *thread, a []value, _ kws) (value, error) {
			s, _ := object.StrOf(a[0])
			p, err := strArg(a[1], name)
			if err != nil {
				return value{}, err
			}
			if p == "" {
				return value{}, object.ValueError("empty separator")
			}
			i := f(s, p)
			switch {
			case i >= 0:
				return object.TupleValue(object.String(s[:i]), a[1], object.String(s[i+len(p):])), nil
			case last:
				return object.TupleValue(object.String(""), object.String(""), a[0]), nil
			}
			return object.TupleValue(a[0], object.String(""), object.String("")), nil
		})
	}
	part("partition", strings.Index, false)
	part("rpartition", strings.LastIndex, true)
	pad := func(name string, f func(s, fill string, n int) string) {
		c.Def(name, 2, 3, func(t *thread, a []value, _ kws) (value, error) {
			s, _ := object.StrOf(a[0])
			n, err := object.Index(t, a[1])
			fill := " "
			if err == nil && len(a) > 2 {
				if fill, err = strArg(a[2], name); err == nil && object.RuneCount(fill) != 1 {
					err = object.TypeError("The fill character must be exactly one character long")
				}
			}
			if err != nil {
				return value{}, err
			}
			return object.String(f(s, fill, max(n-object.RuneCount(s), 0))), nil
		})
	}
	pad("ljust", func(s, fill string, n int) string { return s + strings.Repeat(fill, n) })
	pad("rjust", func(s, fill string, n int) string { return strings.Repeat(fill, n) + s })
	pad("center", func(s, fill string, n int) string {
		width := n + object.RuneCount(s)
		left := n/2 + n&width&1
		return strings.Repeat(fill, left) + s + strings.Repeat(fill, n-left)
	})
	c.Def("zfill", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, _ := object.StrOf(a[0])
		n, err := object.Index(t, a[1])
		if err != nil {
			return value{}, err
		}
		sign := ""
		n -= object.RuneCount(s)
		if s != "" && (s[0] == '-' || s[0] == '+') {
			sign, s = s[:1], s[1:]
		}
		return object.String(sign + strings.Repeat("0", max(n, 0)) + s), nil
	})
	c.Def("expandtabs", 1, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, _ := object.StrOf(a[0])
		size := 8
		if len(a) > 1 {
			size, _ = object.Index(t, a[1])
		}
		var b strings.Builder
		col := 0
		for _, r := range s {
			switch {
			case r == '\t' && size > 0:
				n := size - col%size
				b.WriteString(strings.Repeat(" ", n))
				col += n
				continue
			case r == '\t':
				continue
			case r == '\n' || r == '\r':
				col = -1
			}
			col++
			b.WriteRune(r)
		}
		return object.String(b.String()), nil
	})
	c.Def("format", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		s, _ := object.StrOf(a[0])
		r, err := format.Template[value](s, &template{t, a[1:], kw})
		return str(r, object.FromError(err))
	})
	c.Def("format_map", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, _ := object.StrOf(a[0])
		r, err := format.Template[value](s, &mapTemplate{template{t, nil, nil}, a[1]})
		return str(r, object.FromError(err))
	})
	c.Def("encode", 1, 3, func(t *thread, a []value, kw kws) (value, error) {
		s, _ := object.StrOf(a[0])
		return object.BytesValue([]byte(s)), nil
	})
	c.DefStatic("maketrans", 1, 3, func(t *thread, a []value, _ kws) (value, error) {
		d := object.NewDict()
		if len(a) == 1 {
			src, ok := a[0].Ref.(*object.Dict)
			if !ok {
				return value{}, object.TypeError("if you give only one argument to maketrans it must be a dict")
			}
			for pos := 0; ; {
				k, v, next, ok := src.Next(pos)
				if !ok {
					return object.Obj(d), nil
				}
				pos = next
				if s, ok := object.StrOf(k); ok {
					r, _ := object.DecodeRune(s)
					k = object.Int(int64(r))
				}
				if err := d.Set(t, k, v); err != nil {
					return value{}, err
				}
			}
		}
		x, _ := object.StrOf(a[0])
		y, _ := object.StrOf(a[1])
		xs, ys := object.Runes(x), object.Runes(y)
		if len(xs) != len(ys) {
			return value{}, object.ValueError("the first two maketrans arguments must have equal length")
		}
		for i := range xs {
			if err := d.Set(t, object.Int(int64(xs[i])), object.Int(int64(ys[i]))); err != nil {
				return value{}, err
			}
		}
		if len(a) > 2 {
			z, _ := object.StrOf(a[2])
			for _, r := range object.Runes(z) {
				if err := d.Set(t, object.Int(int64(r)), object.None); err != nil {
					return value{}, err
				}
			}
		}
		return object.Obj(d), nil
	})
	c.Def("translate", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		s, _ := object.StrOf(a[0])
		var out []byte
		for _, r := range object.Runes(s) {
			v, err := object.GetItem(t, a[1], object.Int(int64(r)))
			if err != nil {
				if !object.IsInstance(err, object.LookupErrorClass) {
					return value{}, err
				}
				out = object.AppendRune(out, r)
				continue
			}
			if n, ok := object.IntOf(v); ok {
				out = object.AppendRune(out, rune(n))
			} else if x, ok := object.StrOf(v); ok {
				out = append(out, x...)
			}
		}
		return object.String(string(out)), nil
	})
	bytesMethods()
}

func title(s string) string {
	prev := false
	return strings.Map(func(r rune) rune {
		was := prev
		prev = unicode.IsLetter(r)
		if was {
			return unicode.ToLower(r)
		}
		return unicode.ToTitle(r)
	}, s)
}

// window is s[start:end] of a method's optional arguments 2 and 3.
func window(t *thread, a []value) (string, error) {
	s := a[0].Ref.(*object.Str)
	if len(a) < 3 {
		return s.S, nil
	}
	sl := &object.Slice{Start: a[2], Stop: object.None, Step: object.None}
	if len(a) > 3 {
		sl.Stop = a[3]
	}
	v, _, err := object.NativeGetItem(t, a[0], object.Obj(sl))
	if err != nil {
		return "", err
	}
	r, _ := object.StrOf(v)
	return r, nil
}

func windowStart(t *thread, a []value) (int, error) {
	if len(a) < 3 || a[2].IsNone() {
		return 0, nil
	}
	n, err := object.Index(t, a[2])
	if n < 0 {
		n = max(0, n+a[0].Ref.(*object.Str).Len())
	}
	return n, err
}

func split(t *thread, a []value, kw kws, right bool) (value, error) {
	s, _ := object.StrOf(a[0])
	p, err := object.Args("split", a[1:], kw, 0, "sep", "maxsplit")
	if err != nil {
		return value{}, err
	}
	n := -1
	if p[1].Valid() {
		if n, err = object.Index(t, p[1]); err != nil {
			return value{}, err
		}
	}
	var parts []string
	if !p[0].Valid() || p[0].IsNone() {
		parts = splitSpace(s, n, right)
	} else {
		sep, ok := object.StrOf(p[0])
		if !ok {
			return value{}, object.TypeError("must be str or None, not %s", object.ClassOf(p[0]).Name)
		}
		if sep == "" {
			return value{}, object.ValueError("empty separator")
		}
		switch {
		case n < 0:
			parts = strings.Split(s, sep)
		case !right:
			parts = strings.SplitN(s, sep, n+1)
		default:
			for n > 0 {
				i := strings.LastIndex(s, sep)
				if i < 0 {
					break
				}
				parts = append([]string{s[i+len(sep):]}, parts...)
				s = s[:i]
				n--
			}
			parts = append([]string{s}, parts...)
		}
	}
	return object.Obj(object.NewList(object.Strings(parts))), nil
}

func splitSpace(s string, n int, right bool) []string {
	if n < 0 {
		return strings.FieldsFunc(s, text.IsSpaceRune)
	}
	var out []string
	for {
		if right {
			s = strings.TrimRightFunc(s, text.IsSpaceRune)
		} else {
			s = strings.TrimLeftFunc(s, text.IsSpaceRune)
		}
		if s == "" {
			return out
		}
		if n == 0 {
			if right {
				return append([]string{strings.TrimLeftFunc(s, text.IsSpaceRune)}, out...)
			}
			return append(out, strings.TrimRightFunc(s, text.IsSpaceRune))
		}
		n--
		if right {
			i := strings.LastIndexFunc(s, text.IsSpaceRune)
			out = append([]string{s[i+1:]}, out...)
			s = s[:i+1]
		} else if i := strings.IndexFunc(s, text.IsSpaceRune); i >= 0 {
			out = append(out, s[:i])
			s = s[i:]
		} else {
			return append(out, s)
		}
	}
}
