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
	f.r[in.A], f.r[in.A+1] = b, mgr
	if p, ok := en.Ref.(*Function); ok && in.X == 1 {
		f.r[in.A+1], err = m.callAwaited(p, mgr)
		return err
	}
	if p, ok := en.Ref.(*object.Builtin); ok && p.Method {
		f.r[in.A+1], err = p.CallObject(m.T, f.r[in.A+1:in.A+2], nil)
		return err
	}
	e, err := object.Bind(m.T, en, mgr, cls)
	if err != nil {
		return err
	}
	f.r[in.A+1], err = m.T.Call(e)
	return err
}

// callAwaited calls a method whose result is awaited at once: a coroutine need
// not be watched for being dropped before that.
func (m *Machine) callAwaited(fn *Function, self object.Value, args ...object.Value) (object.Value, error) {
	f, err := m.prepareWith(fn, self, args)
	if err != nil {
		return object.Value{}, err
	}
	if f.gen != nil {
		return object.Obj(f.gen), nil
	}
	return m.enter(f)
}

func (m *Machine) withExit(f *Frame, in *compile.Instr) (object.Value, error) {
	typ, val, tb := object.None, object.None, object.None
	if in.C >= 0 {
		e := f.r[in.C].Ref.(*object.Exception)
		typ, val, tb = object.Obj(e.Class()), object.Obj(e), TracebackValue(e)
	}
	if b, ok := f.r[in.B].Ref.(*object.BoundMethod); ok && in.X == 1 {
		if p, ok := b.Fn.Ref.(*Function); ok {
			return m.callAwaited(p, b.Self, typ, val, tb)
		}
	}
	return m.T.Call(f.r[in.B], typ, val, tb)
}

// typeName is the name that messages of the interpreter's core call a type:
// those written in Go tell their module.
func typeName(c *object.Class) string {
	if c.Builtin() {
		return c.FullName()
	}
	return c.Name
}
