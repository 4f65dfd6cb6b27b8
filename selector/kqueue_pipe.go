//go:build netbsd || openbsd

package selector

import "golang.org/x/sys/unix"

// waker is a pipe: these systems have had no EVFILT_USER for most of their
// supported releases.
type waker struct{ r, w int }

func (p *waker) open(kq int) error {
	var fds [2]int
	if err := unix.Pipe2(fds[:], unix.O_CLOEXEC|unix.O_NONBLOCK); err != nil {
		return err
	}
	p.r, p.w = fds[0], fds[1]
	if err := control(kq, p.r, unix.EVFILT_READ, unix.EV_ADD, 0); err != nil {
		p.close()
		return err
	}
	return nil
}

func (p *waker) trigger(int) {
	for {
		// One byte at most is in the pipe, so it is never full.
		if _, err := unix.Write(p.w, []byte{0}); err != unix.EINTR {
			return
		}
	}
}

func (p *waker) consume(ev *unix.Kevent_t) bool {
	if int(ev.Ident) != p.r {
		return false
	}
	var b [8]byte
	for {
		if _, err := unix.Read(p.r, b[:]); err != unix.EINTR {
			return true
		}
	}
}

func (p *waker) owns(fd int) bool { return fd == p.r || fd == p.w }

func (p *waker) close() {
	unix.Close(p.r)
	unix.Close(p.w)
}
