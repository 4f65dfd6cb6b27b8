package bare

// Task is a body that runs on a coroutine from its first step to its end.
type Task struct {
	body   func(*Coroutine) any
	result any
	waiter any // the ready item to queue at the end: *Coroutine or *gathering
	done   bool
}

// gathering counts the children a Gather still waits for.
type gathering struct {
	parent *Coroutine
	left   int
}

// CreateTask queues the first step of a new task.
func (l *Loop) CreateTask(body func(*Coroutine) any) *Task {
	t := &Task{body: body}
	l.ready.Add(t)
	return t
}

// begin runs a task's first step on a free worker. The worker is taken only
// now, so tasks that end in their first step share one.
func (l *Loop) begin(t *Task) {
	var c *Coroutine
	if last := len(l.idle) - 1; last >= 0 {
		c = l.idle[last]
		l.idle = l.idle[:last]
	} else {
		c = newCoroutine(l)
	}
	c.task = t
	c.next()
}

// wait makes w the ready item that the task's end queues.
func (t *Task) wait(w any) {
	if t.waiter != nil {
		panic("bare: a task has room for one waiter")
	}
	t.waiter = w
}
