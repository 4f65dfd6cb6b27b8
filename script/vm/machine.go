package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// Machine is what one thread of an interpreter runs on.
type Machine struct {
	T     *object.Thread
	frame *Frame
	// entries counts down the calls from Go until the next look at the outside:
	// many short ones would never come to it by their instructions.
	entries int
	// unused is how many of the instructions it may run without a look at the
	// outside the loop that ended last has left.
	unused int
	// Thread is the layer above's own state of the thread.
	Thread any
	life   *object.Life
	// hidden and pins stand for what Go code that called Python code may
	// hold: any candidate up to that number, and what it gave as arguments.
	hidden      uint64
	keeps       bool // the next Python code is called by Go code that holds its operands
	pins        []object.Value
	through     bool // the next call from Go holds nothing that cannot be found
	lost        []object.Value
	ended       *Frame
	size        int   // of what a method written in Go was called on
	fatal       error // ended the program while something was finalized
	hooks       threadGenHooks
	originDepth int
	// Shared is the interpreter's part.
	*Shared
}

// Shared is the part of the machine that all threads of an interpreter use.
type Shared struct {
	// Import is called for import statements.
	Import func(t *object.Thread, name string, globals *object.Dict, from object.Value, level int) (object.Value, error)
	// Poll is called every so often, and soon after Interrupt was set.
	Poll func(t *object.Thread) error
	// LoopGenHooks gives the event loop that runs on a thread, nil if none does,
	// and its hooks for asynchronous generators.
	LoopGenHooks func(t *object.Thread) (within any, first, drop object.Value)
	// Steps counts the instructions left; below 0 there is no limit.
	Steps int64
	// MaxSteps is what Steps began with.
	MaxSteps int64
	states   map[*compile.Code]*state
	// Unraisable reports an error that there is nobody to raise it in.
	Unraisable func(t *object.Thread, err error, where object.Value)
	// NeverAwaited warns of a coroutine that is dropped before it started.
	NeverAwaited func(t *object.Thread, g *Generator) error
	// ClassPlaces tells that classes have __firstlineno__ and
	// __static_attributes__.
	ClassPlaces bool
	// ThrowForgets tells that an exception thrown into a generator takes no
	// context from what that handles, as before 3.9.
	ThrowForgets bool
	// CallersForgotten tells that the frame of a generator that is over has no
	// f_back, as before 3.12.
	CallersForgotten bool
	// StepsWarn tells that an asynchronous generator's asend() and the like that
	// nobody awaits are reported, as from 3.13 on, by StepNeverAwaited, that
	// closing one raises GeneratorExit in the generator, and that throwing
	// something into one begins it.
	StepsWarn        bool
	StepNeverAwaited func(t *object.Thread, g *Generator, method string) error
	// Collecting has what makes objects candidates that only a collection ends.
	// What it gives makes those that were not collected plain objects again.
	Collecting []func() (done func())
	machines   []*Machine
	roots      []any
}

// NewMachine makes the machine of an interpreter's first thread.
func NewMachine(in *object.Interp) *Machine {
	m := newMachine(in, &Shared{Steps: -1, states: map[*compile.Code]*state{}})
	in.Life.Connect(world{m.Shared, in})
	in.Warn = Warn
	return m
}

func newMachine(in *object.Interp, s *Shared) *Machine {
	m := &Machine{T: &object.Thread{In: in}, life: &in.Life, Shared: s}
	m.T.VM = m
	m.machines = append(m.machines, m)
	m.T.Tick = func() error { _, err := m.refill(); return err }
	m.T.OwnSuper = m.ownSuper
	return m
}

// Fork makes the machine of a further thread of the interpreter.
func (m *Machine) Fork() *Machine { return newMachine(m.T.In, m.Shared) }

// Of gives a thread's machine.
func Of(t *object.Thread) *Machine { return t.VM.(*Machine) }

func (m *Machine) stateOf(c *compile.Code) *state {
	s := m.states[c]
	if s == nil {
		s = newState(m.Shared, c)
		m.states[c] = s
	}
	return s
}

// Current gives the innermost frame, nil outside of Python code.
func (m *Machine) Current() *Frame { return m.frame }
