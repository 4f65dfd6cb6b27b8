package builtins

import (
	"strings"

	"asyncio/script/object"
	"asyncio/script/text"
)

// bounds reads the optional start and end of find and its like, which stand at
// places n and n+1 of the arguments.
func bounds(t *thread, a []value, n int) (start, end text.Bound, err error) {
	if start, err = bound(t, opt(a, n)); err == nil {
		end, err = bound(t, opt(a, n+1))
	}
	return
}

func bound(t *thread, v value) (text.Bound, error) {
	if !v.Valid() || v.IsNone() {
		return text.Bound{}, nil
	}
	n, err := object.SliceIndex(t, v)
	return text.Bound{Value: int64(n), Set: true}, err
}

func fillStrSearch(c *object.Class) {
	find := func(name string, whole func(s, sub string) int, f func(s text.Str, sub string, start, end text.Bound) int, must bool) {
		c.Method(name+"(sub, start=None, end=None, /)", func(t *thread, a []value, _ kws) (value, error) {
			sub, err := argStr(a, 1, name)
			if err != nil {
				return value{}, err
			}
			var i int
			if len(a) == 2 {
				i = whole(selfText(a), sub)
			} else {
				start, end, err := bounds(t, a, 2)
				if err != nil {
					return value{}, err
				}
				i = f(selfStr(a), sub, start, end)
			}
			if i < 0 && must {
				return value{}, object.FromError(text.NotFound())
			}
			return object.Int(int64(i)), nil
		})
	}
	first := func(s, sub string) int { return text.Index(s, strings.Index(s, sub)) }
	last := func(s, sub string) int { return text.Index(s, strings.LastIndex(s, sub)) }
	find("find", first, text.Str.Find, false)
	find("rfind", last, text.Str.RFind, false)
	find("index", first, text.Str.Find, true)
	find("rindex", last, text.Str.RFind, true)
	find("count", text.Count, text.Str.Count, false)
	affix := func(name string, whole func(s, affix string) bool, f func(s text.Str, affix string, start, end text.Bound) bool) {
		c.Method(name+"(prefix, start=None, end=None, /)", func(t *thread, a []value, _ kws) (value, error) {
			if len(a) == 2 {
				if p, ok := object.StrOf(a[1]); ok {
					return object.Bool(whole(selfText(a), p)), nil
				}
			}
			start, end, err := bounds(t, a, 2)
			if err != nil {
				return value{}, err
			}
			if tuple, ok := a[1].Ref.(*object.Tuple); ok {
				for _, x := range tuple.Items {
					p, ok := object.StrOf(x)
					if !ok {
						return value{}, object.TypeError("tuple for %s must only contain str, not %s", name, typeName(x))
					}
					if f(selfStr(a), p, start, end) {
						return object.True, nil
					}
				}
				return object.False, nil
			}
			p, ok := object.StrOf(a[1])
			if !ok {
				return value{}, object.TypeError("%s first arg must be str or a tuple of str, not %s", name, typeName(a[1]))
			}
			return object.Bool(f(selfStr(a), p, start, end)), nil
		})
	}
	affix("startswith", strings.HasPrefix, text.Str.HasPrefix)
	affix("endswith", strings.HasSuffix, text.Str.HasSuffix)
	c.Method("replace(old, new, /, count=-1)", func(t *thread, a []value, _ kws) (value, error) {
		from, err := argStr(a, 1, "replace")
		if err != nil {
			return value{}, err
		}
		to, err := argStr(a, 2, "replace")
		if err != nil {
			return value{}, err
		}
		n := -1
		if x := opt(a, 3); x.Valid() {
			if n, err = object.SizeIndex(t, x); err != nil {
				return value{}, err
			}
		}
		if n < 0 && from != "" {
			if !strings.Contains(selfText(a), from) {
				return exactStr(a[0]), nil
			}
		}
		if err := roomToReplace(t, selfText(a), from, to, n); err != nil {
			return value{}, err
		}
		if n < 0 && from != "" {
			return replaceAll(selfText(a), from, to), nil
		}
		return sameStr(a[0], text.Replace(selfText(a), from, to, int64(n))), nil
	})
	remove := func(name string, f func(s, affix string) string) {
		c.Method(name+"(prefix, /)", func(t *thread, a []value, _ kws) (value, error) {
			p, err := oneStr(a, name)
			if err != nil {
				return value{}, err
			}
			return sameStr(a[0], f(selfText(a), p)), nil
		})
	}
	remove("removeprefix", strings.TrimPrefix)
	remove("removesuffix", strings.TrimSuffix)
}

// replaceAll is s with to in all places of from.
func replaceAll(s, from, to string) value {
	n := len(s) + strings.Count(s, from)*(len(to)-len(from))
	return object.MakeStr(n, func(b []byte) {
		for at := 0; ; {
			i := index(s, from)
			if i < 0 {
				copy(b[at:], s)
				return
			}
			at += copy(b[at:], s[:i])
			at += copy(b[at:], to)
			s = s[i+len(from):]
		}
	})
}

// roomToReplace asks for the result of replacing from by to, at most n times.
func roomToReplace(t *thread, s, from, to string, n int) error {
	if grows := len(to) - len(from); grows > 0 && len(s)*grows > 1<<16 {
		times := strings.Count(s, from)
		if n >= 0 {
			times = min(times, n)
		}
		return t.Room(float64(len(s)) + float64(times)*float64(grows))
	}
	return nil
}
