// Package queues has asyncio's Queue, PriorityQueue and LifoQueue: coroutines
// put items in and get them out, waiting while the queue is full or empty. Who
// waits is served first come first; an item is not reserved for the getter that
// was woken for it, so that somebody else may take it first.
//
// As in package locks, an operation that may wait is a method for Go coroutines
// and a task.Op for others.
package queues

import (
	"fmt"
	"strings"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/locks"
	"asyncio/task"
)

// The classes of the errors of queues.
var (
	// ErrQueueEmpty is QueueEmpty: GetNowait found nothing.
	ErrQueueEmpty = exceptions.NewClass("QueueEmpty", exceptions.ErrException)
	// ErrQueueFull is QueueFull: PutNowait found no room.
	ErrQueueFull = exceptions.NewClass("QueueFull", exceptions.ErrException)
	// ErrQueueShutDown is QueueShutDown: the queue was shut down.
	ErrQueueShutDown = exceptions.NewClass("QueueShutDown", exceptions.ErrException)
)

// Queue is asyncio.Queue, or one of its two subclasses.
type Queue struct {
	locks.Bound
	class    string
	maxsize  int
	store    Store
	getters  locks.Waiters
	putters  locks.Waiters
	tasks    int // items put in and not reported done
	finished *locks.Event
	shutdown bool
}

// New makes a queue that gives the oldest item first. It holds at most maxsize
// items; zero or less stands for no limit. It fails as locks.NewBound does.
func New(h locks.Home, maxsize int) (*Queue, error) { return newQueue(h, "Queue", maxsize, &fifo{}) }

// NewPriority makes a PriorityQueue, which gives the smallest item first.
func NewPriority(h locks.Home, maxsize int, less Less) (*Queue, error) {
	return newQueue(h, "PriorityQueue", maxsize, &heap{less: less})
}

// NewLifo makes a LifoQueue, which gives the newest item first.
func NewLifo(h locks.Home, maxsize int) (*Queue, error) {
	return newQueue(h, "LifoQueue", maxsize, &lifo{})
}

// NewOf makes a queue with a store of one's own, whose class is called class in
// print.
func NewOf(h locks.Home, class string, maxsize int, s Store) (*Queue, error) {
	return newQueue(h, class, maxsize, s)
}

func newQueue(h locks.Home, class string, maxsize int, s Store) (*Queue, error) {
	b, err := locks.NewBound(h)
	if err != nil {
		return nil, err
	}
	q := &Queue{Bound: b, class: class, maxsize: maxsize, store: s}
	if q.finished, err = locks.NewEvent(h); err != nil {
		return nil, err
	}
	return q, q.finished.Set()
}

// SetStore has another store keep the items. Those of the one before stay there.
func (q *Queue) SetStore(s Store) { q.store = s }

// Store gives what keeps the items.
func (q *Queue) Store() Store { return q.store }

// Unfinished gives the number of items put in and not reported done.
func (q *Queue) Unfinished() int { return q.tasks }

// Getters gives the list of those who wait for an item, for who is to change it.
func (q *Queue) Getters() *locks.Waiters { return &q.getters }

// Putters gives the list of those who wait for room, for who is to change it.
func (q *Queue) Putters() *locks.Waiters { return &q.putters }

// Finished is set while all items have been dealt with.
func (q *Queue) Finished() *locks.Event { return q.finished }

// IsShutDown reports whether the queue was shut down.
func (q *Queue) IsShutDown() bool { return q.shutdown }

// SetUnfinished says how many items have not been dealt with.
func (q *Queue) SetUnfinished(n int) { q.tasks = n }

// Getting gives the futures of those who wait for an item, first come first.
func (q *Queue) Getting() []future.Awaitable { return q.getters.Futures() }

// Putting is Getting for those who wait for room.
func (q *Queue) Putting() []future.Awaitable { return q.putters.Futures() }

// Joining is Getting for those who wait until all is dealt with.
func (q *Queue) Joining() []future.Awaitable { return q.finished.Waiting() }

// Maxsize gives the number of items the queue holds at most, zero or less for
// no limit.
func (q *Queue) Maxsize() int { return q.maxsize }

// Qsize gives the number of items in the queue.
func (q *Queue) Qsize() int { return q.store.Len() }

// Empty reports whether there are no items.
func (q *Queue) Empty() bool { return q.store.Len() == 0 }

// Full reports whether there is no room.
func (q *Queue) Full() bool { return q.maxsize > 0 && q.store.Len() >= q.maxsize }

// Put waits until there is room and puts item in. It fails with CancelledError
// when the task is cancelled meanwhile, with ErrQueueShutDown, with the error
// of a PriorityQueue's comparison, and on another loop as
// locks.Bound.CreateFuture does.
func (q *Queue) Put(co *task.Co, item any) error {
	_, err := co.Do(q.PutOp(item))
	return err
}

