package iomod

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/native/descriptor"
	"asyncio/script/object"
)

// file is a FileIO: a descriptor, or one of the streams that the host gave.
type file struct {
	base
	fd                 int // -1 when closed
	closefd            bool
	readable, writable bool
	created, appending bool
	waits              bool // reads and writes may take for ever
	block              int  // the size of blocks that suits it
	host               *host.Host

	// A stream of the host is no descriptor; the file's fd is as given then.
	in  io.Reader
	out io.Writer
}

var fileClass = object.NewNativeClass("_io", "FileIO", rawBaseClass)

// Traverse implements object.Traverser.
func (f *file) Traverse(visit func(value)) { f.visit(visit) }

func (f *file) hosted() bool { return f.in != nil || f.out != nil }

func (f *file) check() error {
	if f.fd < 0 {
		return object.ValueError("I/O operation on closed file")
	}
	return nil
}

// wait runs a system call, giving up the interpreter lock where it may take
// long.
func (f *file) wait(t *thread, fn func()) {
	if f.waits && f.host != nil {
		f.host.Blocking(t, fn)
		return
	}
	fn()
}

// read is one system call; blocked tells that there is nothing yet.
func (f *file) read(t *thread, p []byte) (n int, blocked bool, err error) {
	if err := f.check(); err != nil {
		return 0, false, err
	}
	f.wait(t, func() {
		if f.in == nil {
			n, err = descriptor.Read(f.fd, p)
			return
		}
		if n, err = f.in.Read(p); err == io.EOF {
			err = nil
		}
	})
	return n, errors.Is(err, syscall.EAGAIN), f.failure(err)
}

func (f *file) write(t *thread, p []byte) (n int, blocked bool, err error) {
	if err := f.check(); err != nil {
		return 0, false, err
	}
	if !f.writable {
		return 0, false, unsupported("File not open for writing")
	}
	if f.host != nil && f.host.Wrote != nil && f.hosted() {
		if err := f.host.Wrote(len(p)); err != nil {
			return 0, false, err
		}
	}
	f.wait(t, func() {
		if f.out == nil {
			n, err = descriptor.Write(f.fd, p)
			return
		}
		n, err = f.out.Write(p)
	})
	return n, errors.Is(err, syscall.EAGAIN), f.failure(err)
}

func (f *file) failure(err error) error {
	if err == nil || errors.Is(err, syscall.EAGAIN) {
		return nil
	}
	var fatal object.Fatal
	if errors.As(err, &fatal) {
		return fatal
	}
	return object.OSError(err)
}

func (f *file) seek(off int64, whence int) (int64, error) {
	if err := f.check(); err != nil {
		return 0, err
	}
	if f.hosted() {
		return 0, object.OSError(syscall.ESPIPE)
	}
	n, err := descriptor.Seek(f.fd, off, whence)
	if err != nil {
		return 0, object.OSError(err)
	}
	return n, nil
}

// Finalize implements object.Finalizer.
func (f *file) Finalize(t *thread) { drop(t, f, object.Obj(f)) }

// KeptToEnd implements object.Kept.
func (*file) KeptToEnd() {}

// Close closes the file.
func (f *file) Close(t *thread) error {
	if f.fd < 0 {
		return nil
	}
	if f.plain() {
		t.In.Life.Forget(f)
	}
	fd := f.fd
	f.fd = -1
	if f.closefd && !f.hosted() {
		if err := descriptor.Close(fd); err != nil {
			return object.OSError(err)
		}
	}
	return nil
}

func (f *file) mode() string {
	switch {
	case f.created && f.readable:
		return "xb+"
	case f.created:
		return "xb"
	case f.appending && f.readable:
		return "ab+"
	case f.appending:
		return "ab"
	case f.readable && f.writable:
		return "rb+"
	case f.readable:
		return "rb"
	}
	return "wb"
}

// Repr implements object.Reprer.
func (f *file) Repr(t *thread) (string, error) {
	if f.fd < 0 {
		return "<_io.FileIO [closed]>", nil
	}
	shut := "False"
	if f.closefd {
		shut = "True"
	}
	name, err := nameRepr(t, object.Obj(f))
	if name == "" {
		name = fmt.Sprintf(" fd=%d", f.fd)
	}
	return fmt.Sprintf("<_io.FileIO%s mode='%s' closefd=%s>", name, f.mode(), shut), err
}

