package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// creditPerPoll and creditPerCall are what running code earns for tracing: an
// object met costs about as much as three instructions.
const (
	creditPerPoll = pollEvery / 6
	creditPerCall = 8
)

// world is the machine as a Life sees it.
type world struct {
	sh *Shared
	in *object.Interp
}

// Roots implements object.World.
func (w world) Roots(near bool, visit func(any)) {
	if near {
		for _, m := range w.sh.machines {
			if f := m.frame; f != nil {
				visit(f)
			}
			visit(m)
		}
		return
	}
	for _, m := range w.sh.machines {
		for f := m.frame; f != nil; f = f.back {
			visit(f)
		}
	}
	for _, r := range w.sh.roots {
		visit(r)
	}
	visit(w.in.Modules)
	visit(w.in.Builtins)
}

// IsRoot implements object.World.
func (w world) IsRoot(x any, serial int32) bool {
	switch o := x.(type) {
	case *Frame:
		return o.serial == serial && (o.gen == nil || o.gen.running)
	case *Machine:
		return true
	}
	if x == any(w.in.Modules) || x == any(w.in.Builtins) {
		return true
	}
	for _, r := range w.sh.roots {
		if r == x {
			return true
		}
	}
	return false
}

// Hidden implements object.World.
func (w world) Hidden() uint64 {
	n := uint64(0)
	for _, m := range w.sh.machines {
		n = max(n, m.hidden)
	}
	return n
}

// CallThrough implements object.World.
func (w world) CallThrough(t *object.Thread, fn object.Value, args ...object.Value) (object.Value, error) {
	return Of(t).callThrough(fn, args...)
}

func (m *Machine) callThrough(fn object.Value, args ...object.Value) (object.Value, error) {
	m.Through()
	v, err := m.T.Call(fn, args...)
	m.Opaque()
	return v, err
}

// Unraisable implements object.World.
func (w world) Unraisable(t *object.Thread, err error, where object.Value) {
	if object.AsException(err) == nil {
		Of(t).fatal = err
		return
	}
	m := Of(t)
	if e, ok := err.(*object.Exception); ok && e.TB == nil && m.frame != nil {
		m.addTraceback(e, m.frame, m.frame.ip-1)
	}
	if w.sh.Unraisable != nil {
		w.sh.Unraisable(t, err, where)
	}
}

// Traverse implements object.Traverser: what Go code gave to Python code.
func (m *Machine) Traverse(visit func(object.Value)) {
	for _, v := range m.pins {
		visit(v)
	}
	m.hooks.traverse(visit)
}

// Passes implements object.Passing.
func (m *Machine) Passes(int32) bool { return true }

// AddRoot has what x refers to be in use until the result is called. x is a
// pointer, and an object.Traverser or object.Referrer.
func (m *Machine) AddRoot(x any) (remove func()) {
	m.roots = append(m.roots, x)
	return func() {
		for i, r := range m.roots {
			if r == x {
				m.roots = append(m.roots[:i:i], m.roots[i+1:]...)
				return
			}
		}
	}
}

// Through announces that the Go code that calls Python code next holds no
// value that is not found from a root.
func (m *Machine) Through() { m.through = true }

// Opaque takes Through back, if what was called ran no Python code.
func (m *Machine) Opaque() { m.through = false }

// Hold has vs be in use until the result is called: Go code that is Through
// holds them.
func (m *Machine) Hold(vs ...object.Value) (drop func()) {
	n := len(m.pins)
	m.pins = append(m.pins, vs...)
	return func() { m.pins = m.pins[:n] }
}

// conceal notes what the Go code that enters f may hold.
func (m *Machine) conceal(f *Frame) (hidden uint64, pins int) {
	hidden, pins = m.hidden, len(m.pins)
	m.life.Earn(creditPerCall)
	f.keeps = m.keeps
	if f.opaque = !m.through && !m.keeps; f.opaque {
		m.hidden = m.life.Number()
		if c := f.code; f.ip == 0 {
			n := c.NArgs + c.NKwOnly
			m.pins = append(m.pins, f.r[:n]...)
		}
	}
	m.through, m.keeps = false, false
	return hidden, pins
}

