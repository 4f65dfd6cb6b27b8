package trio

import (
	"errors"
	"iter"
)

// SendChannel is the sending end of a channel of Ts.
type SendChannel[T any] struct{ *MemorySend }

// ReceiveChannel is the receiving end of a channel of Ts.
type ReceiveChannel[T any] struct{ *MemoryReceive }

// OpenMemoryChannel is OpenMemory for values of one type.
func OpenMemoryChannel[T any](max int) (SendChannel[T], ReceiveChannel[T], error) {
	s, r, err := OpenMemory(max)
	return SendChannel[T]{s}, ReceiveChannel[T]{r}, err
}

// Send sends v, as MemorySend.Send does.
func (s SendChannel[T]) Send(t *Task, v T) error { return s.MemorySend.Send(t, v) }

// SendNowait sends v or fails with WouldBlock.
func (s SendChannel[T]) SendNowait(v T) error { return s.MemorySend.SendNowait(v) }

// Clone makes another sending end.
func (s SendChannel[T]) Clone() (SendChannel[T], error) {
	c, err := s.MemorySend.Clone()
	return SendChannel[T]{c}, err
}

// Receive gives the next value, as MemoryReceive.Receive does.
func (r ReceiveChannel[T]) Receive(t *Task) (T, error) {
	v, err := r.MemoryReceive.Receive(t)
	value, _ := v.(T)
	return value, err
}

// ReceiveNowait gives the next value or fails with WouldBlock.
func (r ReceiveChannel[T]) ReceiveNowait() (T, error) {
	v, err := r.MemoryReceive.ReceiveNowait()
	value, _ := v.(T)
	return value, err
}

// Clone makes another receiving end.
func (r ReceiveChannel[T]) Clone() (ReceiveChannel[T], error) {
	c, err := r.MemoryReceive.Clone()
	return ReceiveChannel[T]{c}, err
}

// All gives the values until the channel ends, as `async for` does. Any other
// error comes last, with no value.
func (r ReceiveChannel[T]) All(t *Task) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for {
			v, err := r.Receive(t)
			if errors.Is(err, ErrEndOfChannel) || !yield(v, err) || err != nil {
				return
			}
		}
	}
}

// StartValue is Nursery.Start for a task that tells a T.
func StartValue[T any](t *Task, n *Nursery, fn func(t *Task, started func(T) error) error) (T, error) {
	v, err := n.Start(t, func(t *Task, s *TaskStatus) error {
		return fn(t, func(v T) error { return s.Started(v) })
	})
	value, _ := v.(T)
	return value, err
}