// nameRepr gives " name=..." of a stream that has a name, else "".
func nameRepr(t *thread, v value) (string, error) {
	name, err := object.GetAttr(t, v, "name")
	if err != nil {
		if object.IsInstance(err, object.AttributeErrorClass) || object.IsInstance(err, object.ValueErrorClass) {
			err = nil
		}
		return "", err
	}
	s, err := object.ReprText(t, name)
	return " name=" + s, err
}

// flags reads FileIO's mode.
func (f *file) parse(mode string) (flags int, err error) {
	bad := object.ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
	kinds, plus := 0, 0
	for _, c := range mode {
		switch c {
		case 'x':
			kinds++
			f.created, f.writable = true, true
			flags |= syscall.O_CREAT | syscall.O_EXCL
		case 'r':
			kinds++
			f.readable = true
		case 'w':
			kinds++
			f.writable = true
			flags |= syscall.O_CREAT | syscall.O_TRUNC
		case 'a':
			kinds++
			f.writable, f.appending = true, true
			flags |= syscall.O_CREAT | syscall.O_APPEND
		case '+':
			plus++
		case 'b':
		default:
			return 0, object.ValueError("invalid mode: %.200s", mode)
		}
		if kinds > 1 || plus > 1 {
			return 0, bad
		}
	}
	if kinds != 1 {
		return 0, bad
	}
	if plus > 0 {
		f.readable, f.writable = true, true
	}
	switch {
	case f.readable && f.writable:
		flags |= syscall.O_RDWR
	case f.writable:
		flags |= syscall.O_WRONLY
	}
	return flags, nil
}

// init is FileIO.__init__.
func (f *file) init(t *thread, name value, mode string, closefd bool, opener value) error {
	if err := f.Close(t); err != nil {
		return err
	}
	f.host = host.Of(t)
	f.readable, f.writable, f.created, f.appending = false, false, false, false
	flags, err := f.parse(mode)
	if err != nil {
		return err
	}
	f.closefd = closefd
	if !f.host.Grants.Files {
		return builtins.NotGranted("file", name)
	}
	own := true
	if n, ok := object.IntOf(name); ok {
		if n < 0 {
			return object.ValueError("negative file descriptor")
		}
		f.fd, own = int(n), false
	} else {
		path, err := builtins.FSPath(t, name)
		if err != nil {
			return err
		}
		if !closefd {
			return object.ValueError("Cannot use closefd=False with file name")
		}
		if strings.IndexByte(path, 0) >= 0 {
			return object.ValueError("embedded null byte")
		}
		if opener.Valid() && !opener.IsNone() {
			r, err := t.Call(opener, name, object.Int(int64(flags|syscall.O_CLOEXEC)))
			if err != nil {
				return err
			}
			n, ok := object.IntOf(r)
			if !ok {
				return object.TypeError("expected integer from opener")
			}
			if n < 0 {
				return object.ValueError("opener returned %d", n)
			}
			f.fd = int(n)
		} else if f.fd, err = descriptor.Open(path, flags, 0o666); err != nil {
			f.fd = -1
			return object.OSError(err, name)
		}
	}
	kind, block, err := descriptor.KindOf(f.fd)
	if err == nil && kind == descriptor.Folder {
		err = syscall.EISDIR
	}
	if err != nil {
		if own {
			f.Close(t)
		}
		f.fd = -1
		if own {
			return object.OSError(err, name)
		}
		return object.OSError(err)
	}
	f.waits, f.block = kind != descriptor.Regular, block
	f.Attributes().Set("name", name)
	owns(t, f, value{})
	if f.appending {
		descriptor.Seek(f.fd, 0, io.SeekEnd)
	}
	return nil
}

func init() { fileClass.WithDict().Later(fillFile) }

