package builtins

import (
	"bytes"
	"slices"

	"asyncio/script/object"
)

func fillBytearray(c *object.Class) {
	mutableType(c, "source=, encoding=, errors=", func() (value, *object.Head) {
		b := &object.Bytes{Mutable: true}
		return object.Obj(b), &b.Head
	}, func(t *thread, self value, a []value, _ kws) error {
		b, err := bytesOf(t, opt(a, 0), opt(a, 1), opt(a, 2), "bytearray")
		if err != nil {
			return err
		}
		raw(self).B = b
		return nil
	})
	c.Method("append(item, /)", func(t *thread, a []value, _ kws) (value, error) {
		x, err := object.ByteOf(t, a[1])
		if err != nil {
			return value{}, err
		}
		raw(a[0]).B = append(raw(a[0]).B, x)
		return object.None, nil
	})
	c.Method("extend(iterable_of_ints, /)", func(t *thread, a []value, _ kws) (value, error) {
		b, ok := bytesLike(a[1])
		if !ok {
			var err error
			if b, err = bytesOfItems(t, a[1], "bytearray"); err != nil {
				if _, isStr := object.StrOf(a[1]); isStr {
					err = object.TypeError("expected iterable of integers; got: 'str'")
				}
				return value{}, err
			}
		}
		raw(a[0]).B = append(raw(a[0]).B, b...)
		return object.None, nil
	})
	c.Method("insert(index, item, /)", func(t *thread, a []value, _ kws) (value, error) {
		i, err := object.SizeIndex(t, a[1])
		if err != nil {
			return value{}, err
		}
		x, err := object.ByteOf(t, a[2])
		if err != nil {
			return value{}, err
		}
		b := raw(a[0])
		if i < 0 {
			i = max(i+len(b.B), 0)
		}
		b.B = slices.Insert(slices.Clip(b.B), min(i, len(b.B)), x)
		return object.None, nil
	})
	c.Method("pop(index=-1, /)", func(t *thread, a []value, _ kws) (value, error) {
		b := raw(a[0])
		i := -1
		if x := opt(a, 1); x.Valid() {
			var err error
			if i, err = object.SizeIndex(t, x); err != nil {
				return value{}, err
			}
		}
		if len(b.B) == 0 {
			return value{}, object.IndexError("pop from empty bytearray")
		}
		if i < 0 {
			i += len(b.B)
		}
		if i < 0 || i >= len(b.B) {
			return value{}, object.IndexError("pop index out of range")
		}
		x := b.B[i]
		b.B = append(b.B[:i:i], b.B[i+1:]...)
		return object.Int(int64(x)), nil
	})
	c.Method("remove(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		x, err := object.ByteOf(t, a[1])
		if err != nil {
			return value{}, err
		}
		b := raw(a[0])
		i := bytes.IndexByte(b.B, x)
		if i < 0 {
			return value{}, object.ValueError("value not found in bytearray")
		}
		b.B = append(b.B[:i:i], b.B[i+1:]...)
		return object.None, nil
	})
	c.Method("clear()", func(t *thread, a []value, _ kws) (value, error) {
		raw(a[0]).B = nil
		return object.None, nil
	})
	c.Method("copy()", func(t *thread, a []value, _ kws) (value, error) { return likeBytes(a[0], selfBytes(a)), nil })
	c.Method("reverse()", func(t *thread, a []value, _ kws) (value, error) {
		slices.Reverse(raw(a[0]).B)
		return object.None, nil
	})
	c.Method("__iadd__(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		b, ok := bytesLike(a[1])
		if !ok {
			return value{}, object.TypeError("can't concat %s to bytearray", typeName(a[1]))
		}
		raw(a[0]).B = append(raw(a[0]).B, b...)
		return a[0], nil
	})
	c.Method("__imul__(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		return object.InplaceRepeat(t, a[0], a[1])
	})
	c.Method("__alloc__()", func(t *thread, a []value, _ kws) (value, error) {
		return object.Int(int64(len(raw(a[0]).B) + 1)), nil
	})
	c.SetAttr("__hash__", object.None)
}
