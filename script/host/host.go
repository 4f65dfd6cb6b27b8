// Package host is what an interpreter offers to its native modules: its
// streams, clocks, process and permissions. There is one Host an interpreter,
// and nothing of it is shared with another.
package host

import (
	"io"
	"slices"
	"time"

	"asyncio/clock"
	"asyncio/loop"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/script/object"
	"asyncio/script/threads"
	"asyncio/script/vm"
)

// Grants say what of the machine a program may touch.
type Grants struct {
	// Files allows open and os's file functions.
	Files bool
	// Environ shows the process's environment variables.
	Environ bool
	// Process allows to signal and end the process, and shows its number.
	Process bool
	// Signals has the operating system's signals reach the program.
	Signals bool
}

// AllGrants allows everything, as the command line does.
func AllGrants() Grants { return Grants{Files: true, Environ: true, Process: true, Signals: true} }

// Host is one interpreter as its native modules see it.
type Host struct {
	In *object.Interp
	// Machine runs the main thread.
	Machine *vm.Machine
	// Process has the loops' state: signal table, threads, profile.
	Process *process.State
	// Virtual is the virtual clock, nil in real time.
	Virtual *clock.Virtual
	// Threads are the interpreter's threads, which share its lock.
	Threads *threads.Group
	Grants  Grants
	// TaskAdded is told how many tasks of a loop are not done, nil for nobody.
	TaskAdded func(n int)
	// Observer is told what the loops do, nil for none.
	Observer observe.Observer

	// Wrote is told how many bytes the program is about to write to Stdout or
	// Stderr, when it is not nil; its error ends the run.
	Wrote func(n int) error

	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Args is sys.argv; Path is sys.path, the program's folder first.
	Args []string
	Path *object.List
	// Sys is the module sys, whatever the program does to sys.modules.
	Sys *object.Module
	// Buffering says when standard output is written.
	Buffering Buffering
	// IgnoreEnvironment has no option taken from the process's environment.
	IgnoreEnvironment bool
	// TestTimeout is how long one test of unittest may take; 0 is no limit.
	TestTimeout time.Duration
	// Warnings and X are the -W and -X options.
	Warnings, X []string

	// Trio is the release of trio that is followed, empty for the newest.
	Trio string
	// Shuffle, if not nil, is the seed of the orders that are left open.
	Shuffle *uint64

	// Exit runs, last first, when the main program is over.
	Exit []func(t *object.Thread)
	// Leave ends the process at once, for os._exit.
	Leave func(status int)
	// Finalizing tells that the main program is over and modules are let go.
	Finalizing bool

	// RunText runs Python text in a module's namespace; file is its name in
	// tracebacks.
	RunText func(t *object.Thread, m *object.Module, file, text string) error
	// Import gives a module by its full name.
	Import func(t *object.Thread, name string) (object.Value, error)

	real  *clock.Real
	parts map[any]any
}

// Part gives what a native module keeps for this interpreter under its key; it
// is made when it is first asked for.
func (h *Host) Part(key any, make func() any) any {
	if p, ok := h.parts[key]; ok {
		return p
	}
	if h.parts == nil {
		h.parts = map[any]any{}
	}
	p := make()
	h.parts[key] = p
	return p
}

// Dev reports whether development mode is on.
func (h *Host) Dev() bool { return slices.Contains(h.X, "dev") }

// Buffering says when what a program prints is written.
type Buffering int

const (
	// AsPython writes to a terminal by line and to other files by block; what
	// is no file gets everything at once.
	AsPython Buffering = iota
	// Unbuffered writes at once, as python -u.
	Unbuffered
	// Blocks writes by block, whatever the output is.
	Blocks
)

// Of gives the host of the interpreter that runs the thread.
func Of(t *object.Thread) *Host {
	h, _ := t.In.Host.(*Host)
	return h
}

// Maker makes a native module for one interpreter. It runs once, at the first
// import.
type Maker func(h *Host) (*object.Module, error)

// Start has the real clock run from now, in steps of a number of seconds, 0 for
// the finest.
func (h *Host) Start(resolution float64) { h.real = clock.NewReal(resolution) }

// Resolution is the step of the monotonic clock in seconds.
func (h *Host) Resolution() float64 { return h.real.Resolution() }

// Monotonic gives time.monotonic() in seconds: the machine's, or in virtual
// time what the loops run on.
func (h *Host) Monotonic() float64 {
	if h.Virtual != nil {
		return h.Threads.Now()
	}
	return h.real.Now()
}

// Unix gives time.time() in seconds.
func (h *Host) Unix() float64 {
	if h.Virtual != nil {
		return h.Threads.Now()
	}
	return float64(time.Now().UnixNano()) / 1e9
}

// Thread gives the thread whose code runs: the one that has the interpreter
// lock. Callbacks from the core run Python code on it.
func (h *Host) Thread() *object.Thread { return h.Threads.Current().T }

// LoopConfig is what the interpreter's loops are made of: its process, its
// clock, and a select that lets other threads run.
func (h *Host) LoopConfig() loop.Config {
	var now clock.Clock = h.real
	if h.Virtual != nil {
		now = h.Threads.Clock()
	}
	return loop.Config{State: h.Process, Clock: now, Blocking: h.Threads.Blocking, Observer: h.Observer, Check: h.Threads.Check, TaskAdded: h.TaskAdded}
}

// Sleep is time.sleep. Other threads run meanwhile, and a signal whose handler
// raises ends it.
func (h *Host) Sleep(_ *object.Thread, seconds float64) error { return h.Threads.Sleep(seconds) }

// Blocking runs fn, which waits for something outside, with the interpreter
// lock given up. fn must not touch Python values.
func (h *Host) Blocking(_ *object.Thread, fn func()) { h.Threads.Blocking(fn, nil) }
