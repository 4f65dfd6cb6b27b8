package selector

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"
)

// epoll is the Selector of Linux.
//
// What is watched lives in the kernel alone. epoll hands back 64 bits of ours
// with each event: the low half carries the descriptor, the high half the
// watched mask, so that no table has to be asked. The eventfd's own mask is 0,
// which no Register accepts.
type epoll struct {
	fd, wake int
	// pending is true from the first Interrupt until a Select has consumed it.
	pending atomic.Bool
	// watched counts registered descriptors. It is what the buffer for one
	// epoll_wait is sized by: CPython fetches all that is ready at once.
	watched atomic.Int64
	buf     []unix.EpollEvent
	// one is what Interrupt writes, count what drain reads into: fields, for a
	// local array would be allocated anew for every call.
	one, count [8]byte

	// mu keeps Close from closing a descriptor that another goroutine is
	// about to use.
	mu     sync.RWMutex
	closed bool
}

func newDefault() (Selector, error) {
	fd, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return nil, fmt.Errorf("selector: epoll_create1: %w", err)
	}
	wake, err := unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK)
	if err != nil {
		unix.Close(fd)
		return nil, fmt.Errorf("selector: eventfd: %w", err)
	}
	ev := unix.EpollEvent{Events: unix.EPOLLIN, Fd: int32(wake)}
	if err := unix.EpollCtl(fd, unix.EPOLL_CTL_ADD, wake, &ev); err != nil {
		unix.Close(wake)
		unix.Close(fd)
		return nil, fmt.Errorf("selector: epoll_ctl: %w", err)
	}
	// Any count but zero wakes, so the byte order is of no importance.
	return &epoll{fd: fd, wake: wake, one: [8]byte{1}}, nil
}

func (e *epoll) Name() string     { return "EpollSelector" }
func (e *epoll) WatchesFDs() bool { return true }

func (e *epoll) Register(fd int, mask Mask) error {
	err := e.ctl("register", unix.EPOLL_CTL_ADD, fd, mask)
	if err == nil {
		e.watched.Add(1)
	}
	return err
}

func (e *epoll) Modify(fd int, mask Mask) error {
	return e.ctl("modify", unix.EPOLL_CTL_MOD, fd, mask)
}

func (e *epoll) Unregister(fd int) error {
	err := e.ctl("unregister", unix.EPOLL_CTL_DEL, fd, Read)
	if err == nil {
		e.watched.Add(-1)
	}
	return err
}

func (e *epoll) ctl(op string, how, fd int, mask Mask) error {
	if err := checkMask(op, fd, mask); err != nil {
		return err
	}
	e.mu.RLock()
	defer e.mu.RUnlock()
	if e.closed {
		return failed(op, fd, os.ErrClosed)
	}
	if fd == e.wake {
		return failed(op, fd, unix.EBADF) // ours, and to nobody else open
	}
	ev := unix.EpollEvent{Fd: int32(fd), Pad: int32(mask)}
	if mask&Read != 0 {
		ev.Events |= unix.EPOLLIN
	}
	if mask&Write != 0 {
		ev.Events |= unix.EPOLLOUT
	}
	if err := unix.EpollCtl(e.fd, how, fd, &ev); err != nil {
		return failed(op, fd, err)
	}
	return nil
}

func (e *epoll) Select(timeout float64, buf []Event) ([]Event, bool, error) {
	if e.closed { // written only by Close, which never runs beside Select
		return buf, false, fmt.Errorf("selector: select: %w", os.ErrClosed)
	}
	if want := int(e.watched.Load()) + 1; len(e.buf) < want {
		e.buf = make([]unix.EpollEvent, max(want, 2*len(e.buf), 16))
	}
	n, err := e.wait(milliseconds(timeout))
	if err != nil {
		return buf, false, fmt.Errorf("selector: epoll_wait: %w", err)
	}
	interrupted := false
	for i := range e.buf[:n] {
		ev := &e.buf[i]
		if ev.Pad == 0 {
			e.drain()
			interrupted = true
			continue
		}
		var mask Mask
		if ev.Events&^unix.EPOLLIN != 0 {
			mask |= Write
		}
		if ev.Events&^unix.EPOLLOUT != 0 {
			mask |= Read
		}
		buf = append(buf, Event{FD: int(ev.Fd), Mask: mask & Mask(ev.Pad)})
	}
	return buf, interrupted, nil
}

// wait is epoll_wait that goes on after EINTR for the time left.
func (e *epoll) wait(ms int) (int, error) {
	var deadline time.Time
	if ms > 0 {
		deadline = time.Now().Add(time.Duration(ms) * time.Millisecond)
	}
	for {
		n, err := unix.EpollWait(e.fd, e.buf, ms)
		if err != unix.EINTR {
			return n, err
		}
		if ms > 0 {
			ms = max(0, milliseconds(time.Until(deadline).Seconds()))
		}
	}
}

// drain consumes the interrupt. The order matters; see the package comment.
func (e *epoll) drain() {
	for {
		if _, err := unix.Read(e.wake, e.count[:]); err != unix.EINTR {
			break
		}
	}
	e.pending.Store(false)
}

func (e *epoll) Interrupt() {
	if e.pending.Load() || e.pending.Swap(true) {
		return
	}
	e.mu.RLock()
	defer e.mu.RUnlock()
	if e.closed {
		return
	}
	for {
		// EAGAIN cannot happen: the counter holds 2^64-2 before it is full.
		if _, err := unix.Write(e.wake, e.one[:]); err != unix.EINTR {
			return
		}
	}
}

func (e *epoll) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil
	}
	e.closed = true
	unix.Close(e.wake)
	if err := unix.Close(e.fd); err != nil {
		return fmt.Errorf("selector: close: %w", err)
	}
	return nil
}
