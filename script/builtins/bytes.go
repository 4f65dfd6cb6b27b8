package builtins

import (
	"strings"
	"unsafe"

	"asyncio/script/codec"
	"asyncio/script/format"
	"asyncio/script/object"
	"asyncio/script/text"
)

func raw(v value) *object.Bytes { return v.Ref.(*object.Bytes) }

// selfBytes is what the receiver holds: that of a bytes, which never changes, as
// it is, that of a bytearray a copy.
func selfBytes(a []value) string {
	b := raw(a[0])
	if b.Mutable {
		return string(b.B)
	}
	return unsafe.String(unsafe.SliceData(b.B), len(b.B))
}

// newBytes makes a bytes or bytearray, like self.
func likeBytes(self value, s string) value {
	return object.Obj(&object.Bytes{B: []byte(s), Mutable: raw(self).Mutable})
}

// bytesLike gives the bytes of an object that has a buffer.
func bytesLike(v value) ([]byte, bool) { return object.BufferOf(v) }

func bytesArg(v value) (string, error) {
	b, ok := bytesLike(v)
	if !ok {
		return "", object.TypeError("a bytes-like object is required, not '%s'", typeName(v))
	}
	return string(b), nil
}

// byteOrBytes reads what find and its like search for.
func byteOrBytes(t *thread, v value) (string, error) {
	if b, ok := bytesLike(v); ok {
		return string(b), nil
	}
	if !isIndex(v) {
		return "", object.TypeError("argument should be integer or bytes-like object, not '%s'", typeName(v))
	}
	b, err := object.ByteOf(t, v)
	return string([]byte{b}), err
}

func fillBytes() {
	for _, c := range []*object.Class{object.BytesClass, object.BytearrayClass} {
		c.Later(func(c *object.Class) {
			wrap(c, object.OpAdd, object.OpMul)
			c.Method("__mod__(value, /)", func(t *thread, a []value, _ kws) (value, error) { return percentBytes(t, a[0], a[1]) })
			c.Method("__rmod__(value, /)", func(t *thread, a []value, _ kws) (value, error) { return object.NotImplemented, nil })
			c.Method("decode(encoding='utf-8', errors='strict')", func(t *thread, a []value, _ kws) (value, error) {
				encoding, errors, err := codecArgs("decode", opt(a, 1), opt(a, 2))
				if err != nil {
					return value{}, err
				}
				s, err := codec.Decode(t, selfBytes(a), encoding, errors)
				return str(s, codecError(a[0], err))
			})
			c.Method("hex(sep=, bytes_per_sep=1)", func(t *thread, a []value, _ kws) (value, error) { return hexOf(t, selfBytes(a), a) })
			c.ClassFunction("fromhex(string, /)", func(t *thread, a []value, _ kws) (value, error) {
				s, ok := object.StrOf(a[1])
				if !ok {
					return value{}, object.TypeError("fromhex() argument must be str, not %s", argumentName(a[1]))
				}
				b, err := text.BytesFromHex(s)
				if err != nil {
					return value{}, object.FromError(err)
				}
				r := object.Obj(&object.Bytes{B: []byte(b), Mutable: c == object.BytearrayClass})
				if a[0].Ref == object.Object(c) {
					return r, nil
				}
				return t.Call(a[0], r)
			})
			fillBytesCase(c)
			fillBytesSearch(c)
			fillBytesSplit(c)
			fillBytesLayout(c)
			c.StaticFunction("maketrans(frm, to, /)", func(t *thread, a []value, _ kws) (value, error) {
				from, err := bytesArg(a[0])
				if err != nil {
					return value{}, err
				}
				to, err := bytesArg(a[1])
				if err != nil {
					return value{}, err
				}
				if len(from) != len(to) {
					return value{}, object.ValueError("maketrans arguments must have same length")
				}
				table := make([]byte, 256)
				for i := range table {
					table[i] = byte(i)
				}
				for i := range from {
					table[from[i]] = to[i]
				}
				return object.BytesValue(table), nil
			})
		})
	}
	object.BytesClass.Later(bytesMethods)
	object.BytearrayClass.Later(fillBytearray)
}

// bytesMethods are those that bytearray does not have.
func bytesMethods(c *object.Class) {
	c.Constructor("source=, encoding=, errors=", newBytes)
	c.Method("__bytes__()", func(t *thread, a []value, _ kws) (value, error) {
		if raw(a[0]).Exact() {
			return a[0], nil
		}
		return object.BytesValue([]byte(selfBytes(a))), nil
	})
	c.Method("__getnewargs__()", func(t *thread, a []value, _ kws) (value, error) {
		return object.TupleValue(object.BytesValue([]byte(selfBytes(a)))), nil
	})
}

