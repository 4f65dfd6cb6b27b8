package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// liveness gives what is still to be read where in the code.
func (s *state) liveness() *compile.Live {
	if s.live == nil {
		s.live = s.code.Liveness()
	}
	return s.live
}

// What a frame's instruction is about.
type stage uint8

const (
	between   stage = iota // the instruction before is done
	suspended              // it yielded, and its result is to come
	calling                // it runs Python code in frames of this machine
	inGo                   // it runs Go code, which may hold its operands
)

// stage tells how far the frame's instruction has come.
func (f *Frame) stage() stage {
	if f.ip == 0 || f.settling {
		return between
	}
	if f.gen != nil && !f.gen.running {
		return suspended
	}
	for _, m := range f.st.shared.machines {
		var above *Frame
		for x := m.frame; x != nil; above, x = x, x.back {
			if x.library != nil {
				continue
			}
			if x != f {
				continue
			}
			if above != nil && !(above.entry && (above.opaque || above.keeps)) {
				return calling
			}
			return inGo
		}
	}
	return inGo
}

// holds gives a test for the slots of the frame that are in use.
func (f *Frame) holds() func(slot int32) bool {
	l := f.st.liveness()
	at := f.stage()
	if at == between {
		return func(s int32) bool { return l.At(f.ip, s) }
	}
	ins := f.code.Ins
	in := &ins[f.ip-1]
	next := in
	if f.ip < len(ins) {
		next = &ins[f.ip]
	}
	vars := int32(len(f.code.Vars))
	return func(s int32) bool {
		found := false
		touch := func(lo, n int32) { found = found || s >= lo && s < lo+n }
		if at == inGo {
			if in.Operands(next, touch, func(int32, int32) {}); found {
				return true
			}
		}
		if !l.At(f.ip, s) {
			return false
		}
		in.Operands(next, func(int32, int32) {}, touch)
		return !found || s < vars
	}
}

// TraverseAt implements object.Indexed.
func (f *Frame) TraverseAt(visit func(place int32, v object.Value)) {
	holds := f.holds()
	for i := range f.r {
		if v := f.r[i]; v.Ref != nil && holds(int32(i)) {
			visit(int32(i), v)
		}
	}
	if f.globals != nil {
		visit(atGlobals, object.Obj(f.globals))
	}
	visit(atNames, f.ns)
	visit(atInstance, f.inst)
	if f.handled != nil {
		visit(atHandled, object.Obj(f.handled))
	}
	if f.gen != nil && f.gen.running {
		visit(atGenerator, object.Obj(f.gen))
	}
	if f.kept && f.back != nil {
		visit(atBack, object.Obj(f.back))
	}
	for i, c := range f.cells {
		visit(atCells-int32(i), object.Obj(c))
	}
}

// The places of what a frame refers to outside its slots; the cells are at atCells
// and below.
const (
	atGlobals int32 = -1 - iota
	atNames
	atInstance
	atHandled
	atGenerator
	atBack
	atCells
)

// beside gives what is at a place outside the slots.
func (f *Frame) beside(place int32) object.Value {
	switch {
	case place == atGlobals && f.globals != nil:
		return object.Obj(f.globals)
	case place == atNames:
		return f.ns
	case place == atInstance:
		return f.inst
	case place == atHandled && f.handled != nil:
		return object.Obj(f.handled)
	case place == atGenerator && f.gen != nil && f.gen.running:
		return object.Obj(f.gen)
	case place == atBack && f.kept && f.back != nil:
		return object.Obj(f.back)
	case place <= atCells && int(atCells-place) < len(f.cells):
		return object.Obj(f.cells[atCells-place])
	}
	return object.Value{}
}

// ValueAt implements object.Indexed.
func (f *Frame) ValueAt(place int32) object.Value {
	if place < 0 {
		return f.beside(place)
	}
	if int(place) >= len(f.r) {
		return object.Value{}
	}
	if c := f.code; int(place) < len(c.Vars) && !c.Inner[place] || f.holds()(place) {
		return f.r[place]
	}
	return object.Value{}
}

// Passes implements object.Passing: what is no variable is there for an
// expression, and a generator is held by its own frame while it runs.
func (f *Frame) Passes(place int32) bool {
	return int(place) >= len(f.code.Vars) || place == atGenerator
}

// Traverse implements object.Traverser.
func (f *Frame) Traverse(visit func(object.Value)) {
	f.TraverseAt(func(_ int32, v object.Value) { visit(v) })
}

// SerialNumber implements object.Serial.
func (f *Frame) SerialNumber() int32 { return f.serial }
