package vm

import "asyncio/script/object"

// OriginDepth is how many frames a new coroutine notes of where it is made.
func (m *Machine) OriginDepth() int { return m.originDepth }

// SetOriginDepth changes it; 0 notes nothing.
func (m *Machine) SetOriginDepth(n int) { m.originDepth = n }

// origin gives file, line and function of the frames that run, innermost first.
func (m *Machine) origin() object.Value {
	var out []object.Value
	for f := m.frame; f != nil && len(out) < m.originDepth; f = f.back {
		out = append(out, object.TupleValue(object.String(f.code.File), object.Int(int64(f.Line())), object.String(f.code.Name)))
	}
	return object.TupleValue(out...)
}

// Origin gives where a coroutine was made, None when that was not noted.
func (g *Generator) Origin() object.Value {
	if g.cls != object.CoroutineClass || !g.finalizer.Valid() {
		return object.None
	}
	return g.finalizer
}
