package descriptor

import (
	"errors"
	"syscall"

	"golang.org/x/sys/windows"
)

// Handle gives the handle of a number: the standard streams have theirs under
// 0, 1 and 2, as in the C library.
func Handle(fd int) syscall.Handle {
	switch fd {
	case 0:
		return syscall.Stdin
	case 1:
		return syscall.Stdout
	case 2:
		return syscall.Stderr
	}
	return syscall.Handle(fd)
}

func read(fd int, p []byte) (int, error) {
	n, err := syscall.Read(Handle(fd), p)
	if errors.Is(err, syscall.ERROR_BROKEN_PIPE) { // the writing end is closed
		return 0, nil
	}
	return n, err
}

func write(fd int, p []byte) (int, error) { return syscall.Write(Handle(fd), p) }

// Open opens a file.
func Open(path string, flags int, perm uint32) (int, error) {
	h, err := syscall.Open(path, flags|syscall.O_CLOEXEC, perm)
	return int(h), err
}

// Close closes a descriptor.
func Close(fd int) error { return syscall.CloseHandle(Handle(fd)) }

// Seek moves the place of the next read or write.
func Seek(fd int, offset int64, whence int) (int64, error) {
	return syscall.Seek(Handle(fd), offset, whence)
}

// Truncate sets the file's length.
func Truncate(fd int, size int64) error { return syscall.Ftruncate(Handle(fd), size) }

// Sync has the file's content reach the disk.
func Sync(fd int) error { return syscall.FlushFileBuffers(Handle(fd)) }

// IsTerminal reports whether the descriptor is a console's.
func IsTerminal(fd int) bool {
	var mode uint32
	return syscall.GetConsoleMode(Handle(fd), &mode) == nil
}

// Size gives the columns and lines of a console.
func Size(fd int) (columns, lines int, err error) {
	var i windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(Handle(fd)), &i); err != nil {
		return 0, 0, err
	}
	return int(i.Window.Right-i.Window.Left) + 1, int(i.Window.Bottom-i.Window.Top) + 1, nil
}

// KindOf tells what the descriptor is of.
func KindOf(fd int) (kind Kind, block int, err error) {
	n, err := syscall.GetFileType(Handle(fd))
	if err != nil {
		return Other, 0, syscall.EBADF
	}
	if n == syscall.FILE_TYPE_DISK {
		kind = Regular
	}
	return kind, 0, nil
}

// Dup gives another number of the same open file.
func Dup(fd int) (int, error) {
	p, _ := syscall.GetCurrentProcess()
	var h syscall.Handle
	err := syscall.DuplicateHandle(p, Handle(fd), p, &h, 0, false, syscall.DUPLICATE_SAME_ACCESS)
	return int(h), err
}

// Dup2 cannot choose a handle's number.
func Dup2(int, int) error { return syscall.ENOSYS }

// Pipe gives the two ends of a new pipe.
func Pipe() (r, w int, err error) {
	var p [2]syscall.Handle
	if err := syscall.Pipe(p[:]); err != nil {
		return 0, 0, err
	}
	return int(p[0]), int(p[1]), nil
}

// SetBlocking says whether reads and writes wait; here they always do.
func SetBlocking(_ int, blocking bool) error {
	if blocking {
		return nil
	}
	return syscall.ENOSYS
}

// Blocking reports whether reads and writes wait.
func Blocking(int) (bool, error) { return true, nil }

// Inheritable reports whether programs that are started get the descriptor.
func Inheritable(int) (bool, error) { return false, nil }

// SetInheritable says whether programs that are started get the descriptor.
func SetInheritable(fd int, on bool) error {
	var flag uint32
	if on {
		flag = syscall.HANDLE_FLAG_INHERIT
	}
	return syscall.SetHandleInformation(Handle(fd), syscall.HANDLE_FLAG_INHERIT, flag)
}
