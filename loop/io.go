package loop

import (
	"errors"

	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/observe"
	"asyncio/selector"
	"asyncio/signalsafe"
)

// watch is what the loop does when a descriptor is ready.
type watch struct {
	reader, writer *handle.Handle
}

func (w *watch) mask() (m selector.Mask) {
	if w.reader != nil {
		m |= selector.Read
	}
	if w.writer != nil {
		m |= selector.Write
	}
	return m
}

// AddReader has fn called, through the ready queue, whenever the descriptor can
// be read; it replaces the reader before. On platforms without descriptors to
// watch it fails with NotImplementedError, as CPython's Windows loop does.
func (l *Loop) AddReader(fd int, fn func() error) (*handle.Handle, error) {
	if l.over != nil && l.over.AddReader != nil {
		return l.over.AddReader(fd, handle.Func(fn))
	}
	return l.Base().AddReader(fd, handle.Func(fn))
}

// AddReader is BaseSelectorEventLoop.add_reader.
func (b *Base) AddReader(fd int, cb handle.Callback) (*handle.Handle, error) {
	return (*Loop)(b).addWatch(fd, cb, "add_reader", func(w *watch) **handle.Handle { return &w.reader })
}

// AddWriter is AddReader for writing.
func (l *Loop) AddWriter(fd int, fn func() error) (*handle.Handle, error) {
	if l.over != nil && l.over.AddWriter != nil {
		return l.over.AddWriter(fd, handle.Func(fn))
	}
	return l.Base().AddWriter(fd, handle.Func(fn))
}

// AddWriter is BaseSelectorEventLoop.add_writer.
func (b *Base) AddWriter(fd int, cb handle.Callback) (*handle.Handle, error) {
	return (*Loop)(b).addWatch(fd, cb, "add_writer", func(w *watch) **handle.Handle { return &w.writer })
}

// RemoveReader stops watching the descriptor for reading and reports whether it
// was watched. The pending call of its reader is cancelled.
func (l *Loop) RemoveReader(fd int) (bool, error) {
	if l.over != nil && l.over.RemoveReader != nil {
		return l.over.RemoveReader(fd)
	}
	return l.Base().RemoveReader(fd)
}

// RemoveReader is BaseSelectorEventLoop.remove_reader.
func (b *Base) RemoveReader(fd int) (bool, error) {
	return (*Loop)(b).removeWatch(fd, func(w *watch) **handle.Handle { return &w.reader })
}

// RemoveWriter is RemoveReader for writing.
func (l *Loop) RemoveWriter(fd int) (bool, error) {
	if l.over != nil && l.over.RemoveWriter != nil {
		return l.over.RemoveWriter(fd)
	}
	return l.Base().RemoveWriter(fd)
}

// RemoveWriter is BaseSelectorEventLoop.remove_writer.
func (b *Base) RemoveWriter(fd int) (bool, error) {
	return (*Loop)(b).removeWatch(fd, func(w *watch) **handle.Handle { return &w.writer })
}

func (l *Loop) addWatch(fd int, cb handle.Callback, method string, slot func(*watch) **handle.Handle) (*handle.Handle, error) {
	if err := l.checkCall(cb, method, false); err != nil {
		return nil, err
	}
	if !l.sel.WatchesFDs() {
		return nil, exceptions.ErrNotImplemented.New("")
	}
	if fd < 0 {
		return nil, exceptions.ValueError("Invalid file descriptor: %d", fd)
	}
	h := handle.New(cb, nil, l.currentVars())
	w := l.fds[fd]
	if w == nil {
		w = &watch{}
		*slot(w) = h
		if err := l.sel.Register(fd, w.mask()); err != nil {
			return nil, err
		}
		l.fds[fd] = w
		l.watched++
		return h, nil
	}
	old := *slot(w)
	*slot(w) = h
	if old != nil {
		old.Cancel()
		return h, nil
	}
	return h, l.sel.Modify(fd, w.mask())
}

func (l *Loop) removeWatch(fd int, slot func(*watch) **handle.Handle) (bool, error) {
	if l.closed {
		return false, nil
	}
	w := l.fds[fd]
	if w == nil {
		return false, nil
	}
	h := *slot(w)
	*slot(w) = nil
	var err error
	if mask := w.mask(); mask == 0 {
		delete(l.fds, fd)
		l.watched--
		err = l.sel.Unregister(fd)
	} else if h != nil {
		err = l.sel.Modify(fd, mask)
	}
	if h == nil {
		return false, err
	}
	h.Cancel()
	return true, err
}

