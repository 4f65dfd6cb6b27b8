package observe

// The interfaces here are what an Event's Label and On may have besides a
// label: facts that a recorder asks for while the event is delivered. None of
// them runs code of the program's, so that recording changes nothing.

// Callee is implemented by handles.
type Callee interface {
	// Callee gives the callback's name as CPython prints it, without
	// arguments, place and address, such as "Task.task_wakeup"; where it is
	// defined, as "file:line", if that is known; and the ID of the task whose
	// step it is, 0 for none.
	Callee() (name, place string, task uint64)
}

// Named is implemented by tasks.
type Named interface{ Name() string }

// Classed is implemented by futures and tasks.
type Classed interface {
	// Kind gives the name of the class, such as "Future" or "Task".
	Kind() string
}

// Failing is implemented by futures and tasks.
type Failing interface {
	// Failure names the class of the exception that is the outcome, empty if
	// there is none.
	Failure() string
}

// Stacked is implemented by tasks.
type Stacked interface {
	// Stack visits the frames of the task's coroutine and of what it awaits,
	// outermost first. A coroutine that is not suspended has its first line.
	Stack(visit func(Frame))
}

// Awaiting is implemented by what waits for tasks: futures, as gather's, and
// operations, as those of wait and of a TaskGroup's end.
type Awaiting interface {
	// Awaits visits the IDs of the tasks that are not done.
	Awaits(visit func(id uint64))
}

// Frame is a coroutine's place.
type Frame struct {
	Function string // qualified name
	File     string // empty if it is not known
	Line     int
	Library  bool // of asyncio's own coroutines
	// Class and ID are those of the object whose method an own coroutine of
	// asyncio's is, such as a Queue's; ID is 0 if there is none.
	Class string
	ID    uint64
	// Awaiting is the operation that an own coroutine of asyncio's awaits, nil if
	// it does not wait for tasks.
	Awaiting Awaiting
}

// Words is a Labeler that is its own label.
type Words string

// Label implements Labeler.
func (w Words) Label() string { return string(w) }
