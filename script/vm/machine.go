package vm

import (
	"fmt"

	"asyncio/script/compile"
	"asyncio/script/object"
)

// Frame is one activation of code.
type Frame struct {
	st      *state
	code    *compile.Code
	r       []object.Value
	ip      int
	back    *Frame
	globals *object.Dict
	ns      object.Value // namespace of a class body or of exec's code
	cells   []*object.Cell
	ret     int32
	entry   bool
	kept    bool // somebody holds the frame: it is not used again
	handled *object.Exception
	gen     *Generator
	inst    object.Value // what an __init__ was called for
}

// Machine is what one thread of an interpreter runs on.
type Machine struct {
	T     *object.Thread
	frame *Frame
	// Shared is the interpreter's part.
	*Shared
}

// Shared is the part of the machine that all threads of an interpreter use.
type Shared struct {
	// Import is called for import statements.
	Import func(t *object.Thread, name string, globals *object.Dict, from object.Value, level int) (object.Value, error)
	// Poll is called every so often, and soon after Interrupt was set.
	Poll func(t *object.Thread) error
	// AsyncGenHooks is called when an asynchronous generator is first iterated.
	AsyncGenHooks func(t *object.Thread, g *Generator) error
	// Steps counts the instructions left; below 0 there is no limit.
	Steps  int64
	states map[*compile.Code]*state
}

// NewMachine makes the machine of an interpreter's first thread.
func NewMachine(in *object.Interp) *Machine {
	m := &Machine{T: &object.Thread{In: in}, Shared: &Shared{Steps: -1, states: map[*compile.Code]*state{}}}
	m.T.VM = m
	m.T.Tick = func() error { _, err := m.refill(); return err }
	return m
}

// Of gives a thread's machine.
func Of(t *object.Thread) *Machine { return t.VM.(*Machine) }

// StepLimit is the error of a program that ran for more steps than allowed.
type StepLimit struct{}

// Error implements error.
func (*StepLimit) Error() string { return "step limit reached" }

// Fatal implements object.Fatal.
func (*StepLimit) Fatal() {}

func (m *Machine) stateOf(c *compile.Code) *state {
	s := m.states[c]
	if s == nil {
		s = newState(c)
		m.states[c] = s
	}
	return s
}

// newFrame takes a frame from the code's pool.
func (m *Machine) newFrame(st *state) *Frame {
	f := st.pool
	if f != nil {
		st.pool = f.back
		f.ip = 0
		return f
	}
	return &Frame{st: st, code: st.code, r: make([]object.Value, st.code.NReg)}
}

// release gives a frame back to the pool, emptied.
func (m *Machine) release(f *Frame) {
	if f.kept {
		return
	}
	r := f.r[:len(f.code.Vars)] // temporaries are written before they are read
	for i := range r {
		r[i] = object.Value{}
	}
	f.handled, f.gen, f.entry = nil, nil, false
	if f.ns.Ref != nil {
		f.ns = object.Value{}
	}
	if f.inst.Ref != nil {
		f.inst = object.Value{}
	}
	if f.cells != nil {
		f.cells = nil
	}
	f.back = f.st.pool
	f.st.pool = f
}

// drop ends a generator.
func (m *Machine) drop(g *Generator) {
	if f := g.frame; f != nil {
		g.frame = nil
		m.release(f)
	}
}

// Run executes a module's code in a namespace. ns is the locals of exec, no
// value for a module.
func (m *Machine) Run(code *compile.Code, globals *object.Dict, ns object.Value) (object.Value, error) {
	f := m.newFrame(m.stateOf(code))
	f.globals, f.ns = globals, ns
	if !ns.Valid() {
		f.ns = object.Obj(globals)
	}
	if code.Flags&compile.Async != 0 {
		return object.Obj(m.generator(f, &Function{st: f.st, Name: code.Name, Qualname: code.Qualname})), nil
	}
	return m.enter(f)
}

// enter runs a frame to its end, from Go.
func (m *Machine) enter(f *Frame) (object.Value, error) {
	if err := m.T.Enter(); err != nil {
		m.release(f)
		return object.Value{}, err
	}
	f.entry, f.back = true, m.frame
	depth := m.T.Depth
	v, _, err := m.loop(f)
	m.T.Depth = depth - 1
	return v, err
}

