package vm

import (
	"fmt"

	"asyncio/script/compile"
	"asyncio/script/object"
)

// withEnter executes WithEnter.
func (m *Machine) withEnter(f *Frame, in *compile.Instr) error {
	mgr := f.r[in.B]
	enter, exit, what, hint := "__enter__", "__exit__", "context manager", "asynchronous context manager"
	if in.X == 1 {
		enter, exit, what, hint = "__aenter__", "__aexit__", hint, what
	}
	cls := object.ClassOf(mgr)
	en, ok := cls.Lookup(enter)
	if !ok {
		text := fmt.Sprintf("'%s' object does not support the %s protocol", cls.FullName(), what)
		other := "__aenter__"
		if in.X == 1 {
			other = "__enter__"
		}
		if _, has := cls.Lookup(other); has {
			word := "async with"
			if in.X == 1 {
				word = "with"
			}
			_ = hint
			text += fmt.Sprintf(". Did you mean to use '%s'?", word)
		}
		return object.TypeError("%s", text)
	}
	ex, ok := cls.Lookup(exit)
	if !ok {
		return object.TypeError("'%s' object does not support the %s protocol (missed %s method)", cls.FullName(), what, exit)
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
