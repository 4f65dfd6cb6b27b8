package iomod

import (
	"slices"

	"asyncio/script/object"
)

// What RawIOBase and BufferedIOBase offer on top of the methods that a Python
// subclass writes.
func init() {
	rawBaseClass.Later(fillRawBase)
	bufferedBaseClass.Later(fillBufferedBase)
}

func fillRawBase(c *object.Class) {
	c.Def("read", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		n, err := size(t, a, 1)
		if err != nil {
			return value{}, err
		}
		if n < 0 {
			return call(t, a[0], "readall")
		}
		if err := t.Room(float64(n)); err != nil {
			return value{}, err
		}
		b := &object.Bytes{B: make([]byte, n), Mutable: true}
		got, err := call(t, a[0], "readinto", object.Obj(b))
		if err != nil || got.IsNone() {
			return got, err
		}
		k, err := object.Index(t, got)
		if err == nil && (k < 0 || k > len(b.B)) {
			err = object.ValueError("readinto returned %d outside buffer size %d", k, len(b.B))
		}
		if err != nil {
			return value{}, err
		}
		return object.BytesValue(slices.Clone(b.B[:k])), nil
	})
	c.Def("readall", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		var all []byte
		for {
			got, err := call(t, a[0], "read", object.Int(blockSize))
			if err != nil {
				return value{}, err
			}
			if got.IsNone() {
				if len(all) == 0 {
					return got, nil
				}
				return object.BytesValue(all), nil
			}
			b, ok := got.Ref.(*object.Bytes)
			if !ok {
				return value{}, object.TypeError("read() should return bytes")
			}
			if len(b.B) == 0 {
				return object.BytesValue(all), nil
			}
			all = append(all, b.B...)
		}
	})
	for _, name := range []string{"write", "readinto"} {
		c.Def(name, 2, 2, func(*thread, []value, []object.Kw) (value, error) {
			return value{}, object.NewException(object.NotImplementedErrorClass)
		})
	}
}

func fillBufferedBase(c *object.Class) {
	for _, name := range []string{"readinto", "readinto1"} {
		read := map[string]string{"readinto": "read", "readinto1": "read1"}[name]
		c.Def(name, 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
			p, err := room(t, name, a[1])
			if err != nil {
				return value{}, err
			}
			got, err := call(t, a[0], read, object.Int(int64(len(p))))
			if err != nil {
				return value{}, err
			}
			b, ok := got.Ref.(*object.Bytes)
			if !ok {
				return value{}, object.TypeError("%s() should return bytes", read)
			}
			if len(b.B) > len(p) {
				return value{}, object.ValueError("%s() returned too much data: %d bytes requested, %d returned", read, len(p), len(b.B))
			}
			return object.Int(int64(copy(p, b.B))), nil
		})
	}
}
