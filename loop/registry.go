package loop

// Registry is a loop's part of what CPython keeps as _scheduled_tasks and
// _current_tasks: the tasks that are not done, in the order of their creation,
// and the one whose step is running. Tasks are held until they are done or the
// loop is closed.
type Registry struct {
	first, last *Node
	current     any
	size        int
	added       func(n int)
}

// Node is a task's place in the registry. A task embeds one.
type Node struct {
	Task       Registered
	prev, next *Node
}

// Registered is what the registry knows of a task.
type Registered interface {
	// Name is the task's name.
	Name() string
	// WaitingFor says what the task waits for and where, empty when it does not.
	WaitingFor() (what, place string)
	// Abandon reports a task that is pending while its loop is closed.
	Abandon()
}

func (r *Registry) has(n *Node) bool { return n.prev != nil || r.first == n }

// Add registers a task.
func (r *Registry) Add(n *Node) {
	if r.has(n) {
		return
	}
	n.prev, n.next = r.last, nil
	if r.last != nil {
		r.last.next = n
	} else {
		r.first = n
	}
	r.last = n
	r.size++
	if r.added != nil {
		r.added(r.size)
	}
}

// Remove takes a task out.
func (r *Registry) Remove(n *Node) {
	if !r.has(n) {
		return
	}
	if n.prev != nil {
		n.prev.next = n.next
	} else {
		r.first = n.next
	}
	if n.next != nil {
		n.next.prev = n.prev
	} else {
		r.last = n.prev
	}
	n.prev, n.next = nil, nil
	r.size--
}

// Tasks gives the registered tasks in the order of their creation.
func (r *Registry) Tasks() []Registered {
	out := make([]Registered, 0, r.size)
	for n := r.first; n != nil; n = n.next {
		out = append(out, n.Task)
	}
	return out
}

// Current gives the task whose step is running, nil for none.
func (r *Registry) Current() any { return r.current }

// SetCurrent notes it and returns the one before.
func (r *Registry) SetCurrent(task any) (before any) {
	before, r.current = r.current, task
	return before
}
