package queues_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"asyncio/exceptions"
	"asyncio/profile"
	"asyncio/queues"
	"asyncio/task"
)

// Under a storm of cancellations nothing is lost or doubled, what one producer
// puts comes out in its order, and in the end nobody waits who could go on.
func TestQueueStorm(t *testing.T) {
	const workers, maxsize = 24, 3
	type item struct{ producer, number int }
	run(t, profile.Default, func(co *task.Co) {
		r := rand.New(rand.NewPCG(11, 1))
		q := newQueue(t, co, maxsize)
		left, put, got, producers := stormSize, 0, 0, 0
		last := map[int]int{} // the number that came last of a producer
		produce := func(co *task.Co) error {
			me := producers
			producers++
			for n := 1; left > 0; n++ {
				left--
				if err := q.Put(co, item{me, n}); err != nil {
					return err
				}
				if put++; q.Qsize() > maxsize {
					t.Fatalf("%v is too full", q)
				}
			}
			return nil
		}
		consume := func(co *task.Co) error {
			for {
				left--
				v, err := q.Get(co)
				if err != nil {
					return err
				}
				got++
				it := v.(item)
				if it.number <= last[it.producer] {
					t.Fatalf("%d of %d came after %d", it.number, it.producer, last[it.producer])
				}
				last[it.producer] = it.number
				if err := q.TaskDone(); err != nil {
					t.Fatal(err)
				}
				if err := pause(co, r.IntN(2)); err != nil {
					return err
				}
			}
		}
		begin := func(i int) *task.Task {
			if i%2 == 0 {
				return start(t, co, produce)
			}
			return start(t, co, consume)
		}
		tasks := make([]*task.Task, workers)
		for i := range tasks {
			tasks[i] = begin(i)
		}
		for left > 0 {
			before := left
			for tick := 0; tick < 40 && left > 0; tick++ {
				for range r.IntN(4) * (40 - tick) / 40 { // the last ones are a calm
					tasks[r.IntN(workers)].Cancel()
				}
				if err := co.Yield(); err != nil {
					t.Fatal(err)
				}
			}
			if left == before {
				t.Fatalf("nobody does anything any more: %v", q)
			}
			for i, made := range tasks {
				if made.Done() {
					if _, err := made.Result(); !exceptions.IsCancelled(err) && left > 0 {
						t.Fatalf("a worker ended with %v", err)
					}
					tasks[i] = begin(i)
				}
			}
		}
		for i, made := range tasks { // no more is put, all that is there is taken
			if i%2 == 0 {
				_, _ = co.Await(made)
			}
		}
		if err := q.Join(co); err != nil {
			t.Fatal(err)
		}
		if err := q.Shutdown(false); err != nil {
			t.Fatal(err)
		}
		for i, made := range tasks {
			if _, err := co.Await(made); i%2 == 1 && !errors.Is(err, queues.ErrQueueShutDown) {
				t.Fatalf("a consumer ended with %v", err)
			}
		}
		if put != got || q.Qsize() != 0 || len(q.Putting())+len(q.Getting()) > 0 {
			t.Fatalf("%d were put, %d came out of %v", put, got, q)
		}
	})
}
