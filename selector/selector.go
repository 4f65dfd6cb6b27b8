package selector

import (
	"fmt"
	"math"
	"syscall"
)

// Mask is a set of conditions to watch for, or that hold: EVENT_READ and
// EVENT_WRITE of CPython's selectors.
type Mask uint8

// The conditions.
const (
	Read  Mask = 1 << iota // something can be read, or the other end is gone
	Write                  // something can be written, or the other end is gone
)

// String gives "Read", "Write", "Read|Write" or the number.
func (m Mask) String() string {
	switch m {
	case Read:
		return "Read"
	case Write:
		return "Write"
	case Read | Write:
		return "Read|Write"
	}
	return fmt.Sprintf("Mask(%d)", uint8(m))
}

// Event says that a descriptor is ready. Mask holds only conditions that were
// watched; an error or a hang-up sets every watched one, as in CPython.
//
// A kqueue reports the two conditions of one descriptor as two events, as
// CPython's KqueueSelector does.
type Event struct {
	FD   int
	Mask Mask
}

// Selector waits for descriptors. The package comment tells which methods may
// be called from which goroutine.
type Selector interface {
	// Register begins to watch fd for the conditions of mask. Its errors are
	// those of epoll_ctl, wrapped with the number of fd: EEXIST when it is
	// watched already, EBADF when it is not open, EPERM when it is of a kind
	// that cannot be waited for (a plain file), EINVAL for an empty or unknown mask.
	Register(fd int, mask Mask) error
	// Modify replaces the conditions of a watched fd; ENOENT when it is not
	// watched.
	Modify(fd int, mask Mask) error
	// Unregister ends the watch of fd; ENOENT when it is not watched.
	Unregister(fd int) error
	// Select waits until a watched descriptor is ready, timeout (seconds;
	// negative: no limit) is over, or Interrupt was called. It appends what is
	// ready to buf in the order in which the kernel gives it, and returns the
	// extended slice. interrupted reports that an Interrupt was consumed;
	// events may be there too. A wait that the kernel breaks off (EINTR) goes
	// on for the time left.
	Select(timeout float64, buf []Event) (events []Event, interrupted bool, err error)
	// Interrupt ends the Select under way, or else the next one. It never
	// blocks; many calls before one Select count once and cost one atomic
	// load each. After Close it does nothing.
	Interrupt()
	// Close gives back what the selector holds. Not while a Select is under
	// way. A second call does nothing; Select and Register fail with
	// os.ErrClosed afterwards.
	Close() error
	// Name is the class name CPython uses: "EpollSelector", "KqueueSelector";
	// "ChannelSelector" for the one CPython does not have.
	Name() string
	// WatchesFDs reports whether real descriptors can be registered.
	WatchesFDs() bool
}

// New makes the platform's selector: epoll on Linux, kqueue on the BSDs and
// macOS, a channel selector elsewhere.
func New() (Selector, error) { return newDefault() }

// failed wraps err with the operation and the descriptor.
func failed(op string, fd int, err error) error {
	return fmt.Errorf("selector: %s fd %d: %w", op, fd, err)
}

// checkMask refuses what CPython's selectors call invalid events.
func checkMask(op string, fd int, mask Mask) error {
	if mask == 0 || mask&^(Read|Write) != 0 {
		return failed(op, fd, syscall.EINVAL)
	}
	return nil
}

// milliseconds converts a timeout for epoll: rounded up, so that a timer due
// in half a millisecond does not make the loop spin until then.
func milliseconds(timeout float64) int {
	switch ms := math.Ceil(timeout * 1e3); {
	case timeout < 0:
		return -1
	case ms >= math.MaxInt32:
		return math.MaxInt32
	case ms > 0:
		return int(ms)
	}
	return 0
}

// nanoseconds converts a timeout for the selectors that know shorter times.
// It must not be negative.
func nanoseconds(timeout float64) int64 {
	switch ns := math.Ceil(timeout * 1e9); {
	case ns >= math.MaxInt64:
		return math.MaxInt64
	case ns > 0:
		return int64(ns)
	}
	return 0
}
