package builtins

import (
	"strings"

	"asyncio/script/object"
	"asyncio/script/text"
)

// splitArgs reads sep and maxsplit; sep is no value for white space.
func splitArgs(t *thread, a []value) (sep value, limit int64, err error) {
	n := -1
	if x := opt(a, 2); x.Valid() {
		if n, err = object.SizeIndex(t, x); err != nil {
			return
		}
	}
	if sep = opt(a, 1); sep.IsNone() {
		sep = value{}
	}
	return sep, int64(n), nil
}

func stringList(parts []string) value { return object.Obj(object.NewList(object.Strings(parts))) }

// splitAll splits without a limit, no value if that is not so simple.
func splitAll(self text.Str, sep value) value {
	s := self.String()
	if !sep.Valid() {
		n := text.CountWords(s)
		if n < 0 {
			return value{}
		}
		list := object.NewStrList(n, true)
		for range n {
			var word string
			word, s = text.NextWord(s)
			list.Add(word)
		}
		return list.List()
	}
	by, ok := object.StrOf(sep)
	if !ok || by == "" {
		return value{}
	}
	list := object.NewStrList(strings.Count(s, by)+1, self.ASCII())
	for {
		i := index(s, by)
		if i < 0 {
			list.Add(s)
			return list.List()
		}
		list.Add(s[:i])
		s = s[i+len(by):]
	}
}

// lines is splitlines.
func lines(s *object.Str, keepEnds bool) value {
	if !s.ASCII() {
		return stringList(text.SplitLines(s.S, keepEnds))
	}
	n := 1
	for i := 0; i < len(s.S); i++ {
		if c := s.S[i]; c <= 0x1E && text.IsLineEnd(rune(c)) {
			n++
		}
	}
	list := object.NewStrList(n, true)
	for rest := s.S; rest != ""; {
		var line string
		line, rest = text.NextLine(rest, keepEnds)
		list.Add(line)
	}
	return list.List()
}

// index is strings.Index, quicker where a single byte is looked for.
func index(s, sub string) int {
	if len(sub) == 1 {
		return strings.IndexByte(s, sub[0])
	}
	return strings.Index(s, sub)
}

func fillStrSplit(c *object.Class) {
	split := func(name string, space func(s string, limit int64) []string, by func(s, sep string, limit int64) ([]string, error)) {
		c.Method(name+"(sep=None, maxsplit=-1)", func(t *thread, a []value, _ kws) (value, error) {
			sep, limit, err := splitArgs(t, a)
			if err != nil {
				return value{}, err
			}
			if limit < 0 && name == "split" {
				if r := splitAll(selfStr(a), sep); r.Valid() {
					return r, nil
				}
			}
			if !sep.Valid() {
				return stringList(space(selfText(a), limit)), nil
			}
			x, ok := object.StrOf(sep)
			if !ok {
				return value{}, object.TypeError("must be str or None, not %s", typeName(sep))
			}
			parts, err := by(selfText(a), x, limit)
			if err != nil {
				return value{}, object.FromError(err)
			}
			return stringList(parts), nil
		})
	}
	split("split", text.SplitSpace, text.Split)
	split("rsplit", text.RSplitSpace, text.RSplit)
	c.Method("splitlines(keepends=False)", func(t *thread, a []value, _ kws) (value, error) {
		keep, err := flag(t, opt(a, 1))
		if err != nil {
			return value{}, err
		}
		return lines(a[0].Ref.(*object.Str), keep), nil
	})
	part := func(name string, f func(s, sep string) (head, found, tail string, err error)) {
		c.Method(name+"(sep, /)", func(t *thread, a []value, _ kws) (value, error) {
			sep, ok := object.StrOf(a[1])
			if !ok {
				return value{}, object.TypeError("must be str, not %s", typeName(a[1]))
			}
			head, found, tail, err := f(selfText(a), sep)
			if err != nil {
				return value{}, object.FromError(err)
			}
			return object.TupleValue(object.String(head), object.String(found), object.String(tail)), nil
		})
	}
	part("partition", text.Partition)
	part("rpartition", text.RPartition)
	c.Method("join(iterable, /)", func(t *thread, a []value, _ kws) (value, error) {
		items, err := sequence(t, a[1], "can only join an iterable")
		if err != nil {
			return value{}, err
		}
		return joinStrs(t, selfText(a), items)
	})
	strip := func(name string, space func(string) string, chars func(s, chars string) string) {
		c.Method(name+"(chars=None, /)", func(t *thread, a []value, _ kws) (value, error) {
			cut := opt(a, 1)
			if !cut.Valid() || cut.IsNone() {
				return sameStr(a[0], space(selfText(a))), nil
			}
			x, ok := object.StrOf(cut)
			if !ok {
				return value{}, object.TypeError("%s arg must be None or str", name)
			}
			if s := selfText(a); s == "" {
				return a[0], nil
			}
			return sameStr(a[0], chars(selfText(a), x)), nil
		})
	}
	strip("strip", text.StripSpace, text.Strip)
	strip("lstrip", text.StripSpaceLeft, text.StripLeft)
	strip("rstrip", text.StripSpaceRight, text.StripRight)
}

func joinStrs(t *thread, sep string, items []value) (value, error) {
	if len(items) == 1 {
		if s, ok := items[0].Ref.(*object.Str); ok && s.Exact() {
			return items[0], nil
		}
	}
	size := 0
	for i, v := range items {
		s, ok := v.Ref.(*object.Str)
		if !ok {
			return value{}, object.TypeError("sequence item %d: expected str instance, %s found", i, typeName(v))
		}
		size += len(s.S) + len(sep)
	}
	if err := t.Room(float64(size)); err != nil {
		return value{}, err
	}
	return object.JoinStrs(max(size-len(sep), 0), sep, items), nil
}