// PutOp is Put as an operation without a value.
func (q *Queue) PutOp(item any) task.Op {
	return &putOp{q: q, item: item, put: func() error { return q.PutNowait(item) }}
}

// PutOpBy is PutOp with what is done, once there is room, in place of
// PutNowait.
func (q *Queue) PutOpBy(put func() error) task.Op { return &putOp{q: q, put: put} }

// PutNowait puts item in and wakes the first getter. It fails with
// ErrQueueFull, with ErrQueueShutDown, with the error of a PriorityQueue's
// comparison, and when the loop is closed.
func (q *Queue) PutNowait(item any) error {
	if q.shutdown {
		return ErrQueueShutDown.New("")
	}
	if q.Full() {
		return ErrQueueFull.New("")
	}
	if err := q.store.Put(item); err != nil {
		return err
	}
	q.tasks++
	q.finished.Clear()
	_, err := q.getters.WakeNext()
	return err
}

// Get waits until there is an item and takes it out. It fails with
// CancelledError when the task is cancelled meanwhile, with ErrQueueShutDown
// when nothing is left of a queue that was shut down, and on another loop as
// locks.Bound.CreateFuture does.
func (q *Queue) Get(co *task.Co) (any, error) { return co.Do(q.GetOp()) }

// GetOp is Get as an operation, whose value is the item.
func (q *Queue) GetOp() task.Op { return q.GetOpBy(q.GetNowait) }

// GetOpBy is GetOp with what is done, once there is an item, in place of
// GetNowait.
func (q *Queue) GetOpBy(get func() (any, error)) task.Op { return &getOp{q: q, get: get} }

// GetNowait takes an item out and wakes the first putter. It fails with
// ErrQueueEmpty, with ErrQueueShutDown, and when the loop is closed.
func (q *Queue) GetNowait() (any, error) {
	if q.Empty() {
		if q.shutdown {
			return nil, ErrQueueShutDown.New("")
		}
		return nil, ErrQueueEmpty.New("")
	}
	item, err := q.store.Get()
	if err != nil {
		return nil, err
	}
	if _, err := q.putters.WakeNext(); err != nil {
		return nil, err
	}
	return item, nil
}

// TaskDone reports that an item taken out has been dealt with. It fails with
// ValueError "task_done() called too many times", and when the loop is closed.
func (q *Queue) TaskDone() error {
	if q.tasks <= 0 {
		return exceptions.ValueError("task_done() called too many times")
	}
	q.tasks--
	if q.tasks == 0 {
		return q.finished.Set()
	}
	return nil
}

// Join waits until TaskDone has been called for every item put in. It fails
// with CancelledError when the task is cancelled meanwhile.
func (q *Queue) Join(co *task.Co) error {
	_, err := co.Do(q.JoinOp())
	return err
}

// JoinOp is Join as an operation without a value.
func (q *Queue) JoinOp() task.Op { return &joinOp{q: q} }

// Shutdown ends the queue: nothing can be put in any more, and nothing taken
// out but what is left. With immediate what is left is dropped and counts as
// dealt with. All who wait are woken. Before 3.13 there is no such method, and
// it fails with AttributeError; it also fails when the loop is closed.
func (q *Queue) Shutdown(immediate bool) error {
	if !q.State().Profile.QueueShutdown {
		return exceptions.ErrAttribute.New(fmt.Sprintf("'%s' object has no attribute 'shutdown'", q.class))
	}
	q.shutdown = true
	if immediate {
		for !q.Empty() {
			if _, err := q.store.Get(); err != nil {
				return err
			}
			if q.tasks > 0 {
				q.tasks--
			}
		}
		if q.tasks == 0 {
			if err := q.finished.Set(); err != nil {
				return err
			}
		}
	}
	for _, w := range []*locks.Waiters{&q.getters, &q.putters} {
		for w.Len() > 0 {
			if _, err := w.WakeNext(); err != nil {
				return err
			}
		}
	}
	return nil
}

// String gives the queue as str() does.
func (q *Queue) String() string { return "<" + q.class + " " + q.Info() + ">" }

// Repr gives the queue as repr() does, with its address.
func (q *Queue) Repr() string { return fmt.Sprintf("<%s at %p %s>", q.class, q, q.Info()) }

// Info gives the part of the repr that tells the queue's state.
func (q *Queue) Info() string {
	var b strings.Builder
	fmt.Fprintf(&b, "maxsize=%d", q.maxsize)
	if !q.Empty() {
		b.WriteString(" _queue=" + q.State().ReprOf(q.store.Items()))
	}
	if n := q.getters.Len(); n > 0 {
		fmt.Fprintf(&b, " _getters[%d]", n)
	}
	if n := q.putters.Len(); n > 0 {
		fmt.Fprintf(&b, " _putters[%d]", n)
	}
	if q.tasks > 0 {
		fmt.Fprintf(&b, " tasks=%d", q.tasks)
	}
	if q.shutdown {
		b.WriteString(" shutdown")
	}
	return b.String()
}
