// Package iomod is the module _io, on which io is built: files, buffers and
// text streams.
//
// A stream's Go type is the same for Python subclasses of its class; where a
// subclass may have replaced a method, the method is called through Python.
package iomod

import (
	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	thread = object.Thread
	value  = object.Value
)

// blockSize is the size of buffers, io.DEFAULT_BUFFER_SIZE.
const blockSize = 8192

// UnsupportedClass is io.UnsupportedOperation.
var UnsupportedClass = object.NewExceptionClass("io", "UnsupportedOperation", object.OSErrorClass, object.ValueErrorClass)

// Module makes the module _io.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("_io")
	for _, c := range []*object.Class{ioBaseClass, rawBaseClass, bufferedBaseClass, textBaseClass, fileClass, bytesIOClass, stringIOClass,
		readerClass, writerClass, randomClass, pairClass, textClass, newlineDecoderClass} {
		m.Dict.SetStr(c.Qualname, object.Obj(c))
	}
	m.Dict.SetStr("UnsupportedOperation", object.Obj(UnsupportedClass))
	m.Dict.SetStr("BlockingIOError", object.Obj(object.BlockingIOErrorClass))
	m.Dict.SetStr("DEFAULT_BUFFER_SIZE", object.Int(blockSize))
	m.Dict.SetStr("open", Open(h))
	m.Def("open_code", 1, 1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return open(h, t, []value{a[0], object.String("rb")}, nil)
	})
	m.Def("text_encoding", 1, 2, func(t *thread, a []value, kw []object.Kw) (value, error) {
		if a[0].IsNone() {
			return object.String("locale"), nil
		}
		return a[0], nil
	})
	return m, nil
}

// Open gives the builtin open.
func Open(h *host.Host) value {
	return object.Obj(&object.Builtin{Name: "open", Qualname: "open", Min: 0, Max: -1, Keywords: true, Fn: func(t *thread, a []value, kw []object.Kw) (value, error) {
		return open(h, t, a, kw)
	}})
}

func unsupported(text string) error { return object.Raise(UnsupportedClass, "%s", text) }

func closedError() error { return object.ValueError("I/O operation on closed file.") }

// call calls a method by its name.
func call(t *thread, v value, name string, args ...value) (value, error) {
	m, err := object.GetAttr(t, v, name)
	if err != nil {
		return value{}, err
	}
	return t.Call(m, args...)
}

// truth gives the truth of a method's answer or of an attribute.
func truth(t *thread, v value, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

// isClosed gives v.closed.
func isClosed(t *thread, v value) (bool, error) {
	r, err := object.GetAttr(t, v, "closed")
	return truth(t, r, err)
}

// offset gives the number of an argument such as a position.
func offset(t *thread, v value) (int64, error) {
	n, err := object.ToIndex(t, v)
	if err != nil {
		return 0, err
	}
	i, ok := n.SmallInt()
	if !ok {
		return 0, object.Raise(object.OverflowErrorClass, "cannot fit 'int' into an offset-sized integer")
	}
	return i, nil
}

// size gives the number of an optional argument such as read's; None and an
// absent one are -1.
func size(t *thread, args []value, i int) (int, error) {
	if len(args) <= i || !args[i].Valid() || args[i].IsNone() {
		return -1, nil
	}
	if _, ok := object.Integer(args[i]); !ok {
		if _, ok := object.ClassOf(args[i]).Lookup("__index__"); !ok {
			return 0, object.TypeError("argument should be integer or None, not '%s'", object.ClassOf(args[i]).Name)
		}
	}
	return object.Index(t, args[i])
}

// content gives the bytes of a bytes-like object, for reading.
func content(t *thread, v value) ([]byte, error) { return builtins.BytesLike(t, v) }

// room gives the bytes of a writable bytes-like object.
func room(t *thread, fname string, v value) ([]byte, error) {
	if p, err := builtins.WritableBytes(v); err == nil {
		return p, nil
	}
	return nil, object.TypeError("%s() argument must be read-write bytes-like object, not %s", fname, object.ClassOf(v).Name)
}
