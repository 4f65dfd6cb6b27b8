// Package host is what an interpreter offers to its native modules: its
// streams, clocks, process and permissions. There is one Host an interpreter,
// and nothing of it is shared with another.
package host

import (
	"io"
	"math"
	"time"

	"asyncio/clock"
	"asyncio/process"
	"asyncio/script/object"
	"asyncio/script/vm"
	"asyncio/signalsafe"
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
	Grants  Grants

	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Args is sys.argv; Path is sys.path, the program's folder first.
	Args []string
	Path *object.List

	// RunText runs Python text in a module's namespace; file is its name in
	// tracebacks.
	RunText func(t *object.Thread, m *object.Module, file, text string) error
	// Import gives a module by its full name.
	Import func(t *object.Thread, name string) (object.Value, error)

	// Signals come from outside in virtual time.
	Signals []SignalAt

	begun time.Time
	parts map[any]any
}

// SignalAt is a signal that comes from outside at a moment of virtual time.
type SignalAt struct {
	Signal signalsafe.Signal
	After  time.Duration
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

// Maker makes a native module for one interpreter. It runs once, at the first
// import.
type Maker func(h *Host) (*object.Module, error)

// Start has the real clocks run from now.
func (h *Host) Start() { h.begun = time.Now() }

// Monotonic gives time.monotonic() in seconds: the machine's, or in virtual
// time what the loops run on.
func (h *Host) Monotonic() float64 {
	if h.Virtual != nil {
		return h.Virtual.Now()
	}
	return time.Since(h.begun).Seconds()
}

// Unix gives time.time() in seconds.
func (h *Host) Unix() float64 {
	if h.Virtual != nil {
		return h.Virtual.Now()
	}
	return float64(time.Now().UnixNano()) / 1e9
}

// Sleep is time.sleep. In virtual time scripted events happen in it, and a
// signal whose handler raises ends it.
func (h *Host) Sleep(t *object.Thread, seconds float64) error {
	if h.Virtual == nil {
		time.Sleep(time.Duration(math.Min(seconds, math.MaxInt64/1e9) * 1e9))
		return nil
	}
	until := h.Virtual.Peek() + seconds
	for {
		when, ok := h.Virtual.NextEvent()
		if !ok || when > until {
			h.Virtual.Jump(until - h.Virtual.Peek())
			return nil
		}
		h.Virtual.TakeEvent()()
		if h.Machine.Poll != nil {
			if err := h.Machine.Poll(t); err != nil {
				return err
			}
		}
	}
}

// Blocking runs fn, which waits for something outside, with the interpreter
// lock given up. fn must not touch Python values.
func (h *Host) Blocking(_ *object.Thread, fn func()) { fn() }
