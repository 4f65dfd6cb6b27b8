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
			if above != nil && !(above.entry && above.opaque) {
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
	for place := -1; ; place-- {
		v, ok := f.beside(place)
		if !ok {
			return
		}
		if v.Ref != nil {
			visit(int32(place), v)
		}
	}
}

// beside gives what the frame refers to outside its slots: the places before -6
// are its cells. ok is false behind the last one.
func (f *Frame) beside(place int) (v object.Value, ok bool) {
	switch place {
	case -1:
		if f.globals != nil {
			v = object.Obj(f.globals)
		}
	case -2:
		v = f.ns
	case -3:
		v = f.inst
	case -4:
		if f.handled != nil {
			v = object.Obj(f.handled)
		}
	case -5:
		if f.gen != nil && f.gen.running {
			v = object.Obj(f.gen)
		}
	case -6:
		if f.kept && f.back != nil {
			v = object.Obj(f.back)
		}
	default:
		if n := -7 - place; n < len(f.cells) {
			return object.Obj(f.cells[n]), true
		}
		return v, false
	}
	return v, true
}

// ValueAt implements object.Indexed.
func (f *Frame) ValueAt(place int32) object.Value {
	if place < 0 {
		v, _ := f.beside(int(place))
		return v
	}
	if int(place) >= len(f.r) {
		return object.Value{}
	}
	if c := f.code; int(place) < len(c.Vars) && !c.Inner[place] || f.holds()(place) {
		return f.r[place]
	}
	return object.Value{}
}

// Traverse implements object.Traverser.
func (f *Frame) Traverse(visit func(object.Value)) {
	f.TraverseAt(func(_ int32, v object.Value) { visit(v) })
}

// SerialNumber implements object.Serial.
func (f *Frame) SerialNumber() int32 { return f.serial }