// call calls a Python function from Go.
func (m *Machine) call(fn *Function, args []object.Value, kw []object.Kw) (object.Value, error) {
	f, err := m.prepare(fn, args, kw)
	if err != nil {
		return object.Value{}, err
	}
	if f.gen != nil {
		return object.Obj(f.gen), nil
	}
	return m.enter(f)
}

// prepare makes a frame with its arguments; for a generator function the frame
// belongs to a generator already.
func (m *Machine) prepare(fn *Function, args []object.Value, kw []object.Kw) (*Frame, error) {
	f := m.newFrame(fn.st)
	f.globals, f.cells = fn.Globals, fn.closure
	if c := f.code; len(kw) == 0 && len(args) == c.NArgs && c.NKwOnly == 0 && c.Flags&(compile.HasVarArg|compile.HasKwArg) == 0 {
		//lint:ignore S1001 a loop over the few arguments of a call is faster than copy
		for i, a := range args {
			f.r[i] = a
		}
	} else if err := fn.bindArgs(f.r, args, kw); err != nil {
		m.release(f)
		return nil, err
	}
	if f.code.Flags&(compile.Generator|compile.Async) != 0 {
		m.generator(f, fn)
	}
	return f, nil
}

func (m *Machine) generator(f *Frame, fn *Function) *Generator {
	g := &Generator{frame: f, Name: fn.Name, Qualname: fn.Qualname, code: f.code}
	switch f.code.Flags & (compile.Generator | compile.Async) {
	case compile.Async:
		g.cls = object.CoroutineClass
	case compile.Generator:
		g.cls = object.GeneratorClass
	default:
		g.cls = object.AsyncGenClass
	}
	f.gen = g
	return g
}

// resume runs a generator until it yields or ends, from Go; err is raised in it.
func (m *Machine) resume(g *Generator, err error) (object.Value, bool, error) {
	if e := m.T.Enter(); e != nil {
		return object.Value{}, true, e
	}
	f := g.frame
	f.entry, f.back = true, m.frame
	g.running, g.started = true, true
	depth := m.T.Depth
	v, yielded, err := m.loopWith(f, err)
	m.T.Depth = depth - 1
	return v, !yielded, err
}

// Handled gives the exception being handled, as sys.exception().
func (m *Machine) Handled() *object.Exception {
	for f := m.frame; f != nil; f = f.back {
		if f.handled != nil {
			return f.handled
		}
	}
	return nil
}

// Current gives the innermost frame, nil outside of Python code.
func (m *Machine) Current() *Frame { return m.frame }

// Back gives the frame that called f.
func (f *Frame) Back() *Frame { return f.back }

// Globals gives the frame's module namespace.
func (f *Frame) Globals() *object.Dict { return f.globals }

// Code gives the frame's code.
func (f *Frame) Code() *compile.Code { return f.code }

// Line gives the line the frame is at.
func (f *Frame) Line() int { return f.code.Line(f.ip - 1) }

// Locals gives the frame's variables, as locals().
func (f *Frame) Locals() object.Value {
	if f.ns.Valid() {
		return f.ns
	}
	d := object.NewDict()
	for i, n := range f.code.Vars {
		v := f.r[i]
		if c, ok := v.Ref.(*object.Cell); ok {
			v = c.V
		}
		if v.Valid() && n != ".0" {
			d.SetStr(n, v)
		}
	}
	for i, n := range f.code.Free {
		if v := f.cells[i].V; v.Valid() && n != "__class__" {
			d.SetStr(n, v)
		}
	}
	return object.Obj(d)
}

// addTraceback notes that e passed through f.
func (m *Machine) addTraceback(e *object.Exception, f *Frame, line int) {
	tb := &object.Traceback{Next: e.TB, File: f.code.File, Name: f.code.Name, Line: line, Code: f.code, Globals: f.globals}
	if f.code.Source != nil {
		tb.Source = f.code.Source.Line
	}
	if f.code.Flags&compile.ClassBody == 0 {
		tb.Name = f.code.Qualname
		if i := lastDot(tb.Name); i >= 0 {
			tb.Name = f.code.Name
		}
	}
	e.TB = tb
}

