package iomod

import (
	"asyncio/script/codec"
	"asyncio/script/object"
	"asyncio/script/text"
)

// textOptions are the arguments of TextIOWrapper behind buffer.
type textOptions struct {
	encoding, errors, newline   value
	lineBuffering, writeThrough bool
}

func strOrNone(fname, name string, v value, def string) (string, error) {
	if !v.Valid() || v.IsNone() {
		return def, nil
	}
	s, ok := object.StrOf(v)
	if !ok {
		return "", object.TypeError("%s() argument '%s' must be str or None, not %s", fname, name, object.ClassOf(v).Name)
	}
	return s, nil
}

func (w *textFile) init(t *thread, buffer value, o textOptions) error {
	enc, err := strOrNone("TextIOWrapper", "encoding", o.encoding, "UTF-8")
	if err != nil {
		return err
	}
	if enc == "locale" {
		enc = "UTF-8"
	}
	if w.errors, err = strOrNone("TextIOWrapper", "errors", o.errors, "strict"); err != nil {
		return err
	}
	if w.lines, err = parseNewline(o.newline); err != nil {
		return err
	}
	if w.codec, err = text.CodecName(enc); err != nil {
		return codec.Refuse(t, enc, err)
	}
	w.encoding, w.lineBuffering, w.writeThrough = enc, o.lineBuffering, o.writeThrough
	w.dec = decoder{codec: w.codec, errors: w.errors, custom: codec.Handler(t, w.errors)}
	for name, to := range map[string]*bool{"readable": &w.readable, "writable": &w.writable, "seekable": &w.seekable} {
		v, err := call(t, buffer, name)
		if *to, err = truth(t, v, err); err != nil {
			return err
		}
	}
	w.telling = w.seekable
	w.buffer = buffer
	owns(t, w, buffer)
	w.forget()
	w.out, w.begun = nil, false
	if w.seekable && w.writable {
		r, err := call(t, buffer, "tell")
		if err != nil {
			return err
		}
		pos, err := offset(t, r)
		w.begun = pos != 0
		return err
	}
	return nil
}

func init() { textClass.WithDict().Later(fillText) }

