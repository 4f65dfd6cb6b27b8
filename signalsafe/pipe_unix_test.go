//go:build unix

package signalsafe

import (
	"bytes"
	"testing"

	"golang.org/x/sys/unix"
)

func kernelReadable(t *testing.T, fd int) bool {
	t.Helper()
	n, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	return n == 1
}

// TestRealPipeStaysReadable: a reader that takes one piece each time the
// descriptor is ready gets the overflow set too.
func TestRealPipeStaysReadable(t *testing.T) {
	p, err := NewPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	write(t, p, bytes.Repeat([]byte{10}, 1<<17)...)
	for b := byte(1); b <= 64; b++ {
		write(t, p, b)
	}
	got := map[byte]bool{}
	buf := make([]byte, 4096)
	for kernelReadable(t, p.ReadFD()) {
		for _, b := range buf[:p.Read(buf)] {
			got[b] = true
		}
	}
	if len(got) != 64 || p.Readable() {
		t.Errorf("%d kinds of 64", len(got))
	}
}

func TestRealPipeFlags(t *testing.T) {
	p, err := NewPipe()
	if err != nil {
		t.Fatal(err)
	}
	for _, fd := range []int{p.(*fdPipe).r, p.(*fdPipe).w} {
		status, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
		if err != nil || status&unix.O_NONBLOCK == 0 {
			t.Errorf("fd %d blocks (%v)", fd, err)
		}
		flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
		if err != nil || flags&unix.FD_CLOEXEC == 0 {
			t.Errorf("fd %d is inherited (%v)", fd, err)
		}
	}
	p.Close()
	if p.ReadFD() != -1 {
		t.Errorf("ReadFD after Close: %d", p.ReadFD())
	}
}
