package iomod

import (
	"slices"

	"asyncio/script/object"
)

// bytesIO is a BytesIO.
type bytesIO struct {
	base
	buf    []byte
	pos    int
	closed bool
}

var bytesIOClass = object.NewNativeClass("_io", "BytesIO", bufferedBaseClass)

// Traverse implements object.Traverser.
func (b *bytesIO) Traverse(visit func(value)) { b.visit(visit) }

func (b *bytesIO) check() error {
	if b.closed {
		return closedError()
	}
	return nil
}

// take reads up to n bytes; a negative n is all. The result shares b's memory.
func (b *bytesIO) take(n int) []byte {
	rest := b.buf[min(b.pos, len(b.buf)):]
	if n < 0 || n > len(rest) {
		n = len(rest)
	}
	b.pos += n
	return rest[:n]
}

func (b *bytesIO) line(limit int) []byte {
	rest := b.buf[min(b.pos, len(b.buf)):]
	n := lineEnd(rest)
	if limit >= 0 {
		n = min(n, limit)
	}
	return b.take(n)
}

func (b *bytesIO) write(p []byte) {
	if grow := b.pos + len(p) - len(b.buf); grow > 0 {
		b.buf = slices.Grow(b.buf, grow)
		old := len(b.buf)
		b.buf = b.buf[:old+grow]
		if b.pos > old {
			clear(b.buf[old:b.pos])
		}
	}
	b.pos += copy(b.buf[b.pos:], p)
}

// Next implements object.Iterator.
func (b *bytesIO) Next(t *thread) (value, error) {
	if !b.plain() {
		return overriddenNext(t, object.Obj(b))
	}
	if err := b.check(); err != nil {
		return value{}, err
	}
	if p := b.line(-1); len(p) > 0 {
		return object.BytesValue(slices.Clone(p)), nil
	}
	return value{}, nil
}

// overriddenNext is next() of an instance of a Python subclass.
func overriddenNext(t *thread, v value) (value, error) {
	r, _, err := t.CallSpecial(v, "__next__")
	if object.IsInstance(err, object.StopIterationClass) {
		return value{}, nil
	}
	return r, err
}

func init() { bytesIOClass.WithDict().Later(fillBytesIO) }

func fillBytesIO(c *object.Class) {
	self := func(a []value) *bytesIO { return a[0].Ref.(*bytesIO) }
	start := func(t *thread, b *bytesIO, a []value, kw []object.Kw) error {
		p, err := object.Args("BytesIO", a, kw, 0, "initial_bytes")
		if err != nil {
			return err
		}
		b.buf, b.pos, b.closed = nil, 0, false
		if p[0].Valid() && !p[0].IsNone() {
			q, err := content(t, p[0])
			if err != nil {
				return err
			}
			b.buf = slices.Clone(q)
		}
		return nil
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		b := &bytesIO{base: base{cls: cls}}
		if cls.Builtin() {
			if err := start(t, b, a, kw); err != nil {
				return value{}, err
			}
		}
		return object.Obj(b), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, start(t, self(a), a[1:], kw)
	})
	// open defines a method that a closed BytesIO refuses.
	open := func(name string, min, max int, fn func(t *thread, b *bytesIO, a []value) (value, error)) {
		c.Def(name, min, max, func(t *thread, a []value, _ []object.Kw) (value, error) {
			b := self(a)
			if err := b.check(); err != nil {
				return value{}, err
			}
			return fn(t, b, a)
		})
	}
	for _, name := range []string{"read", "read1"} {
		open(name, 1, 2, func(t *thread, b *bytesIO, a []value) (value, error) {
			n, err := size(t, a, 1)
			return object.BytesValue(slices.Clone(b.take(n))), err
		})
	}
	open("readline", 1, 2, func(t *thread, b *bytesIO, a []value) (value, error) {
		n, err := size(t, a, 1)
		return object.BytesValue(slices.Clone(b.line(n))), err
	})
	for _, name := range []string{"readinto", "readinto1"} {
		open(name, 2, 2, func(t *thread, b *bytesIO, a []value) (value, error) {
			p, err := room(t, name, a[1])
			if err != nil {
				return value{}, err
			}
			return object.Int(int64(copy(p, b.take(len(p))))), nil
		})
	}
	open("write", 2, 2, func(t *thread, b *bytesIO, a []value) (value, error) {
		p, err := content(t, a[1])
		if err != nil {
			return value{}, err
		}
		if len(p) > 0 {
			b.write(p)
		}
		return object.Int(int64(len(p))), nil
	})
	open("getvalue", 1, 1, func(_ *thread, b *bytesIO, _ []value) (value, error) {
		return object.BytesValue(slices.Clone(b.buf)), nil
	})
	open("getbuffer", 1, 1, func(t *thread, b *bytesIO, _ []value) (value, error) {
		return call(t, t.In.Modules.GetStr("builtins"), "memoryview", object.Obj(&object.Bytes{B: b.buf, Mutable: true}))
	})
	open("tell", 1, 1, func(_ *thread, b *bytesIO, _ []value) (value, error) { return object.Int(int64(b.pos)), nil })
	open("seek", 2, 3, func(t *thread, b *bytesIO, a []value) (value, error) {
		off, err := offset(t, a[1])
		whence := 0
		if err == nil && len(a) > 2 {
			whence, err = object.Index(t, a[2])
		}
		if err != nil {
			return value{}, err
		}
		switch whence {
		case 0:
			if off < 0 {
				return value{}, object.ValueError("negative seek value %d", off)
			}
		case 1:
			off += int64(b.pos)
		case 2:
			off += int64(len(b.buf))
		default:
			return value{}, object.ValueError("invalid whence (%d, should be 0, 1 or 2)", whence)
		}
		b.pos = int(max(off, 0))
		return object.Int(int64(b.pos)), nil
	})
	open("truncate", 1, 2, func(t *thread, b *bytesIO, a []value) (value, error) {
		n := int64(b.pos)
		if len(a) > 1 && !a[1].IsNone() {
			var err error
			if n, err = offset(t, a[1]); err != nil {
				return value{}, err
			}
		}
		if n < 0 {
			return value{}, object.ValueError("negative size value %d", n)
		}
		if n < int64(len(b.buf)) {
			b.buf = b.buf[:n]
		}
		return object.Int(n), nil
	})
	for _, name := range []string{"readable", "writable", "seekable"} {
		open(name, 1, 1, func(*thread, *bytesIO, []value) (value, error) { return object.True, nil })
	}
	open("isatty", 1, 1, func(*thread, *bytesIO, []value) (value, error) { return object.False, nil })
	open("flush", 1, 1, func(*thread, *bytesIO, []value) (value, error) { return object.None, nil })
	c.Def("close", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		b := self(a)
		b.closed, b.buf = true, nil
		return object.None, nil
	})
	c.DefGet("closed", func(_ *thread, v value) (value, error) { return object.Bool(v.Ref.(*bytesIO).closed), nil }, nil)
}
