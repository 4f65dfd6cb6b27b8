package task_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/runners"
	"asyncio/task"
)

// node is a piece of a random program.
type node struct {
	Kind     string
	Duration float64
	Kids     []node
}

var (
	leaves    = []string{"return", "yield", "sleep", "fail", "swallow", "replace", "self-cancel", "slow cleanup"}
	compounds = []string{"sequence", "gather", "gather all", "task", "shield", "wait_for", "timeout",
		"group", "wait", "first", "as_completed", "leave behind", "cancel child"}
	durations = []float64{-1, 0, 0.001, 0.5, 1, 1, 2, 3, 10}
)

func drawNode(t *rapid.T, depth int) node {
	kinds := leaves
	if depth > 0 {
		kinds = append(append([]string(nil), leaves...), compounds...)
		if rapid.Bool().Draw(t, "compound") {
			kinds = compounds
		}
	}
	n := node{
		Kind:     rapid.SampledFrom(kinds).Draw(t, "kind"),
		Duration: rapid.SampledFrom(durations).Draw(t, "duration"),
	}
	for _, c := range compounds {
		if c == n.Kind {
			for range rapid.IntRange(1, 3).Draw(t, "kids") {
				n.Kids = append(n.Kids, drawNode(t, depth-1))
			}
		}
	}
	return n
}

// cancellation is a cancel() from a timer: of the task-th task made.
type cancellation struct {
	After float64
	Task  int
	Times int
}

// storm is a random program with what happens to it.
type storm struct {
	Main    node
	Cancels []cancellation
	Python  string
	Seed    uint64 // of the orders that CPython leaves to addresses, 0 for none
	Eager   bool
}

func drawStorm(t *rapid.T) storm {
	s := storm{
		Main:   drawNode(t, rapid.IntRange(1, 4).Draw(t, "depth")),
		Python: rapid.SampledFrom(profile.Names()).Draw(t, "python"),
		Seed:   rapid.Uint64Range(0, 3).Draw(t, "seed"),
		Eager:  rapid.Bool().Draw(t, "eager"),
	}
	for range rapid.IntRange(0, 6).Draw(t, "cancels") {
		s.Cancels = append(s.Cancels, cancellation{
			After: rapid.SampledFrom(durations).Draw(t, "after"),
			Task:  rapid.IntRange(0, 8).Draw(t, "task"),
			Times: rapid.IntRange(1, 3).Draw(t, "times"),
		})
	}
	return s
}

var errStorm = exceptions.ValueError("storm")

// body makes a coroutine's function of a node.
func (n node) body() task.Func { return func(co *task.Co) (any, error) { return n.run(co) } }

func (n node) coros(co *task.Co) []any {
	out := make([]any, len(n.Kids))
	for i, k := range n.Kids {
		out[i] = task.NewCoro(co.Loop(), k.body(), 0)
	}
	return out
}

func (n node) tasks(co *task.Co) ([]*task.Task, []any, error) {
	var out []*task.Task
	var aws []any
	for _, c := range n.coros(co) {
		t, err := task.Create(co.Loop(), c.(coroutine.Coroutine), task.Options{})
		if err != nil {
			return nil, nil, err
		}
		out, aws = append(out, t), append(aws, t)
	}
	return out, aws, nil
}