func hexOf(t *thread, s string, a []value) (value, error) {
	sep, per := "", 1
	if x := opt(a, 1); x.Valid() {
		if y, ok := object.StrOf(x); ok {
			sep = y
		} else if b, ok := x.Ref.(*object.Bytes); ok {
			sep = string(b.B)
		} else {
			if _, err := object.Len(t, x); err != nil {
				return value{}, err
			}
			return value{}, object.TypeError("sep must be str or bytes.")
		}
		if text.RuneCount(sep) != 1 {
			return value{}, object.ValueError("sep must be length 1.")
		}
		if sep[0] >= 128 {
			return value{}, object.ValueError("sep must be ASCII.")
		}
	}
	if x := opt(a, 2); x.Valid() {
		var err error
		if per, err = object.CInt(t, x); err != nil {
			return value{}, err
		}
	}
	return object.String(text.BytesHex(s, sep, int64(per))), nil
}

func newBytes(t *thread, cls *object.Class, a []value) (value, error) {
	b, err := bytesOf(t, opt(a, 0), opt(a, 1), opt(a, 2), "bytes")
	if err != nil {
		return value{}, err
	}
	if cls == object.BytesClass {
		if len(a) == 1 {
			if o, ok := a[0].Ref.(*object.Bytes); ok && o.Exact() && !o.Mutable {
				return a[0], nil
			}
		}
		return object.BytesValue(b), nil
	}
	o := &object.Bytes{B: b}
	o.SetClass(cls)
	return object.Obj(o), nil
}

// bytesOf is what bytes and bytearray make of their arguments.
func bytesOf(t *thread, source, encoding, errors value, name string) ([]byte, error) {
	if encoding.Valid() || errors.Valid() {
		enc, handler, err := codecArgs(name, encoding, errors)
		if err != nil {
			return nil, err
		}
		s, ok := object.StrOf(source)
		if !ok {
			if encoding.Valid() {
				return nil, object.TypeError("encoding without a string argument")
			}
			return nil, object.TypeError("errors without a string argument")
		}
		b, err := codec.Encode(t, s, enc, handler)
		return []byte(b), codecError(source, err)
	}
	if !source.Valid() {
		return nil, nil
	}
	if name == "bytes" {
		if r, ok, err := t.CallSpecial(source, "__bytes__"); ok {
			if err != nil {
				return nil, err
			}
			b, isBytes := r.Ref.(*object.Bytes)
			if !isBytes || b.Mutable {
				return nil, object.TypeError("__bytes__ returned non-bytes (type %s)", typeName(r))
			}
			return append([]byte(nil), b.B...), nil
		}
	}
	if _, ok := object.StrOf(source); ok {
		return nil, object.TypeError("string argument without an encoding")
	}
	if b, ok := bytesLike(source); ok {
		return append([]byte(nil), b...), nil
	}
	if isIndex(source) {
		n, err := object.SizeIndex(t, source)
		if err == nil {
			if n < 0 {
				return nil, object.ValueError("negative count")
			}
			if err := t.Room(float64(n)); err != nil {
				return nil, err
			}
			return make([]byte, n), nil
		}
		if !object.IsInstance(err, object.TypeErrorClass) {
			return nil, err
		}
	}
	return bytesOfItems(t, source, name)
}

func bytesOfItems(t *thread, source value, name string) ([]byte, error) {
	it, err := object.Iter(t, source)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) {
			if name == "bytearray" {
				return nil, object.TypeError("can't extend bytearray with %s", typeName(source))
			}
			return nil, object.TypeError("cannot convert '%s' object to bytes", typeName(source))
		}
		return nil, err
	}
	what := "bytes"
	if name == "bytearray" {
		what = "byte"
	}
	var out []byte
	err = object.EachOf(t, it, func(v value) error {
		n, err := object.SizeIndex(t, v)
		if err != nil && !object.IsInstance(err, object.OverflowErrorClass) {
			return err
		}
		if err != nil || n < 0 || n > 255 {
			return object.ValueError("%s must be in range(0, 256)", what)
		}
		out = append(out, byte(n))
		return nil
	})
	return out, err
}

func fillBytesCase(c *object.Class) {
	same := func(name string, f func(string) string) {
		c.Method(name+"()", func(t *thread, a []value, _ kws) (value, error) { return likeBytes(a[0], f(selfBytes(a))), nil })
	}
	same("upper", text.BytesUpper)
	same("lower", text.BytesLower)
	same("title", text.BytesTitle)
	same("capitalize", text.BytesCapitalize)
	same("swapcase", text.BytesSwapCase)
	is := func(name string, f func(string) bool) {
		c.Method(name+"()", func(t *thread, a []value, _ kws) (value, error) { return object.Bool(f(selfBytes(a))), nil })
	}
	is("isalpha", text.BytesIsAlpha)
	is("isalnum", text.BytesIsAlnum)
	is("isdigit", text.BytesIsDigit)
	is("isspace", text.BytesIsSpace)
	is("islower", text.BytesIsLower)
	is("isupper", text.BytesIsUpper)
	is("istitle", text.BytesIsTitle)
	is("isascii", text.IsASCII)
}

