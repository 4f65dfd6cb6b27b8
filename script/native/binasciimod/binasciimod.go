// Package binasciimod is the module binascii.
package binasciimod

import (
	"encoding/base64"
	"hash/crc32"
	"strings"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/text"
)

type (
	thread = object.Thread
	value  = object.Value
)

var (
	errorClass      = object.NewExceptionClass("binascii", "Error", object.ValueErrorClass)
	incompleteClass = object.NewExceptionClass("binascii", "Incomplete", object.ExceptionClass)
)

func bad(format string, args ...any) error { return object.Raise(errorClass, format, args...) }

// asciiOf gives the bytes of a bytes-like object or of a str of ASCII.
func asciiOf(t *thread, v value) ([]byte, error) {
	if s, ok := object.StrOf(v); ok {
		if !text.IsASCII(s) {
			return nil, object.ValueError("string argument should contain only ASCII characters")
		}
		return []byte(s), nil
	}
	p, err := builtins.BytesLike(t, v)
	if err != nil {
		return nil, object.TypeError("argument should be bytes, buffer or ASCII string, not '%s'", object.ClassOf(v).Name)
	}
	return p, nil
}

// Module makes the module binascii.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("binascii")
	m.Dict.SetStr("Error", object.Obj(errorClass))
	m.Dict.SetStr("Incomplete", object.Obj(incompleteClass))
	quotedFunctions(m)
	for _, name := range []string{"hexlify", "b2a_hex"} {
		m.Def(name, 0, 3, func(t *thread, a []value, kw []object.Kw) (value, error) {
			p, err := object.Args(name, a, kw, 1, "data", "sep", "bytes_per_sep")
			if err != nil {
				return value{}, err
			}
			data, err := builtins.BytesLike(t, p[0])
			if err != nil {
				return value{}, err
			}
			sep, per := "", 1
			if p[1].Valid() {
				b, err := asciiOf(t, p[1])
				if err != nil {
					return value{}, err
				}
				if sep = string(b); len(sep) != 1 {
					return value{}, object.ValueError("sep must be length 1.")
				}
			}
			if p[2].Valid() {
				if per, err = object.Index(t, p[2]); err != nil {
					return value{}, err
				}
			}
			return object.BytesValue([]byte(text.BytesHex(string(data), sep, int64(per)))), nil
		})
	}
	for _, name := range []string{"unhexlify", "a2b_hex"} {
		m.Def(name, 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
			p, err := asciiOf(t, a[0])
			if err != nil {
				return value{}, err
			}
			if len(p)%2 != 0 {
				return value{}, bad("Odd-length string")
			}
			out := make([]byte, len(p)/2)
			for i := range out {
				hi, lo := hexDigit(p[2*i]), hexDigit(p[2*i+1])
				if hi < 0 || lo < 0 {
					return value{}, bad("Non-hexadecimal digit found")
				}
				out[i] = byte(hi<<4 | lo)
			}
			return object.BytesValue(out), nil
		})
	}
	m.Def("b2a_base64", 1, 1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		p, err := object.Args("b2a_base64", nil, kw, 0, "newline")
		if err != nil {
			return value{}, err
		}
		data, err := builtins.BytesLike(t, a[0])
		if err != nil {
			return value{}, err
		}
		out := base64.StdEncoding.AppendEncode(nil, data)
		line := true
		if p[0].Valid() {
			if line, err = object.Truth(t, p[0]); err != nil {
				return value{}, err
			}
		}
		if line {
			out = append(out, '\n')
		}
		return object.BytesValue(out), nil
	})
	m.Def("a2b_base64", 1, 1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		p, err := object.Args("a2b_base64", nil, kw, 0, "strict_mode")
		if err != nil {
			return value{}, err
		}
		data, err := asciiOf(t, a[0])
		if err != nil {
			return value{}, err
		}
		strict := false
		if p[0].Valid() {
			if strict, err = object.Truth(t, p[0]); err != nil {
				return value{}, err
			}
		}
		out, err := decodeBase64(data, strict)
		return object.BytesValue(out), err
	})
	m.Def("crc32", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		p, err := builtins.BytesLike(t, a[0])
		if err != nil {
			return value{}, err
		}
		begin := 0
		if len(a) > 1 {
			if begin, err = object.Index(t, a[1]); err != nil {
				return value{}, err
			}
		}
		return object.Int(int64(crc32.Update(uint32(begin), crc32.IEEETable, p))), nil
	})
	m.Def("crc_hqx", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		p, err := builtins.BytesLike(t, a[0])
		if err != nil {
			return value{}, err
		}
		n, err := object.Index(t, a[1])
		if err != nil {
			return value{}, err
		}
		crc := uint16(n)
		for _, c := range p {
			crc ^= uint16(c) << 8
			for range 8 {
				if crc&0x8000 != 0 {
					crc = crc<<1 ^ 0x1021
				} else {
					crc <<= 1
				}
			}
		}
		return object.Int(int64(crc)), nil
	})
	return m, nil
}

// hexDigit gives a digit's value, -1 when it is none.
func hexDigit(c byte) int {
	if c >= 'A' && c <= 'F' {
		c |= 0x20
	}
	return strings.IndexByte("0123456789abcdef", c)
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// decodeBase64 skips what is not of the alphabet, unless strict.
func decodeBase64(p []byte, strict bool) ([]byte, error) {
	out := make([]byte, 0, len(p)*3/4)
	quad, pads := 0, 0
	var left byte
	if strict && len(p) > 0 && p[0] == '=' {
		return nil, bad("Leading padding not allowed")
	}
	for i, c := range p {
		if c == '=' {
			pads++
			if quad >= 2 && quad+pads >= 4 {
				if strict && i+1 < len(p) {
					return nil, bad("Excess data after padding")
				}
				return out, nil
			}
			if strict && quad == 0 {
				return nil, bad("Excess padding not allowed")
			}
			continue
		}
		v := strings.IndexByte(alphabet, c)
		if v < 0 {
			if strict {
				return nil, bad("Only base64 data is allowed")
			}
			continue
		}
		if strict && pads > 0 {
			return nil, bad("Discontinuous padding not allowed")
		}
		pads = 0
		b := byte(v)
		switch quad {
		case 0:
			left = b
		case 1:
			out = append(out, left<<2|b>>4)
			left = b & 15
		case 2:
			out = append(out, left<<4|b>>2)
			left = b & 3
		case 3:
			out = append(out, left<<6|b)
			left = 0
		}
		quad = (quad + 1) % 4
	}
	switch {
	case quad == 1:
		return nil, bad("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	case quad != 0:
		return nil, bad("Incorrect padding")
	}
	return out, nil
}
