package vm

import (
	"asyncio/profile"
	"asyncio/script/compile"
	"asyncio/script/object"
)

// Handled gives the exception being handled, as sys.exception().
func (m *Machine) Handled() *object.Exception {
	for f := m.frame; f != nil; f = f.back {
		if f.handled != nil {
			return f.handled
		}
	}
	return nil
}

// WhileHandling calls Go code that runs Python code as if it stood in an except
// clause for e.
func (m *Machine) WhileHandling(e *object.Exception, call func() error) error {
	f := m.frame
	if f == nil {
		return call()
	}
	outer := f.handled
	f.handled = e
	defer func() { f.handled = outer }()
	return call()
}

// addTraceback notes that e passed through f at an instruction. The frame is
// then not used again: its variables can be looked at.
func (m *Machine) addTraceback(e *object.Exception, f *Frame, at int) {
	if f.code.Unseen {
		return
	}
	if p := m.T.Profile(); p.Carets != profile.CaretsInAllRows {
		if i := f.code.Before313(at, p.AssertsWhole); i >= 0 {
			at = len(f.code.Spans) + i
		}
	}
	f.kept = true
	e.Pass(f, at, f.lineAt(at))
}

// setContext makes the exception being handled the context of e.
func (m *Machine) setContext(e *object.Exception) {
	if h := m.Handled(); h != nil {
		e.ChainTo(h)
	}
}

// Chain makes the exception being handled the context of err, as raising an
// exception anew does. Native code calls it for one that was raised before.
func (m *Machine) Chain(err error) {
	if m.Handled() == nil {
		return
	}
	if e := object.AsException(err); e != nil {
		m.setContext(e)
	}
}

// chain is Chain for what is thrown into a generator: only what the generator
// itself is handling counts.
func (m *Machine) chain(g *Generator, err error) {
	e, ok := err.(*object.Exception)
	if ok && g.frame.handled != nil && !m.ThrowForgets {
		e.ChainTo(g.frame.handled)
	}
}

func (m *Machine) excMatch(e, typ object.Value) (bool, error) {
	one := [1]object.Value{typ}
	types := one[:]
	if tup, ok := typ.Ref.(*object.Tuple); ok {
		types = tup.Items
	}
	found := false
	for _, x := range types { // all are looked at before any counts
		c, ok := x.Ref.(*object.Class)
		if !ok || !c.IsSubclass(object.BaseExceptionClass) {
			return false, object.TypeError("catching classes that do not inherit from BaseException is not allowed")
		}
		found = found || object.ClassOf(e).IsSubclass(c)
	}
	return found, nil
}

// raiseValue makes the exception of a raise statement.
func (m *Machine) raiseValue(v object.Value) (*object.Exception, error) {
	switch o := v.Ref.(type) {
	case *object.Exception:
		return o, nil
	case *object.Class:
		if o.IsSubclass(object.BaseExceptionClass) {
			r, err := m.T.Call(v)
			if err != nil {
				return nil, err
			}
			if e, ok := r.Ref.(*object.Exception); ok {
				return e, nil
			}
			return nil, object.TypeError("calling %s should have returned an instance of BaseException, not %s", reprOf(m.T, v), reprOf(m.T, object.Obj(object.ClassOf(r))))
		}
	}
	return nil, object.TypeError("exceptions must derive from BaseException")
}

func (m *Machine) raise(f *Frame, in *compile.Instr) error {
	if in.X == 0 {
		h := m.Handled()
		if h == nil {
			return object.RuntimeError("No active exception to reraise")
		}
		return reraised{h}
	}
	e, err := m.raiseValue(f.r[in.A])
	if err != nil {
		return err
	}
	if in.X == 2 {
		c := f.r[in.B]
		switch {
		case c.IsNone():
			e.Cause = object.Value{}
		default:
			if cls, ok := c.Ref.(*object.Class); ok {
				if !cls.IsSubclass(object.BaseExceptionClass) {
					return object.TypeError("exception causes must derive from BaseException")
				}
			} else if _, ok := c.Ref.(*object.Exception); !ok {
				return object.TypeError("exception causes must derive from BaseException")
			}
			x, err := m.raiseValue(c)
			if err != nil {
				return err
			}
			e.Cause = object.Obj(x)
		}
		e.SuppressCtx = true
	}
	m.setContext(e)
	return e
}

// reraised is an exception that goes on without a new traceback entry here.
type reraised struct{ e *object.Exception }

// Error implements error.
func (r reraised) Error() string { return r.e.Error() }

// TracebackValue gives e.__traceback__.
func TracebackValue(e *object.Exception) object.Value {
	if e.TB == nil {
		return object.None
	}
	return object.Obj(e.TB)
}

// reprOf is repr(v) for messages.
func reprOf(t *object.Thread, v object.Value) string {
	s, err := object.ReprText(t, v)
	if err != nil {
		return "<" + object.ClassOf(v).Name + " object>"
	}
	return s
}
