package posixmod

import (
	"slices"

	"asyncio/script/builtins"
	"asyncio/script/native/descriptor"
	"asyncio/script/object"
)

// descriptors adds the functions on file descriptors.
func (o mod) descriptors() {
	o.def("open", files, 2, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		flags, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		mode, err := a.int(2, 0o777)
		if err != nil {
			return value{}, err
		}
		fd, err := descriptor.Open(p, flags, uint32(mode))
		return object.Int(int64(fd)), a.fail(err)
	}, "path", "flags", "mode", "*", "dir_fd")
	o.def("read", files, 2, func(a *args) (value, error) {
		fd, err := a.int(0, 0)
		if err != nil {
			return value{}, err
		}
		n, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		if n < 0 {
			return value{}, object.OSErrorNumber(22, object.Strerror(22))
		}
		if err := a.t.Room(float64(n)); err != nil {
			return value{}, err
		}
		p := make([]byte, n)
		o.wait(a, fd, func() { n, err = descriptor.Read(fd, p) })
		if err != nil {
			return value{}, object.OSError(err)
		}
		return object.BytesValue(p[:n:n]), nil
	}, "fd", "length")
	o.def("write", files, 2, func(a *args) (value, error) {
		fd, err := a.int(0, 0)
		if err != nil {
			return value{}, err
		}
		p, err := builtins.BytesLike(a.t, a.v[1])
		if err != nil {
			return value{}, err
		}
		p = slices.Clone(p) // the lock is given up meanwhile
		n := 0
		o.wait(a, fd, func() { n, err = descriptor.Write(fd, p) })
		if err != nil {
			return value{}, object.OSError(err)
		}
		return object.Int(int64(n)), nil
	}, "fd", "data")
	fd := func(name string, f func(fd int) (value, error)) {
		o.def(name, files, 1, func(a *args) (value, error) {
			n, err := a.int(0, 0)
			if err != nil {
				return value{}, err
			}
			v, err := f(n)
			if err != nil {
				err = object.OSError(err)
			}
			return v, err
		}, "fd")
	}
	fd("close", func(n int) (value, error) { return object.None, descriptor.Close(n) })
	fd("fsync", func(n int) (value, error) { return object.None, descriptor.Sync(n) })
	fd("fdatasync", func(n int) (value, error) { return object.None, descriptor.Sync(n) })
	fd("isatty", func(n int) (value, error) { return object.Bool(descriptor.IsTerminal(n)), nil })
	fd("dup", func(n int) (value, error) {
		k, err := descriptor.Dup(n)
		return object.Int(int64(k)), err
	})
	fd("get_blocking", func(n int) (value, error) {
		b, err := descriptor.Blocking(n)
		return object.Bool(b), err
	})
	fd("get_inheritable", func(n int) (value, error) {
		b, err := descriptor.Inheritable(n)
		return object.Bool(b), err
	})
	for name, set := range map[string]func(int, bool) error{"set_blocking": descriptor.SetBlocking, "set_inheritable": descriptor.SetInheritable} {
		o.def(name, files, 2, func(a *args) (value, error) {
			n, err := a.int(0, 0)
			if err != nil {
				return value{}, err
			}
			on, err := a.bool(1, false)
			if err == nil {
				err = set(n, on)
			}
			if err != nil && object.Errno(err) != 0 {
				err = object.OSError(err)
			}
			return object.None, err
		}, "fd", "on")
	}
	o.def("dup2", files, 2, func(a *args) (value, error) {
		from, err := a.int(0, 0)
		if err != nil {
			return value{}, err
		}
		to, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		if err := descriptor.Dup2(from, to); err != nil {
			return value{}, object.OSError(err)
		}
		return object.Int(int64(to)), nil
	}, "fd", "fd2", "inheritable")
	o.def("lseek", files, 3, func(a *args) (value, error) {
		n, err := a.int(0, 0)
		if err != nil {
			return value{}, err
		}
		off, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		whence, err := a.int(2, 0)
		if err != nil {
			return value{}, err
		}
		at, err := descriptor.Seek(n, int64(off), whence)
		if err != nil {
			return value{}, object.OSError(err)
		}
		return object.Int(at), nil
	}, "fd", "position", "whence")
	o.def("ftruncate", files, 2, func(a *args) (value, error) {
		n, err := a.int(0, 0)
		if err != nil {
			return value{}, err
		}
		size, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		if err := descriptor.Truncate(n, int64(size)); err != nil {
			return value{}, object.OSError(err)
		}
		return object.None, nil
	}, "fd", "length")
	o.def("pipe", files, 0, func(*args) (value, error) {
		r, w, err := descriptor.Pipe()
		if err != nil {
			return value{}, object.OSError(err)
		}
		return object.TupleValue(object.Int(int64(r)), object.Int(int64(w))), nil
	})
	o.def("get_terminal_size", files, 0, func(a *args) (value, error) {
		n, err := a.int(0, 1)
		if err != nil {
			return value{}, err
		}
		c, l, err := descriptor.Size(n)
		if err != nil {
			return value{}, object.OSError(err)
		}
		return terminalClass.NewSeq(object.Int(int64(c)), object.Int(int64(l))), nil
	}, "fd")
}

// wait makes a system call on a descriptor, giving up the interpreter lock when
// it may take long.
func (o mod) wait(_ *args, fd int, f func()) {
	if kind, _, err := descriptor.KindOf(fd); err != nil || kind == descriptor.Regular {
		f()
		return
	}
	o.h.Blocking(nil, f)
}

func truncateFD(fd int, n int64) error { return descriptor.Truncate(fd, n) }
