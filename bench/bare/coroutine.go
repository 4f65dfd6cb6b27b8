package bare

import "iter"

// Coroutine is a pooled iter.Pull worker. It runs one task's body after
// another; a body that suspends keeps its worker until it returns.
type Coroutine struct {
	loop  *Loop
	task  *Task
	next  func() (struct{}, bool)
	stop  func()
	yield func(struct{}) bool
}

// abandoned is what a suspended body panics with when its loop is closed, so
// that its deferred calls run.
type abandoned struct{}

// newCoroutine makes a worker that begins with its first next.
func newCoroutine(l *Loop) *Coroutine {
	c := &Coroutine{loop: l}
	c.next, c.stop = iter.Pull(c.serve)
	l.workers = append(l.workers, c)
	return c
}

// serve is the worker's life: run the task it was given, go back to the pool,
// suspend until the next one.
func (c *Coroutine) serve(yield func(struct{}) bool) {
	defer func() {
		if r := recover(); r != nil && r != (abandoned{}) {
			panic(r)
		}
	}()
	c.yield = yield
	for {
		t := c.task
		t.result = t.body(c)
		t.done = true
		if t.waiter != nil {
			c.loop.ready.Add(t.waiter)
		}
		c.task = nil
		c.loop.idle = append(c.loop.idle, c)
		if !yield(struct{}{}) {
			return
		}
	}
}

// suspend goes back to the loop until the coroutine is resumed.
func (c *Coroutine) suspend() {
	if !c.yield(struct{}{}) {
		panic(abandoned{})
	}
}

// SleepZero lets everything else that is ready go first: asyncio.sleep(0).
func (c *Coroutine) SleepZero() {
	c.loop.ready.Add(c)
	c.suspend()
}

// Await waits for a task and returns its result. A task that is done already
// does not suspend the coroutine. A bare task has room for one waiter.
func (c *Coroutine) Await(t *Task) any {
	if !t.done {
		t.wait(c)
		c.suspend()
	}
	return t.result
}

// Gather waits for all tasks and returns their results in order.
func (c *Coroutine) Gather(tasks []*Task) []any {
	if len(tasks) > 0 {
		g := &gathering{parent: c, left: len(tasks)}
		for _, t := range tasks {
			if t.done {
				c.loop.ready.Add(g)
			} else {
				t.wait(g)
			}
		}
		c.suspend()
	}
	results := make([]any, len(tasks))
	for i, t := range tasks {
		results[i] = t.result
	}
	return results
}
