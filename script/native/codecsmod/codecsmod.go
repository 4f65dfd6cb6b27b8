// Package codecsmod is the module _codecs, which codecs stands on.
package codecsmod

import (
	"asyncio/script/builtins"
	"asyncio/script/codec"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/text"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module _codecs.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_codecs")
	m.DefPlain("canonical", 1, 1, func(_ *thread, a []value) (value, error) {
		name, _ := object.StrOf(a[0])
		found, err := text.CodecName(name)
		switch {
		case err != nil:
			return object.None, nil
		case found == "latin-1":
			found = "iso8859-1"
		}
		return object.String(found), nil
	})
	m.Function("encode(text, encoding, errors='strict')", func(t *thread, a []value, _ []object.Kw) (value, error) {
		s, ok := object.StrOf(a[0])
		if !ok {
			return value{}, object.TypeError("encode() argument 'str' must be str, not %s", object.ClassOf(a[0]).Name)
		}
		name, errors := names(a)
		b, err := codec.Encode(t, s, name, errors)
		return object.BytesValue([]byte(b)), object.FromError(err)
	})
	m.Function("decode(data, encoding, errors='strict')", func(t *thread, a []value, _ []object.Kw) (value, error) {
		p, err := bytesOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		name, errors := names(a)
		s, err := codec.Decode(t, string(p), name, errors)
		return object.String(s), object.FromError(err)
	})
	// decode_part decodes what is complete: it gives the text, how many bytes it
	// was, and the encoding of what follows.
	m.Function("decode_part(data, encoding, errors='strict', final=False)", func(t *thread, a []value, _ []object.Kw) (value, error) {
		p, err := bytesOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		name, errors := names(a)
		final := false
		if len(a) > 3 && a[3].Valid() {
			if final, err = object.Truth(t, a[3]); err != nil {
				return value{}, err
			}
		}
		n, then, enough := codec.Mark(name, p)
		if !enough && !final {
			return object.TupleValue(object.String(""), object.Int(0), object.String(name)), nil
		}
		end := len(p)
		if !final {
			end = max(n, end-codec.Unfinished(then, p))
		}
		s, err := codec.Decode(t, string(p[n:end]), then, errors)
		return object.TupleValue(object.String(s), object.Int(int64(end)), object.String(then)), object.FromError(err)
	})
	return m, nil
}

func bytesOf(t *thread, v value) ([]byte, error) {
	if _, ok := object.StrOf(v); ok {
		return nil, object.TypeError("a bytes-like object is required, not 'str'")
	}
	return builtins.BytesLike(t, v)
}

// names gives the encoding and the handler.
func names(a []value) (encoding, errors string) {
	encoding, _ = object.StrOf(a[1])
	if len(a) > 2 && a[2].Valid() {
		errors, _ = object.StrOf(a[2])
	}
	return encoding, errors
}
