package object

import "asyncio/script/blame"

// Traceback is one level of a traceback, the outermost first.
type Traceback struct {
	Next  *Traceback
	Frame Frame
	// At is the instruction of the frame's code that was left, below 0 for none.
	At   int
	Line int
}

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
