package vm

import (
	"strconv"

	"asyncio/script/blame"
	"asyncio/script/object"
)

// Class implements object.Object.
func (*Frame) Class() *object.Class { return object.FrameClass }

// Repr implements object.Reprer.
func (f *Frame) Repr(t *object.Thread) (string, error) {
	name, err := object.ReprText(t, object.String(f.code.File))
	return "<frame at " + t.Address(object.Obj(f)) + ", file " + name + ", line " + strconv.Itoa(f.Line()) + ", code " + f.code.Name + ">", err
}

// Place implements object.Frame.
func (f *Frame) Place(at int) object.Place {
	p := object.Place{File: f.code.File, Name: f.code.Name}
	if src := f.code.Source; src != nil && !src.Unlisted {
		p.Source = src.Line
	}
	if f.library != nil && f.library.text != "" {
		p.Source = func(int) string { return f.library.text }
	}
	if i := at - len(f.code.Spans); i >= 0 && i < len(f.code.Uses) {
		s := f.code.Uses[i].Span
		p.Range = blame.Range{Line: int(s.Line), EndLine: int(s.EndLine), Col: int(s.Col), EndCol: int(s.EndCol)}
		return p
	}
	if at < 0 || at >= len(f.code.Spans) {
		n := f.code.FirstLine
		p.Range = blame.Range{Line: n, EndLine: n, Col: -1, EndCol: -1}
		return p
	}
	s := f.code.Spans[at]
	p.Range = blame.Range{Line: int(s.Line), EndLine: int(s.EndLine), Col: int(s.Col), EndCol: int(s.EndCol)}
	if s.EndLine == 0 {
		p.Range = blame.Range{Line: p.Line, EndLine: p.Line, Col: -1, EndCol: -1}
	}
	return p
}

// slotOf gives the place of a variable.
func (f *Frame) slotOf(name string) (v *object.Value, known bool) {
	for i, n := range f.code.Vars {
		if n == name {
			if c, ok := f.r[i].Ref.(*object.Cell); ok {
				return &c.V, true
			}
			return &f.r[i], true
		}
	}
	for i, n := range f.code.Free {
		if n == name && i < len(f.cells) {
			return &f.cells[i].V, true
		}
	}
	return nil, false
}

// Local implements object.Frame.
func (f *Frame) Local(name string) object.Value {
	if d, ok := f.ns.Ref.(*object.Dict); ok {
		return d.GetStr(name)
	}
	if v, ok := f.slotOf(name); ok {
		return *v
	}
	return object.Value{}
}

// variables are the names of a function's bound variables, as locals() has
// them.
func (f *Frame) variables() []string {
	var out []string
	for i, n := range f.code.Vars {
		v := f.r[i]
		if c, ok := v.Ref.(*object.Cell); ok {
			v = c.V
		}
		if v.Valid() {
			out = append(out, n)
		}
	}
	for i, n := range f.code.Free {
		if i < len(f.cells) && f.cells[i].V.Valid() {
			out = append(out, n)
		}
	}
	return out
}

// Names implements object.Frame.
func (f *Frame) Names() []string {
	names := f.variables()
	add := func(d *object.Dict) {
		for _, k := range d.Keys() {
			if s, ok := object.StrOf(k); ok {
				names = append(names, s)
			}
		}
	}
	if d, ok := f.ns.Ref.(*object.Dict); ok {
		add(d)
	}
	add(f.globals)
	add(f.builtins())
	return names
}

// builtins is the namespace that names are looked up in last.
func (f *Frame) builtins() *object.Dict {
	switch b := f.globals.GetStr("__builtins__").Ref.(type) {
	case *object.Module:
		return b.Dict
	case *object.Dict:
		return b
	}
	return object.NewDict()
}

// Keep gives the frame as an object that Python code may hold for as long as
// it likes.
func (f *Frame) Keep() object.Value {
	f.kept = true
	return object.Obj(f)
}

// running reports whether the frame is on the thread's stack.
func (f *Frame) running(m *Machine) bool {
	for x := m.frame; x != nil; x = x.back {
		if x == f {
			return true
		}
	}
	return false
}

