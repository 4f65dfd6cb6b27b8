//go:build !unix && !windows

package descriptor

import "syscall"

func read(int, []byte) (int, error)  { return 0, syscall.ENOSYS }
func write(int, []byte) (int, error) { return 0, syscall.ENOSYS }

// Open opens a file; here there are none.
func Open(string, int, uint32) (int, error) { return 0, syscall.ENOSYS }

// Close closes a descriptor.
func Close(int) error { return syscall.EBADF }

// Seek moves the place of the next read or write.
func Seek(int, int64, int) (int64, error) { return 0, syscall.EBADF }

// Truncate sets the file's length.
func Truncate(int, int64) error { return syscall.EBADF }

// Sync has the file's content reach the disk.
func Sync(int) error { return syscall.EBADF }

// IsTerminal reports whether the descriptor is a terminal's.
func IsTerminal(int) bool { return false }

// Size gives the columns and lines of a terminal.
func Size(int) (columns, lines int, err error) { return 0, 0, syscall.ENOSYS }

// KindOf tells what the descriptor is of.
func KindOf(int) (kind Kind, block int, err error) { return Other, 0, syscall.EBADF }

// Dup gives another number of the same open file.
func Dup(int) (int, error) { return 0, syscall.EBADF }

// Dup2 has to be another number of what fd is.
func Dup2(int, int) error { return syscall.EBADF }

// Pipe gives the two ends of a new pipe.
func Pipe() (r, w int, err error) { return 0, 0, syscall.ENOSYS }

// SetBlocking says whether reads and writes wait.
func SetBlocking(int, bool) error { return syscall.EBADF }

// Blocking reports whether reads and writes wait.
func Blocking(int) (bool, error) { return false, syscall.EBADF }

// Inheritable reports whether programs that are started get the descriptor.
func Inheritable(int) (bool, error) { return false, syscall.EBADF }

// SetInheritable says whether programs that are started get the descriptor.
func SetInheritable(int, bool) error { return syscall.EBADF }
