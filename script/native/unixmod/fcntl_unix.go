//go:build unix

package unixmod

import (
	"errors"

	"golang.org/x/sys/unix"

	"asyncio/script/host"
	"asyncio/script/object"
)

// Fcntl makes the module fcntl.
func Fcntl(h *host.Host) (*object.Module, error) {
	m := object.NewModule("fcntl")
	for name, n := range map[string]int{
		"F_DUPFD": unix.F_DUPFD, "F_DUPFD_CLOEXEC": unix.F_DUPFD_CLOEXEC, "F_GETFD": unix.F_GETFD, "F_SETFD": unix.F_SETFD,
		"F_GETFL": unix.F_GETFL, "F_SETFL": unix.F_SETFL, "F_GETOWN": unix.F_GETOWN, "F_SETOWN": unix.F_SETOWN,
		"F_RDLCK": unix.F_RDLCK, "F_WRLCK": unix.F_WRLCK, "F_UNLCK": unix.F_UNLCK, "FD_CLOEXEC": unix.FD_CLOEXEC,
		"LOCK_SH": unix.LOCK_SH, "LOCK_EX": unix.LOCK_EX, "LOCK_NB": unix.LOCK_NB, "LOCK_UN": unix.LOCK_UN,
	} {
		m.Dict.SetStr(name, object.Int(int64(n)))
	}
	m.DefPlain("fcntl", 2, 3, func(t *thread, a []value) (value, error) {
		fd, n, err := fileAnd(t, h, a)
		if err != nil {
			return value{}, err
		}
		arg := 0
		if len(a) > 2 {
			if arg, err = object.Index(t, a[2]); err != nil {
				return value{}, err
			}
		}
		r, err := unix.FcntlInt(uintptr(fd), n, arg)
		if err != nil {
			return value{}, object.OSError(err)
		}
		return object.Int(int64(r)), nil
	})
	m.DefPlain("flock", 2, 2, func(t *thread, a []value) (value, error) {
		fd, how, err := fileAnd(t, h, a)
		if err != nil {
			return value{}, err
		}
		return object.None, waiting(h, func() error { return unix.Flock(fd, how) })
	})
	m.DefPlain("lockf", 2, 5, func(t *thread, a []value) (value, error) {
		fd, how, err := fileAnd(t, h, a)
		if err != nil {
			return value{}, err
		}
		var rest [3]int // length, start, whence
		for i := range a[2:] {
			if rest[i], err = object.Index(t, a[2+i]); err != nil {
				return value{}, err
			}
		}
		lock := unix.Flock_t{Whence: int16(rest[2]), Start: int64(rest[1]), Len: int64(rest[0])}
		switch {
		case how == unix.LOCK_UN:
			lock.Type = unix.F_UNLCK
		case how&unix.LOCK_SH != 0:
			lock.Type = unix.F_RDLCK
		case how&unix.LOCK_EX != 0:
			lock.Type = unix.F_WRLCK
		default:
			return value{}, object.ValueError("unrecognized lockf argument")
		}
		cmd := unix.F_SETLKW
		if how&unix.LOCK_NB != 0 {
			cmd = unix.F_SETLK
		}
		return object.None, waiting(h, func() error { return unix.FcntlFlock(uintptr(fd), cmd, &lock) })
	})
	return m, nil
}

// waiting does what may wait for other processes; other threads run meanwhile.
func waiting(h *host.Host, f func() error) error {
	var err error
	again := func() {
		for err = f(); errors.Is(err, unix.EINTR); err = f() {
		}
	}
	h.Blocking(nil, again)
	if err != nil {
		return object.OSError(err)
	}
	return nil
}

// fileAnd gives the number of a file, and that of what is to be done with it.
func fileAnd(t *thread, h *host.Host, a []value) (fd, n int, err error) {
	v := a[0]
	if _, ok := object.Integer(v); !ok {
		fn, err := object.GetAttr(t, v, "fileno")
		if err != nil {
			return 0, 0, object.TypeError("argument must be an int, or have a fileno() method.")
		}
		if v, err = t.Call(fn); err != nil {
			return 0, 0, err
		}
	}
	if fd, err = object.Index(t, v); err != nil {
		return 0, 0, err
	}
	if fd < 0 {
		return 0, 0, object.ValueError("file descriptor cannot be a negative integer (%d)", fd)
	}
	if n, err = object.Index(t, a[1]); err == nil && !h.Grants.Files {
		err = object.OSError(unix.EACCES)
	}
	return fd, n, err
}
