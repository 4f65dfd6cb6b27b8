package iomod

import (
	"asyncio/script/object"
)

// bufferedFn is a method of a stream that is not closed.
type bufferedFn func(t *thread, b *buffered, a []value) (value, error)

// def defines a method; doing is what a closed stream's error names, "" for a
// method that only needs a raw stream.
func def(c *object.Class, name, doing string, min, max int, fn bufferedFn) {
	c.Def(name, min, max, func(t *thread, a []value, _ []object.Kw) (value, error) {
		b := a[0].Ref.(*buffered)
		err := b.ready()
		if err == nil && doing != "" {
			err = b.check(t, doing)
		}
		if err != nil {
			return value{}, err
		}
		return fn(t, b, a)
	})
}

func init() {
	readerClass.WithDict().Later(fillReader)
	writerClass.WithDict().Later(fillWriter)
	randomClass.WithDict().Later(fillRandom)
}

func fillReader(c *object.Class) {
	constructBuffered(c, "readable")
	commonMethods(c)
	readMethods(c)
}

func fillWriter(c *object.Class) {
	constructBuffered(c, "writable")
	commonMethods(c)
	writeMethods(c)
}

func fillRandom(c *object.Class) {
	constructBuffered(c, "seekable", "readable", "writable")
	commonMethods(c)
	readMethods(c)
	writeMethods(c)
}

func writeMethods(c *object.Class) {
	def(c, "write", "write to", 2, 2, func(t *thread, b *buffered, a []value) (value, error) {
		p, err := content(t, a[1])
		if err != nil {
			return value{}, err
		}
		n, err := b.write(t, p)
		return object.Int(int64(n)), err
	})
}

func constructBuffered(c *object.Class, needs ...string) {
	start := func(t *thread, b *buffered, a []value, kw []object.Kw) error {
		p, err := object.Args(c.Qualname, a, kw, 1, "raw", "buffer_size")
		if err != nil {
			return err
		}
		n := blockSize
		if p[1].Valid() {
			if n, err = object.Index(t, p[1]); err != nil {
				return err
			}
		}
		for _, need := range needs {
			v, err := call(t, p[0], need)
			if err != nil {
				return err
			}
			if ok, err := object.Truth(t, v); err != nil || !ok {
				if err == nil {
					err = unsupported("File or stream is not " + need + ".")
				}
				return err
			}
		}
		if n <= 0 {
			return object.ValueError("buffer size must be strictly positive")
		}
		b.raw, b.size, b.in, b.inPos, b.out = p[0], n, nil, 0, nil
		owns(t, b, p[0])
		return nil
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		b := &buffered{base: base{cls: cls}}
		if cls.Builtin() {
			if err := start(t, b, a, kw); err != nil {
				return value{}, err
			}
		}
		return object.Obj(b), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, start(t, a[0].Ref.(*buffered), a[1:], kw)
	})
}

func commonMethods(c *object.Class) {
	for _, name := range []string{"fileno", "isatty", "readable", "writable", "seekable"} {
		if name == "readable" && c == writerClass || name == "writable" && c == readerClass {
			continue
		}
		def(c, name, "", 1, 1, func(t *thread, b *buffered, _ []value) (value, error) { return call(t, b.raw, name) })
	}
	def(c, "flush", "", 1, 1, func(t *thread, b *buffered, a []value) (value, error) {
		if c == readerClass {
			return call(t, b.raw, "flush")
		}
		if err := b.check(t, "flush of"); err != nil {
			return value{}, err
		}
		return object.None, b.flush(t)
	})
	def(c, "tell", "", 1, 1, func(t *thread, b *buffered, _ []value) (value, error) {
		n, err := b.tell(t)
		return object.Int(n), err
	})
	def(c, "seek", "", 2, 3, func(t *thread, b *buffered, a []value) (value, error) {
		whence := 0
		var err error
		if len(a) > 2 {
			if whence, err = object.Index(t, a[2]); err != nil {
				return value{}, err
			}
		}
		if whence < 0 || whence > 2 {
			return value{}, object.ValueError("whence value %d unsupported", whence)
		}
		if err := b.check(t, "seek of"); err != nil {
			return value{}, err
		}
		off, err := offset(t, a[1])
		if err != nil {
			return value{}, err
		}
		if ok, err := call(t, b.raw, "seekable"); err != nil || !object.Is(ok, object.True) {
			if err == nil {
				err = unsupported("File or stream is not seekable.")
			}
			return value{}, err
		}
		off, err = b.seek(t, off, whence)
		return object.Int(off), err
	})
	def(c, "truncate", "truncate of", 1, 2, func(t *thread, b *buffered, a []value) (value, error) {
		if c == readerClass {
			return value{}, unsupported("truncate")
		}
		if err := b.flush(t); err != nil {
			return value{}, err
		}
		return call(t, b.raw, "truncate", a[1:]...)
	})
	def(c, "detach", "", 1, 1, func(t *thread, b *buffered, a []value) (value, error) {
		if _, err := call(t, a[0], "flush"); err != nil {
			return value{}, err
		}
		raw := b.raw
		t.In.Life.Forget(b)
		if s, ok := raw.Ref.(closing); ok {
			t.In.Life.Watch(s)
		}
		b.raw, b.missing = value{}, "raw stream has been detached"
		return raw, nil
	})
	def(c, "close", "", 1, 1, func(t *thread, b *buffered, a []value) (value, error) {
		if b.plain() || b.shut {
			return object.None, b.Close(t)
		}
		shut, err := isClosed(t, b.raw)
		if err != nil || shut {
			return object.None, err
		}
		_, err = call(t, a[0], "flush")
		b.out = nil
		if e := b.Close(t); err == nil {
			err = e
		}
		return object.None, err
	})
	for _, name := range []string{"name", "mode", "closed"} {
		c.DefGet(name, func(t *thread, v value) (value, error) {
			b := v.Ref.(*buffered)
			if err := b.ready(); err != nil {
				return value{}, err
			}
			return object.GetAttr(t, b.raw, name)
		}, nil)
	}
	c.DefGet("raw", func(t *thread, v value) (value, error) {
		b := v.Ref.(*buffered)
		return b.raw, b.ready()
	}, nil)
	c.Def("_dealloc_warn", 2, 2, func(*thread, []value, []object.Kw) (value, error) { return object.None, nil })
}

