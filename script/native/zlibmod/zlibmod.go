// Package zlibmod is the module zlib. What it compresses is not byte for byte
// what the C library makes, but decompresses to the same.
package zlibmod

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"hash/adler32"
	"hash/crc32"
	"io"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	thread = object.Thread
	value  = object.Value
)

var (
	errorClass    = object.NewExceptionClass("zlib", "error", object.ExceptionClass)
	compressClass = object.NewNativeClass("zlib", "Compress").Final()
	expandClass   = object.NewNativeClass("zlib", "Decompress").Final()
)

// writer is a compressor of any of the three formats.
type writer interface {
	io.WriteCloser
	Flush() error
}

// newWriter makes a compressor: bits below 0 are raw, above 15 gzip.
func newWriter(to io.Writer, level, bits int) (writer, error) {
	if level < -1 || level > 9 {
		return nil, object.Raise(errorClass, "Bad compression level")
	}
	switch {
	case bits < 0:
		return flate.NewWriter(to, level)
	case bits > 15:
		return gzip.NewWriterLevel(to, level)
	}
	return zlib.NewWriterLevel(to, level)
}

// expand decompresses all of p and gives what stands behind the end.
func expand(p []byte, bits int) (out, rest []byte, err error) {
	in := bytes.NewReader(p)
	var r io.ReadCloser
	switch {
	case bits < 0:
		r = flate.NewReader(in)
	case bits > 15 && (bits < 40 || len(p) > 1 && p[0] == 0x1f):
		var z *gzip.Reader
		if z, err = gzip.NewReader(in); err == nil {
			z.Multistream(false)
			r = z
		}
	default:
		r, err = zlib.NewReader(in)
	}
	if err == nil {
		out, err = io.ReadAll(r)
	}
	return out, p[len(p)-in.Len():], err
}

// failure makes zlib.error of a failed decompression.
func failure(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return object.Raise(errorClass, "Error -5 while decompressing data: incomplete or truncated stream")
	case errors.Is(err, zlib.ErrHeader), errors.Is(err, gzip.ErrHeader):
		return object.Raise(errorClass, "Error -3 while decompressing data: incorrect header check")
	case errors.Is(err, zlib.ErrChecksum), errors.Is(err, gzip.ErrChecksum):
		return object.Raise(errorClass, "Error -3 while decompressing data: incorrect data check")
	}
	return object.Raise(errorClass, "Error -3 while decompressing data: invalid block type")
}

// compressor is a zlib.compressobj.
type compressor struct {
	out bytes.Buffer
	w   writer
}

// Class implements object.Object.
func (*compressor) Class() *object.Class { return compressClass }

func (c *compressor) taken() value {
	p := bytes.Clone(c.out.Bytes())
	c.out.Reset()
	return object.BytesValue(p)
}

// expander is a zlib.decompressobj. It keeps what it was given until the end of
// the stream has come.
type expander struct {
	bits         int
	in           []byte
	given        int // bytes of the output that the program has
	eof          bool
	unused, tail []byte
}

// Class implements object.Object.
func (*expander) Class() *object.Class { return expandClass }

func init() {
	compressClass.Later(fillCompress)
	expandClass.Later(fillExpand)
}

func fillCompress(c *object.Class) {
	c.Def("compress", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		c := a[0].Ref.(*compressor)
		p, err := builtins.BytesLike(t, a[1])
		if err == nil {
			_, err = c.w.Write(p)
		}
		return c.taken(), err
	})
	c.Def("flush", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		c := a[0].Ref.(*compressor)
		mode := 4
		var err error
		if len(a) > 1 {
			if mode, err = object.Index(t, a[1]); err != nil {
				return value{}, err
			}
		}
		if mode == 4 {
			err = c.w.Close()
		} else {
			err = c.w.Flush()
		}
		return c.taken(), err
	})
}

func fillExpand(c *object.Class) {
	c.Def("decompress", 2, 3, func(t *thread, a []value, kw []object.Kw) (value, error) {
		e := a[0].Ref.(*expander)
		v, err := object.Args("decompress", a[1:], kw, 1, "data", "max_length")
		if err != nil {
			return value{}, err
		}
		p, err := builtins.BytesLike(t, v[0])
		if err != nil {
			return value{}, err
		}
		if e.eof {
			e.unused = append(e.unused, p...)
			return object.BytesValue(nil), nil
		}
		e.in = append(e.in, p...)
		out, rest, err := expand(e.in, e.bits)
		switch {
		case err == nil:
			e.eof, e.unused, e.in = true, bytes.Clone(rest), nil
		case !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF):
			return value{}, failure(err)
		}
		fresh := bytes.Clone(out[min(e.given, len(out)):])
		e.given = len(out)
		return object.BytesValue(fresh), nil
	})
	c.Def("flush", 1, 2, func(*thread, []value, []object.Kw) (value, error) { return object.BytesValue(nil), nil })
	c.DefGet("eof", func(_ *thread, v value) (value, error) { return object.Bool(v.Ref.(*expander).eof), nil }, nil)
	c.DefGet("unused_data", func(_ *thread, v value) (value, error) { return object.BytesValue(v.Ref.(*expander).unused), nil }, nil)
	c.DefGet("unconsumed_tail", func(_ *thread, v value) (value, error) { return object.BytesValue(v.Ref.(*expander).tail), nil }, nil)
}

