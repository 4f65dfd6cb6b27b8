//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package selector

import (
	"fmt"
	"math"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// kqueue is the Selector of the BSDs and macOS.
//
// A kqueue has no notion of a descriptor that is already there: adding twice
// is no error. The table of masks is kept to answer as epoll_ctl would.
type kqueue struct {
	fd      int
	wake    waker
	pending atomic.Bool
	buf     []unix.Kevent_t

	mu     sync.RWMutex
	masks  map[int]Mask
	closed bool
}

func newDefault() (Selector, error) {
	fd, err := unix.Kqueue()
	if err != nil {
		return nil, fmt.Errorf("selector: kqueue: %w", err)
	}
	unix.CloseOnExec(fd)
	k := &kqueue{fd: fd, masks: map[int]Mask{}}
	if err := k.wake.open(fd); err != nil {
		unix.Close(fd)
		return nil, fmt.Errorf("selector: interrupt: %w", err)
	}
	return k, nil
}

func (k *kqueue) Name() string     { return "KqueueSelector" }
func (k *kqueue) WatchesFDs() bool { return true }

func (k *kqueue) Register(fd int, mask Mask) error { return k.set("register", fd, mask) }
func (k *kqueue) Modify(fd int, mask Mask) error   { return k.set("modify", fd, mask) }

func (k *kqueue) set(op string, fd int, mask Mask) error {
	if err := checkMask(op, fd, mask); err != nil {
		return err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	old, known := k.masks[fd]
	switch {
	case k.closed:
		return failed(op, fd, os.ErrClosed)
	case k.wake.owns(fd):
		return failed(op, fd, unix.EBADF)
	case known && op == "register":
		return failed(op, fd, unix.EEXIST)
	case !known && op == "modify":
		return failed(op, fd, unix.ENOENT)
	}
	if err := k.change(fd, old, mask); err != nil {
		// Half a change may have been made; what is there must match the table.
		k.change(fd, mask&^old, 0)
		return failed(op, fd, err)
	}
	k.masks[fd] = mask
	return nil
}

func (k *kqueue) Unregister(fd int) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	old, known := k.masks[fd]
	switch {
	case k.closed:
		return failed("unregister", fd, os.ErrClosed)
	case !known:
		return failed("unregister", fd, unix.ENOENT)
	}
	delete(k.masks, fd)
	// A descriptor closed before is gone from the kqueue; CPython's selector
	// does not complain about that either.
	k.change(fd, old, 0)
	return nil
}

// change brings the filters of fd from old to mask. It returns the first
// error of an addition; a removal that fails has nothing to remove.
func (k *kqueue) change(fd int, old, mask Mask) error {
	for _, m := range [...]Mask{Read, Write} {
		flags := 0
		switch {
		case mask&m != 0 && old&m == 0:
			flags = unix.EV_ADD
		case mask&m == 0 && old&m != 0:
			flags = unix.EV_DELETE
		default:
			continue
		}
		filter := unix.EVFILT_READ
		if m == Write {
			filter = unix.EVFILT_WRITE
		}
		if err := control(k.fd, fd, filter, flags, 0); err != nil && flags == unix.EV_ADD {
			return err
		}
	}
	return nil
}

func (k *kqueue) Select(timeout float64, buf []Event) ([]Event, bool, error) {
	k.mu.RLock()
	want, closed := 2*len(k.masks)+1, k.closed
	k.mu.RUnlock()
	if closed {
		return buf, false, fmt.Errorf("selector: select: %w", os.ErrClosed)
	}
	if len(k.buf) < want {
		k.buf = make([]unix.Kevent_t, max(want, 2*len(k.buf), 16))
	}
	n, err := k.wait(timeout)
	if err != nil {
		return buf, false, fmt.Errorf("selector: kevent: %w", err)
	}
	interrupted := false
	for i := range k.buf[:n] {
		ev := &k.buf[i]
		if k.wake.consume(ev) {
			k.pending.Store(false)
			interrupted = true
			continue
		}
		switch ev.Filter {
		case unix.EVFILT_READ:
			buf = append(buf, Event{FD: int(ev.Ident), Mask: Read})
		case unix.EVFILT_WRITE:
			buf = append(buf, Event{FD: int(ev.Ident), Mask: Write})
		}
	}
	return buf, interrupted, nil
}

// wait is kevent that goes on after EINTR for the time left.
func (k *kqueue) wait(timeout float64) (int, error) {
	if timeout < 0 {
		for {
			n, err := unix.Kevent(k.fd, nil, k.buf, nil)
			if err != unix.EINTR {
				return n, err
			}
		}
	}
	left := time.Duration(nanoseconds(min(timeout, math.MaxInt32)))
	deadline := time.Now().Add(left)
	for {
		ts := unix.NsecToTimespec(int64(left))
		n, err := unix.Kevent(k.fd, nil, k.buf, &ts)
		if err != unix.EINTR {
			return n, err
		}
		left = max(0, time.Until(deadline))
	}
}

func (k *kqueue) Interrupt() {
	if k.pending.Load() || k.pending.Swap(true) {
		return
	}
	k.mu.RLock()
	defer k.mu.RUnlock()
	if !k.closed {
		k.wake.trigger(k.fd)
	}
}

func (k *kqueue) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed {
		return nil
	}
	k.closed = true
	k.wake.close()
	if err := unix.Close(k.fd); err != nil {
		return fmt.Errorf("selector: close: %w", err)
	}
	return nil
}

// control makes one change to the kqueue kq.
func control(kq, ident, filter, flags int, fflags uint32) error {
	if ident < 0 {
		return syscall.EBADF
	}
	var ev [1]unix.Kevent_t
	unix.SetKevent(&ev[0], ident, filter, flags)
	ev[0].Fflags = fflags
	for {
		if _, err := unix.Kevent(kq, ev[:], nil, nil); err != unix.EINTR {
			return err
		}
	}
}