func (l *Loop) processEvents(events []selector.Event) error {
	if l.over != nil && l.over.ProcessEvents != nil {
		return l.over.ProcessEvents(events)
	}
	return (*Base)(l).ProcessEvents(events)
}

// ProcessEvents queues the handles of ready descriptors, each reader before its
// writer. A cancelled one is no longer watched for.
func (b *Base) ProcessEvents(events []selector.Event) error {
	l := (*Loop)(b)
	for _, e := range events {
		if e.FD == l.pipe.ReadFD() {
			l.pipeRead.SetQueued(true)
			l.push(&l.pipeRead)
			continue
		}
		w := l.fds[e.FD]
		if w == nil {
			continue
		}
		if h := w.reader; h != nil && e.Mask&selector.Read != 0 {
			if h.Cancelled() {
				if _, err := l.RemoveReader(e.FD); err != nil {
					return err
				}
			} else {
				l.push(h)
			}
		}
		if h := w.writer; h != nil && e.Mask&selector.Write != 0 {
			if h.Cancelled() {
				if _, err := l.RemoveWriter(e.FD); err != nil {
					return err
				}
			} else {
				l.push(h)
			}
		}
	}
	return nil
}

// pseudoPipeFD stands for the self-pipe where descriptors are not to be had.
const pseudoPipeFD = -1

// pseudoReady is a selector that is told when a pseudo descriptor is ready, as
// selector.Channel.
type pseudoReady interface{ SetReady(fd int, ready bool) }

// openPipe makes the self-pipe and watches its read end.
func (l *Loop) openPipe() (err error) {
	if c, ok := l.sel.(pseudoReady); ok && !l.sel.WatchesFDs() {
		l.pipe = signalsafe.NewMemoryPipe(pseudoPipeFD, func(ready bool) { c.SetReady(pseudoPipeFD, ready) })
	} else if l.pipe, err = signalsafe.NewPipe(); err != nil {
		return err
	}
	l.pipeRead.Init(pipeReader{l}, nil, nil)
	if err := l.sel.Register(l.pipe.ReadFD(), selector.Read); err != nil {
		return errors.Join(err, l.pipe.Close())
	}
	return nil
}

// pipeReader is the callback of the self-pipe's read end.
type pipeReader struct{ l *Loop }

// Call reads all that is in the pipe. Each byte that is not zero is a signal.
func (r pipeReader) Call() error {
	var buf [4096]byte
	for {
		n := r.l.pipe.Read(buf[:])
		if n == 0 {
			return nil
		}
		for _, b := range buf[:n] {
			if b != 0 {
				r.l.handleSignal(signalsafe.Signal(b))
			}
		}
	}
}

// DescribeCallback implements handle.Describer.
func (pipeReader) DescribeCallback(bool) string { return "BaseSelectorEventLoop._read_from_self()" }

// writeToSelf wakes the loop from outside.
func (l *Loop) writeToSelf() error {
	if l.over != nil && l.over.WriteToSelf != nil {
		return l.over.WriteToSelf()
	}
	(*Base)(l).WriteToSelf()
	return nil
}

// WriteToSelf writes a zero byte into the self-pipe, which ends a select under
// way, and calls the embedder's wake hook. It may be called from any goroutine.
func (b *Base) WriteToSelf() {
	l := (*Loop)(b)
	// The pipe is closed only together with the loop, and then there is
	// nothing to wake.
	_ = l.pipe.WriteByte(0)
	l.inboxMu.Lock()
	wake := l.wake
	l.inboxMu.Unlock()
	if wake != nil {
		wake()
	}
}

// SelectorEvent is an entry of what a Select override returns.
type SelectorEvent = selector.Event

func (l *Loop) notifySignal(kind observe.Kind, s signalsafe.Signal, id uint64) {
	if l.obs != nil {
		l.Notify(observe.Event{Kind: kind, N: int(s), ID: id, Label: signalLabel(s)})
	}
}

type signalLabel signalsafe.Signal

// Label implements observe.Labeler.
func (s signalLabel) Label() string { return signalsafe.Signal(s).String() }
