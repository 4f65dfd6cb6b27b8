package bare

import "sync"

// inbox is where other goroutines leave callbacks.
type inbox struct {
	mu    sync.Mutex
	in    []*Handle
	spare []*Handle     // an emptied batch, its storage used again
	wake  chan struct{} // holds a token while in is not empty
}

// CallSoonThreadsafe queues fn from any goroutine and wakes the loop up.
func (l *Loop) CallSoonThreadsafe(fn func()) *Handle {
	h := &Handle{call: fn}
	b := &l.inbox
	b.mu.Lock()
	b.in = append(b.in, h)
	first := len(b.in) == 1
	b.mu.Unlock()
	if first {
		// The token may still be there if the loop took the batch before the
		// token of its first callback was sent; one is enough.
		select {
		case b.wake <- struct{}{}:
		default:
		}
	}
	return h
}

// collect moves the inbox to the ready queue.
func (l *Loop) collect() {
	b := &l.inbox
	b.mu.Lock()
	batch := b.in
	b.in, b.spare = b.spare[:0], nil
	b.mu.Unlock()
	for _, h := range batch {
		l.ready.Add(h)
	}
	clear(batch)
	b.spare = batch
}
