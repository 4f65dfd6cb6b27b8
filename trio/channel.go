package trio

import (
	"fmt"

	"asyncio/exceptions"
)

// channel is what the ends of a memory channel share. Tasks that wait stand in
// two queues: of all ends, which says whose turn it is, and of their own end,
// for when that is closed.
type channel struct {
	max       int
	data      []any
	senders   int // ends that are open
	receivers int
	sending   waiters
	receiving waiters
	peak      int
}

// ChannelStatistics tells about a memory channel.
type ChannelStatistics struct {
	// BufferUsed values are in the buffer; it has room for BufferSize, and had
	// PeakUsed in it at most.
	BufferUsed, BufferSize, PeakUsed int
	// OpenSend and OpenReceive ends are open.
	OpenSend, OpenReceive int
	// WaitingSend and WaitingReceive tasks wait.
	WaitingSend, WaitingReceive int
}

func (c *channel) statistics() ChannelStatistics {
	return ChannelStatistics{
		BufferUsed: len(c.data), BufferSize: c.max, PeakUsed: c.peak,
		OpenSend: c.senders, OpenReceive: c.receivers,
		WaitingSend: c.sending.n, WaitingReceive: c.receiving.n,
	}
}

// channelEnd is one end of a channel.
type channelEnd struct {
	c      *channel
	closed bool
	own    waiters // the tasks that wait at this end
}

// wait has t wait at this end and in the queue of all.
func (e *channelEnd) wait(t *Task, all *waiters, value any, what string) *Trap {
	mine := &waiter{task: t}
	e.own.add(mine)
	w := &waiter{task: t, value: value, also: mine}
	all.add(w)
	mine.also = w
	t.sleep = e
	return Waiting(func(RaiseCancel) Abort {
		w.leave()
		mine.leave()
		return AbortSucceeded
	}, what)
}

// takeTurn removes the first of all that wait.
func takeTurn(all *waiters) *waiter {
	w := all.take()
	w.also.leave()
	return w
}

// closeEnd fails all that wait at an end.
func (e *channelEnd) closeEnd() {
	e.closed = true
	for w := e.own.first; w != nil; w = w.next {
		w.also.leave()
	}
	wakeSet(&e.own, func() error { return ErrClosedResource.New("") })
}

// closeOther fails all that wait at the other ends, in the order they came.
func closeOther(all *waiters, class *exceptions.Class) {
	for all.n > 0 {
		t := takeTurn(all).task
		t.runner.Reschedule(t, nil, class.New(""))
	}
}

// Statistics tells about the channel.
func (e *channelEnd) Statistics() ChannelStatistics { return e.c.statistics() }

// Closed reports whether this end is closed.
func (e *channelEnd) Closed() bool { return e.closed }

// References gives what the channel holds.
func (e *channelEnd) References(visit func(any)) {
	for _, v := range e.c.data {
		visit(v)
	}
	e.c.sending.References(visit)
}

// MemorySend is the sending end of a channel between tasks.
type MemorySend struct{ channelEnd }

// MemoryReceive is the receiving end of a channel between tasks.
type MemoryReceive struct{ channelEnd }

// OpenMemory makes a channel with a buffer for max values, or Unlimited; with 0
// a value goes straight from one task to another. It fails with ValueError for
// less than 0.
func OpenMemory(max int) (*MemorySend, *MemoryReceive, error) {
	if max < 0 {
		return nil, nil, exceptions.ValueError("max_buffer_size must be >= 0")
	}
	c := &channel{max: max, senders: 1, receivers: 1}
	return &MemorySend{channelEnd{c: c}}, &MemoryReceive{channelEnd{c: c}}, nil
}

// SendNowait sends v or fails with WouldBlock. It fails with ClosedResourceError
// when this end is closed, and with BrokenResourceError when all receiving ones
// are.
func (s *MemorySend) SendNowait(v any) error {
	c := s.c
	switch {
	case s.closed:
		return ErrClosedResource.New("")
	case c.receivers == 0:
		return ErrBrokenResource.New("")
	case c.receiving.n > 0:
		t := takeTurn(&c.receiving).task
		t.runner.Reschedule(t, v, nil)
	case len(c.data) < c.max:
		c.data = append(c.data, v)
		c.peak = max(c.peak, len(c.data))
	default:
		return errWouldBlock()
	}
	return nil
}

