package iomod

import (
	"asyncio/script/object"
)

// base is what every stream object has.
type base struct {
	object.Mark
	cls   *object.Class
	attrs *object.Attrs
}

// Class implements object.Object.
func (b *base) Class() *object.Class { return b.cls }

// Attributes implements object.Attributed.
func (b *base) Attributes() *object.Attrs {
	if b.attrs == nil {
		b.attrs = object.NewAttrs()
	}
	return b.attrs
}

// plain reports whether no Python subclass may have replaced methods.
func (b *base) plain() bool { return b.cls.Builtin() }

// visit gives the attributes' values to a tracer.
func (b *base) visit(visit func(value)) {
	if b.attrs != nil {
		b.attrs.Each(visit)
	}
}

// stream is an instance of a Python class below one of the abstract classes.
type stream struct {
	base
	closed bool
}

// Traverse implements object.Traverser.
func (s *stream) Traverse(visit func(value)) { s.visit(visit) }

// The abstract classes.
var (
	ioBaseClass       = abstract("_IOBase", object.ObjectClass)
	rawBaseClass      = abstract("_RawIOBase", ioBaseClass)
	bufferedBaseClass = abstract("_BufferedIOBase", ioBaseClass)
	textBaseClass     = abstract("_TextIOBase", ioBaseClass)
)

func abstract(name string, under *object.Class) *object.Class {
	c := object.NewNativeClass("_io", name, under).WithDict()
	c.Construct = func(t *thread, cls *object.Class, _ []value, _ []object.Kw) (value, error) {
		s := &stream{base: base{cls: cls}}
		t.In.Life.Watch(s)
		return object.Obj(s), nil
	}
	return c
}

func checkClosed(t *thread, v value) error {
	shut, err := isClosed(t, v)
	if err == nil && shut {
		err = closedError()
	}
	return err
}

func init() {
	ioBaseClass.Later(fillIOBase)
	bufferedBaseClass.Later(func(c *object.Class) { refuse(c, "detach", "read", "read1", "write") })
	textBaseClass.Later(fillTextBase)
}

// refuse has a class not support methods that others below its base do.
func refuse(c *object.Class, names ...string) {
	for _, name := range names {
		c.Def(name, 1, -1, func(*thread, []value, []object.Kw) (value, error) { return value{}, unsupported(name) })
	}
}

func fillTextBase(c *object.Class) {
	refuse(c, "detach", "read", "readline", "write")
	for _, name := range []string{"encoding", "newlines", "errors"} {
		c.DefGet(name, func(*thread, value) (value, error) { return object.None, nil }, nil)
	}
}

func fillIOBase(c *object.Class) {
	refuse(c, "seek", "truncate", "fileno")
	for _, name := range []string{"readable", "writable", "seekable"} {
		c.Def(name, 1, 1, func(*thread, []value, []object.Kw) (value, error) { return object.False, nil })
	}
	for name, text := range map[string]string{"readable": "File or stream is not readable.", "writable": "File or stream is not writable.",
		"seekable": "File or stream is not seekable."} {
		c.Def("_check"+string(name[0]-32)+name[1:], 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
			v, err := call(t, a[0], name)
			if err == nil && !object.Is(v, object.True) {
				err = unsupported(text)
			}
			return v, err
		})
	}
	c.Def("_checkClosed", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) { return object.None, checkClosed(t, a[0]) })
	c.Def("isatty", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) { return object.False, checkClosed(t, a[0]) })
	c.Def("tell", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		return call(t, a[0], "seek", object.Int(0), object.Int(1))
	})
	c.Def("flush", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) { return object.None, checkClosed(t, a[0]) })
	c.DefGet("closed", func(_ *thread, v value) (value, error) {
		s, ok := v.Ref.(*stream)
		return object.Bool(ok && s.closed), nil
	}, nil)
	c.Def("close", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		s, ok := a[0].Ref.(*stream)
		if !ok || s.closed {
			return object.None, nil
		}
		_, err := call(t, a[0], "flush")
		s.closed = true
		return object.None, err
	})
	c.Def("__enter__", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) { return a[0], checkClosed(t, a[0]) })
	c.Def("__exit__", 1, 4, func(t *thread, a []value, _ []object.Kw) (value, error) { return call(t, a[0], "close") })
	c.Def("__iter__", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) { return a[0], checkClosed(t, a[0]) })
	c.Def("__next__", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		line, err := nextLine(t, a[0])
		if err == nil && !line.Valid() {
			err = object.StopIteration(object.None)
		}
		return line, err
	})
	c.Def("readline", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) { return slowLine(t, a) })
	c.Def("readlines", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		hint, err := size(t, a, 1)
		if err != nil {
			return value{}, err
		}
		if err := checkClosed(t, a[0]); err != nil {
			return value{}, err
		}
		var lines []value
		total := 0
		err = object.Each(t, a[0], func(line value) error {
			lines = append(lines, line)
			n, err := object.Len(t, line)
			if total += n; err == nil && hint > 0 && total >= hint {
				err = errEnough
			}
			return err
		})
		if err == errEnough {
			err = nil
		}
		return object.Obj(object.NewList(lines)), err
	})
	c.Def("writelines", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		if err := checkClosed(t, a[0]); err != nil {
			return value{}, err
		}
		return object.None, object.Each(t, a[1], func(line value) error { _, err := call(t, a[0], "write", line); return err })
	})
	c.Def("__del__", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		if s, ok := a[0].Ref.(*stream); ok {
			return object.None, s.Close(t)
		}
		return object.None, nil
	})
}

