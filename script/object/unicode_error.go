package object

import (
	"errors"

	"asyncio/script/text"
)

// unicodeError makes UnicodeDecodeError and UnicodeEncodeError of what the
// codecs give; nil when err is neither.
func unicodeError(err error) error {
	var d *text.DecodeError
	var e *text.EncodeError
	number := func(n int) Value { return Int(int64(n)) }
	switch {
	case errors.As(err, &d):
		x := NewException(UnicodeDecodeErrorClass)
		_ = x.SetArgs([]Value{String(d.Encoding), BytesValue([]byte(d.Object)), number(d.Start), number(d.End), String(d.Reason)})
		return x
	case errors.As(err, &e):
		x := NewException(UnicodeEncodeErrorClass)
		_ = x.SetArgs([]Value{String(e.Encoding), String(e.Object), number(e.Start), number(e.End), String(e.Reason)})
		return x
	}
	return nil
}