func fillText(c *object.Class) {
	self := func(a []value) *textFile { return a[0].Ref.(*textFile) }
	start := func(t *thread, w *textFile, a []value, kw []object.Kw) error {
		p, err := object.Args("TextIOWrapper", a, kw, 1, "buffer", "encoding", "errors", "newline", "line_buffering", "write_through")
		if err != nil {
			return err
		}
		o := textOptions{encoding: p[1], errors: p[2], newline: p[3]}
		for i, to := range []*bool{&o.lineBuffering, &o.writeThrough} {
			if p[4+i].Valid() {
				if *to, err = object.Truth(t, p[4+i]); err != nil {
					return err
				}
			}
		}
		return w.init(t, p[0], o)
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		w := &textFile{base: base{cls: cls}}
		if cls.Builtin() {
			if err := start(t, w, a, kw); err != nil {
				return value{}, err
			}
		}
		return object.Obj(w), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, start(t, self(a), a[1:], kw)
	})
	c.Def("write", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		s, ok := object.StrOf(a[1])
		if !ok {
			return value{}, object.TypeError("write() argument must be str, not %s", object.ClassOf(a[1]).Name)
		}
		return object.Int(int64(object.RuneCount(s))), self(a).WriteText(t, s)
	})
	c.Def("read", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		n, err := size(t, a, 1)
		if err != nil {
			return value{}, err
		}
		s, err := self(a).read(t, n)
		return object.String(s), err
	})
	c.Def("readline", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		n := -1
		if len(a) > 1 {
			var err error
			if n, err = object.Index(t, a[1]); err != nil {
				return value{}, err
			}
		}
		s, err := self(a).line(t, n)
		return object.String(s), err
	})
	c.Def("flush", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) { return object.None, self(a).Flush(t) })
	c.Def("close", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		if err := self(a).attached(); err != nil {
			return value{}, err
		}
		return object.None, self(a).Close(t)
	})
	c.Def("tell", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		n, err := self(a).tell(t)
		return object.Int(n), err
	})
	c.Def("seek", 2, 3, func(t *thread, a []value, _ []object.Kw) (value, error) {
		to, err := offset(t, a[1])
		whence := 0
		if err == nil && len(a) > 2 {
			whence, err = object.Index(t, a[2])
		}
		if err != nil {
			return value{}, err
		}
		to, err = self(a).seek(t, to, whence)
		return object.Int(to), err
	})
	c.Def("truncate", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		w := self(a)
		if err := w.check(t); err != nil {
			return value{}, err
		}
		if err := w.Flush(t); err != nil {
			return value{}, err
		}
		return call(t, w.buffer, "truncate", a[1:]...)
	})
	c.Def("detach", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		w := self(a)
		if err := w.attached(); err != nil {
			return value{}, err
		}
		if _, err := call(t, a[0], "flush"); err != nil {
			return value{}, err
		}
		b := w.buffer
		t.In.Life.Forget(w)
		if s, ok := b.Ref.(closing); ok {
			t.In.Life.Watch(s)
		}
		w.buffer, w.missing = value{}, "underlying buffer has been detached"
		return b, nil
	})
	for _, name := range []string{"fileno", "isatty", "readable", "writable", "seekable"} {
		c.Def(name, 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
			if err := self(a).attached(); err != nil {
				return value{}, err
			}
			return call(t, self(a).buffer, name)
		})
	}
	c.Def("reconfigure", 1, 1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, self(a).reconfigure(t, kw)
	})
	for _, name := range []string{"name", "closed"} {
		c.DefGet(name, func(t *thread, v value) (value, error) {
			w := v.Ref.(*textFile)
			if err := w.attached(); err != nil {
				return value{}, err
			}
			return object.GetAttr(t, w.buffer, name)
		}, nil)
	}
	get := func(name string, f func(w *textFile) value) {
		c.DefGet(name, func(_ *thread, v value) (value, error) {
			w := v.Ref.(*textFile)
			return f(w), w.attached()
		}, nil)
	}
	get("buffer", func(w *textFile) value { return w.buffer })
	get("encoding", func(w *textFile) value { return object.String(w.encoding) })
	get("errors", func(w *textFile) value { return object.String(w.errors) })
	get("newlines", func(w *textFile) value { return w.lines.seenValue() })
	get("line_buffering", func(w *textFile) value { return object.Bool(w.lineBuffering) })
	get("write_through", func(w *textFile) value { return object.Bool(w.writeThrough) })
	get("_CHUNK_SIZE", func(*textFile) value { return object.Int(blockSize) })
}

// reconfigure changes the options that are given.
func (w *textFile) reconfigure(t *thread, kw []object.Kw) error {
	p, err := object.Args("reconfigure", nil, kw, 0, "encoding", "errors", "newline", "line_buffering", "write_through")
	if err != nil {
		return err
	}
	if err := w.attached(); err != nil {
		return err
	}
	given := func(v value) bool { return v.Valid() && !v.IsNone() }
	if (given(p[0]) || given(p[1]) || p[2].Valid()) && w.hasRead {
		return unsupported("It is not possible to set the encoding or newline of stream after the first read")
	}
	enc, err := strOrNone("reconfigure", "encoding", p[0], w.encoding)
	if err != nil {
		return err
	}
	handler := w.errors
	if given(p[0]) {
		handler = "strict"
	}
	if handler, err = strOrNone("reconfigure", "errors", p[1], handler); err != nil {
		return err
	}
	name, err := text.CodecName(enc)
	if err != nil {
		return object.FromError(err)
	}
	lines := w.lines
	if p[2].Valid() {
		if lines, err = parseNewline(p[2]); err != nil {
			return err
		}
	}
	line, through := w.lineBuffering, w.writeThrough
	for i, to := range []*bool{&line, &through} {
		if given(p[3+i]) {
			if *to, err = object.Truth(t, p[3+i]); err != nil {
				return err
			}
		}
	}
	if err := w.Flush(t); err != nil {
		return err
	}
	w.encoding, w.codec, w.errors, w.lines, w.lineBuffering, w.writeThrough = enc, name, handler, lines, line, through
	w.dec = decoder{codec: name, errors: handler, custom: codec.Handler(t, handler)}
	return nil
}
