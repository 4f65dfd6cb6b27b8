package descriptor

import "syscall"

func read(fd int, p []byte) (int, error)  { return syscall.Read(fd, p) }
func write(fd int, p []byte) (int, error) { return syscall.Write(fd, p) }

// Open opens a file.
func Open(path string, flags int, perm uint32) (int, error) { return syscall.Open(path, flags, perm) }

// Close closes a descriptor.
func Close(fd int) error { return syscall.Close(fd) }

// Seek moves the place of the next read or write.
func Seek(fd int, offset int64, whence int) (int64, error) { return syscall.Seek(fd, offset, whence) }

// Truncate sets the file's length.
func Truncate(fd int, size int64) error { return syscall.Ftruncate(fd, size) }

// Sync has the file's content reach the disk.
func Sync(fd int) error { return syscall.Fsync(fd) }

// IsTerminal reports whether the descriptor is a terminal's, which js cannot
// tell.
func IsTerminal(int) bool { return false }

// Size gives the columns and lines of a terminal.
func Size(int) (columns, lines int, err error) { return 0, 0, syscall.ENOTTY }

// KindOf tells what the descriptor is of, and the size of blocks that suits it.
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

// Dup would give another number of the same open file; js has no way to.
func Dup(int) (int, error) { return 0, syscall.ENOSYS }

// Dup2 would make a number another one of what fd is; js has no way to.
func Dup2(int, int) error { return syscall.ENOSYS }

// Pipe would give the two ends of a new pipe; js has none.
func Pipe() (r, w int, err error) { return 0, 0, syscall.ENOSYS }

// SetBlocking says whether reads and writes wait; here they always do.
func SetBlocking(_ int, blocking bool) error {
	if blocking {
		return nil
	}
	return syscall.ENOSYS
}

// Blocking reports whether reads and writes wait.
func Blocking(int) (bool, error) { return true, nil }

// Inheritable reports whether programs that are started get the descriptor;
// there are none.
func Inheritable(int) (bool, error) { return false, nil }

// SetInheritable says whether programs that are started get the descriptor.
func SetInheritable(_ int, on bool) error {
	if !on {
		return nil
	}
	return syscall.ENOSYS
}
