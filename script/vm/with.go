package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// withEnter executes WithEnter.
func (m *Machine) withEnter(f *Frame, in *compile.Instr) error {
	mgr := f.r[in.B]
	enter, exit, what := "__enter__", "__exit__", "context manager"
	if in.X == 1 {
		enter, exit, what = "__aenter__", "__aexit__", "asynchronous context manager"
	}
	cls := object.ClassOf(mgr)
	en, ok := cls.Lookup(enter)
	if !ok {
		return object.TypeError("'%s' object does not support the %s protocol", typeName(cls), what)
	}
	ex, ok := cls.Lookup(exit)
	if !ok {
		return object.TypeError("'%s' object does not support the %s protocol (missed %s method)", typeName(cls), what, exit)
	}
	b, err := object.Bind(m.T, ex, mgr, cls)
	if err != nil {
		return err
	}
	f.r[in.A] = b
	e, err := object.Bind(m.T, en, mgr, cls)
	if err != nil {
		return err
	}
	f.r[in.A+1], err = m.T.Call(e)
	return err
}

func (m *Machine) withExit(f *Frame, in *compile.Instr) (object.Value, error) {
	if in.C < 0 {
		return m.T.Call(f.r[in.B], object.None, object.None, object.None)
	}
	e := f.r[in.C].Ref.(*object.Exception)
	return m.T.Call(f.r[in.B], object.Obj(e.Class()), object.Obj(e), TracebackValue(e))
}

// typeName is the name that messages of the interpreter's core call a type:
// those written in Go tell their module.
func typeName(c *object.Class) string {
	if c.Builtin() {
		return c.FullName()
	}
	return c.Name
}
