package task_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/profile"
	"asyncio/task"
)

// Under a storm of cancellations no child outlives its group, a timeout leaves
// no cancel request behind, and whoever waits for a future goes on when that is
// done.
func TestGroupStorm(t *testing.T) {
	const workers = 12
	l, _ := newLoop(t, profile.Default, coroutine.Pull)
	r := rand.New(rand.NewPCG(3, 5))
	left, children := stormSize, 0
	shared := future.New(l)
	wait := func(co *task.Co) error {
		switch r.IntN(4) {
		case 0:
			return co.Yield()
		case 1:
			return sleep(co, 0.5)
		case 2:
			shield, err := task.Shield(co.Loop(), shared)
			if err != nil {
				return err
			}
			_, err = co.Await(shield)
			return err
		}
		return nil
	}
	child := func(co *task.Co) (any, error) {
		children++
		defer func() { children-- }()
		if err := wait(co); err != nil || r.IntN(8) > 0 {
			return nil, err
		}
		return nil, errStorm
	}
	group := func(co *task.Co) error {
		g := task.NewTaskGroup()
		if err := g.Enter(co); err != nil {
			return err
		}
		var made []*task.Task
		var err error
		for range 1 + r.IntN(3) {
			var c *task.Task
			if c, err = g.CreateTask(task.NewCoro(co.Loop(), child, 0), task.Options{}); err != nil {
				break
			}
			made = append(made, c)
		}
		if err == nil {
			err = wait(co)
		}
		err = g.Exit(co, err)
		for _, c := range made {
			if !c.Done() {
				t.Fatalf("%v is still there after its group", c)
			}
		}
		return err
	}
	limited := func(co *task.Co) error {
		before := co.Task().Cancelling()
		limit := task.NewTimeout(co.Loop(), co.Loop().Time()+r.Float64())
		if err := limit.Enter(co); err != nil {
			return err
		}
		err := limit.Exit(group(co))
		if errors.Is(err, exceptions.ErrTimeout) && co.Task().Cancelling() != before {
			t.Fatalf("%d cancel requests are left of a timeout, there were %d", co.Task().Cancelling(), before)
		}
		return err
	}
	work := func(co *task.Co) (any, error) {
		for left > 0 {
			left--
			err := limited(co)
			if exceptions.IsCancelled(err) {
				return nil, err
			}
		}
		return nil, nil
	}
	main := func(co *task.Co) (any, error) {
		tasks := make([]*task.Task, workers)
		for i := range tasks {
			tasks[i] = spawnStorm(t, l, work)
		}
		for left > 0 {
			for range r.IntN(3) {
				tasks[r.IntN(workers)].Cancel()
			}
			if r.IntN(3) == 0 {
				if err := shared.SetResult(nil); err != nil {
					return nil, err
				}
				shared = future.New(l)
			}
			if err := sleep(co, 0.05); err != nil {
				return nil, err
			}
			for i, made := range tasks {
				if made.Done() {
					tasks[i] = spawnStorm(t, l, work)
				}
			}
		}
		for _, made := range tasks { // timeouts end what waits for the future
			if _, err := co.Await(made); err != nil && !exceptions.IsCancelled(err) {
				t.Fatal(err)
			}
		}
		return nil, nil
	}
	if _, err := l.RunCoroutine(task.NewCoro(l, main, 0)); err != nil {
		t.Fatal(err)
	}
	if children != 0 || len(l.Registry().Tasks()) != 0 {
		t.Fatalf("%d children and %d tasks are left", children, len(l.Registry().Tasks()))
	}
}

func spawnStorm(t *testing.T, l *loop.Loop, work task.Func) *task.Task {
	made, err := task.Create(l, task.NewCoro(l, work, 0), task.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return made
}
