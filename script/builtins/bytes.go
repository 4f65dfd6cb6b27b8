package builtins

import (
	"asyncio/script/object"
)

func bytesMethods() {
	for _, c := range []*object.Class{object.BytesClass, object.BytearrayClass} {
		wrap(c, object.OpAdd, object.OpMul)
		c.Construct = func(t *thread, cls *object.Class, a []value, _ kws) (value, error) {
			b := &object.Bytes{Mutable: c == object.BytearrayClass}
			if len(a) > 0 {
				switch o := a[0].Ref.(type) {
				case *object.Str:
					if len(a) < 2 {
						return value{}, object.TypeError("string argument without an encoding")
					}
					b.B = []byte(o.S)
				case *object.Bytes:
					b.B = append([]byte(nil), o.B...)
				default:
					if n, ok := object.IntOf(a[0]); ok {
						if n < 0 {
							return value{}, object.ValueError("negative count")
						}
						b.B = make([]byte, n)
						break
					}
					err := object.Each(t, a[0], func(v value) error {
						n, err := object.Index(t, v)
						if err == nil && (n < 0 || n > 255) {
							err = object.ValueError("bytes must be in range(0, 256)")
						}
						b.B = append(b.B, byte(n))
						return err
					})
					if err != nil {
						return value{}, err
					}
				}
			}
			return object.Obj(b), nil
		}
		c.Def("decode", 1, 3, func(t *thread, a []value, kw kws) (value, error) {
			return object.String(string(a[0].Ref.(*object.Bytes).B)), nil
		})
		c.Def("hex", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			const digits = "0123456789abcdef"
			var out []byte
			for _, x := range a[0].Ref.(*object.Bytes).B {
				out = append(out, digits[x>>4], digits[x&15])
			}
			return object.String(string(out)), nil
		})
	}
}
