package builtins

import (
	"asyncio/script/object"
	"asyncio/script/text"
)

// Writable is implemented by bytes-like objects whose bytes may be changed in
// place; ok is false for one that is read-only.
type Writable interface{ WritableBytes() (p []byte, ok bool) }

// BytesLike gives the bytes of a bytes-like object. They are not to be changed.
func BytesLike(_ *object.Thread, v object.Value) ([]byte, error) {
	if p, ok := object.BufferOf(v); ok {
		return p, nil
	}
	return nil, object.TypeError("a bytes-like object is required, not '%s'", object.ClassOf(v).Name)
}

// FSPath gives the text of a path: str, bytes or what __fspath__ gives.
func FSPath(t *object.Thread, v object.Value) (string, error) {
	plain := func(v object.Value) (string, bool) {
		if s, ok := object.StrOf(v); ok {
			if b, err := text.Encode(s, "utf-8", "surrogateescape"); err == nil {
				return b, true
			}
			return s, true
		}
		if b, ok := v.Ref.(*object.Bytes); ok && !b.Mutable {
			return string(b.B), true
		}
		return "", false
	}
	if s, ok := plain(v); ok {
		return s, nil
	}
	r, ok, err := t.CallSpecial(v, "__fspath__")
	if err != nil {
		return "", err
	}
	if !ok {
		return "", object.TypeError("expected str, bytes or os.PathLike object, not %s", object.ClassOf(v).Name)
	}
	s, isText := plain(r)
	if !isText {
		return "", object.TypeError("expected %s.__fspath__() to return str or bytes, not %s", object.ClassOf(v).Name, object.ClassOf(r).Name)
	}
	return s, nil
}

// NotGranted is the PermissionError of a program that was not given that kind
// of access.
func NotGranted(what string, about ...object.Value) error {
	return object.OSErrorNumber(1, "this interpreter was given no "+what+" access", about...)
}

// WritableBytes gives the bytes of a bytes-like object to be changed in place.
func WritableBytes(v object.Value) ([]byte, error) {
	switch b := v.Ref.(type) {
	case *object.Bytes:
		if b.Mutable {
			return b.B, nil
		}
	case Writable:
		if p, ok := b.WritableBytes(); ok {
			return p, nil
		}
	}
	return nil, object.TypeError("argument must be read-write bytes-like object, not %s", object.ClassOf(v).Name)
}
