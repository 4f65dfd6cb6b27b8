package object

import (
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"syscall"
)

var errnoClasses = sync.OnceValue(func() map[int]*Class {
	return map[int]*Class{
		errnoNumber(syscall.EPERM): PermissionErrorClass, errnoNumber(syscall.ENOENT): FileNotFoundErrorClass,
		errnoNumber(syscall.ESRCH): ProcessLookupErrorClass, errnoNumber(syscall.EINTR): InterruptedErrorClass,
		errnoNumber(syscall.ECHILD): ChildProcessErrorClass, errnoNumber(syscall.EAGAIN): BlockingIOErrorClass,
		errnoNumber(syscall.EALREADY): BlockingIOErrorClass, errnoNumber(syscall.EINPROGRESS): BlockingIOErrorClass,
		errnoNumber(syscall.EACCES): PermissionErrorClass, errnoNumber(syscall.EEXIST): FileExistsErrorClass,
		errnoNumber(syscall.ENOTDIR): NotADirectoryErrorClass, errnoNumber(syscall.EISDIR): IsADirectoryErrorClass,
		errnoNumber(syscall.EPIPE): BrokenPipeErrorClass, errnoNumber(syscall.ESHUTDOWN): BrokenPipeErrorClass,
		errnoNumber(syscall.ECONNABORTED): ConnectionAbortedClass, errnoNumber(syscall.ECONNRESET): ConnectionResetClass,
		errnoNumber(syscall.ETIMEDOUT): TimeoutErrorClass, errnoNumber(syscall.ECONNREFUSED): ConnectionRefusedClass,
	}
})

// OSErrorClassOf gives the class that OSError(errno, text) makes; OSError
// itself for numbers without a class of their own.
func OSErrorClassOf(errno int64) *Class {
	if c := errnoClasses()[int(errno)]; c != nil {
		return c
	}
	return OSErrorClass
}

// Errno gives Python's error number of a failed system call, 0 when err is
// none.
func Errno(err error) int {
	var e syscall.Errno
	switch {
	case errors.As(err, &e):
		return errnoNumber(e)
	case errors.Is(err, fs.ErrNotExist):
		return errnoNumber(syscall.ENOENT)
	case errors.Is(err, fs.ErrExist):
		return errnoNumber(syscall.EEXIST)
	case errors.Is(err, fs.ErrPermission):
		return errnoNumber(syscall.EACCES)
	case errors.Is(err, fs.ErrInvalid):
		return errnoNumber(syscall.EINVAL)
	}
	return 0
}

// Strerror gives os.strerror of an error number: Go's text, which differs in
// the case of its first letter only.
func Strerror(errno int) string {
	s := errnoText(errno)
	if s == "" || len(s) > 6 && s[:6] == "errno " {
		return fmt.Sprintf("Unknown error %d", errno)
	}
	if 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-32) + s[1:]
	}
	return s
}

// OSError makes the exception of a failed system call, with the file names it
// was about.
func OSError(err error, files ...Value) *Exception {
	n := Errno(err)
	if n == 0 {
		return Raise(OSErrorClass, "%s", err)
	}
	return OSErrorNumber(n, Strerror(n), files...)
}

// OSErrorNumber makes OSError(errno, text, file, None, file2).
func OSErrorNumber(errno int, text string, files ...Value) *Exception {
	args := []Value{Int(int64(errno)), String(text)}
	for i, f := range files {
		if i == 1 {
			args = append(args, None)
		}
		args = append(args, f)
	}
	e := NewException(OSErrorClassOf(int64(errno)))
	_ = e.SetArgs(args) // OSError takes any
	return e
}
