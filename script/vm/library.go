package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
	"asyncio/script/syntax"
)

// Library is a function that is Go here and Python in CPython. While it runs it
// has a frame, so that stacks and tracebacks show it.
type Library struct {
	st      *state
	globals *object.Dict
	text    string
}

// LibraryCode gives the code of a function that is not written in Python.
func LibraryCode(file, name string) *compile.Code {
	return &compile.Code{File: file, Name: name, FirstLine: 1, Ins: []compile.Instr{{Op: compile.Nop}}, Spans: []syntax.Span{{Line: 1}}}
}

// Library makes such a function of the module that globals are of. text is the
// line that stacks show of it.
func (s *Shared) Library(c *compile.Code, globals *object.Dict, text string) *Library {
	return &Library{st: newState(s, c), globals: globals, text: text}
}

// Enter puts a frame of the function on the stack. locals are its variables, a
// dict or no value.
func (l *Library) Enter(m *Machine, locals object.Value) {
	f := m.newFrame(l.st)
	f.ip, f.back, f.globals, f.ns, f.library = 1, m.frame, l.globals, locals, l
	m.frame = f
}

// Pass notes that err leaves the function, whose frame is the innermost one,
// and gives it as the exception it is to Python.
func (l *Library) Pass(m *Machine, err error) error {
	if err == nil {
		return nil
	}
	e := object.AsException(err)
	if e == nil || m.frame == nil || m.frame.library != l {
		return err
	}
	if e.TB == nil && e.Context == nil {
		m.setContext(e)
	}
	m.addTraceback(e, m.frame, 0)
	return e
}

// PassOn is Pass for an exception that the function did not raise.
func (l *Library) PassOn(m *Machine, e *object.Exception) error {
	if m.frame != nil && m.frame.library == l {
		m.addTraceback(e, m.frame, 0)
	}
	return e
}

// Pass notes that e leaves the innermost frame.
func (m *Machine) Pass(e *object.Exception) {
	if m.frame != nil {
		m.addTraceback(e, m.frame, m.frame.ip-1)
	}
}

// Leave takes the frame off the stack. Frames above it are those of code that
// ended by a Go panic.
func (l *Library) Leave(m *Machine) {
	for f := m.frame; f != nil; f = f.back {
		if f.library == l {
			m.frame = f.back
			m.release(f)
			return
		}
	}
}

// Row is a call on the stack.
type Row struct {
	File, Name string
	Line       int
	// Text is the line of a function that is in no file here.
	Text string
}

// Rows gives the calls under way, the innermost first, at most n; 0 is for all.
func (m *Machine) Rows(n int) []Row {
	var out []Row
	for f := m.frame; f != nil && (n == 0 || len(out) < n); f = f.back {
		r := Row{File: f.code.File, Name: f.code.Name, Line: f.Line()}
		if f.library != nil {
			r.Text = f.library.text
		}
		out = append(out, r)
	}
	return out
}
