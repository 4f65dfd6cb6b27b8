package queues_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/locks"
	"asyncio/profile"
	"asyncio/queues"
	"asyncio/task"
)

func TestRepr(t *testing.T) {
	run(t, profile.Default, func(co *task.Co) {
		q := newQueue(t, co, 3)
		_ = q.PutNowait("a")
		q.SetOwner("owner")
		got := []string{q.String(), strings.ReplaceAll(q.Repr(), fmt.Sprintf("%p", q), "ADDRESS"), fmt.Sprint(q.Owner())}
		want := []string{"<Queue maxsize=3 _queue=['a'] tasks=1>", "<Queue at ADDRESS maxsize=3 _queue=['a'] tasks=1>", "owner"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// store is a subclass's own: it doubles what is put in and breaks at 13.
type store struct{ items []any }

var errThirteen = errors.New("no thirteen")

// Put implements queues.Store.
func (s *store) Put(item any) error {
	if item == 13 {
		return errThirteen
	}
	s.items = append(s.items, item, item)
	return nil
}

// Get implements queues.Store.
func (s *store) Get() (any, error) {
	item := s.items[0]
	s.items = s.items[1:]
	if item == 7 {
		return nil, errThirteen
	}
	return item, nil
}

// Len implements queues.Store.
func (s *store) Len() int { return len(s.items) }

// Items implements queues.Store.
func (s *store) Items() []any { return s.items }

func TestStoreOfOnesOwn(t *testing.T) {
	run(t, profile.Default, func(co *task.Co) {
		q, err := queues.NewOf(locks.On(co.Loop()), "Doubling", 2, &store{})
		if err != nil {
			t.Fatal(err)
		}
		if err := q.Put(co, 13); err != errThirteen {
			t.Errorf("put gave %v", err)
		}
		if err := q.Put(co, 1); err != nil {
			t.Error(err)
		}
		if got := q.String(); got != "<Doubling maxsize=2 _queue=[1, 1] tasks=1>" {
			t.Errorf("it prints as %s", got)
		}
		if !q.Full() {
			t.Error("it is not full")
		}
		for range 2 {
			if v, err := q.Get(co); v != 1 || err != nil {
				t.Errorf("got %v, %v", v, err)
			}
		}
		_ = q.PutNowait(7)
		if v, err := q.Get(co); v != nil || err != errThirteen {
			t.Errorf("got %v, %v", v, err)
		}
	})
}

// An item that cannot be compared leaves the others in the queue, the root
// excepted that was on its way out.
func TestComparisonFails(t *testing.T) {
	run(t, profile.Default, func(co *task.Co) {
		bad := false
		less := func(a, b any) (bool, error) {
			if bad {
				return false, exceptions.TypeError("no order")
			}
			return a.(int) < b.(int), nil
		}
		q, err := queues.NewPriority(locks.On(co.Loop()), 0, less)
		if err != nil {
			t.Fatal(err)
		}
		for n := range 4 {
			_ = q.PutNowait(n)
		}
		bad = true
		if _, err := q.Get(co); !errors.Is(err, exceptions.ErrType) {
			t.Errorf("get gave %v", err)
		}
		if got, want := q.Info(), "maxsize=0 _queue=[3, 1, 2] tasks=4"; got != want {
			t.Errorf("left %s, want %s", got, want)
		}
	})
}

// A waiter whose await ends in something else than its future's outcome gives up
// its place.
func TestAnErrorThatIsNotTheFutures(t *testing.T) {
	boom := exceptions.RuntimeError("boom")
	run(t, profile.Default, func(co *task.Co) {
		q := newQueue(t, co, 1)
		get := q.GetOp()
		f, done, err := get.Begin(co.Loop())
		if done || err != nil || q.Info() != "maxsize=1 _getters[1]" {
			t.Fatalf("begin gave %v, %v; %s", done, err, q.Info())
		}
		if _, done, err = get.Resume(nil, boom); !done || err != error(boom) {
			t.Errorf("resume gave %v, %v", done, err)
		}
		if !f.(future.Awaitable).Cancelled() || q.Info() != "maxsize=1" {
			t.Errorf("the future is left: %v; %s", f, q.Info())
		}
	})
}

func TestWakingOnAClosedLoop(t *testing.T) {
	var empty, full *queues.Queue
	run(t, profile.Default, func(co *task.Co) {
		empty, full = newQueue(t, co, 0), newQueue(t, co, 1)
		_ = full.PutNowait(1)
		for _, op := range []task.Op{empty.GetOp(), full.PutOp(2), full.JoinOp()} {
			f, done, err := op.Begin(co.Loop())
			if done || err != nil {
				t.Fatalf("begin gave %v, %v", done, err)
			}
			if err := f.(future.Awaitable).AddDoneCallback(future.Func(func(future.Awaitable) error { return nil }), nil); err != nil {
				t.Fatal(err)
			}
		}
	})
	_, get := full.GetNowait()
	for what, err := range map[string]error{
		"put": empty.PutNowait(1), "get": get, "task_done": full.TaskDone(),
	} {
		if err == nil || err.Error() != "Event loop is closed" {
			t.Errorf("%s gave %v", what, err)
		}
	}
}

func TestWaitingWithoutALoop(t *testing.T) {
	run(t, profile.Default, func(co *task.Co) {
		_, done, err := newQueue(t, co, 0).GetOp().Begin(nil)
		if want := "AttributeError(\"'NoneType' object has no attribute 'create_future'\")"; !done || exceptions.Repr(err) != want {
			t.Errorf("begin gave %v, %v, want %s", done, err, want)
		}
	})
}
