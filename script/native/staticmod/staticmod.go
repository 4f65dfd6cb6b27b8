// Package staticmod is the module _static, with which our modules in Python
// give their classes what CPython's have for being written in C.
package staticmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
)

// Module makes the module _static: dotted(cls) has messages name the class with
// its module, and gives the class back; match_as(cls, kind) says which patterns
// of match statements its instances are for, matches(cls, like) that they are
// for the same as those of another class; instancecheck is a method of ABCMeta.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_static")
	m.DefPlain("dotted", 1, 1, func(_ *object.Thread, a []object.Value) (object.Value, error) {
		if c, ok := a[0].Ref.(*object.Class); ok && !c.Builtin() {
			c.SetDotted()
		}
		return a[0], nil
	})
	m.DefPlain("matches", 2, 2, func(_ *object.Thread, a []object.Value) (object.Value, error) {
		cls, ok := a[0].Ref.(*object.Class)
		like, ok2 := a[1].Ref.(*object.Class)
		if !ok || !ok2 {
			return object.Value{}, object.TypeError("matches() takes two classes")
		}
		if p := like.Patterns(); p != object.NoPatterns {
			cls.SetPatterns(p)
		}
		return object.None, nil
	})
	m.DefPlain("match_as", 2, 2, func(_ *object.Thread, a []object.Value) (object.Value, error) {
		kind, _ := object.StrOf(a[1])
		if c, ok := a[0].Ref.(*object.Class); ok {
			c.SetPatterns(map[string]object.Patterns{"sequence": object.SequencePatterns, "mapping": object.MappingPatterns}[kind])
		}
		return a[0], nil
	})
	m.DefPlain("instancecheck", 2, 2, instanceCheck)
	check := m.Dict.GetStr("instancecheck").Ref.(*object.Builtin)
	check.Name, check.Qualname, check.Method, check.Self = "__instancecheck__", "ABCMeta.__instancecheck__", true, object.Value{}
	check.Owner = object.TypeClass
	return m, nil
}
