package queues_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"asyncio/exceptions"
	"asyncio/locks"
	"asyncio/profile"
	"asyncio/queues"
	"asyncio/task"
)

// actor puts or gets one item.
type actor struct {
	Puts    bool
	Arrives int  // tick
	Leaves  int  // tick at which it is cancelled, -1 for never
	Rushes  bool // it uses the form that does not wait
}

func actors() *rapid.Generator[[]actor] {
	one := rapid.Custom(func(t *rapid.T) actor {
		return actor{
			Puts:    rapid.Bool().Draw(t, "puts"),
			Arrives: rapid.IntRange(0, 6).Draw(t, "arrives"),
			Leaves:  rapid.OneOf(rapid.Just(-1), rapid.IntRange(0, 9)).Draw(t, "leaves"),
			Rushes:  rapid.IntRange(0, 3).Draw(t, "rushes") == 0,
		}
	})
	return rapid.SliceOfN(one, 1, 16)
}

// Nothing is lost or doubled, the limit holds, items come out in the order they
// went in, and nobody is left waiting who could go on.
func TestQueueProperties(t *testing.T) {
	for _, python := range profile.Names() {
		t.Run(python, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				as := actors().Draw(t, "actors")
				maxsize := rapid.IntRange(0, 3).Draw(t, "maxsize")
				run(t, python, func(co *task.Co) {
					q := newQueue(t, co, maxsize)
					var in, out []any
					tasks := make([]*task.Task, len(as))
					for i, a := range as {
						tasks[i] = start(t, co, func(co *task.Co) error {
							if err := pause(co, a.Arrives); err != nil {
								return err
							}
							err := a.act(co, q, i, &in, &out)
							if maxsize > 0 && q.Qsize() > maxsize {
								t.Fatalf("%v is too full", q)
							}
							return err
						})
					}
					for tick := range 12 {
						for i, a := range as {
							if a.Leaves == tick {
								tasks[i].Cancel()
							}
						}
						if err := pause(co, 1); err != nil {
							t.Fatal(err)
						}
					}
					if err := pause(co, 2*len(as)); err != nil { // whoever can go on does
						t.Fatal(err)
					}
					for i, a := range as {
						switch {
						case tasks[i].Done():
						case a.Puts && !q.Full():
							t.Fatalf("actor %d waits to put into %v", i, q)
						case !a.Puts && !q.Empty():
							t.Fatalf("actor %d waits to get from %v", i, q)
						}
						tasks[i].Cancel()
						_, _ = co.Await(tasks[i])
					}
					for !q.Empty() {
						v, err := q.GetNowait()
						if err != nil {
							t.Fatal(err)
						}
						out = append(out, v)
					}
					if diff := cmp.Diff(in, out); diff != "" {
						t.Fatalf("put (-) and got (+):\n%s", diff)
					}
				})
			})
		})
	}
}

// act puts item or gets one, and notes in which order that happened.
func (a actor) act(co *task.Co, q *queues.Queue, item any, in, out *[]any) (err error) {
	var v any
	switch {
	case a.Puts && a.Rushes:
		err = q.PutNowait(item)
	case a.Puts:
		err = q.Put(co, item)
	case a.Rushes:
		v, err = q.GetNowait()
	default:
		v, err = q.Get(co)
	}
	switch {
	case errors.Is(err, queues.ErrQueueFull), errors.Is(err, queues.ErrQueueEmpty):
		return nil
	case err != nil:
		return err
	case a.Puts:
		*in = append(*in, item)
	default:
		*out = append(*out, v)
	}
	return nil
}

// PriorityQueue and LifoQueue against models.
func TestOrderProperties(t *testing.T) {
	orders := []struct {
		name string
		make func(h locks.Home) (*queues.Queue, error)
		next func(items []int) int // the place of what comes out; items are in the order of putting
	}{
		{"priority",
			func(h locks.Home) (*queues.Queue, error) { return queues.NewPriority(h, 0, lessInt) },
			func(items []int) int { return slices.Index(items, slices.Min(items)) }},
		{"lifo",
			func(h locks.Home) (*queues.Queue, error) { return queues.NewLifo(h, 0) },
			func(items []int) int { return len(items) - 1 }},
	}
	for _, order := range orders {
		t.Run(order.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				steps := rapid.SliceOf(rapid.IntRange(-5, 9)).Draw(t, "items, negative ones for gets")
				run(t, profile.Default, func(co *task.Co) {
					q, err := order.make(locks.On(co.Loop()))
					if err != nil {
						t.Fatal(err)
					}
					var model []int
					for _, n := range steps {
						if n >= 0 {
							model = append(model, n)
							if err := q.PutNowait(n); err != nil {
								t.Fatal(err)
							}
							continue
						}
						got, err := q.GetNowait()
						if len(model) == 0 {
							if !errors.Is(err, queues.ErrQueueEmpty) {
								t.Fatalf("nothing gave %v, %v", got, err)
							}
							continue
						}
						at := order.next(model)
						if err != nil || got != model[at] {
							t.Fatalf("%v gave %v, %v, want %d", model, got, err, model[at])
						}
						model = slices.Delete(model, at, at+1)
					}
				})
			})
		})
	}
}

// Join comes back exactly when every item was dealt with, and a queue that is
// shut down lets nobody wait.
func TestJoinAndShutdownProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := rapid.IntRange(0, 6).Draw(t, "items")
		taken := rapid.IntRange(0, items).Draw(t, "taken")
		waiters := rapid.IntRange(0, 4).Draw(t, "waiters")
		immediate := rapid.Bool().Draw(t, "immediate")
		run(t, profile.Default, func(co *task.Co) {
			q := newQueue(t, co, items)
			for n := range items {
				if err := q.PutNowait(n); err != nil {
					t.Fatal(err)
				}
			}
			joiner := start(t, co, q.Join)
			var blocked []*task.Task
			for range waiters {
				blocked = append(blocked, start(t, co, func(co *task.Co) error {
					if items == 0 { // without a limit
						_, err := q.Get(co)
						return err
					}
					return q.Put(co, -1)
				}))
			}
			_ = pause(co, 2)
			if err := q.Shutdown(immediate); err != nil {
				t.Fatal(err)
			}
			for _, b := range blocked {
				if _, err := co.Await(b); !errors.Is(err, queues.ErrQueueShutDown) {
					t.Fatalf("a waiter got %v", err)
				}
			}
			left := items
			if immediate {
				left = 0
			}
			for n := range taken {
				_, err := q.GetNowait()
				if immediate {
					if !errors.Is(err, queues.ErrQueueShutDown) {
						t.Fatalf("got %v", err)
					}
					continue
				}
				_ = pause(co, 2)
				if err != nil || joiner.Done() {
					t.Fatalf("get %d: %v, joined %v", n, err, joiner.Done())
				}
				if err := q.TaskDone(); err != nil {
					t.Fatal(err)
				}
				left--
			}
			_ = pause(co, 2)
			if joiner.Done() != (left == 0) {
				t.Fatalf("%d left, joined %v", left, joiner.Done())
			}
			joiner.Cancel()
			if _, err := co.Await(joiner); err != nil && !exceptions.IsCancelled(err) {
				t.Fatal(err)
			}
		})
	})
}
