//go:build unix

package posixmod

import (
	"syscall"

	"asyncio/selector"
)

// lookAgain is how many seconds pass before it is looked again for the end of a
// child that the system gives no descriptor of.
const lookAgain = 0.01

func waitChild(pid, options int) (got, status int, err error) {
	var ws syscall.WaitStatus
	for {
		if got, err = syscall.Wait4(pid, &ws, options, nil); err != syscall.EINTR {
			return got, int(ws), err
		}
	}
}

// childWait waits for the end of a child without taking its status.
type childWait struct {
	sel selector.Selector
	fd  int // readable when the child is over, -1 for none
}

func newChildWait(pid int) (*childWait, error) {
	s, err := selector.New()
	if err != nil {
		return nil, err
	}
	w := &childWait{s, childFD(pid)}
	if w.fd >= 0 {
		if err := s.Register(w.fd, selector.Read); err != nil {
			w.close()
			return nil, err
		}
	}
	return w, nil
}

// wait waits until the child may be over.
func (w *childWait) wait() error {
	timeout := lookAgain
	if w.fd >= 0 {
		timeout = -1
	}
	_, _, err := w.sel.Select(timeout, nil)
	return err
}

func (w *childWait) close() {
	w.sel.Close()
	if w.fd >= 0 {
		syscall.Close(w.fd)
	}
}