func (n node) run(co *task.Co) (any, error) {
	l := co.Loop()
	switch n.Kind {
	case "return":
		return n.Duration, nil
	case "yield":
		return nil, co.Yield()
	case "sleep":
		return task.Sleep(co, n.Duration, "slept")
	case "fail":
		if err := sleep(co, n.Duration); err != nil {
			return nil, err
		}
		return nil, errStorm
	case "swallow":
		if err := sleep(co, n.Duration); exceptions.IsCancelled(err) {
			return "swallowed", nil
		}
		return "undisturbed", nil
	case "replace":
		if err := sleep(co, n.Duration); exceptions.IsCancelled(err) {
			return nil, exceptions.During(exceptions.RuntimeError("replaced"), err)
		}
		return nil, nil
	case "self-cancel":
		co.Task().Cancel("self")
		return nil, sleep(co, n.Duration)
	case "slow cleanup":
		err := sleep(co, n.Duration)
		if err != nil {
			if e := sleep(co, 0.5); e != nil {
				return nil, e
			}
		}
		return "clean", err
	case "sequence":
		var last any
		for _, k := range n.Kids {
			v, err := co.AwaitCoroutine(task.NewCoro(l, k.body(), 0))
			if err != nil {
				return nil, err
			}
			last = v
		}
		return last, nil
	case "gather", "gather all":
		f, err := task.Gather(l, n.coros(co), n.Kind == "gather all")
		if err != nil {
			return nil, err
		}
		return co.Await(f)
	case "task", "cancel child", "leave behind":
		tasks, _, err := n.tasks(co)
		if err != nil || n.Kind == "leave behind" {
			return nil, err
		}
		if n.Kind == "cancel child" {
			if err := co.Yield(); err != nil {
				return nil, err
			}
			tasks[0].Cancel("child")
		}
		return co.Await(tasks[0])
	case "shield":
		f, err := task.Shield(l, n.coros(co)[0])
		if err != nil {
			return nil, err
		}
		return co.Await(f)
	case "wait_for":
		return task.WaitFor(co, n.coros(co)[0], n.Duration)
	case "timeout":
		to := task.NewTimeout(l, l.Time()+n.Duration)
		if err := to.Enter(co); err != nil {
			return nil, err
		}
		v, err := n.Kids[0].run(co)
		return v, to.Exit(err)
	case "group":
		g := task.NewTaskGroup()
		if err := g.Enter(co); err != nil {
			return nil, err
		}
		var err error
		for _, c := range n.coros(co) {
			if _, err = g.CreateTask(c.(coroutine.Coroutine), task.Options{}); err != nil {
				break
			}
		}
		if err == nil {
			err = sleep(co, n.Duration)
		}
		return nil, g.Exit(co, err)
	case "wait", "first":
		_, aws, err := n.tasks(co)
		if err != nil {
			return nil, err
		}
		when := task.AllCompleted
		if n.Kind == "first" {
			when = task.FirstCompleted
		}
		done, pending, err := task.Wait(co, aws, max(n.Duration, 0), when)
		return fmt.Sprintf("%d done, %d pending", len(done), len(pending)), err
	case "as_completed":
		c, err := task.AsCompleted(l, n.coros(co), max(n.Duration, 0))
		if err != nil {
			return nil, err
		}
		count := 0
		for more := true; more; count++ {
			if _, err := c.Next(co); err != nil {
				return count, err
			}
			if more, err = c.More(); err != nil {
				return count, err
			}
		}
		return count, nil
	}
	panic("no such node: " + n.Kind)
}

// played is what a storm left behind.
type played struct {
	Outcome string
	Trace   []string
	Log     []string
}