func fillFile(c *object.Class) {
	self := func(a []value) *file { return a[0].Ref.(*file) }
	start := func(t *thread, f *file, a []value, kw []object.Kw) error {
		p, err := object.Args("FileIO", a, kw, 1, "file", "mode", "closefd", "opener")
		if err != nil {
			return err
		}
		mode, closefd := "r", true
		if p[1].Valid() {
			s, ok := object.StrOf(p[1])
			if !ok {
				return object.TypeError("FileIO() argument 'mode' must be str, not %s", object.ClassOf(p[1]).Name)
			}
			mode = s
		}
		if p[2].Valid() {
			if closefd, err = object.Truth(t, p[2]); err != nil {
				return err
			}
		}
		return f.init(t, p[0], mode, closefd, p[3])
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		f := &file{base: base{cls: cls}, fd: -1}
		if cls.Builtin() {
			if err := start(t, f, a, kw); err != nil {
				return value{}, err
			}
		}
		return object.Obj(f), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, start(t, self(a), a[1:], kw)
	})
	c.Def("read", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		n, err := size(t, a, 1)
		if err != nil {
			return value{}, err
		}
		if err := self(a).check(); err != nil {
			return value{}, err
		}
		if !self(a).readable {
			return value{}, unsupported("File not open for reading")
		}
		if n < 0 {
			return self(a).readAll(t)
		}
		if err := t.Room(float64(n)); err != nil {
			return value{}, err
		}
		p := make([]byte, n)
		n, blocked, err := self(a).read(t, p)
		if blocked {
			return object.None, nil
		}
		return object.BytesValue(p[:n:n]), err
	})
	c.Def("readall", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) { return self(a).readAll(t) })
	c.Def("readinto", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		p, err := room(t, "readinto", a[1])
		if err != nil {
			return value{}, err
		}
		n, blocked, err := self(a).read(t, p)
		if blocked {
			return object.None, nil
		}
		return object.Int(int64(n)), err
	})
	c.Def("write", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		p, err := content(t, a[1])
		if err != nil {
			return value{}, err
		}
		n, blocked, err := self(a).write(t, p)
		if blocked {
			return object.None, nil
		}
		return object.Int(int64(n)), err
	})
	c.Def("seek", 2, 3, func(t *thread, a []value, _ []object.Kw) (value, error) {
		off, err := offset(t, a[1])
		whence := 0
		if err == nil && len(a) > 2 {
			whence, err = object.Index(t, a[2])
		}
		if err != nil {
			return value{}, err
		}
		off, err = self(a).seek(off, whence)
		return object.Int(off), err
	})
	c.Def("tell", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		off, err := self(a).seek(0, 1)
		return object.Int(off), err
	})
	c.Def("truncate", 1, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		f := self(a)
		if err := f.check(); err != nil {
			return value{}, err
		}
		if !f.writable {
			return value{}, unsupported("File not open for writing")
		}
		var to int64
		var err error
		if len(a) > 1 && !a[1].IsNone() {
			to, err = offset(t, a[1])
		} else {
			to, err = f.seek(0, 1)
		}
		if err != nil {
			return value{}, err
		}
		if err := descriptor.Truncate(f.fd, to); err != nil {
			return value{}, object.OSError(err)
		}
		return object.Int(to), nil
	})
	c.Def("close", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		f := self(a)
		if f.fd < 0 {
			return object.None, nil
		}
		if !f.plain() {
			if _, err := call(t, a[0], "flush"); err != nil {
				return value{}, err
			}
		}
		return object.None, f.Close(t)
	})
	c.Def("fileno", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		f := self(a)
		if err := f.check(); err != nil {
			return value{}, err
		}
		if f.hosted() {
			return value{}, unsupported("fileno")
		}
		return object.Int(int64(f.fd)), nil
	})
	c.Def("isatty", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		f := self(a)
		return object.Bool(!f.hosted() && descriptor.IsTerminal(f.fd)), f.check()
	})
	c.Def("readable", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		return object.Bool(self(a).readable), self(a).check()
	})
	c.Def("writable", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		return object.Bool(self(a).writable), self(a).check()
	})
	c.Def("seekable", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		f := self(a)
		_, err := f.seek(0, 1)
		return object.Bool(err == nil), f.check()
	})
	c.DefGet("closed", func(_ *thread, v value) (value, error) { return object.Bool(v.Ref.(*file).fd < 0), nil }, nil)
	c.DefGet("closefd", func(_ *thread, v value) (value, error) { return object.Bool(v.Ref.(*file).closefd), nil }, nil)
	c.DefGet("mode", func(_ *thread, v value) (value, error) { return object.String(v.Ref.(*file).mode()), nil }, nil)
	c.DefGet("_blksize", func(_ *thread, v value) (value, error) { return object.Int(int64(v.Ref.(*file).block)), nil }, nil)
}

func (f *file) readAll(t *thread) (value, error) {
	all := make([]byte, 0, 512)
	for {
		if len(all) == cap(all) {
			all = append(all, 0)[:len(all)]
		}
		n, blocked, err := f.read(t, all[len(all):cap(all)])
		if err != nil {
			return value{}, err
		}
		if blocked && len(all) == 0 {
			return object.None, nil
		}
		if n == 0 {
			return object.BytesValue(all), nil
		}
		all = all[:len(all)+n]
	}
}
