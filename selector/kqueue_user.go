//go:build darwin || dragonfly || freebsd

package selector

import "golang.org/x/sys/unix"

// waker is an EVFILT_USER event: it lives in the kqueue itself, so there is
// no descriptor to keep, and EV_CLEAR empties it when it is reported.
type waker struct{}

func (waker) open(kq int) error {
	return control(kq, 0, unix.EVFILT_USER, unix.EV_ADD|unix.EV_CLEAR, 0)
}

func (waker) trigger(kq int) {
	// It can only fail on a closed kqueue, which the caller has excluded.
	control(kq, 0, unix.EVFILT_USER, 0, unix.NOTE_TRIGGER)
}

func (waker) consume(ev *unix.Kevent_t) bool { return ev.Filter == unix.EVFILT_USER }
func (waker) owns(int) bool                  { return false }
func (waker) close()                         {}
