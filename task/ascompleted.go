package task

import (
	"strings"

	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/handle"
	"asyncio/loop"
)

// Completed gives futures in the order they are done, as as_completed.
type Completed struct {
	loop    *loop.Loop
	aws     []any // not looked at yet, in the versions that start at the first Next
	timeout float64
	started bool
	todo    []future.Awaitable
	left    int
	arrived *Arrived
	timer   *handle.TimerHandle
}

// Arrived are the futures of a Completed that are done and not taken yet, as
// the queue in as_completed: all that who waits for an item knows.
type Arrived struct {
	loop    *loop.Loop
	done    []future.Awaitable // nil for an item whose time is up
	getters []*future.Future
}

// AsCompleted runs the awaitables (futures or coroutines, the latter as new
// tasks) and gives them as they are done, with at most timeout seconds for all
// of them, NoTimeout for no limit. Before 3.13 it starts only at the first
// Next.
func AsCompleted(l *loop.Loop, aws []any, timeout float64) (*Completed, error) {
	c := &Completed{loop: l, aws: aws, timeout: timeout, arrived: &Arrived{loop: l}}
	if l.State().Profile.AsCompletedAtCall {
		return c, c.start()
	}
	return c, nil
}

func (c *Completed) start() error {
	c.started = true
	seen := make(map[any]bool, len(c.aws))
	for _, aw := range c.aws {
		if seen[aw] {
			continue
		}
		seen[aw] = true
		f, err := Ensure(c.loop, aw)
		if err != nil {
			return err
		}
		c.todo = append(c.todo, f)
	}
	c.loop.Arrange(len(c.todo), func(i, j int) { c.todo[i], c.todo[j] = c.todo[j], c.todo[i] })
	for _, f := range c.todo {
		if err := f.AddDoneCallback(c, nil); err != nil {
			return err
		}
	}
	c.left, c.aws = len(c.todo), nil
	if c.left > 0 && HasTimeout(c.timeout) {
		var err error
		c.timer, err = c.loop.CallLaterIn(c.timeout, (*completedTimeout)(c), nil, c.loop.CurrentContext().Vars())
		return err
	}
	return nil
}

// FutureDone implements future.DoneCallback.
func (c *Completed) FutureDone(f future.Awaitable) error {
	for i, o := range c.todo {
		if o == f {
			c.todo = append(c.todo[:i], c.todo[i+1:]...)
			if err := c.arrived.put(f); err != nil {
				return err
			}
			if len(c.todo) == 0 && c.timer != nil {
				c.timer.Cancel()
			}
			return nil
		}
	}
	return nil // the timeout was here first
}

// CallbackName implements future.CallbackNamer.
func (c *Completed) CallbackName() (name, place string) {
	return c.loop.State().Profile.CompletedCallback, ""
}

type completedTimeout Completed

// Call implements handle.Callback.
func (t *completedTimeout) Call() error {
	c := (*Completed)(t)
	todo := c.todo
	c.todo = nil
	for _, f := range todo {
		f.RemoveDoneCallback(c)
		if err := c.arrived.put(nil); err != nil {
			return err
		}
	}
	return nil
}

// DescribeCallback implements handle.Describer.
func (t *completedTimeout) DescribeCallback(bool) string {
	if inner, ok := strings.CutSuffix(t.loop.State().Profile.CompletedCallback, "_on_completion"); ok {
		return inner + "_on_timeout()"
	}
	return "_AsCompletedIterator._handle_timeout()"
}

// put adds an item and wakes the first getter that still waits.
func (q *Arrived) put(f future.Awaitable) error {
	q.done = append(q.done, f)
	return q.wakeGetter()
}

func (q *Arrived) wakeGetter() error {
	for len(q.getters) > 0 {
		g := q.getters[0]
		q.getters = q.getters[1:]
		if !g.Done() {
			return g.SetResult(nil)
		}
	}
	return nil
}

// More reports whether another item is to come.
func (c *Completed) More() (bool, error) {
	if !c.started {
		if err := c.start(); err != nil {
			return false, err
		}
	}
	return c.left > 0, nil
}

// Next waits for the next future that is done. Its error is not raised: ask the
// future. It fails with TimeoutError for each item that was not done in time.
func (c *Completed) Next(co *Co) (future.Awaitable, error) {
	v, err := co.Do(c.NextOp())
	if err != nil {
		return nil, err
	}
	return v.(future.Awaitable), nil
}

// NextOp is Next as an operation, whose value is the future.
func (c *Completed) NextOp() Op { return &nextOp{c: c, takeOp: takeOp{q: c.arrived}} }

// Promise counts one of the items to come as given out.
func (c *Completed) Promise() { c.left-- }

// Arrived gives where the futures that are done can be taken.
func (c *Completed) Arrived() *Arrived { return c.arrived }

// TakeOp is an operation for an item that More has promised and Promise has
// counted, as NextOp otherwise.
func (q *Arrived) TakeOp() Op { return &takeOp{q: q} }

type nextOp struct {
	takeOp
	c *Completed
}

// Begin implements Op.
func (n *nextOp) Begin(on *loop.Loop) (any, bool, error) {
	if more, err := n.c.More(); err != nil || !more {
		if err == nil {
			err = exceptions.ErrStopIteration.New("")
		}
		return nil, true, err
	}
	n.c.Promise()
	return n.takeOp.Begin(on)
}

type takeOp struct {
	q      *Arrived
	getter *future.Future
	item   future.Awaitable
}

// Begin implements Op.
func (n *takeOp) Begin(*loop.Loop) (any, bool, error) {
	q := n.q
	if len(q.done) == 0 {
		n.getter = future.New(q.loop)
		q.getters = append(q.getters, n.getter)
		return n.getter, false, nil
	}
	n.item = q.done[0]
	q.done = q.done[1:]
	if n.item == nil {
		return nil, true, newTimeoutError(q.loop)
	}
	return nil, true, nil
}

// Resume implements Op.
func (n *takeOp) Resume(_ any, err error) (any, bool, error) {
	if err == nil {
		return n.Begin(n.q.loop)
	}
	n.getter.Cancel()
	n.q.dropGetter(n.getter)
	if len(n.q.done) > 0 && !n.getter.Cancelled() {
		if e := n.q.wakeGetter(); e != nil {
			err = e
		}
	}
	return nil, true, err
}

// Value implements Op.
func (n *takeOp) Value() any { return n.item }

func (q *Arrived) dropGetter(g *future.Future) {
	for i, o := range q.getters {
		if o == g {
			q.getters = append(q.getters[:i], q.getters[i+1:]...)
			return
		}
	}
}
