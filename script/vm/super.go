package vm

import (
	"slices"

	"asyncio/script/object"
)

// ownSuper gives the class and the object that super() is about when it is
// called without arguments: the class that the running method was written in,
// and the method's first argument.
func (m *Machine) ownSuper() (*object.Class, object.Value, error) {
	fail := func(text string) (*object.Class, object.Value, error) {
		return nil, object.Value{}, object.RuntimeError("super(): %s", text)
	}
	f := m.frame
	if f == nil {
		return fail("no current frame")
	}
	if f.code.NArgs == 0 {
		return fail("no arguments")
	}
	self := f.r[0]
	if c, ok := self.Ref.(*object.Cell); ok {
		self = c.V
	}
	if !self.Valid() {
		return fail("arg[0] deleted")
	}
	i := slices.Index(f.code.Free, "__class__")
	if i < 0 {
		return fail("__class__ cell not found")
	}
	v := f.cells[i].V
	if !v.Valid() {
		return fail("empty __class__ cell")
	}
	cls, ok := v.Ref.(*object.Class)
	if !ok {
		return fail("__class__ is not a type (" + object.ClassOf(v).Name + ")")
	}
	return cls, self, nil
}