// clear forgets the variables, as frame.clear().
func (f *Frame) clear(m *Machine) error {
	switch {
	case f.running(m):
		return object.RuntimeError("cannot clear an executing frame")
	case f.gen != nil && f.gen.frame == f && f.gen.started:
		return object.RuntimeError("cannot clear a suspended frame")
	case f.gen != nil && f.gen.frame == f:
		m.discard(f.gen)
	}
	for i := range f.r {
		f.r[i] = object.Value{}
	}
	f.cells = nil
	m.life.Emptied()
	return nil
}

// The attributes of frames and tracebacks.
func init() {
	object.FrameClass.Later(fillFrame)
	object.TracebackClass.Later(fillTraceback)
}

func fillFrame(c *object.Class) {
	type value = object.Value
	get := func(name string, fn func(t *object.Thread, f *Frame) value) {
		c.DefGet(name, func(t *object.Thread, v value) (value, error) { return fn(t, v.Ref.(*Frame)), nil }, nil)
	}
	get("f_code", func(_ *object.Thread, f *Frame) value { return f.st.codeObject() })
	get("f_globals", func(_ *object.Thread, f *Frame) value { return object.Obj(f.globals) })
	get("f_builtins", func(_ *object.Thread, f *Frame) value { return object.Obj(f.builtins()) })
	get("f_lasti", func(_ *object.Thread, f *Frame) value { return object.Int(int64(f.ip-1) * 2) })
	get("f_locals", func(_ *object.Thread, f *Frame) value {
		if f.ns.Valid() {
			return f.ns
		}
		f.kept = true
		return object.Obj(&frameLocals{f: f})
	})
	get("f_back", func(_ *object.Thread, f *Frame) value {
		if f.back == nil {
			return object.None
		}
		return f.back.Keep()
	})
	get("f_generator", func(_ *object.Thread, f *Frame) value {
		if f.gen == nil {
			return object.None
		}
		return object.Obj(f.gen)
	})
	constant := func(name string, v value) {
		c.DefGet(name, func(*object.Thread, value) (value, error) { return v, nil },
			func(*object.Thread, value, value) error { return nil })
	}
	constant("f_trace", object.None)
	constant("f_trace_lines", object.Bool(true))
	constant("f_trace_opcodes", object.Bool(false))
	c.DefGet("f_lineno", func(_ *object.Thread, v value) (value, error) {
		return object.Int(int64(v.Ref.(*Frame).Line())), nil
	}, func(*object.Thread, value, value) error {
		return object.ValueError("f_lineno can only be set in a trace function")
	})
	c.Def("clear", 1, 1, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		return object.None, a[0].Ref.(*Frame).clear(Of(t))
	})
}

func fillTraceback(c *object.Class) {
	type value = object.Value
	c.DefGet("tb_frame", func(_ *object.Thread, v value) (value, error) {
		return object.Obj(v.Ref.(*object.Traceback).Frame), nil
	}, nil)
	c.DefGet("tb_lasti", func(_ *object.Thread, v value) (value, error) {
		return object.Int(int64(v.Ref.(*object.Traceback).At) * 2), nil
	}, nil)
	c.Construct = newTraceback
}

func newTraceback(_ *object.Thread, _ *object.Class, args []object.Value, kw []object.Kw) (object.Value, error) {
	a, err := object.Args("TracebackType", args, kw, 4, "tb_next", "tb_frame", "tb_lasti", "tb_lineno")
	if err != nil {
		return object.Value{}, err
	}
	next, isNext := a[0].Ref.(*object.Traceback)
	if !isNext && !a[0].IsNone() {
		return object.Value{}, object.TypeError("expected traceback object or None, got '%s'", object.ClassOf(a[0]).Name)
	}
	f, ok := a[1].Ref.(*Frame)
	if !ok {
		return object.Value{}, object.TypeError("TracebackType() argument 'tb_frame' must be frame, not %s", object.ClassOf(a[1]).Name)
	}
	at, ok := object.IntOf(a[2])
	line, ok2 := object.IntOf(a[3])
	if !ok || !ok2 {
		return object.Value{}, object.TypeError("an integer is required")
	}
	return object.Obj(&object.Traceback{Next: next, Frame: f, At: int(at) / 2, Line: int(line)}), nil
}
