// Package codec is what str.encode, bytes.decode and files turn texts into bytes
// with: the encodings of package text, and what a program has registered with
// the module codecs.
package codec

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/text"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Encode encodes a text.
func Encode(t *thread, s, encoding, errors string) (string, error) {
	if _, err := text.CodecName(encoding); err != nil {
		b, err := ask(t, "_encode_text", object.String(s), object.String(encoding), object.String(errors))
		if err != nil {
			return "", err
		}
		p, _ := object.BufferOf(b)
		return string(p), nil
	}
	return text.EncodeWith(s, encoding, errors, Handler(t, errors))
}

// Decode decodes bytes.
func Decode(t *thread, p, encoding, errors string) (string, error) {
	if p != "" {
		if _, err := text.CodecName(encoding); err != nil {
			v, err := ask(t, "_decode_text", object.BytesValue([]byte(p)), object.String(encoding), object.String(errors))
			s, _ := object.StrOf(v)
			return s, err
		}
	}
	return text.DecodeWith(p, encoding, errors, Handler(t, errors))
}

// Handler gives what a registered error handler does. The handlers that package
// text knows do not come to it.
func Handler(t *thread, errors string) text.Handler {
	h := host.Of(t)
	if h == nil {
		return nil
	}
	return func(failure error) (string, []byte, int, error) {
		t := h.Thread()
		r, err := ask(t, "_handle_error", object.String(errors), object.Obj(object.AsException(object.FromError(failure))))
		if err != nil {
			return "", nil, 0, err
		}
		pair := r.Ref.(*object.Tuple).Items
		next, err := object.CInt(t, pair[1])
		if s, ok := object.StrOf(pair[0]); ok {
			return s, nil, next, err
		}
		raw, _ := object.BufferOf(pair[0])
		return "", raw, next, err
	}
}

// ask calls a function of the module codecs.
func ask(t *thread, name string, args ...value) (value, error) {
	m, err := host.Of(t).Import(t, "codecs")
	if err != nil {
		return value{}, err
	}
	fn, err := object.GetAttr(t, m, name)
	if err != nil {
		return value{}, err
	}
	return t.Call(fn, args...)
}

// Refuse gives the error of an encoding that files cannot have.
func Refuse(t *thread, encoding string, err error) error {
	if _, own := ask(t, "_text_info", object.String(encoding), object.String("open"), object.None); own != nil {
		return own
	}
	return object.FromError(err)
}