// settle finalizes what went with the values in m.lost and with the frame that
// ended, if one did. f is the frame that goes on, its instruction done; nil if
// that is Go code. v is on its way to it.
func (m *Machine) settle(f *Frame, v object.Value) error {
	var frame any
	if m.ended != nil {
		frame, m.ended = m.ended, nil
	}
	lost := m.lost
	m.lost = nil
	m.pins = append(m.pins, v)
	before := false
	if f != nil {
		before, f.settling = f.settling, true
	}
	m.life.Settle(m.T, frame, lost...)
	if f != nil {
		f.settling = before
	}
	m.pins = m.pins[:len(m.pins)-1]
	if m.lost == nil {
		clear(lost)
		m.lost = lost[:0]
	}
	err := m.fatal
	m.fatal = nil
	return err
}

// letGo settles what went with one reference to v.
func (m *Machine) letGo(f *Frame, v object.Value) error {
	m.lost = append(m.lost, v)
	return m.settle(f, object.Value{})
}

// Loses tells of a value that Go code is about to take out of where it was.
func (m *Machine) Loses(v object.Value) {
	if m.life.Live != 0 && !object.Leaf(v) {
		m.lost = append(m.lost, v)
	}
}

// rebind stores v in a slot and lets go of what was there.
func (m *Machine) rebind(f *Frame, slot *object.Value, v object.Value) error {
	old := *slot
	*slot = v
	return m.letGo(f, old)
}

// drop empties a slot that nothing reads any more: what a statement is about, or
// what it went over.
func (m *Machine) drop(f *Frame, slot int32, ends bool) error {
	v := f.r[slot]
	f.r[slot] = object.Value{}
	if object.Leaf(v) {
		if !ends {
			return nil
		}
		f.settling = true
		m.life.SettleNew(m.T)
		f.settling = false
		err := m.fatal
		m.fatal = nil
		return err
	}
	return m.letGo(f, v)
}

// leave notes what a frame that ends refers to.
func (m *Machine) leave(f *Frame) {
	f.serial++
	m.ended = f
	m.lost = append(m.lost, f.r[:len(f.code.Vars)]...)
	if g := f.gen; g != nil {
		m.life.Forget(g)
		m.lost = append(m.lost, object.Obj(g))
	}
}

// leaveBy notes that an exception leaves a frame. Its traceback has the frame.
func (m *Machine) leaveBy(f *Frame) {
	f.serial++
	m.unwound(f)
	m.life.Left(f)
	if f.gen != nil {
		m.life.Forget(f.gen)
	}
}

// unwound notes that an exception takes what an expression under way has
// computed so far: the instruction's operands, then the rest, the last first.
func (m *Machine) unwound(f *Frame) {
	vars, end := int32(len(f.code.Vars)), int32(len(f.r)-len(f.code.Held))
	lose := func(slot int32) {
		if v := f.r[slot]; slot >= vars && slot < end && v.Ref != nil && !object.Leaf(v) {
			m.lost = append(m.lost, v)
		}
	}
	if f.ip > 0 && f.ip < len(f.code.Ins) {
		f.code.Ins[f.ip-1].Operands(&f.code.Ins[f.ip], func(slot, n int32) {
			for i := range n {
				lose(slot + i)
			}
		}, func(int32, int32) {})
	}
	for i := end - 1; i >= vars; i-- {
		lose(i)
	}
}

// sizeOf gives the length of the container that a method is called on.
func sizeOf(args []object.Value) int {
	if len(args) == 0 {
		return 0
	}
	switch o := args[0].Ref.(type) {
	case *object.List:
		return len(o.Items)
	case interface{ Len() int }:
		return o.Len()
	case object.Sized:
		return o.Size()
	}
	return 0
}

// beforeGo notes what a call of Go code begins with.
func (m *Machine) beforeGo(fn object.Value, args []object.Value) {
	m.life.SettleFresh(m.T)
	m.size = sizeOf(args)
	m.holds(fn)
}

// holds notes what Go code that is called does with its operands.
func (m *Machine) holds(fn object.Value) {
	if b, ok := fn.Ref.(*object.BoundMethod); ok {
		fn = b.Fn
	}
	switch o := fn.Ref.(type) {
	case *object.Builtin:
		m.through, m.keeps = o.Through, o.Keeps
	case *object.Class:
		m.keeps = o.Keeps
	}
}