func readMethods(c *object.Class) {
	def(c, "read", "", 1, 2, func(t *thread, b *buffered, a []value) (value, error) {
		n, err := size(t, a, 1)
		if err == nil && n < -1 {
			err = object.ValueError("read length must be non-negative or -1")
		}
		if err == nil {
			err = b.check(t, "read of")
		}
		if err != nil {
			return value{}, err
		}
		p, none, err := b.read(t, n)
		if none && err == nil {
			return object.None, nil
		}
		return object.BytesValue(p), err
	})
	def(c, "read1", "read of", 1, 2, func(t *thread, b *buffered, a []value) (value, error) {
		n, err := size(t, a, 1)
		if err != nil {
			return value{}, err
		}
		p, err := b.readOnce(t, n)
		return object.BytesValue(p), err
	})
	def(c, "peek", "peek of", 1, 2, func(t *thread, b *buffered, _ []value) (value, error) {
		err := b.beforeRead(t)
		if err == nil && len(b.unread()) == 0 {
			_, err = b.fill(t)
		}
		return object.BytesValue(append([]byte(nil), b.unread()...)), err
	})
	for _, name := range []string{"readinto", "readinto1"} {
		def(c, name, "readinto of", 2, 2, func(t *thread, b *buffered, a []value) (value, error) {
			into, err := room(t, name, a[1])
			if err != nil {
				return value{}, err
			}
			var p []byte
			var none bool
			if name == "readinto" {
				p, none, err = b.read(t, len(into))
			} else {
				p, err = b.readOnce(t, len(into))
			}
			if err != nil {
				return value{}, err
			}
			if none {
				return object.None, nil
			}
			return object.Int(int64(copy(into, p))), nil
		})
	}
	def(c, "readline", "readline of", 1, 2, func(t *thread, b *buffered, a []value) (value, error) {
		n, err := size(t, a, 1)
		if err != nil {
			return value{}, err
		}
		line, err := b.line(t, n)
		return object.BytesValue(line), err
	})
}

// pair is a BufferedRWPair.
type pair struct {
	base
	reader, writer value
}

var pairClass = object.NewNativeClass("_io", "BufferedRWPair", bufferedBaseClass)

// Traverse implements object.Traverser.
func (p *pair) Traverse(visit func(value)) {
	p.visit(visit)
	visit(p.reader)
	visit(p.writer)
}

func init() { pairClass.WithDict().Later(fillPair) }

func fillPair(c *object.Class) {
	start := func(t *thread, p *pair, a []value, kw []object.Kw) error {
		if len(a) < 2 {
			return object.TypeError("BufferedRWPair expected at least 2 arguments, got %d", len(a))
		}
		var err error
		if p.reader, err = object.Instantiate(t, readerClass, append([]value{a[0]}, a[2:]...), nil); err == nil {
			p.writer, err = object.Instantiate(t, writerClass, append([]value{a[1]}, a[2:]...), nil)
		}
		return err
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		p := &pair{base: base{cls: cls}, reader: object.None, writer: object.None}
		if cls.Builtin() {
			if err := start(t, p, a, kw); err != nil {
				return value{}, err
			}
		}
		return object.Obj(p), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, start(t, a[0].Ref.(*pair), a[1:], kw)
	})
	for name, reads := range map[string]bool{"read": true, "read1": true, "peek": true, "readinto": true, "readinto1": true, "readable": true,
		"write": false, "flush": false, "writable": false} {
		c.Def(name, 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
			p := a[0].Ref.(*pair)
			if reads {
				return call(t, p.reader, name, a[1:]...)
			}
			return call(t, p.writer, name, a[1:]...)
		})
	}
	c.Def("isatty", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		p := a[0].Ref.(*pair)
		if v, err := call(t, p.writer, "isatty"); err != nil || object.Is(v, object.True) {
			return v, err
		}
		return call(t, p.reader, "isatty")
	})
	c.Def("close", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		p := a[0].Ref.(*pair)
		_, err := call(t, p.writer, "close")
		if _, e := call(t, p.reader, "close"); err == nil {
			err = e
		}
		return object.None, err
	})
	c.DefGet("closed", func(t *thread, v value) (value, error) { return object.GetAttr(t, v.Ref.(*pair).writer, "closed") }, nil)
}
