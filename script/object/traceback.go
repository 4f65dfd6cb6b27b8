package object

import "asyncio/script/blame"

// Traceback is one level of a traceback, the outermost first.
type Traceback struct {
	Next  *Traceback
	Frame Frame
	// At is the instruction of the frame's code that was left, below 0 for none.
	At   int
	Line int
	// within are the arguments of the functions that the frame called and CPython
	// has in Python: their frames would be levels of the traceback too.
	within []Value
}

// Pass notes that the exception passed through a frame, at an instruction and line.
func (e *Exception) Pass(f Frame, at, line int) {
	e.TB = &Traceback{Next: e.TB, Frame: f, At: at, Line: line, within: e.within}
	e.within = nil
}

// Holds notes that what is between this row and the next one out has v.
func (tb *Traceback) Holds(v Value) { tb.within = append(tb.within, v) }

// Forget lets go of the arguments that the level holds, as its frame's clear()
// would.
func (tb *Traceback) Forget() { tb.within = nil }

// Frame is a frame of the machine, as a traceback and the messages about wrong
// names see it.
type Frame interface {
	Object
	// Place tells where an instruction of the frame's code stands.
	Place(at int) Place
	// Local gives a variable of the frame, no value when there is none.
	Local(name string) Value
	// Names are the variables, globals and builtins that the frame sees.
	Names() []string
}

// Place is a place in a program's text.
type Place struct {
	File, Name string
	blame.Range
	// Source gives the text of a line.
	Source func(line int) string
}

// Class implements Object.
func (*Traceback) Class() *Class { return TracebackClass }

// Traverse implements Traverser.
func (tb *Traceback) Traverse(visit func(Value)) {
	visit(Obj(tb.Frame))
	for _, v := range tb.within {
		visit(v)
	}
	if tb.Next != nil {
		visit(Obj(tb.Next))
	}
}

// Place tells where the level stands.
func (tb *Traceback) Place() Place {
	p := tb.Frame.Place(tb.At)
	if p.Line != tb.Line {
		p.Range = blame.Range{Line: tb.Line, EndLine: tb.Line, Col: -1, EndCol: -1}
	}
	return p
}

// last gives the innermost level.
func (tb *Traceback) last() *Traceback {
	for tb != nil && tb.Next != nil {
		tb = tb.Next
	}
	return tb
}
