package builtins

import (
	"strings"

	"asyncio/script/object"
	"asyncio/script/text"
)

func fillBytesSplit(c *object.Class) {
	list := func(self value, parts []string) value {
		out := make([]value, len(parts))
		for i, p := range parts {
			out[i] = likeBytes(self, p)
		}
		return object.Obj(object.NewList(out))
	}
	split := func(name string, space func(s string, limit int64) []string, by func(s, sep string, limit int64) ([]string, error)) {
		c.Method(name+"(sep=None, maxsplit=-1)", func(t *thread, a []value, _ kws) (value, error) {
			sep, limit, err := splitArgs(t, a)
			if err != nil {
				return value{}, err
			}
			if !sep.Valid() {
				return list(a[0], space(selfBytes(a), limit)), nil
			}
			x, err := bytesArg(sep)
			if err != nil {
				return value{}, err
			}
			parts, err := by(selfBytes(a), x, limit)
			if err != nil {
				return value{}, object.FromError(err)
			}
			return list(a[0], parts), nil
		})
	}
	split("split", text.BytesSplitSpace, text.Split)
	split("rsplit", text.BytesRSplitSpace, text.RSplit)
	c.Method("splitlines(keepends=False)", func(t *thread, a []value, _ kws) (value, error) {
		keep, err := flag(t, opt(a, 1))
		if err != nil {
			return value{}, err
		}
		return list(a[0], text.BytesSplitLines(selfBytes(a), keep)), nil
	})
	part := func(name string, f func(s, sep string) (head, found, tail string, err error)) {
		c.Method(name+"(sep, /)", func(t *thread, a []value, _ kws) (value, error) {
			sep, err := bytesArg(a[1])
			if err != nil {
				return value{}, err
			}
			head, found, tail, err := f(selfBytes(a), sep)
			if err != nil {
				return value{}, object.FromError(err)
			}
			return object.TupleValue(likeBytes(a[0], head), likeBytes(a[0], found), likeBytes(a[0], tail)), nil
		})
	}
	part("partition", text.Partition)
	part("rpartition", text.RPartition)
	c.Method("join(iterable_of_bytes, /)", func(t *thread, a []value, _ kws) (value, error) {
		items, err := sequence(t, a[1], "can only join an iterable")
		if err != nil {
			return value{}, err
		}
		sep := raw(a[0]).B
		size := 0
		for i, v := range items {
			b, ok := bytesLike(v)
			if !ok {
				return value{}, object.TypeError("sequence item %d: expected a bytes-like object, %s found", i, typeName(v))
			}
			size += len(b) + len(sep)
		}
		if err := t.Room(float64(size)); err != nil {
			return value{}, err
		}
		out := make([]byte, 0, size)
		for i, v := range items {
			b, _ := bytesLike(v)
			if i > 0 {
				out = append(out, sep...)
			}
			out = append(out, b...)
		}
		return likeBytes(a[0], string(out)), nil
	})
	strip := func(name string, f func(s, chars string) string) {
		c.Method(name+"(bytes=None, /)", func(t *thread, a []value, _ kws) (value, error) {
			chars := " \t\n\r\f\v"
			if x := opt(a, 1); x.Valid() && !x.IsNone() {
				var err error
				if chars, err = bytesArg(x); err != nil {
					return value{}, err
				}
			}
			return likeBytes(a[0], f(selfBytes(a), chars)), nil
		})
	}
	strip("strip", func(s, chars string) string { return text.BytesStripRight(text.BytesStripLeft(s, chars), chars) })
	strip("lstrip", text.BytesStripLeft)
	strip("rstrip", text.BytesStripRight)
}

func fillBytesLayout(c *object.Class) {
	pad := func(name string, side text.Side) {
		c.Method(name+"(width, fillchar=b' ', /)", func(t *thread, a []value, _ kws) (value, error) {
			n, err := object.SizeIndex(t, a[1])
			if err != nil {
				return value{}, err
			}
			fill := byte(' ')
			if x := opt(a, 2); x.Valid() {
				b, ok := x.Ref.(*object.Bytes)
				if !ok || len(b.B) != 1 {
					return value{}, object.TypeError("%s() argument 2 must be a byte string of length 1, not %s", name, typeName(x))
				}
				fill = b.B[0]
			}
			s, err := text.BytesJustify(selfBytes(a), int64(n), fill, side)
			if err != nil {
				return value{}, object.FromError(err)
			}
			return likeBytes(a[0], s), nil
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
		s, err := text.BytesZFill(selfBytes(a), int64(n))
		if err != nil {
			return value{}, object.FromError(err)
		}
		return likeBytes(a[0], s), nil
	})
	c.Method("expandtabs(tabsize=8)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := tabSize(t, opt(a, 1))
		if err != nil {
			return value{}, err
		}
		if err := t.Room(float64(n) * float64(strings.Count(selfBytes(a), "\t"))); err != nil {
			return value{}, err
		}
		s, err := text.BytesExpandTabs(selfBytes(a), n)
		if err != nil {
			return value{}, object.FromError(err)
		}
		return likeBytes(a[0], s), nil
	})
	c.Method("translate(table, /, delete=b'')", func(t *thread, a []value, _ kws) (value, error) {
		var table []byte
		if !a[1].IsNone() {
			x, err := bytesArg(a[1])
			if err != nil {
				return value{}, err
			}
			table = []byte(x)
			if len(table) != 256 {
				return value{}, object.ValueError("translation table must be 256 characters long")
			}
		}
		drop := ""
		if x := opt(a, 2); x.Valid() {
			var err error
			if drop, err = bytesArg(x); err != nil {
				return value{}, err
			}
		}
		s, err := text.BytesTranslate(selfBytes(a), table, drop)
		if err != nil {
			return value{}, object.FromError(err)
		}
		return likeBytes(a[0], s), nil
	})
}
