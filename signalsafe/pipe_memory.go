package signalsafe

import (
	"os"
	"sync"
)

// memoryLimit is how many bytes a memory pipe keeps in order, as many as a
// pipe of Linux.
const memoryLimit = 65536

// memoryPipe is the self-pipe without a kernel.
type memoryPipe struct {
	unread
	fd    int
	ready func(bool)

	mu       sync.Mutex
	bytes    []byte // unread are bytes[head:]
	head     int
	overflow byteSet
	closed   bool
}

// NewMemoryPipe makes a self-pipe in memory, for selectors that know only
// pseudo descriptors. fd is the number it shall have. ready is called with true
// when it becomes readable and with false when it is empty again or closed, in
// this order and never twice the same, under the pipe's lock: it must not
// call the pipe.
func NewMemoryPipe(fd int, ready func(bool)) Pipe {
	return &memoryPipe{fd: fd, ready: ready}
}

func (p *memoryPipe) ReadFD() int { return p.fd }

func (p *memoryPipe) WriteByte(b byte) error {
	if p.needless(b) {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return os.ErrClosed
	}
	switch {
	case len(p.bytes)-p.head < memoryLimit:
		if len(p.bytes) == cap(p.bytes) && p.head > len(p.bytes)/2 {
			// There is room at the front. Below one half it is not worth the
			// copying: so the memory stays under twice the limit.
			p.bytes = p.bytes[:copy(p.bytes, p.bytes[p.head:])]
			p.head = 0
		}
		p.bytes = append(p.bytes, b)
	case !p.overflow.add(b):
		return nil
	}
	if p.n.Add(1) == 1 {
		p.ready(true)
	}
	return nil
}

func (p *memoryPipe) Read(buf []byte) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := copy(buf, p.bytes[p.head:])
	if p.head += n; p.head == len(p.bytes) {
		p.bytes, p.head = p.bytes[:0], 0
		n += p.overflow.takeInto(buf[n:])
	}
	if n > 0 && p.n.Add(int64(-n)) == 0 {
		p.ready(false)
	}
	return n
}

func (p *memoryPipe) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.bytes, p.head, p.overflow = nil, 0, byteSet{}
	if p.n.Swap(0) > 0 {
		p.ready(false)
	}
	return nil
}
