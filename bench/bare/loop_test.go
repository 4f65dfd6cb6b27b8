package bare

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestHandleHasTheDeclaredSize(t *testing.T) {
	if got := unsafe.Sizeof(Handle{}); got != HandleSize {
		t.Errorf("a Handle takes %d bytes, HandleSize is %d", got, HandleSize)
	}
}

// TestIterations checks that what an iteration queues waits for the next one.
func TestIterations(t *testing.T) {
	loop := New()
	defer loop.Close()
	var log []string
	say := func(s string) { log = append(log, s) }
	task := func(name string) func(*Coroutine) any {
		return func(c *Coroutine) any {
			for i := range 2 {
				say(fmt.Sprint(name, i))
				c.SleepZero()
			}
			return name
		}
	}
	got := loop.RunUntilComplete(func(c *Coroutine) any {
		loop.CallSoon(func() {
			say("callback")
			loop.CallSoon(func() { say("nested") })
		})
		return c.Gather([]*Task{loop.CreateTask(task("a")), loop.CreateTask(task("b"))})
	})
	if diff := cmp.Diff([]any{"a", "b"}, got); diff != "" {
		t.Errorf("gather's results (-want +got):\n%s", diff)
	}
	want := []string{"callback", "a0", "b0", "nested", "a1", "b1"}
	if diff := cmp.Diff(want, log); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestAwait(t *testing.T) {
	loop := New()
	defer loop.Close()
	got := loop.RunUntilComplete(func(c *Coroutine) any {
		child := loop.CreateTask(func(*Coroutine) any { return "result" })
		first := c.Await(child)
		return []any{first, c.Await(child), c.Gather(nil), c.Gather([]*Task{child})}
	})
	want := []any{"result", "result", []any{}, []any{"result"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
}

// TestWorkersArePooled checks that tasks which end in their first step share a
// worker, and that suspended ones do not.
func TestWorkersArePooled(t *testing.T) {
	for _, test := range []struct {
		name  string
		child func(*Coroutine) any
		want  int
	}{
		{"ends at once", func(*Coroutine) any { return nil }, 2},
		{"suspends", func(c *Coroutine) any { c.SleepZero(); return nil }, 11},
	} {
		t.Run(test.name, func(t *testing.T) {
			loop := New()
			defer loop.Close()
			loop.RunUntilComplete(func(c *Coroutine) any {
				tasks := make([]*Task, 10)
				for i := range tasks {
					tasks[i] = loop.CreateTask(test.child)
				}
				return c.Gather(tasks)
			})
			if got := len(loop.workers); got != test.want {
				t.Errorf("%d workers, want %d", got, test.want)
			}
		})
	}
}

func TestSecondWaiterPanics(t *testing.T) {
	loop := New()
	defer loop.Close()
	got := loop.RunUntilComplete(func(c *Coroutine) (caught any) {
		child := loop.CreateTask(func(*Coroutine) any { return nil })
		defer func() { caught = recover() }()
		return c.Gather([]*Task{child, child})
	})
	if want := "bare: a task has room for one waiter"; got != want {
		t.Errorf("panicked with %v, want %v", got, want)
	}
}

// TestCloseEndsSuspendedBodies checks that a body abandoned in the middle runs
// its deferred calls.
func TestCloseEndsSuspendedBodies(t *testing.T) {
	loop := New()
	ended := false
	loop.CreateTask(func(c *Coroutine) any {
		defer func() { ended = true }()
		for {
			c.SleepZero()
		}
	})
	loop.CallSoon(loop.Stop)
	loop.Run()
	loop.Close()
	if !ended {
		t.Error("the suspended body was not ended")
	}
}

func TestPanicOfABodyReachesRun(t *testing.T) {
	loop := New()
	defer loop.Close()
	loop.CreateTask(func(*Coroutine) any { panic("boom") })
	defer func() {
		if got := recover(); got != "boom" {
			t.Errorf("Run panicked with %v, want boom", got)
		}
	}()
	loop.Run()
	t.Error("Run returned")
}

func TestTimersRunInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ages := rapid.SliceOf(rapid.Int64Range(1, 1000)).Draw(t, "ages")
		loop := New()
		defer loop.Close()
		now := loop.Time()
		var got []int64
		for _, age := range ages {
			loop.CallAt(now-time.Duration(age), func() { got = append(got, age) })
		}
		loop.CallAt(now, loop.Stop)
		loop.Run()
		want := slices.Clone(ages)
		slices.Sort(want)
		slices.Reverse(want)
		if !slices.Equal(want, got) {
			t.Fatalf("ran %v, want %v", got, want)
		}
	})
}

// TestTimerInTheFuture checks that the loop waits for a timer and no longer.
func TestTimerInTheFuture(t *testing.T) {
	loop := New()
	defer loop.Close()
	when := loop.Time() + time.Millisecond
	var ran time.Duration
	loop.CallAt(when, func() {
		ran = loop.Time()
		loop.Stop()
	})
	loop.Run()
	if ran < when {
		t.Errorf("ran at %v, before it was due at %v", ran, when)
	}
}

func TestThreadsafe(t *testing.T) {
	const threads, calls = 8, 1000
	loop := New()
	defer loop.Close()
	var orders [threads][]int
	left := threads * calls
	var senders sync.WaitGroup
	for i := range threads {
		senders.Go(func() {
			for n := range calls {
				loop.CallSoonThreadsafe(func() {
					orders[i] = append(orders[i], n)
					if left--; left == 0 {
						loop.Stop()
					}
				})
			}
		})
	}
	loop.Run()
	senders.Wait()
	for i, order := range orders {
		if len(order) != calls || !slices.IsSorted(order) {
			t.Errorf("goroutine %d: %d calls arrived, in order: %v", i, len(order), slices.IsSorted(order))
		}
	}
}
