package signalsafe

import (
	"math/bits"
	"sync/atomic"
)

// Pipe is the self-pipe of a loop: signal numbers and wake-ups go in at one
// end, from any goroutine, and the loop's selector watches the other end.
//
// A pipe that is full forgets order and number, never a kind: the byte values
// that found no room are kept as a set, and Read gives them after the rest.
type Pipe interface {
	// WriteByte puts b in. It never waits for a reader. The byte 0 only wakes,
	// so it may be left out while something unread is in the pipe; every other
	// byte goes in, in order. After Close it returns os.ErrClosed.
	Wakeup
	// ReadFD is what to register for reading: a real descriptor, -1 after
	// Close; or the pseudo descriptor of a memory pipe.
	ReadFD() int
	// Read takes up to len(buf) bytes and returns how many; 0 when it is
	// empty or closed. It never waits.
	Read(buf []byte) (n int)
	// Readable reports whether there is something to read. It is one atomic
	// load.
	Readable() bool
	// Close ends the pipe; what is unread is lost. A second Close does nothing.
	Close() error
}

// byteSet is a set of byte values. The lock of the pipe guards it.
type byteSet struct {
	bits [4]uint64
	n    int
}

// add reports whether b is new.
func (s *byteSet) add(b byte) bool {
	w, bit := &s.bits[b>>6], uint64(1)<<(b&63)
	if *w&bit != 0 {
		return false
	}
	*w |= bit
	s.n++
	return true
}

// first gives the smallest member; the set must not be empty.
func (s *byteSet) first() byte {
	for i, w := range s.bits {
		if w != 0 {
			return byte(i<<6 + bits.TrailingZeros64(w))
		}
	}
	panic("signalsafe: first of an empty set")
}

func (s *byteSet) remove(b byte) {
	s.bits[b>>6] &^= 1 << (b & 63)
	s.n--
}

// takeInto moves members into buf, smallest first, and returns how many.
func (s *byteSet) takeInto(buf []byte) (n int) {
	for n < len(buf) && s.n > 0 {
		buf[n] = s.first()
		s.remove(buf[n])
		n++
	}
	return n
}

// unread counts what a pipe holds. It changes under the pipe's lock only; it
// is atomic for Readable and for the test whether a 0 is needed.
type unread struct{ n atomic.Int64 }

// Readable reports whether there is something to read.
func (u *unread) Readable() bool { return u.n.Load() > 0 }

// needless reports whether writing b would be of no use: a 0 only wakes, and
// the unread bytes do that already. The reader takes its count down after it
// took the bytes, so whoever is told "needless" is seen by a reader that has
// yet to return from Read.
func (u *unread) needless(b byte) bool { return b == 0 && u.Readable() }
