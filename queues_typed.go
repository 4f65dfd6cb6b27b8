package asyncio

import (
	"asyncio/locks"
	"asyncio/queues"
)

// AnyQueue is a queue whose items' type is not known.
type AnyQueue = queues.Queue

// The classes of the errors of queues, for errors.Is.
var (
	ErrQueueEmpty    error = queues.ErrQueueEmpty
	ErrQueueFull     error = queues.ErrQueueFull
	ErrQueueShutDown error = queues.ErrQueueShutDown
)

// Queue is a typed view of a queue. What has no item in it, such as Join,
// TaskDone and Qsize, it has from AnyQueue.
type Queue[T any] struct{ *AnyQueue }

// NewQueue makes a queue that gives the oldest item first. It holds at most
// maxsize items; zero or less stands for no limit.
func NewQueue[T any](co *Co, maxsize int) Queue[T] {
	return Queue[T]{sure(queues.New(locks.On(co.Loop()), maxsize))}
}

// NewPriorityQueue makes a queue that gives the smallest item first, such as
// NewPriorityQueue(co, 0, cmp.Less[int]). Equal items come in heapq's order.
func NewPriorityQueue[T any](co *Co, maxsize int, less func(a, b T) bool) Queue[T] {
	untyped := func(a, b any) (bool, error) { return less(cast[T](a), cast[T](b)), nil }
	return Queue[T]{sure(queues.NewPriority(locks.On(co.Loop()), maxsize, untyped))}
}

// NewLifoQueue makes a queue that gives the newest item first.
func NewLifoQueue[T any](co *Co, maxsize int) Queue[T] {
	return Queue[T]{sure(queues.NewLifo(locks.On(co.Loop()), maxsize))}
}

// Put waits until there is room and puts item in. It fails with CancelledError
// when the task is cancelled meanwhile, and with ErrQueueShutDown.
func (q Queue[T]) Put(co *Co, item T) error { return q.AnyQueue.Put(co, item) }

// PutNowait puts item in. It fails with ErrQueueFull and with ErrQueueShutDown.
func (q Queue[T]) PutNowait(item T) error { return q.AnyQueue.PutNowait(item) }

// Get waits until there is an item and takes it out. It fails with
// CancelledError when the task is cancelled meanwhile, and with
// ErrQueueShutDown when nothing is left of a queue that was shut down.
func (q Queue[T]) Get(co *Co) (T, error) {
	v, err := q.AnyQueue.Get(co)
	return cast[T](v), err
}

// GetNowait takes an item out. It fails with ErrQueueEmpty and with
// ErrQueueShutDown.
func (q Queue[T]) GetNowait() (T, error) {
	v, err := q.AnyQueue.GetNowait()
	return cast[T](v), err
}
