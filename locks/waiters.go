package locks

import (
	"fmt"
	"slices"

	"asyncio/exceptions"
	"asyncio/future"
)

// Waiters are the futures that coroutines wait for at one place, first come
// first.
type Waiters struct {
	list []future.Awaitable
	used bool
}

// Used reports whether anybody has ever waited.
func (w *Waiters) Used() bool { return w.used }

// Set has other futures in the place of those that wait.
func (w *Waiters) Set(fs []future.Awaitable) { w.list, w.used = fs, true }

// Len gives the number of waiters, done ones that have not run yet included.
func (w *Waiters) Len() int { return len(w.list) }

// Futures gives the futures, first come first.
func (w *Waiters) Futures() []future.Awaitable { return slices.Clone(w.list) }

// Add puts f at the end.
func (w *Waiters) Add(f future.Awaitable) { w.list, w.used = append(w.list, f), true }

// Remove takes f out, if it is there.
func (w *Waiters) Remove(f future.Awaitable) {
	switch i := slices.Index(w.list, f); {
	case i == 0: // the usual case does not move the others
		w.list[0] = nil
		w.list = w.list[1:]
	case i > 0:
		w.list = slices.Delete(w.list, i, i+1)
	}
}

// WakeNext takes futures out at the front until one was pending, which gets the
// result None, and reports whether there was one. It fails with RuntimeError
// when the loop is closed.
func (w *Waiters) WakeNext() (bool, error) {
	for len(w.list) > 0 {
		f := w.list[0]
		w.list[0] = nil
		w.list = w.list[1:]
		if !f.Done() {
			return true, wake(f, nil)
		}
	}
	return false, nil
}

// wakePending gives v to the first n pending futures, which stay in the list
// until they have run, and tells how many there were.
func (w *Waiters) wakePending(n int, v any) (woken int, err error) {
	for _, f := range w.list {
		if woken >= n {
			break
		}
		if !f.Done() {
			woken++
			if err := wake(f, v); err != nil {
				return woken, err
			}
		}
	}
	return woken, nil
}

// allCancelled reports whether nobody is waiting any more.
func (w *Waiters) allCancelled() bool {
	for _, f := range w.list {
		if !f.Cancelled() {
			return false
		}
	}
	return true
}

// info gives the part of a repr that counts the waiters, empty for none.
func (w *Waiters) info() string {
	if len(w.list) == 0 {
		return ""
	}
	return fmt.Sprintf(", waiters:%d", len(w.list))
}

func wake(f future.Awaitable, v any) error {
	s, ok := f.(interface{ SetResult(v any) error })
	if !ok { // of a loop whose CreateFuture is overridden
		return exceptions.TypeError("the loop made a future that has no set_result()")
	}
	return s.SetResult(v)
}

// describe gives an object as repr() does, with what is special about it in
// brackets.
func describe(class string, object any, info string) string {
	return fmt.Sprintf("<asyncio.locks.%s object at %p [%s]>", class, object, info)
}

// stateName gives "locked" or "unlocked".
func stateName(locked bool) string {
	if locked {
		return "locked"
	}
	return "unlocked"
}
