// Package descriptor does input and output on file descriptors, which Python
// programs hold as numbers. On Windows the numbers are handles.
//
// A call that a signal interrupted is made again. Errors are syscall.Errno.
package descriptor

import (
	"errors"
	"syscall"
)

// Kind is what a descriptor is of, as far as it matters to streams.
type Kind int

// The kinds: Other may keep a reader waiting.
const (
	Other Kind = iota
	Regular
	Folder
)

// again calls f until no signal interrupts it.
func again(f func() error) error {
	for {
		if err := f(); !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}

// Read reads at most len(p) bytes; 0 is the end of the file.
func Read(fd int, p []byte) (n int, err error) {
	err = again(func() error { n, err = read(fd, p); return err })
	return max(n, 0), err
}

// Write writes some of p and tells how many bytes.
func Write(fd int, p []byte) (n int, err error) {
	err = again(func() error { n, err = write(fd, p); return err })
	return max(n, 0), err
}

// WriteAll writes all of p.
func WriteAll(fd int, p []byte) error {
	for len(p) > 0 {
		n, err := Write(fd, p)
		if err != nil {
			return err
		}
		p = p[n:]
	}
	return nil
}
