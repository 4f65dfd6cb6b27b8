package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// passed is an exception that came out of a called frame.
type passed struct{ e *object.Exception }

// Error implements error.
func (p passed) Error() string { return p.e.Error() }

// caughtAs turns an error raised in f into an exception with f in its
// traceback, or gives it back when it ends the program.
func (m *Machine) caughtAs(f *Frame, err error) (*object.Exception, error) {
	switch e := err.(type) {
	case reraised:
		return e.e, nil
	case passed:
		m.addTraceback(e.e, f, f.ip-1)
		return e.e, nil
	}
	exc := object.AsException(err)
	if exc == nil {
		return nil, err
	}
	at := f.ip - 1
	passing := exc.Passing
	exc.Passing = false
	if exc.TB == nil {
		if exc.Context == nil && !passing {
			m.setContext(exc)
		}
		if exc.Class() == object.UnboundLocalErrorClass {
			at = f.useOf(at, exc)
		}
	}
	m.addTraceback(exc, f, at)
	return exc, nil
}

// useOf gives the place of the variable that was found unbound by an
// instruction, as addTraceback wants it.
func (f *Frame) useOf(at int, e *object.Exception) int {
	name, _ := object.StrOf(e.Extra(unboundName))
	if op := f.code.Ins[at].Op; op == compile.LoadL || op == compile.LoadC || op == compile.DelL || op == compile.DelC {
		return at
	}
	if i := f.code.UseOf(at, name); i >= 0 {
		return len(f.code.Spans) + i
	}
	return at
}

// abandon leaves all frames up to the entry, running nothing of theirs.
func (m *Machine) abandon(f *Frame, err error) error {
	for {
		if f.gen != nil {
			f.gen.running = false
			f.gen.frame = nil
		}
		back, entry := f.back, f.entry
		m.frame = back
		if entry {
			return err
		}
		m.T.Depth--
		f = back
	}
}

// noStop replaces a StopIteration that leaves a generator. The generator's frame
// is in the traceback of that, not of what replaces it.
func (m *Machine) noStop(g *Generator, e *object.Exception) *object.Exception {
	what := ""
	switch {
	case e.Class().IsSubclass(object.StopIterationClass):
		what = "StopIteration"
	case g.cls == object.AsyncGenClass && e.Class().IsSubclass(object.StopAsyncIterationClass):
		what = "StopAsyncIteration"
	default:
		return e
	}
	n := object.RuntimeError("%s raised %s", g.what(), what)
	n.Cause, n.Context, n.SuppressCtx = object.Obj(e), e, true
	return n
}

// handler finds what handles an exception at the frame's instruction.
func (f *Frame) handler() *compile.Handler {
	at := int32(f.ip - 1)
	for i := range f.code.Handlers {
		if h := &f.code.Handlers[i]; at >= h.Start && at < h.End {
			return h
		}
	}
	return nil
}
