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
	done    []future.Awaitable // nil for an item whose time is up
	getters []*future.Future
	timer   *handle.TimerHandle
}

// AsCompleted runs the awaitables (futures or coroutines, the latter as new
// tasks) and gives them as they are done, with at most timeout seconds for all
// of them, NoTimeout for no limit. Before 3.13 it starts only at the first
// Next.
func AsCompleted(l *loop.Loop, aws []any, timeout float64) (*Completed, error) {
	c := &Completed{loop: l, aws: aws, timeout: timeout}
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
			if err := c.put(f); err != nil {
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
		if err := c.put(nil); err != nil {
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
func (c *Completed) put(f future.Awaitable) error {
	c.done = append(c.done, f)
	return c.wakeGetter()
}

func (c *Completed) wakeGetter() error {
	for len(c.getters) > 0 {
		g := c.getters[0]
		c.getters = c.getters[1:]
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
func (c *Completed) NextOp() Op { return &nextOp{c: c} }

// TakeOp is an operation for an item that More has promised and Promise has
// counted, as NextOp otherwise.
func (c *Completed) TakeOp() Op { return &nextOp{c: c, promised: true} }

// Promise counts one of the items to come as given out.
func (c *Completed) Promise() { c.left-- }

type nextOp struct {
	c        *Completed
	promised bool
	getter   *future.Future
	item     future.Awaitable
}

// Begin implements Op.
func (n *nextOp) Begin(*loop.Loop) (any, bool, error) {
	if !n.promised {
		if more, err := n.c.More(); err != nil || !more {
			if err == nil {
				err = exceptions.ErrStopIteration.New("")
			}
			return nil, true, err
		}
		n.c.Promise()
	}
	return n.try()
}

func (n *nextOp) try() (any, bool, error) {
	c := n.c
	if len(c.done) == 0 {
		n.getter = future.New(c.loop)
		c.getters = append(c.getters, n.getter)
		return n.getter, false, nil
	}
	n.item = c.done[0]
	c.done = c.done[1:]
	if n.item == nil {
		return nil, true, newTimeoutError(c.loop)
	}
	return nil, true, nil
}

// Resume implements Op.
func (n *nextOp) Resume(_ any, err error) (any, bool, error) {
	if err == nil {
		return n.try()
	}
	n.getter.Cancel()
	n.c.dropGetter(n.getter)
	if len(n.c.done) > 0 && !n.getter.Cancelled() {
		if e := n.c.wakeGetter(); e != nil {
			err = e
		}
	}
	return nil, true, err
}

// Value implements Op.
func (n *nextOp) Value() any { return n.item }

func (c *Completed) dropGetter(g *future.Future) {
	for i, o := range c.getters {
		if o == g {
			c.getters = append(c.getters[:i], c.getters[i+1:]...)
			return
		}
	}
}
