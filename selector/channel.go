package selector

import (
	"errors"
	"fmt"
	"math"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// Channel is the Selector without a kernel behind it. It waits on a Go channel
// and knows only pseudo descriptors: negative numbers chosen by the caller.
type Channel struct {
	mu      sync.Mutex
	watched map[int]Mask
	// ready lists the readable pseudo descriptors, in the order they became so.
	ready  []int
	closed bool

	interrupted atomic.Bool

	// wake holds a token while there may be something new for Select.
	wake  chan struct{}
	timer *time.Timer // made by the first Select with a limit, then used again
}

// NewChannel makes a channel selector; it works on every platform.
func NewChannel() *Channel {
	return &Channel{watched: map[int]Mask{}, wake: make(chan struct{}, 1)}
}

// Name is "ChannelSelector".
func (c *Channel) Name() string { return "ChannelSelector" }

// WatchesFDs is false: real descriptors are refused.
func (c *Channel) WatchesFDs() bool { return false }

// Register watches the pseudo descriptor fd. A real one (not negative) is
// refused with errors.ErrUnsupported. Pseudo descriptors never become
// writable; the Write bit is accepted and waits for ever.
func (c *Channel) Register(fd int, mask Mask) error { return c.set("register", fd, mask) }

// Modify replaces the mask of a watched pseudo descriptor.
func (c *Channel) Modify(fd int, mask Mask) error { return c.set("modify", fd, mask) }

func (c *Channel) set(op string, fd int, mask Mask) error {
	if fd >= 0 {
		return failed(op, fd, errors.ErrUnsupported)
	}
	if err := checkMask(op, fd, mask); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	_, known := c.watched[fd]
	switch {
	case c.closed:
		return failed(op, fd, os.ErrClosed)
	case known && op == "register":
		return failed(op, fd, syscall.EEXIST)
	case !known && op == "modify":
		return failed(op, fd, syscall.ENOENT)
	}
	c.watched[fd] = mask
	c.signal() // it may be ready already
	return nil
}

// Unregister ends the watch of fd. Whether it is ready is remembered.
func (c *Channel) Unregister(fd int) error {
	if fd >= 0 {
		return failed("unregister", fd, errors.ErrUnsupported)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return failed("unregister", fd, os.ErrClosed)
	}
	if _, known := c.watched[fd]; !known {
		return failed("unregister", fd, syscall.ENOENT)
	}
	delete(c.watched, fd)
	return nil
}

// SetReady makes the pseudo descriptor fd readable or not. It may be called
// from any goroutine, before or after Register; becoming readable wakes a
// Select under way. The state is a level: every Select reports fd until
// SetReady(fd, false). Several become ready in the order of the calls.
func (c *Channel) SetReady(fd int, ready bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, have := range c.ready {
		if have != fd {
			continue
		}
		if !ready {
			c.ready = append(c.ready[:i], c.ready[i+1:]...)
		}
		return
	}
	if ready {
		c.ready = append(c.ready, fd)
		c.signal()
	}
}

// signal leaves a token for Select; one is enough.
func (c *Channel) signal() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// Select is as Selector describes. The limit is not rounded to milliseconds:
// nothing here is epoll.
func (c *Channel) Select(timeout float64, buf []Event) ([]Event, bool, error) {
	before := len(buf)
	var limit <-chan time.Time
	if timeout > 0 {
		limit = c.startTimer(timeout)
		defer c.timer.Stop()
	}
	over := timeout == 0 || math.IsNaN(timeout)
	for {
		buf, interrupted, err := c.collect(buf)
		if over || err != nil || interrupted || len(buf) > before {
			return buf, interrupted, err
		}
		select {
		case <-c.wake:
		case <-limit:
			over = true // look once more, then go
		}
	}
}

func (c *Channel) startTimer(timeout float64) <-chan time.Time {
	d := time.Duration(nanoseconds(timeout))
	if c.timer == nil {
		c.timer = time.NewTimer(d)
	} else {
		c.timer.Reset(d)
	}
	return c.timer.C
}

// collect appends what is ready now and consumes an interrupt.
func (c *Channel) collect(buf []Event) ([]Event, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return buf, false, fmt.Errorf("selector: select: %w", os.ErrClosed)
	}
	for _, fd := range c.ready {
		if c.watched[fd]&Read != 0 {
			buf = append(buf, Event{FD: fd, Mask: Read})
		}
	}
	return buf, c.interrupted.Swap(false), nil
}

// Interrupt ends the Select under way or the next one.
func (c *Channel) Interrupt() {
	if c.interrupted.Load() || c.interrupted.Swap(true) {
		return
	}
	c.signal()
}

// Close ends the selector; a Select under way fails with os.ErrClosed.
func (c *Channel) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	c.signal()
	return nil
}