// play runs a storm as asyncio.run would and checks what must hold for any.
func (s storm) play(t *rapid.T, engine coroutine.Engine) played {
	state, j := newState(t, s.Python)
	if s.Seed > 0 {
		state.Orders = process.Seeded(s.Seed)
	}
	w := &watcher{cancels: map[uint64]int{}, done: map[uint64]int{}}
	var l *loop.Loop
	var made []*task.Task
	onTime := 0 // how many were made before main ended: only those must end
	v, err := runners.Run(func(l *loop.Loop) coroutine.Coroutine {
		return task.NewCoro(l, func(co *task.Co) (any, error) {
			defer func() { onTime = len(made) }()
			return s.Main.run(co)
		}, 0)
	}, runners.Options{Config: loop.Config{State: state}, LoopFactory: func() (*loop.Loop, error) {
		var err error
		l, err = task.NewLoop(loop.Config{State: state, Clock: clock.NewVirtual(0), Observer: w, Engine: engine})
		if err != nil {
			return nil, err
		}
		task.SetFactory(l, func(l *loop.Loop, c coroutine.Coroutine, o task.Options) (*task.Task, error) {
			// An eager task of a leaf's depth may end while it is made.
			o.Eager = s.Eager && len(made)%2 == 1
			made = append(made, nil)
			i := len(made) - 1
			t, err := task.New(l, c, o)
			made[i] = t
			return t, err
		})
		for _, c := range s.Cancels {
			_, err := l.CallLater(c.After, func() error {
				for range c.Times {
					if c.Task < len(made) && made[c.Task] != nil {
						if made[c.Task].Cancel("storm") && made[c.Task].Done() {
							t.Error("cancel() of a task that is done said yes")
						}
					}
				}
				return nil
			})
			if err != nil {
				return nil, err
			}
		}
		return l, nil
	}})
	if l == nil {
		t.Fatal("no loop: ", err)
	}
	if !l.IsClosed() || l.IsRunning() {
		t.Errorf("closed %v, running %v", l.IsClosed(), l.IsRunning())
	}
	if left := l.Registry().Tasks(); len(left) != 0 {
		t.Errorf("%d tasks are left in the registry, the first is %v", len(left), left[0])
	}
	if n := l.Pool().Live(); n != 0 {
		t.Errorf("%d coroutines are left", n)
	}
	if l.Outstanding() != 0 {
		t.Errorf("%d pieces of outside work are left", l.Outstanding())
	}
	if onTime == 0 { // main was cancelled before it began
		onTime = len(made)
	}
	for i, m := range made {
		if m == nil || i >= onTime && !m.Done() {
			continue
		}
		w.checkTask(t, m)
	}
	return played{fmt.Sprintf("%v, %s", v, repr(err)), w.trace, j.take()}
}

// checkTask checks what the observer was told of a task.
func (w *watcher) checkTask(t *rapid.T, m *task.Task) {
	switch {
	case !m.Done():
		t.Errorf("%v did not end", m)
	case w.done[m.ID()] != 1:
		t.Errorf("%v ended %d times", m, w.done[m.ID()])
	case m.Cancelling() < 0 || m.Cancelling() > w.cancels[m.ID()]:
		t.Errorf("%v: %d cancel requests count, %d were made", m, m.Cancelling(), w.cancels[m.ID()])
	case m.MustCancel() && m.State() == future.Cancelled:
		t.Errorf("%v still has to be cancelled", m)
	case m.WaitingOn() != nil:
		t.Errorf("%v still waits for %v", m, m.WaitingOn())
	}
}

// watcher is an observer that keeps what it is told, without names.
type watcher struct {
	trace   []string
	cancels map[uint64]int
	done    map[uint64]int
	last    observe.Event
}

func (w *watcher) Observe(e observe.Event) {
	switch e.Kind {
	case observe.TaskCancel:
		w.cancels[e.ID]++
	case observe.TaskDone:
		w.done[e.ID]++
	}
	if e.Tick < w.last.Tick || e.Time < w.last.Time {
		w.trace = append(w.trace, "time goes backwards")
	}
	w.last = e
	w.trace = append(w.trace, fmt.Sprintf("%d %.6f %v %d %d %d %g", e.Tick, e.Time, e.Kind, e.ID, e.Other, e.N, e.Value))
}

// TestStorm: any program, cancelled anywhere, comes to its end, leaves nothing,
// and goes the same way whatever switches its coroutines.
func TestStorm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStorm(t)
		pull, channels := s.play(t, coroutine.Pull), s.play(t, coroutine.Channels)
		if diff := cmp.Diff(pull, channels); diff != "" {
			t.Fatalf("%+v\niter.Pull (-) and channels (+) differ:\n%s", s, diff)
		}
		for _, line := range pull.Trace {
			if line == "time goes backwards" {
				t.Fatal(line)
			}
		}
	})
}
