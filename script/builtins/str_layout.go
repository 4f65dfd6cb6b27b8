package builtins

import (
	"strings"
	"unicode/utf8"

	"asyncio/script/object"
	"asyncio/script/text"
)

func fillStrLayout(c *object.Class) {
	pad := func(name string, side text.Side) {
		c.Method(name+"(width, fillchar=' ', /)", func(t *thread, a []value, _ kws) (value, error) {
			n, err := object.SizeIndex(t, a[1])
			if err != nil {
				return value{}, err
			}
			fill := ' '
			if x := opt(a, 2); x.Valid() {
				f, ok := object.StrOf(x)
				if !ok {
					return value{}, object.TypeError("The fill character must be a unicode character, not %s", typeName(x))
				}
				if text.RuneCount(f) != 1 {
					return value{}, object.TypeError("The fill character must be exactly one character long")
				}
				fill, _ = text.DecodeRune(f)
			}
			if err := t.Room(float64(n)); err != nil {
				return value{}, err
			}
			s := a[0].Ref.(*object.Str)
			if fill < utf8.RuneSelf && n <= 1<<10 {
				left, right := text.Padding(int64(s.Len()), int64(n), side)
				return padded(a[0], left, byte(fill), right), nil
			}
			r, err := text.Justify(s.S, int64(n), fill, side)
			if err != nil {
				return value{}, object.FromError(err)
			}
			return sameStr(a[0], r), nil
		})
	}
	pad("ljust", text.Left)
	pad("rjust", text.Right)
	pad("center", text.Center)
	c.Method("zfill(width, /)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := object.SizeIndex(t, a[1])
		if err != nil {
			return value{}, err
		}
		if err := t.Room(float64(n)); err != nil {
			return value{}, err
		}
		if s := a[0].Ref.(*object.Str); n <= 1<<10 && (s.S == "" || s.S[0] != '+' && s.S[0] != '-') {
			return padded(a[0], max(n-s.Len(), 0), '0', 0), nil
		}
		s, err := text.ZFill(selfText(a), int64(n))
		return str(s, object.FromError(err))
	})
	c.Method("expandtabs(tabsize=8)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := tabSize(t, opt(a, 1))
		if err != nil {
			return value{}, err
		}
		if err := t.Room(float64(n) * float64(strings.Count(selfText(a), "\t"))); err != nil {
			return value{}, err
		}
		s, err := text.ExpandTabs(selfText(a), n)
		return str(s, object.FromError(err))
	})
	c.Method("translate(table, /)", func(t *thread, a []value, _ kws) (value, error) {
		size := 0
		s, err := text.Translate(selfText(a), func(r rune) (string, bool, error) {
			s, replace, err := translation(t, a[1], r)
			if size += len(s); err == nil && len(s) > 1<<10 {
				err = t.Room(float64(size))
			}
			return s, replace, err
		})
		return str(s, err)
	})
	c.StaticFunction("maketrans(x, y=, z=, /)", func(t *thread, a []value, _ kws) (value, error) { return makeTrans(t, a) })
}

// padded is a str with that many bytes before and behind.
func padded(v value, left int, fill byte, right int) value {
	if left+right == 0 {
		return exactStr(v)
	}
	s := v.Ref.(*object.Str).S
	return object.MakeStr(left+len(s)+right, func(b []byte) {
		for i := range left {
			b[i] = fill
		}
		for i := left + copy(b[left:], s); i < len(b); i++ {
			b[i] = fill
		}
	})
}

func tabSize(t *thread, v value) (int64, error) {
	if !v.Valid() {
		return 8, nil
	}
	n, err := object.ToIndex(t, v)
	if err != nil {
		return 0, err
	}
	i, _ := object.NumberOf(n)
	return i.Clamp(), nil
}

// translation asks a table what stands for a character.
func translation(t *thread, table value, r rune) (out string, replace bool, err error) {
	var v value
	if d, ok := table.Ref.(*object.Dict); ok && d.Exact() {
		if v, err = d.Get(t, object.Int(int64(r))); err == nil && !v.Valid() {
			return "", false, nil
		}
	} else {
		v, err = object.GetItem(t, table, object.Int(int64(r)))
	}
	if err != nil {
		if object.IsInstance(err, object.LookupErrorClass) {
			err = nil
		}
		return "", false, err
	}
	if v.IsNone() {
		return "", true, nil
	}
	if s, ok := object.StrOf(v); ok {
		return s, true, nil
	}
	n, ok := object.NumberOf(v)
	if !ok {
		return "", false, object.TypeError("character mapping must return integer, None or str")
	}
	if i := n.Clamp(); i < 0 || i > 0x10ffff {
		return "", false, object.ValueError("character mapping must be in range(0x110000)")
	}
	return text.RuneString(rune(n.Clamp())), true, nil
}

func makeTrans(t *thread, a []value) (value, error) {
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
				if text.RuneCount(s) != 1 {
					return value{}, object.ValueError("string keys in translate table must be of length 1")
				}
				r, _ := text.DecodeRune(s)
				k = object.Int(int64(r))
			} else if _, ok := object.Integer(k); !ok {
				return value{}, object.TypeError("keys in translate table must be strings or integers")
			}
			if err := d.Set(t, k, v); err != nil {
				return value{}, err
			}
		}
	}
	y, ok := object.StrOf(a[1])
	if !ok {
		return value{}, object.TypeError("maketrans() argument 2 must be str, not %s", argumentName(a[1]))
	}
	x, ok := object.StrOf(a[0])
	if !ok {
		return value{}, object.TypeError("first maketrans argument must be a string if there is a second argument")
	}
	from, to := text.Runes(x), text.Runes(y)
	if len(from) != len(to) {
		return value{}, object.ValueError("the first two maketrans arguments must have equal length")
	}
	for i := range from {
		if err := d.Set(t, object.Int(int64(from[i])), object.Int(int64(to[i]))); err != nil {
			return value{}, err
		}
	}
	if len(a) > 2 {
		z, ok := object.StrOf(a[2])
		if !ok {
			return value{}, object.TypeError("maketrans() argument 3 must be str, not %s", argumentName(a[2]))
		}
		for _, r := range text.Runes(z) {
			if err := d.Set(t, object.Int(int64(r)), object.None); err != nil {
				return value{}, err
			}
		}
	}
	return object.Obj(d), nil
}
