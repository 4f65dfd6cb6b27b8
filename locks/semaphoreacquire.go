package locks

import (
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/profile"
)

// semaphoreAcquire acquires where Release hands the slot over: SemaphoreFIFO
// and SemaphoreFIFOWide.
type semaphoreAcquire struct {
	s *Semaphore
	f future.Awaitable
}

// Begin implements task.Op.
func (a *semaphoreAcquire) Begin(on *loop.Loop) (any, bool, error) {
	s := a.s
	if !s.Locked() {
		s.value--
		return nil, true, nil
	}
	f, err := s.CreateFuture(on, s.String)
	if err != nil {
		return nil, true, err
	}
	a.f = f
	s.waiters.Add(f)
	return f, false, nil
}

// Resume implements task.Op.
func (a *semaphoreAcquire) Resume(_ any, err error) (any, bool, error) {
	s := a.s
	s.waiters.Remove(a.f)
	var e error
	if s.rule() == profile.SemaphoreFIFOWide {
		if exceptions.IsCancelled(err) && a.f.Done() && !a.f.Cancelled() {
			s.value++ // it was handed a slot that it cannot use
		}
		// Slots may have become free while newcomers had to queue behind.
		for more := true; more && e == nil && s.value > 0; {
			more, e = s.wakeNext()
		}
	} else if err == nil {
		if s.value > 0 {
			_, e = s.wakeNext()
		}
	} else if exceptions.IsCancelled(err) && !a.f.Cancelled() {
		s.value++
		_, e = s.wakeNext()
	}
	if e != nil {
		err = exceptions.During(e, err)
	}
	return nil, true, err
}

// Value implements task.Op.
func (a *semaphoreAcquire) Value() any { return true }

// semaphoreRetry acquires where a woken waiter looks for the slot itself:
// SemaphoreBarges and SemaphoreOrdered.
type semaphoreRetry struct {
	s  *Semaphore
	on *loop.Loop
	f  future.Awaitable
}

// Begin implements task.Op.
func (a *semaphoreRetry) Begin(on *loop.Loop) (any, bool, error) {
	a.on = on
	return a.try()
}

func (a *semaphoreRetry) try() (any, bool, error) {
	s := a.s
	if !s.scheduled && s.value > 0 {
		s.value--
		return nil, true, nil
	}
	f, err := s.CreateFuture(a.on, s.String)
	if err != nil {
		return nil, true, err
	}
	a.f = f
	s.waiters.Add(f)
	return f, false, nil
}

// Resume implements task.Op.
func (a *semaphoreRetry) Resume(_ any, err error) (any, bool, error) {
	s := a.s
	if err == nil {
		s.scheduled = false
		return a.try()
	}
	var e error
	if s.rule() == profile.SemaphoreBarges {
		_, e = a.f.TryCancel(nil)
		if e == nil && s.value > 0 && !a.f.Cancelled() {
			_, e = s.wakeNext()
		}
	} else if exceptions.IsCancelled(err) {
		// 3.9 wakes the next one even when there is no slot for it, and leaves
		// scheduled set when there is no next one.
		_, e = s.wakeNext()
	}
	if e != nil {
		err = exceptions.During(e, err)
	}
	return nil, true, err
}

// Value implements task.Op.
func (a *semaphoreRetry) Value() any { return true }
