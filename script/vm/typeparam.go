package vm

import (
	"asyncio/script/object"
)

// TypeVar is a type parameter.
type TypeVar struct {
	Name string
	Kind uint8
}

// TypeVarClass is the type of type parameters.
var TypeVarClass = object.NewNativeClass("typing", "TypeVar").Final()

// Class implements object.Object.
func (*TypeVar) Class() *object.Class { return TypeVarClass }

// Repr implements object.Reprer.
func (v *TypeVar) Repr(*object.Thread) (string, error) { return v.Name, nil }

// Alias is what a type statement makes.
type Alias struct {
	Name string
	Fn   object.Value
}

// AliasClass is the type of type aliases.
var AliasClass = object.NewNativeClass("typing", "TypeAliasType").Final()

// Class implements object.Object.
func (*Alias) Class() *object.Class { return AliasClass }

// Repr implements object.Reprer.
func (a *Alias) Repr(*object.Thread) (string, error) { return a.Name, nil }

// Attr implements object.Dynamic.
func (a *Alias) Attr(t *object.Thread, name string) (object.Value, bool, error) {
	switch name {
	case "__value__":
		v, err := t.Call(a.Fn)
		return v, true, err
	case "__name__":
		return object.String(a.Name), true, nil
	}
	return object.Value{}, false, nil
}
