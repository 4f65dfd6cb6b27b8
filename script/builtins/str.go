package builtins

import (
	"asyncio/script/codec"
	"asyncio/script/format"
	"asyncio/script/object"
	"asyncio/script/text"
)

// selfStr is the receiver of a method of str, as package text wants it.
func selfStr(a []value) text.Str {
	s := a[0].Ref.(*object.Str)
	return text.StrOf(s.S, s.Len())
}

func selfText(a []value) string { return a[0].Ref.(*object.Str).S }

// sameStr gives s back as the receiver itself when nothing changed.
func sameStr(self value, s string) value {
	o := self.Ref.(*object.Str)
	if len(s) == len(o.S) && o.Exact() && s == o.S {
		return self
	}
	return object.String(s)
}

// argStr is the text of argument n of a method, counted from 1.
func argStr(a []value, n int, method string) (string, error) {
	s, ok := object.StrOf(a[n])
	if !ok {
		return "", object.TypeError("%s() argument %d must be str, not %s", method, n, argumentName(a[n]))
	}
	return s, nil
}

// oneStr is the text of the only argument of a method.
func oneStr(a []value, method string) (string, error) {
	s, ok := object.StrOf(a[1])
	if !ok {
		return "", object.TypeError("%s() argument must be str, not %s", method, argumentName(a[1]))
	}
	return s, nil
}

func fillStr(c *object.Class) {
	c.Constructor("object=, encoding=, errors=", newStr)
	wrap(c, object.OpAdd, object.OpMul)
	c.Method("__mod__(value, /)", func(t *thread, a []value, _ kws) (value, error) { return percent(t, a[0], a[1]) })
	c.Method("__rmod__(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		if _, ok := object.StrOf(a[1]); !ok {
			return object.NotImplemented, nil
		}
		return percent(t, a[1], a[0])
	})
	c.Method("__str__()", func(t *thread, a []value, _ kws) (value, error) { return exactStr(a[0]), nil })
	c.Method("__format__(format_spec, /)", formatMethod)
	c.Method("__getnewargs__()", func(t *thread, a []value, _ kws) (value, error) {
		return object.TupleValue(exactStr(a[0])), nil
	})
	c.Method("__sizeof__()", sizeMethod)
	fillStrCase(c)
	fillStrSearch(c)
	fillStrSplit(c)
	fillStrLayout(c)
	c.Method("format(*args, **kwargs)", func(t *thread, a []value, kw kws) (value, error) {
		r, err := format.Template[value](selfText(a), &template{t, a[1:], kw})
		return str(r, object.FromError(err))
	})
	c.Method("format_map(mapping, /)", func(t *thread, a []value, _ kws) (value, error) {
		r, err := format.Template[value](selfText(a), &mapTemplate{template{t, nil, nil}, a[1]})
		return str(r, object.FromError(err))
	})
	c.Method("encode(encoding='utf-8', errors='strict')", func(t *thread, a []value, _ kws) (value, error) {
		encoding, errors, err := codecArgs("encode", opt(a, 1), opt(a, 2))
		if err != nil {
			return value{}, err
		}
		b, err := codec.Encode(t, selfText(a), encoding, errors)
		if err != nil {
			return value{}, codecError(a[0], err)
		}
		return object.BytesValue([]byte(b)), nil
	})
}

func exactStr(v value) value {
	o := v.Ref.(*object.Str)
	if o.Exact() {
		return v
	}
	return object.String(o.S)
}

func newStr(t *thread, cls *object.Class, a []value) (value, error) {
	r, err := strValue(t, opt(a, 0), opt(a, 1), opt(a, 2))
	if err != nil || cls == object.StrClass {
		return r, err
	}
	s, _ := object.StrOf(r)
	o := &object.Str{S: s}
	o.SetClass(cls)
	return object.Obj(o), nil
}

func strValue(t *thread, v, encoding, errors value) (value, error) {
	if !v.Valid() && !encoding.Valid() && !errors.Valid() {
		return object.String(""), nil
	}
	if !encoding.Valid() && !errors.Valid() {
		return object.StrValue(t, v)
	}
	enc, handler, err := codecArgs("str", encoding, errors)
	if err != nil {
		return value{}, err
	}
	if !v.Valid() {
		return object.String(""), nil
	}
	if _, ok := object.StrOf(v); ok {
		return value{}, object.TypeError("decoding str is not supported")
	}
	b, ok := bytesLike(v)
	if !ok {
		return value{}, object.TypeError("decoding to str: need a bytes-like object, %s found", typeName(v))
	}
	s, err := codec.Decode(t, string(b), enc, handler)
	return str(s, codecError(v, err))
}

func fillStrCase(c *object.Class) {
	same := func(name string, f func(string) string) {
		c.Method(name+"()", func(t *thread, a []value, _ kws) (value, error) { return sameStr(a[0], f(selfText(a))), nil })
	}
	ascii := func(name string, f func(string) string) {
		var table [128]byte
		for i := range table {
			table[i] = f(string(rune(i)))[0]
		}
		c.Method(name+"()", func(t *thread, a []value, _ kws) (value, error) {
			if a[0].Ref.(*object.Str).ASCII() {
				return object.MapASCII(a[0], &table), nil
			}
			return sameStr(a[0], f(selfText(a))), nil
		})
	}
	ascii("upper", text.Upper)
	ascii("lower", text.Lower)
	ascii("casefold", text.Casefold)
	ascii("swapcase", text.SwapCase)
	c.Method("title()", func(t *thread, a []value, _ kws) (value, error) {
		s := a[0].Ref.(*object.Str)
		if s.ASCII() {
			return object.MakeStr(len(s.S), func(b []byte) { text.PutTitle(b, s.S) }), nil
		}
		return sameStr(a[0], text.Title(s.S)), nil
	})
	same("capitalize", text.Capitalize)
	is := func(name string, f func(string) bool) {
		c.Method(name+"()", func(t *thread, a []value, _ kws) (value, error) { return object.Bool(f(selfText(a))), nil })
	}
	is("isalpha", text.IsAlpha)
	is("isalnum", text.IsAlnum)
	is("isdecimal", text.IsDecimal)
	is("isdigit", text.IsDigit)
	is("isnumeric", text.IsNumeric)
	is("isspace", text.IsSpace)
	is("isprintable", text.IsPrintable)
	is("islower", text.IsLower)
	is("isupper", text.IsUpper)
	is("istitle", text.IsTitle)
	is("isidentifier", text.IsIdentifier)
	is("isascii", text.IsASCII)
}