func lastDot(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return i
		}
	}
	return -1
}

// setContext makes the exception being handled the context of e.
func (m *Machine) setContext(e *object.Exception) {
	h := m.Handled()
	if h == nil || h == e {
		return
	}
	for x, n := h, 0; x != nil && n < 1000; n++ { // no cycles
		c := x.ContextOf()
		if c == e {
			x.Context = nil
			break
		}
		x = c
	}
	e.Context = h
}

func unbound(f *Frame, slot int32) error {
	name := "?"
	if int(slot) < len(f.code.Vars) {
		name = f.code.Vars[slot]
	}
	return object.Raise(object.UnboundLocalErrorClass, "cannot access local variable '%s' where it is not associated with a value", name)
}

func unboundFree(name string) error {
	return object.Raise(object.NameErrorClass, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
}

func nameError(name string) error {
	e := object.Raise(object.NameErrorClass, "name '%s' is not defined", name)
	e.SetExtra("name", object.String(name))
	return e
}

// loadGlobal finds a global or builtin name and notes where.
func (m *Machine) loadGlobal(f *Frame, site int32) (object.Value, error) {
	name := f.code.Sites[site]
	h := object.HashString(name)
	c := &f.st.globals[site]
	b := m.T.In.Builtins
	if n := f.globals.FindStr(name, h); n >= 0 {
		*c = globalCache{f.globals, f.globals.Version(), b.Version(), int32(n), true}
		return f.globals.EntryValue(n), nil
	}
	if n := b.FindStr(name, h); n >= 0 {
		*c = globalCache{f.globals, f.globals.Version(), b.Version(), int32(n), false}
		return b.EntryValue(n), nil
	}
	return object.Value{}, nameError(name)
}

func (m *Machine) loadName(f *Frame, name string) (object.Value, bool, error) {
	if d, ok := f.ns.Ref.(*object.Dict); ok && d.Exact() {
		v := d.GetStr(name)
		return v, v.Valid(), nil
	}
	v, err := object.GetItem(m.T, f.ns, object.String(name))
	if err != nil {
		if object.IsInstance(err, object.KeyErrorClass) {
			return object.Value{}, false, nil
		}
		return object.Value{}, false, err
	}
	return v, true, nil
}

func (m *Machine) storeName(f *Frame, name string, v object.Value) error {
	if d, ok := f.ns.Ref.(*object.Dict); ok && d.Exact() {
		d.SetStr(name, v)
		return nil
	}
	return object.SetItem(m.T, f.ns, object.String(name), v)
}

// makeFunction executes MakeFunc.
func (m *Machine) makeFunction(f *Frame, in *compile.Instr) *Function {
	st := f.st.child(in.C)
	c := st.code
	fn := &Function{st: st, Globals: f.globals, Name: c.Name, Qualname: c.Qualname, Doc: c.Doc}
	fn.module = f.globals.GetStr("__name__")
	if !fn.module.Valid() {
		fn.module = object.None
	}
	if n := len(c.From); n > 0 {
		fn.closure = make([]*object.Cell, n)
		for i, from := range c.From {
			if from.Local {
				fn.closure[i] = f.r[from.Index].Ref.(*object.Cell)
			} else {
				fn.closure[i] = f.cells[from.Index]
			}
		}
	}
	if in.X&1 != 0 {
		fn.defaults = f.r[in.B].Ref.(*object.Tuple).Items
	}
	if in.X&2 != 0 {
		fn.kwDefaults = f.r[in.B+1].Ref.(*object.Dict)
	}
	if in.X&4 != 0 {
		fn.annotations = f.r[in.B+2]
	}
	return fn
}

// buildClass executes BuildClass.
func (m *Machine) buildClass(f *Frame, in *compile.Instr) (object.Value, error) {
	t := m.T
	fn := f.r[in.B].Ref.(*Function)
	bases := f.r[in.B+1].Ref.(*object.List).Items
	kwd := f.r[in.B+2].Ref.(*object.Dict)
	var origBases object.Value
	var resolved []object.Value
	for _, b := range bases {
		if _, isClass := b.Ref.(*object.Class); !isClass {
			if r, ok, err := t.CallSpecial(b, "__mro_entries__", object.TupleValue(bases...)); ok {
				if err != nil {
					return object.Value{}, err
				}
				origBases = object.TupleValue(bases...)
				resolved = append(resolved, r.Ref.(*object.Tuple).Items...)
				continue
			}
			if g, ok := b.Ref.(*object.GenericAlias); ok {
				origBases = object.TupleValue(bases...)
				resolved = append(resolved, g.Origin)
				continue
			}
		}
		resolved = append(resolved, b)
	}
	meta := object.Obj(object.TypeClass)
	explicit := false
	if v := kwd.GetStr("metaclass"); v.Valid() {
		kwd = kwd.Copy()
		kwd.DelStr("metaclass")
		meta, explicit = v, true
	} else if len(resolved) > 0 {
		meta = object.Obj(object.ClassOf(resolved[0]))
	}
	_ = explicit
	if mc, ok := meta.Ref.(*object.Class); ok {
		for _, b := range resolved {
			bm := object.ClassOf(b)
			switch {
			case mc.IsSubclass(bm):
			case bm.IsSubclass(mc):
				mc = bm
			default:
				return object.Value{}, object.TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
			}
		}
		meta = object.Obj(mc)
	}
	name := object.String(fn.Name)
	baseTuple := object.TupleValue(resolved...)
	kw := dictKw(kwd)
	ns := object.Obj(object.NewDict())
	if p, err := object.GetAttr(t, meta, "__prepare__"); err == nil {
		if ns, err = t.CallKw(p, []object.Value{name, baseTuple}, kw); err != nil {
			return object.Value{}, err
		}
	}
	bf := m.newFrame(fn.st)
	bf.globals, bf.cells, bf.ns = fn.Globals, fn.closure, ns
	bf.kept = true
	if err := m.storeName(bf, "__module__", fn.module); err != nil {
		return object.Value{}, err
	}
	if _, err := m.enter(bf); err != nil {
		return object.Value{}, err
	}
	if origBases.Valid() {
		if err := m.storeName(bf, "__orig_bases__", origBases); err != nil {
			return object.Value{}, err
		}
	}
	var cell *object.Cell
	if k := bf.code.ClassCell; k >= 0 {
		cell = bf.r[k].Ref.(*object.Cell)
		if d, ok := ns.Ref.(*object.Dict); ok {
			d.SetStr("__classcell__", object.Obj(cell))
		}
	}
	return t.CallKw(meta, []object.Value{name, baseTuple, ns}, kw)
}

func dictKw(d *object.Dict) []object.Kw {
	var kw []object.Kw
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			return kw
		}
		s, _ := object.StrOf(k)
		kw = append(kw, object.Kw{Name: s, Val: v})
		pos = next
	}
}

