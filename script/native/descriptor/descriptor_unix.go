//go:build unix

package descriptor

import (
	"syscall"

	"golang.org/x/sys/unix"
)

func read(fd int, p []byte) (int, error)  { return syscall.Read(fd, p) }
func write(fd int, p []byte) (int, error) { return syscall.Write(fd, p) }

// Open opens a file; the descriptor is not inherited by other programs.
func Open(path string, flags int, perm uint32) (fd int, err error) {
	err = again(func() error { fd, err = syscall.Open(path, flags|syscall.O_CLOEXEC, perm); return err })
	return fd, err
}

// Close closes a descriptor.
func Close(fd int) error { return syscall.Close(fd) }

// Seek moves the place of the next read or write.
func Seek(fd int, offset int64, whence int) (int64, error) { return syscall.Seek(fd, offset, whence) }

// Truncate sets the file's length.
func Truncate(fd int, size int64) error {
	return again(func() error { return syscall.Ftruncate(fd, size) })
}

// Sync has the file's content reach the disk.
func Sync(fd int) error { return again(func() error { return syscall.Fsync(fd) }) }

// IsTerminal reports whether the descriptor is a terminal's.
func IsTerminal(fd int) bool {
	_, err := termios(fd)
	return err == nil
}

// Size gives the columns and lines of a terminal.
func Size(fd int) (columns, lines int, err error) {
	w, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil {
		return 0, 0, err
	}
	return int(w.Col), int(w.Row), nil
}

// KindOf tells what the descriptor is of, and the size of blocks that suits it;
// the error is that of a number that is no descriptor.
func KindOf(fd int) (kind Kind, block int, err error) {
	var st syscall.Stat_t
	if err := syscall.Fstat(fd, &st); err != nil {
		return Other, 0, err
	}
	switch st.Mode & syscall.S_IFMT {
	case syscall.S_IFDIR:
		kind = Folder
	case syscall.S_IFREG:
		kind = Regular
	}
	return kind, int(st.Blksize), nil
}

// Dup gives another number of the same open file.
func Dup(fd int) (int, error) { return unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0) }

// Dup2 has to be another number of what fd is.
func Dup2(fd, to int) error { return unix.Dup2(fd, to) }

// Pipe gives the two ends of a new pipe.
func Pipe() (r, w int, err error) {
	var p [2]int
	if err := syscall.Pipe(p[:]); err != nil {
		return 0, 0, err
	}
	syscall.CloseOnExec(p[0])
	syscall.CloseOnExec(p[1])
	return p[0], p[1], nil
}

// SetBlocking says whether reads and writes wait.
func SetBlocking(fd int, blocking bool) error { return syscall.SetNonblock(fd, !blocking) }

// Blocking reports whether reads and writes wait.
func Blocking(fd int) (bool, error) {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	return flags&unix.O_NONBLOCK == 0, err
}

// Inheritable reports whether programs that are started get the descriptor.
func Inheritable(fd int) (bool, error) {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return flags&unix.FD_CLOEXEC == 0, err
}

// SetInheritable says whether programs that are started get the descriptor.
func SetInheritable(fd int, on bool) error {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	if err != nil {
		return err
	}
	flags |= unix.FD_CLOEXEC
	if on {
		flags &^= unix.FD_CLOEXEC
	}
	_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFD, flags)
	return err
}