// SendOp sends v, waiting for room if need be. It fails as SendNowait does, also
// when the ends are closed meanwhile. If it fails, v was not sent.
func (s *MemorySend) SendOp(v any) Op {
	return trying(
		func(*Task) (any, error) { return nil, s.SendNowait(v) },
		func(t *Task) then { return block(s.wait(t, &s.c.sending, v, "MemorySendChannel.send"), nil) })
}

// Send sends v.
func (s *MemorySend) Send(t *Task, v any) error { return t.do(s.SendOp(v)) }

// Clone makes another sending end. It fails with ClosedResourceError when this
// one is closed.
func (s *MemorySend) Clone() (*MemorySend, error) {
	if s.closed {
		return nil, ErrClosedResource.New("")
	}
	s.c.senders++
	return &MemorySend{channelEnd{c: s.c}}, nil
}

// Close closes this end. When it was the last, receivers get what is in the
// buffer and then EndOfChannel.
func (s *MemorySend) Close() {
	if s.closed {
		return
	}
	s.closeEnd()
	s.c.senders--
	if s.c.senders == 0 {
		closeOther(&s.c.receiving, ErrEndOfChannel)
	}
}

// CloseOp closes this end and is a checkpoint.
func (s *MemorySend) CloseOp() Op {
	return newMachine(func(*Task) then { s.Close(); return run(CheckpointOp(), nil) })
}

// String gives the end as repr() does.
func (s *MemorySend) String() string {
	return fmt.Sprintf("<send channel at %p, using buffer at %p>", s, s.c)
}

// ReceiveNowait gives the next value or fails with WouldBlock. It fails with
// ClosedResourceError when this end is closed, and with EndOfChannel when all
// sending ones are and the buffer is empty.
func (r *MemoryReceive) ReceiveNowait() (any, error) {
	c := r.c
	if r.closed {
		return nil, ErrClosedResource.New("")
	}
	if c.sending.n > 0 {
		w := takeTurn(&c.sending)
		w.task.runner.Reschedule(w.task, nil, nil)
		c.data = append(c.data, w.value)
	}
	switch {
	case len(c.data) > 0:
		v := c.data[0]
		c.data[0] = nil
		c.data = c.data[1:]
		return v, nil
	case c.senders == 0:
		return nil, ErrEndOfChannel.New("")
	}
	return nil, errWouldBlock()
}

// ReceiveOp waits for the next value. It fails as ReceiveNowait does, also when
// the ends are closed meanwhile. If it fails, no value was taken.
func (r *MemoryReceive) ReceiveOp() Op {
	return trying(
		func(*Task) (any, error) { return r.ReceiveNowait() },
		func(t *Task) then { return block(r.wait(t, &r.c.receiving, nil, "MemoryReceiveChannel.receive"), nil) })
}

// Receive gives the next value.
func (r *MemoryReceive) Receive(t *Task) (any, error) { return t.Do(r.ReceiveOp()) }

// Clone makes another receiving end. It fails with ClosedResourceError when this
// one is closed.
func (r *MemoryReceive) Clone() (*MemoryReceive, error) {
	if r.closed {
		return nil, ErrClosedResource.New("")
	}
	r.c.receivers++
	return &MemoryReceive{channelEnd{c: r.c}}, nil
}

// Close closes this end. When it was the last, the buffer is dropped and senders
// get BrokenResourceError.
func (r *MemoryReceive) Close() {
	if r.closed {
		return
	}
	r.closeEnd()
	r.c.receivers--
	if r.c.receivers == 0 {
		closeOther(&r.c.sending, ErrBrokenResource)
		r.c.data = nil
	}
}

// CloseOp closes this end and is a checkpoint.
func (r *MemoryReceive) CloseOp() Op {
	return newMachine(func(*Task) then { r.Close(); return run(CheckpointOp(), nil) })
}

// String gives the end as repr() does.
func (r *MemoryReceive) String() string {
	return fmt.Sprintf("<receive channel at %p, using buffer at %p>", r, r.c)
}