// Module makes the module zlib.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("zlib")
	m.Dict.SetStr("error", object.Obj(errorClass))
	for name, n := range map[string]int{"DEFLATED": 8, "MAX_WBITS": 15, "DEF_MEM_LEVEL": 8, "DEF_BUF_SIZE": 16384, "Z_BEST_COMPRESSION": 9,
		"Z_BEST_SPEED": 1, "Z_DEFAULT_COMPRESSION": -1, "Z_NO_COMPRESSION": 0, "Z_DEFAULT_STRATEGY": 0, "Z_FINISH": 4, "Z_SYNC_FLUSH": 2,
		"Z_FULL_FLUSH": 3, "Z_NO_FLUSH": 0} {
		m.Dict.SetStr(name, object.Int(int64(n)))
	}
	m.Dict.SetStr("ZLIB_VERSION", object.String("1.3"))
	m.Dict.SetStr("ZLIB_RUNTIME_VERSION", object.String("1.3"))
	number := func(t *thread, v value, def int) (int, error) {
		if !v.Valid() {
			return def, nil
		}
		return object.Index(t, v)
	}
	for name, sum := range map[string]func(begin uint32, p []byte) uint32{
		"crc32":   func(begin uint32, p []byte) uint32 { return crc32.Update(begin, crc32.IEEETable, p) },
		"adler32": adler,
	} {
		m.Def(name, 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
			p, err := builtins.BytesLike(t, a[0])
			if err != nil {
				return value{}, err
			}
			begin := map[string]int{"adler32": 1}[name]
			if len(a) > 1 {
				if begin, err = object.Index(t, a[1]); err != nil {
					return value{}, err
				}
			}
			return object.Int(int64(sum(uint32(begin), p))), nil
		})
	}
	m.Def("compress", 1, 3, func(t *thread, a []value, kw []object.Kw) (value, error) {
		v, err := object.Args("compress", a, kw, 1, "data", "level", "wbits")
		if err != nil {
			return value{}, err
		}
		p, err := builtins.BytesLike(t, v[0])
		if err != nil {
			return value{}, err
		}
		level, err := number(t, v[1], -1)
		if err != nil {
			return value{}, err
		}
		bits, err := number(t, v[2], 15)
		if err != nil {
			return value{}, err
		}
		var b bytes.Buffer
		w, err := newWriter(&b, level, bits)
		if err != nil {
			return value{}, err
		}
		if _, err = w.Write(p); err == nil {
			err = w.Close()
		}
		return object.BytesValue(b.Bytes()), err
	})
	m.Def("decompress", 1, 3, func(t *thread, a []value, kw []object.Kw) (value, error) {
		v, err := object.Args("decompress", a, kw, 1, "data", "wbits", "bufsize")
		if err != nil {
			return value{}, err
		}
		p, err := builtins.BytesLike(t, v[0])
		if err != nil {
			return value{}, err
		}
		bits, err := number(t, v[1], 15)
		if err != nil {
			return value{}, err
		}
		out, _, err := expand(p, bits)
		if err != nil {
			return value{}, failure(err)
		}
		return object.BytesValue(out), nil
	})
	m.Def("compressobj", 0, 6, func(t *thread, a []value, kw []object.Kw) (value, error) {
		v, err := object.Args("compressobj", a, kw, 0, "level", "method", "wbits", "memLevel", "strategy", "zdict")
		if err != nil {
			return value{}, err
		}
		level, err := number(t, v[0], -1)
		if err != nil {
			return value{}, err
		}
		bits, err := number(t, v[2], 15)
		if err != nil {
			return value{}, err
		}
		c := &compressor{}
		c.w, err = newWriter(&c.out, level, bits)
		return object.Obj(c), err
	})
	m.Def("decompressobj", 0, 2, func(t *thread, a []value, kw []object.Kw) (value, error) {
		v, err := object.Args("decompressobj", a, kw, 0, "wbits", "zdict")
		if err != nil {
			return value{}, err
		}
		bits, err := number(t, v[0], 15)
		return object.Obj(&expander{bits: bits}), err
	})
	return m, nil
}

// adler goes on with an Adler-32 sum, which Go's package only begins at 1.
func adler(begin uint32, p []byte) uint32 {
	if begin == 1 {
		return adler32.Checksum(p)
	}
	a, b := begin&0xffff, begin>>16
	for _, c := range p {
		a = (a + uint32(c)) % 65521
		b = (b + a) % 65521
	}
	return b<<16 | a
}
