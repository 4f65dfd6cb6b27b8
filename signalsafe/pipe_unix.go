//go:build unix

package signalsafe

import (
	"fmt"
	"os"
	"sync"
	"syscall"
)

// fdPipe is the self-pipe made of a kernel's pipe.
//
// The lock is held over one system call at a time that cannot block. It keeps
// the count exact and keeps Close from handing a descriptor's number to
// somebody else while a byte is on its way to it.
type fdPipe struct {
	unread
	mu       sync.Mutex
	r, w     int // -1 after Close
	overflow byteSet
	one      [1]byte // what WriteByte hands to the kernel
}

// NewPipe makes a self-pipe that a selector of real descriptors can watch:
// non-blocking at both ends and closed on exec.
func NewPipe() (Pipe, error) {
	r, w, err := openPipe()
	if err != nil {
		return nil, fmt.Errorf("signalsafe: pipe: %w", err)
	}
	return &fdPipe{r: r, w: w}, nil
}

func (p *fdPipe) ReadFD() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.r
}

func (p *fdPipe) WriteByte(b byte) error {
	if p.needless(b) {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w < 0 {
		return os.ErrClosed
	}
	switch err := p.put(b); {
	case err == nil:
		p.n.Add(1)
	case err == syscall.EAGAIN:
		if p.overflow.add(b) {
			p.n.Add(1)
		}
	default:
		return fmt.Errorf("signalsafe: write to self-pipe: %w", err)
	}
	return nil
}

// put hands b to the kernel.
func (p *fdPipe) put(b byte) error {
	p.one[0] = b
	for {
		if _, err := syscall.Write(p.w, p.one[:]); err != syscall.EINTR {
			return err
		}
	}
}

func (p *fdPipe) Read(buf []byte) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.r < 0 || len(buf) == 0 {
		return 0
	}
	n, err := syscall.Read(p.r, buf)
	for err == syscall.EINTR {
		n, err = syscall.Read(p.r, buf)
	}
	n = max(n, 0)
	if n < len(buf) {
		n += p.overflow.takeInto(buf[n:])
	}
	// What is left of the set moves into the room that is free now, so that
	// the descriptor stays readable for a reader that stops here.
	for p.overflow.n > 0 {
		b := p.overflow.first()
		if p.put(b) != nil {
			break
		}
		p.overflow.remove(b)
	}
	p.n.Add(int64(-n))
	return n
}

func (p *fdPipe) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.r < 0 {
		return nil
	}
	err := syscall.Close(p.r)
	if e := syscall.Close(p.w); err == nil {
		err = e
	}
	p.r, p.w, p.overflow = -1, -1, byteSet{}
	p.n.Store(0)
	return err
}