// closing is an open stream: one that is closed when it is dropped.
type closing interface {
	object.Finalizer
	Close(t *thread) error
}

// owns has a stream closed when it is dropped, and what it is on top of then.
func owns(t *thread, s closing, inner value) {
	disown(t, inner)
	t.In.Life.Watch(s)
}

// disown leaves the closing of a stream to what is on top of it.
func disown(t *thread, v value) {
	if s, ok := v.Ref.(closing); ok && v.Ref.Class().Builtin() {
		t.In.Life.Forget(s)
	}
}

// Finalize implements object.Finalizer.
func (s *stream) Finalize(t *thread) { _ = s.Close(t) } // nobody to tell

// KeptToEnd implements object.Kept.
func (*stream) KeptToEnd() {}

// Close closes the stream.
func (s *stream) Close(t *thread) error {
	if s.closed {
		return nil
	}
	_, err := call(t, object.Obj(s), "close")
	return err
}

var errEnough = object.RuntimeError("enough lines")

// nextLine gives the line that iteration goes on with, no value at the end.
func nextLine(t *thread, v value) (value, error) {
	line, err := call(t, v, "readline")
	if err != nil {
		return value{}, err
	}
	n, err := object.Len(t, line)
	if err != nil || n == 0 {
		return value{}, err
	}
	return line, nil
}

// slowLine reads a line by read, and peek where there is one.
func slowLine(t *thread, a []value) (value, error) {
	limit, err := size(t, a, 1)
	if err != nil {
		return value{}, err
	}
	_, peeks := object.ClassOf(a[0]).Lookup("peek")
	var line []byte
	for limit < 0 || len(line) < limit {
		ask := 1
		if peeks {
			ahead, err := call(t, a[0], "peek", object.Int(1))
			if err != nil {
				return value{}, err
			}
			p, ok := ahead.Ref.(*object.Bytes)
			if !ok {
				return value{}, object.Raise(object.OSErrorClass, "peek() should have returned a bytes object, not '%s'", object.ClassOf(ahead).Name)
			}
			ask = max(lineEnd(p.B), 1)
			if limit >= 0 {
				ask = min(ask, limit-len(line))
			}
		}
		got, err := call(t, a[0], "read", object.Int(int64(ask)))
		if err != nil {
			return value{}, err
		}
		b, ok := got.Ref.(*object.Bytes)
		if !ok {
			return value{}, object.Raise(object.OSErrorClass, "read() should have returned a bytes object, not '%s'", object.ClassOf(got).Name)
		}
		if line = append(line, b.B...); len(b.B) == 0 || line[len(line)-1] == '\n' {
			break
		}
	}
	return object.BytesValue(line), nil
}

// lineEnd gives the length of the first line of p, all of it when none ends.
func lineEnd(p []byte) int {
	for i, c := range p {
		if c == '\n' {
			return i + 1
		}
	}
	return len(p)
}
