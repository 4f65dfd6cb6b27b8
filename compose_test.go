package asyncio_test

import (
	"errors"
	"testing"
	"time"

	"asyncio"
)

// The typed views give typed results, and the errors of what they stand for.
func TestTypedComposition(t *testing.T) {
	p := &program{}
	number := func(n int, d time.Duration) func(co *asyncio.Co) (int, error) {
		return func(co *asyncio.Co) (int, error) { return n, asyncio.Sleep(co, d) }
	}
	err := p.run(t, "3.13", func(co *asyncio.Co) error {
		one := asyncio.CreateTaskOf(co, number(1, time.Second))
		two := asyncio.CreateTaskOf(co, number(2, 2*time.Second))

		done, pending, err := asyncio.Wait(co, []asyncio.Task[int]{one, two}, asyncio.Forever, asyncio.FirstCompleted)
		if err != nil {
			return err
		}
		first, err := done[0].Result()
		p.print("wait: %d, %d pending, %v", first, len(pending), err)

		sum, err := asyncio.Await(co, asyncio.Gather(co, one, two))
		p.print("gather: %v %v", sum, err)

		_, err = asyncio.WaitFor(co, asyncio.CoroOf(co, number(3, time.Minute)), time.Second)
		p.print("wait_for: %v", errors.Is(err, asyncio.ErrTimeout))

		err = asyncio.Timeout(co, time.Second, func(*asyncio.TimeoutScope) error { return asyncio.Sleep(co, time.Minute) })
		p.print("timeout: %v", errors.Is(err, asyncio.ErrTimeout))

		completed, err := asyncio.AsCompleted(co, asyncio.Forever, asyncio.CoroOf(co, number(5, 5*time.Second)), asyncio.CoroOf(co, number(4, 4*time.Second)))
		for err == nil {
			more, e := completed.More()
			if err = e; err != nil || !more {
				break
			}
			n, e := completed.Next(co)
			p.print("completed: %d %v", n, e)
		}
		if err != nil {
			return err
		}

		boom := errors.New("boom")
		err = asyncio.TaskGroup(co, func(g *asyncio.Group) error {
			if _, err := g.Create(func(*asyncio.Co) error { return boom }); err != nil {
				return err
			}
			_, err := g.Create(func(co *asyncio.Co) error { return asyncio.Sleep(co, time.Minute) })
			return err
		})
		p.print("group: %v, %v", err, errors.Is(err, boom))

		answer, err := asyncio.ToThread(co, func() (string, error) { return "from a thread", nil })
		p.print("to_thread: %s %v", answer, err)

		v := asyncio.NewContextVar[int]("v")
		v.Set(co, 1)
		inner, err := asyncio.Await(co, asyncio.CreateTaskOf(co, func(co *asyncio.Co) (int, error) {
			n, _ := v.Get(co)
			v.Set(co, 2)
			return n, nil
		}))
		outer, _ := v.Get(co)
		p.print("context: %d, %d %v", inner, outer, err)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	p.want(t, "wait: 1, 1 pending, <nil>", "gather: [1 2] <nil>", "wait_for: true", "timeout: true",
		"completed: 4 <nil>", "completed: 5 <nil>",
		"group: unhandled errors in a TaskGroup (1 sub-exception), true",
		"to_thread: from a thread <nil>", "context: 1, 1 <nil>")
}