func (m *Machine) excMatch(e, typ object.Value) (bool, error) {
	if c, ok := typ.Ref.(*object.Class); ok && c.IsSubclass(object.BaseExceptionClass) {
		return object.ClassOf(e).IsSubclass(c), nil
	}
	if tup, ok := typ.Ref.(*object.Tuple); ok {
		for _, x := range tup.Items {
			if ok, err := m.excMatch(e, x); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	}
	return false, object.TypeError("catching classes that do not inherit from BaseException is not allowed")
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
			return nil, object.TypeError("calling %s should have returned an instance of BaseException, not %s", o.Name, object.ClassOf(r).Name)
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
			x, err := m.raiseValue(c)
			if err != nil {
				return object.TypeError("exception causes must derive from BaseException")
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

// unpack executes Unpack and UnpackEx; after is -1 for the former.
func (m *Machine) unpack(f *Frame, in *compile.Instr, after int) error {
	src := f.r[in.B]
	n := int(in.C)
	dst := f.r[in.A:]
	if after < 0 {
		var items []object.Value
		switch o := src.Ref.(type) {
		case *object.Tuple:
			items = o.Items
		case *object.List:
			items = o.Items
		}
		if len(items) == n && items != nil && object.ClassOf(src).Builtin() {
			copy(dst[:n], items)
			return nil
		}
	}
	if !src.Valid() {
		return unbound(f, in.B)
	}
	it, err := object.Iter(m.T, src)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) {
			if _, ok := object.ClassOf(src).Lookup("__iter__"); !ok {
				return object.TypeError("cannot unpack non-iterable %s object", object.ClassOf(src).Name)
			}
		}
		return err
	}
	var items []object.Value
	for after >= 0 || len(items) <= n {
		v, err := object.Next(m.T, it)
		if err != nil {
			return err
		}
		if !v.Valid() {
			break
		}
		items = append(items, v)
	}
	if after < 0 {
		if len(items) > n {
			return object.ValueError("too many values to unpack (expected %d)", n)
		}
		if len(items) < n {
			return object.ValueError("not enough values to unpack (expected %d, got %d)", n, len(items))
		}
		copy(dst[:n], items)
		return nil
	}
	if len(items) < n+after {
		return object.ValueError("not enough values to unpack (expected at least %d, got %d)", n+after, len(items))
	}
	copy(dst[:n], items)
	mid := items[n : len(items)-after]
	dst[n] = object.Obj(object.NewList(append([]object.Value(nil), mid...)))
	copy(dst[n+1:n+1+after], items[len(items)-after:])
	return nil
}

// merge executes DictMerge: the ** of a call.
func (m *Machine) merge(f *Frame, in *compile.Instr, ext *compile.Instr) error {
	d := f.r[in.A].Ref.(*object.Dict)
	fname := func() string {
		if q, err := object.GetAttr(m.T, f.r[in.C], "__qualname__"); err == nil {
			s, _ := object.StrOf(q)
			return s
		}
		return object.ClassOf(f.r[in.C]).Name
	}
	put := func(k, v object.Value) error {
		s, ok := object.StrOf(k)
		if !ok {
			return object.TypeError("keywords must be strings")
		}
		if d.GetStr(s).Valid() {
			return object.TypeError("%s() got multiple values for keyword argument '%s'", fname(), s)
		}
		d.SetStr(s, v)
		return nil
	}
	if in.X == 1 {
		return put(f.r[in.B], f.r[ext.A])
	}
	src := f.r[in.B]
	if s, ok := src.Ref.(*object.Dict); ok {
		for pos := 0; ; {
			k, v, next, ok := s.Next(pos)
			if !ok {
				return nil
			}
			if err := put(k, v); err != nil {
				return err
			}
			pos = next
		}
	}
	keys, err := object.GetAttr(m.T, src, "keys")
	if err != nil {
		return object.TypeError("%s() argument after ** must be a mapping, not %s", fname(), object.ClassOf(src).Name)
	}
	ks, err := m.T.Call(keys)
	if err != nil {
		return err
	}
	return object.Each(m.T, ks, func(k object.Value) error {
		v, err := object.GetItem(m.T, src, k)
		if err != nil {
			return err
		}
		return put(k, v)
	})
}

// dictUpdate is **mapping in a dict display.
func (m *Machine) dictUpdate(d *object.Dict, src object.Value) error {
	if s, ok := src.Ref.(*object.Dict); ok && s.Exact() {
		return d.Update(m.T, s)
	}
	keys, err := object.GetAttr(m.T, src, "keys")
	if err != nil {
		return object.TypeError("'%s' object is not a mapping", object.ClassOf(src).Name)
	}
	ks, err := m.T.Call(keys)
	if err != nil {
		return err
	}
	return object.Each(m.T, ks, func(k object.Value) error {
		v, err := object.GetItem(m.T, src, k)
		if err != nil {
			return err
		}
		return d.Set(m.T, k, v)
	})
}

// getAwait executes GetAwait.
func (m *Machine) getAwait(v object.Value, x uint8) (object.Value, error) {
	if g, ok := v.Ref.(*Generator); ok && g.cls == object.CoroutineClass {
		if g.running || g.Awaiting().Valid() {
			return object.Value{}, object.RuntimeError("coroutine is being awaited already")
		}
		return v, nil
	}
	if a, ok := v.Ref.(Awaiter); ok {
		return a.Await(m.T)
	}
	r, ok, err := m.T.CallSpecial(v, "__await__")
	if !ok {
		name := object.ClassOf(v).Name
		switch x {
		case 1:
			return object.Value{}, object.TypeError("'async with' received an object from __aenter__ that does not implement __await__: %s", name)
		case 2:
			return object.Value{}, object.TypeError("'async with' received an object from __aexit__ that does not implement __await__: %s", name)
		}
		return object.Value{}, object.TypeError("object %s can't be used in 'await' expression", name)
	}
	if err != nil {
		return object.Value{}, err
	}
	if _, isSender := r.Ref.(Sender); !isSender && !object.IsIterator(r) {
		return object.Value{}, object.TypeError("__await__() returned non-iterator of type '%s'", object.ClassOf(r).Name)
	}
	return r, nil
}

// sendSlow drives any iterator of an await or yield from.
func (m *Machine) sendSlow(it, v object.Value) (object.Value, bool, error) {
	if s, ok := it.Ref.(Sender); ok {
		return s.Send(m.T, v)
	}
	if v.IsNone() {
		if n, ok := it.Ref.(object.Iterator); ok {
			r, err := n.Next(m.T)
			if err == nil && !r.Valid() {
				return object.None, true, nil
			}
			return stopped(r, err)
		}
		nx, ok, err := m.T.Special(it, "__next__")
		if !ok {
			return object.Value{}, true, object.TypeError("'%s' object is not an iterator", object.ClassOf(it).Name)
		}
		if err != nil {
			return object.Value{}, true, err
		}
		return stopped(m.T.Call(nx))
	}
	s, err := object.GetAttr(m.T, it, "send")
	if err != nil {
		return object.Value{}, true, err
	}
	return stopped(m.T.Call(s, v))
}

func stopped(r object.Value, err error) (object.Value, bool, error) {
	if e, ok := err.(*object.Exception); ok && object.IsInstance(e, object.StopIterationClass) {
		return stopValue(e), true, nil
	}
	return r, false, err
}

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

// TracebackValue gives e.__traceback__.
func TracebackValue(e *object.Exception) object.Value {
	if e.TB == nil {
		return object.None
	}
	return object.Obj(e.TB)
}

// formatValue executes Format.
func (m *Machine) formatValue(v object.Value, conv uint8, spec string) (object.Value, error) {
	var s string
	var err error
	switch conv {
	case 's':
		s, err = object.StrText(m.T, v)
	case 'r':
		s, err = object.ReprText(m.T, v)
	case 'a':
		if s, err = object.ReprText(m.T, v); err == nil {
			s = ascii(s)
		}
	default:
		if spec == "" {
			switch v.Ref.(type) {
			case *object.Str:
				if object.ClassOf(v) == object.StrClass {
					return v, nil
				}
			}
			if c := object.ClassOf(v); c == object.IntClass || c == object.FloatClass {
				s, err = object.NativeRepr(m.T, v)
				return object.String(s), err
			}
		}
		return m.FormatWith(v, spec)
	}
	if err != nil || spec == "" {
		return object.String(s), err
	}
	return m.FormatWith(object.String(s), spec)
}

// FormatWith is format(v, spec).
func (m *Machine) FormatWith(v object.Value, spec string) (object.Value, error) {
	r, ok, err := m.T.CallSpecial(v, "__format__", object.String(spec))
	if err != nil || !ok {
		return r, err
	}
	if _, isStr := object.StrOf(r); !isStr {
		return r, object.TypeError("__format__ must return a str, not %s", object.ClassOf(r).Name)
	}
	return r, nil
}

func ascii(s string) string {
	out := make([]byte, 0, len(s))
	for _, c := range object.Runes(s) {
		switch {
		case c < 128:
			out = append(out, byte(c))
		case c < 256:
			out = fmt.Appendf(out, "\\x%02x", c)
		case c < 65536:
			out = fmt.Appendf(out, "\\u%04x", c)
		default:
			out = fmt.Appendf(out, "\\U%08x", c)
		}
	}
	return string(out)
}
