package locks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/locks"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/task"
)

// made gives what cannot fail here.
func made[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// frame runs operations one after another as an interpreter's suspended frame
// does: it is a coroutine without a goroutine.
type frame struct {
	on      *loop.Loop
	ops     []task.Op
	running bool
	trace   *[]string
}

// Send implements coroutine.Coroutine.
func (f *frame) Send() coroutine.Step { return f.resume(nil) }

// Throw implements coroutine.Coroutine.
func (f *frame) Throw(err error) coroutine.Step { return f.resume(err) }

// Close implements coroutine.Coroutine.
func (f *frame) Close() error { return nil }

func (f *frame) resume(in error) coroutine.Step {
	for len(f.ops) > 0 {
		op := f.ops[0]
		var aw any
		var done bool
		var err error
		if f.running {
			aw, done, err = op.Resume(nil, in)
		} else {
			aw, done, err = op.Begin(f.on)
		}
		if f.running = !done; f.running {
			aw.(future.Awaitable).SetBlocking(true)
			return coroutine.Step{Value: aw}
		}
		f.ops, in = f.ops[1:], nil
		if err != nil {
			return coroutine.Step{Err: err, Done: true}
		}
		*f.trace = append(*f.trace, fmt.Sprint(op.Value()))
	}
	return coroutine.Step{Done: true}
}

func TestOperationsNeedNoGoroutine(t *testing.T) {
	l := newLoop(t, profile.Default)
	var trace []string
	runOn(t, l, func(co *task.Co) {
		lock := made(locks.NewLock(locks.On(l)))
		event := made(locks.NewEvent(locks.On(l)))
		slots := made(locks.NewSemaphore(locks.On(l), 0))
		both := made(locks.NewBarrier(locks.On(l), 2))
		cond := made(locks.NewCondition(locks.On(l), lock))
		f := &frame{on: l, trace: &trace, ops: []task.Op{
			lock.AcquireOp(), event.WaitOp(), slots.AcquireOp(), both.WaitOp(), cond.WaitOp()}}
		driven := made(task.Create(l, f, task.Options{}))
		say := func(what string) {
			if err := pause(co, 2); err != nil {
				t.Fatal(err)
			}
			trace = append(trace, what)
		}
		say("set")
		_ = event.Set()
		say("release")
		_ = slots.Release()
		say("pass")
		_, _ = both.Wait(co)
		say("cancel")
		driven.Cancel("enough")
		_, err := co.Await(driven)
		trace = append(trace, text(err), fmt.Sprint(lock.Locked()))
	})
	want := []string{"true", "set", "true", "release", "true", "pass", "0", "cancel", "CancelledError('enough')", "true"}
	if diff := cmp.Diff(want, trace); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// class names an owner in print.
type class string

// String is repr(owner).
func (c class) String() string { return string(c) }

func TestLoopOfALock(t *testing.T) {
	each(t, func(t *testing.T, python string) {
		l, other := newLoop(t, python), newLoop(t, python)
		late := l.State().Profile.LocksBindLate
		got := map[string]string{}
		var lock, owned *locks.Lock
		runOn(t, l, func(co *task.Co) {
			lock = made(locks.NewLock(locks.On(l)))
			if (lock.Loop() == nil) != late {
				t.Errorf("a new lock has the loop %v", lock.Loop())
			}
			owned = made(locks.NewLock(locks.On(l)))
			owned.SetOwner(class("<mine>"))
			for _, x := range []*locks.Lock{lock, owned} {
				_ = x.Acquire(co)
				waiter := start(t, co, x.Acquire)
				_ = pause(co, 1)
				waiter.Cancel()
				_, _ = co.Await(waiter)
			}
			_, err := locks.NewCondition(locks.On(other), lock)
			got["condition on another loop's lock"] = text(err)
		})
		runOn(t, other, func(co *task.Co) {
			got["lock"] = strings.ReplaceAll(text(lock.Acquire(co)), fmt.Sprintf("%p", lock), "ADDRESS")
			got["owned"] = text(owned.Acquire(co))
		})
		want := map[string]string{
			"condition on another loop's lock": "None",
			"lock":                             "RuntimeError('<asyncio.locks.Lock object at ADDRESS [locked]> is bound to a different event loop')",
			"owned":                            "RuntimeError('<mine> is bound to a different event loop')",
		}
		if !late {
			want["condition on another loop's lock"] = "ValueError('loop argument must agree with lock')"
			for _, which := range []string{"lock", "owned"} {
				if !strings.Contains(got[which], "attached to a different loop") {
					t.Errorf("%s: %s", which, got[which])
				}
				delete(got, which)
				delete(want, which)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestLockMadeWithoutALoop(t *testing.T) {
	none := exceptions.RuntimeError("There is no current event loop in thread 'MainThread'.")
	each(t, func(t *testing.T, python string) {
		s := process.NewSimulated()
		s.Profile = made(profile.Get(python))
		home := locks.Home{State: s, Loop: func() (*loop.Loop, error) { return nil, none }}
		want := error(none)
		if s.Profile.LocksBindLate {
			want = nil
		}
		_, lock := locks.NewLock(home)
		_, event := locks.NewEvent(home)
		_, cond := locks.NewCondition(home, nil)
		_, slots := locks.NewSemaphore(home, 1)
		_, bounded := locks.NewBoundedSemaphore(home, 1)
		_, barrier := locks.NewBarrier(home, 1)
		for i, err := range []error{lock, event, cond, slots, bounded, barrier} {
			if err != want {
				t.Errorf("constructor %d gave %v, want %v", i, err, want)
			}
		}
	})
}

func TestWakingOnAClosedLoop(t *testing.T) {
	l := newLoop(t, profile.Default)
	lock := made(locks.NewLock(locks.On(l)))
	event := made(locks.NewEvent(locks.On(l)))
	slots := made(locks.NewSemaphore(locks.On(l), 0))
	cond := made(locks.NewCondition(locks.On(l), nil))
	// begin starts an operation and has a callback for its future.
	begin := func(op task.Op) {
		f, done, err := op.Begin(l)
		if err != nil {
			t.Fatal(err)
		}
		if !done {
			if err := f.(future.Awaitable).AddDoneCallback(future.Func(func(future.Awaitable) error { return nil }), nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, op := range []task.Op{lock.AcquireOp(), lock.AcquireOp(), event.WaitOp(), slots.AcquireOp(),
		cond.AcquireOp(), cond.WaitOp(), cond.AcquireOp()} {
		begin(op)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for what, err := range map[string]error{
		"release": lock.Release(), "set": event.Set(), "semaphore": slots.Release(), "notify": cond.Notify(1),
	} {
		if got, want := text(err), "RuntimeError('Event loop is closed')"; got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
}

func TestWithReleasesAfterAPanic(t *testing.T) {
	l := newLoop(t, profile.Default)
	runOn(t, l, func(co *task.Co) {
		lock := made(locks.NewLock(locks.On(l)))
		bad := start(t, co, func(co *task.Co) error {
			return lock.With(co, func() error { panic("oops") })
		})
		_, err := co.Await(bad)
		if got := fmt.Sprint(err); got != "panic: oops" {
			t.Errorf("the task ended with %s", got)
		}
		if lock.Locked() {
			t.Error("the lock is still held")
		}
	})
}
