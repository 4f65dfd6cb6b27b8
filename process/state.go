// Package process holds what CPython keeps per process and per thread: the
// version profile, task numbers, the signal table, the logger, which thread
// runs which loop and in which context. It is one explicit value, a State, so
// that several interpreters live side by side in one Go program; plain Go
// callers share Default, which is the only package-level state of the project.
package process

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/petermattis/goid"

	"asyncio/contextvars"
	"asyncio/profile"
	"asyncio/signalsafe"
)

// State is one process as Python sees it. Its methods may be called from any
// goroutine; its exported fields are set before the first loop is made.
type State struct {
	// Profile is the CPython version that is emulated.
	Profile *profile.Profile
	// Signals is the table of signal handlers.
	Signals *signalsafe.Table
	// Logger receives what CPython logs.
	Logger Logger
	// Orders decides where CPython's order is by address.
	Orders Orders
	// Repr prints values in reports and reprs; nil stands for Repr.
	Repr func(any) string
	// ReprShort prints values with long parts left out, as results are printed;
	// nil stands for a cut of Repr.
	ReprShort func(any) string
	// Origin gives where the program is, for debug mode, and up to depth calls
	// that led there; nil stands for the nearest caller outside this project.
	Origin func(depth int) Origin
	// LibraryPlace gives where in its library a layer above shows a callback of
	// this project to be defined, " at FILE:LINE"; nil for nowhere.
	LibraryPlace func(name string) string
	// Traceback prints an exception that nobody caught; nil stands for
	// exceptions.Traceback.
	Traceback func(error) string

	door  *signalsafe.Door
	tasks atomic.Uint64
	ids   atomic.Uint64
	loops atomic.Uint64

	mu      sync.Mutex
	threads map[int64]func() *Thread // goroutines known to belong to a thread
	seat    *Thread                  // who is the main thread
	seated  int                      // how often the seat is held
	fixed   bool                     // the seat was given by SetMain
}

// Default is the State that plain Go callers share. It owns the process's one
// door to the operating system's signals.
var Default = newState(signalsafe.NewDoor())

// New makes an independent State that takes turns with the others at the
// operating system's signals: the first that claims them has them until it
// lets go.
func New() *State { return newState(Default.door) }

// NewSimulated makes a State that never touches the operating system's
// signals: it only knows those that are raised or delivered to it in Go.
func NewSimulated() *State { return newState(nil) }

func newState(door *signalsafe.Door) *State {
	return &State{
		Profile: profile.Latest(),
		Signals: signalsafe.NewTable(door),
		Logger:  StderrLogger{},
		door:    door,
		threads: map[int64]func() *Thread{},
	}
}

// NextTaskName gives the name of the next task made without one: Task-1,
// Task-2, ... for the State's whole life.
func (s *State) NextTaskName() string { return fmt.Sprintf("Task-%d", s.tasks.Add(1)) }

// NextTaskNumber takes the next number for a task's name.
func (s *State) NextTaskNumber() uint64 { return s.tasks.Add(1) }

// NextLoop gives the number of a loop that is made now.
func (s *State) NextLoop() uint64 { return s.loops.Add(1) }

// NextID gives the next number for an object that an observer is told of.
func (s *State) NextID() uint64 { return s.ids.Add(1) }

// ReprOf prints a value as the State's language would.
func (s *State) ReprOf(v any) string {
	if s.Repr != nil {
		return s.Repr(v)
	}
	return Repr(v)
}

// ReprShortOf prints a value with long parts left out.
func (s *State) ReprShortOf(v any) string {
	if s.ReprShort != nil {
		return s.ReprShort(v)
	}
	return shorten(s.ReprOf(v))
}

// CurrentThread gives the thread that the calling goroutine belongs to: the
// one whose loop it runs or is a coroutine of, else a new one of its own.
func (s *State) CurrentThread() *Thread {
	id := goid.Get()
	s.mu.Lock()
	of := s.threads[id]
	s.mu.Unlock()
	if of != nil {
		if t := of(); t != nil {
			return t
		}
	}
	return newThread(s, id)
}

// CurrentVars gives the context variables of the calling goroutine's thread;
// none on a goroutine that belongs to no thread yet.
func (s *State) CurrentVars() contextvars.Vars {
	s.mu.Lock()
	of := s.threads[goid.Get()]
	s.mu.Unlock()
	if of == nil {
		return nil
	}
	if t := of(); t != nil {
		return t.Context().Vars()
	}
	return nil
}

// Adopt makes a goroutine belong, until Forget, to the thread that of gives.
// of is called on that goroutine.
func (s *State) Adopt(goroutine int64, of func() *Thread) {
	s.mu.Lock()
	s.threads[goroutine] = of
	s.mu.Unlock()
}

// Forget ends what Adopt began.
func (s *State) Forget(goroutine int64) {
	s.mu.Lock()
	delete(s.threads, goroutine)
	s.mu.Unlock()
}