// afterGo stores what a call of Go code gave, and lets go of its arguments.
func (m *Machine) afterGo(f *Frame, in *compile.Instr, v object.Value) error {
	m.through, m.keeps = false, false
	n := in.C + 1
	switch {
	case in.Op == compile.CallEx && in.X == compile.NoNames:
		n = 2
	case in.Op == compile.CallEx:
		n = 3
	case in.X == 1:
		n++
	}
	if n > 1 && in.Op == compile.Call && sizeOf(f.r[in.B+1:in.B+2]) < m.size {
		m.life.Emptied()
	}
	m.lost = append(m.lost, f.r[in.B:in.B+n]...)
	m.lost = append(m.lost, f.r[in.A])
	f.r[in.A] = v
	return m.settle(f, v) // nothing may read it, but its statement ends later
}

func (m *Machine) storeGlobal(f *Frame, in *compile.Instr) error {
	name := f.code.Sites[in.C]
	old := f.globals.GetStr(name)
	f.globals.SetStr(name, f.r[in.B])
	return m.letGo(f, old)
}

func (m *Machine) storeNamed(f *Frame, in *compile.Instr) error {
	name := f.code.Sites[in.C]
	old := object.PeekItem(m.T, f.ns, object.String(name))
	if err := m.storeName(f, name, f.r[in.B]); err != nil {
		return err
	}
	return m.letGo(f, old)
}

func (m *Machine) storeAttr(f *Frame, in *compile.Instr) error {
	name := f.code.Sites[in.C]
	old := object.PeekAttr(f.r[in.A], name)
	if err := object.StoreAttr(m.T, f.r[in.A], name, f.r[in.B], &f.st.caches[in.C]); err != nil {
		return err
	}
	return m.letGo(f, old)
}

// storeItem stores v under a key, or without v deletes the key.
func (m *Machine) storeItem(f *Frame, o, key, v object.Value) (err error) {
	old := object.PeekItem(m.T, o, key)
	size := sizeOf([]object.Value{o})
	_, slice := key.Ref.(*object.Slice)
	var before []object.Value
	list, _ := o.Ref.(*object.List)
	if slice && list != nil {
		before = append(before, list.Items...)
	}
	if v.Valid() {
		err = object.SetItem(m.T, o, key, v)
	} else {
		err = object.DelItem(m.T, o, key)
	}
	if err != nil {
		return err
	}
	after := sizeOf([]object.Value{o})
	_, dict := o.Ref.(*object.Dict)
	if slice || after < size-1 || dict && !old.Valid() && after <= size {
		m.life.Emptied()
	}
	for i := len(before) - 1; i >= 0; i-- { // the last goes first; what is still there is not lost
		m.lost = append(m.lost, before[i])
	}
	m.lost = append(m.lost, o)
	return m.letGo(f, old)
}

// Settle finalizes all that is not in use any more and was put off: a loop
// calls it before it waits, and between callbacks.
func (m *Machine) Settle() error {
	if m.life.Live == 0 {
		return nil
	}
	m.life.SettleAll(m.T)
	err := m.fatal
	m.fatal = nil
	return err
}

// References implements object.Referrer: what the thread of the layer above
// keeps in use.
func (m *Machine) References(visit func(any)) { visit(m.Thread) }

// Close ends the machine of a thread that is over.
func (m *Machine) Close() {
	for i, x := range m.machines {
		if x == m {
			m.machines = append(m.machines[:i:i], m.machines[i+1:]...)
			return
		}
	}
}

// LetGo finalizes what is not in use any more with x, a thing of Go code, which
// is over, and with what it had besides.
func (m *Machine) LetGo(x object.Referrer, besides ...object.Value) error {
	if m.life.Live == 0 {
		return nil
	}
	m.lost = append(m.lost, object.Behind(x)...)
	m.lost = append(m.lost, besides...)
	return m.settle(nil, object.Value{})
}

// Collect finalizes all that is not in use, cycles too, and gives how many
// objects that were.
func (m *Machine) Collect() (int, error) {
	for _, begin := range m.Collecting {
		defer begin()()
	}
	n := m.life.Collect(m.T)
	err := m.fatal
	m.fatal = nil
	return n, err
}

// End finalizes all that is left when a program is over.
func (m *Machine) End() error {
	for _, begin := range m.Collecting {
		begin()
	}
	m.life.End(m.T)
	err := m.fatal
	m.fatal = nil
	return err
}