func fillBytesSearch(c *object.Class) {
	find := func(name string, f func(s, sub string, start, end text.Bound) int, must bool) {
		c.Method(name+"(sub, start=None, end=None, /)", func(t *thread, a []value, _ kws) (value, error) {
			sub, err := byteOrBytes(t, a[1])
			if err != nil {
				return value{}, err
			}
			start, end, err := bounds(t, a, 2)
			if err != nil {
				return value{}, err
			}
			i := f(selfBytes(a), sub, start, end)
			if i < 0 && must {
				return value{}, object.ValueError("subsection not found")
			}
			return object.Int(int64(i)), nil
		})
	}
	first := func(s, sub string, start, end text.Bound) int { return text.BytesStr(s).Find(sub, start, end) }
	last := func(s, sub string, start, end text.Bound) int { return text.BytesStr(s).RFind(sub, start, end) }
	find("find", first, false)
	find("rfind", last, false)
	find("index", first, true)
	find("rindex", last, true)
	find("count", text.BytesCount, false)
	affix := func(name string, f func(s text.Str, affix string, start, end text.Bound) bool) {
		c.Method(name+"(prefix, start=None, end=None, /)", func(t *thread, a []value, _ kws) (value, error) {
			start, end, err := bounds(t, a, 2)
			if err != nil {
				return value{}, err
			}
			s := text.BytesStr(selfBytes(a))
			if tuple, ok := a[1].Ref.(*object.Tuple); ok {
				for _, x := range tuple.Items {
					p, err := bytesArg(x)
					if err != nil {
						return value{}, err
					}
					if f(s, p, start, end) {
						return object.True, nil
					}
				}
				return object.False, nil
			}
			p, ok := bytesLike(a[1])
			if !ok {
				return value{}, object.TypeError("%s first arg must be bytes or a tuple of bytes, not %s", name, typeName(a[1]))
			}
			return object.Bool(f(s, string(p), start, end)), nil
		})
	}
	affix("startswith", text.Str.HasPrefix)
	affix("endswith", text.Str.HasSuffix)
	c.Method("replace(old, new, count=-1, /)", func(t *thread, a []value, _ kws) (value, error) {
		from, err := bytesArg(a[1])
		if err != nil {
			return value{}, err
		}
		to, err := bytesArg(a[2])
		n := -1
		if x := opt(a, 3); err == nil && x.Valid() {
			n, err = object.SizeIndex(t, x)
		}
		if err != nil {
			return value{}, err
		}
		if err := roomToReplace(t, selfBytes(a), from, to, n); err != nil {
			return value{}, err
		}
		return likeBytes(a[0], text.BytesReplace(selfBytes(a), from, to, int64(n))), nil
	})
	remove := func(name string, f func(s, affix string) string) {
		c.Method(name+"(prefix, /)", func(t *thread, a []value, _ kws) (value, error) {
			p, err := bytesArg(a[1])
			if err != nil {
				return value{}, err
			}
			return likeBytes(a[0], f(selfBytes(a), p)), nil
		})
	}
	remove("removeprefix", strings.TrimPrefix)
	remove("removesuffix", strings.TrimSuffix)
}

func percentBytes(t *thread, f, args value) (value, error) {
	list := []value{args}
	mapping := false
	switch o := args.Ref.(type) {
	case *object.Tuple:
		list = o.Items
	case *object.Bytes, *object.Str:
	default:
		_, mapping = object.ClassOf(args).Lookup("__getitem__")
	}
	s, err := format.PercentBytes[value](string(raw(f).B), list, mapping, t.MaxDigits(), bytesOps{percentOps{t, args}})
	if err != nil {
		return value{}, object.FromError(err)
	}
	return likeBytes(f, s), nil
}

// bytesOps is what the % of bytes does otherwise than that of str.
type bytesOps struct{ percentOps }

// Lookup implements format.PercentOps.
func (o bytesOps) Lookup(key string) (value, error) {
	return object.GetItem(o.t, o.m, object.BytesValue([]byte(key)))
}

// Convert implements format.PercentOps.
func (o bytesOps) Convert(v value, code byte) (string, error) {
	if code == 'b' || code == 's' {
		if r, ok, err := o.t.CallSpecial(v, "__bytes__"); ok {
			if err != nil {
				return "", err
			}
			return bytesArg(r)
		}
		if b, ok := bytesLike(v); ok {
			return string(b), nil
		}
		return "", object.TypeError("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", typeName(v))
	}
	return convert(o.t, v, 'a')
}

// Char implements format.PercentOps.
func (o bytesOps) Char(v value) (string, error) {
	if n, ok := object.IntOf(v); ok {
		if n < 0 || n > 255 {
			return "", object.Raise(object.OverflowErrorClass, "%s", "%c arg not in range(256)")
		}
		return string([]byte{byte(n)}), nil
	}
	if b, ok := v.Ref.(*object.Bytes); ok && len(b.B) == 1 {
		return string(b.B), nil
	}
	return "", object.TypeError("%s", "%c requires an integer in range(256) or a single byte")
}

// Float implements format.PercentOps.
func (o bytesOps) Float(v value) (float64, error) {
	f, err := Float(o.t, v)
	if err != nil && object.IsInstance(err, object.TypeErrorClass) {
		err = object.TypeError("float argument required, not %s", typeName(v))
	}
	return f, err
}
