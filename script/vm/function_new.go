package vm

import "asyncio/script/object"

// newFunction is types.FunctionType(code, globals, name, argdefs, closure,
// kwdefaults).
func newFunction(t *object.Thread, _ *object.Class, args []object.Value, kw []object.Kw) (object.Value, error) {
	a, err := object.Args("function", args, kw, 2, "code", "globals", "name", "argdefs", "closure", "kwdefaults")
	if err != nil {
		return object.Value{}, err
	}
	code, ok := a[0].Ref.(*CodeObject)
	if !ok {
		return object.Value{}, object.TypeError("function() argument 'code' must be code, not %s", object.ClassOf(a[0]).Name)
	}
	globals, ok := a[1].Ref.(*object.Dict)
	if !ok {
		return object.Value{}, object.TypeError("function() argument 'globals' must be dict, not %s", object.ClassOf(a[1]).Name)
	}
	c := code.Code
	fn := &Function{st: code.state(Of(t).Shared), Globals: globals, Name: c.Name, Qualname: c.Qualname, Doc: c.Doc, module: globals.GetStr("__name__")}
	if !fn.module.Valid() {
		fn.module = object.None
	}
	if v := a[2]; v.Valid() && !v.IsNone() {
		if fn.Name, ok = object.StrOf(v); !ok {
			return object.Value{}, object.TypeError("arg 3 (name) must be None or string")
		}
	}
	if v := a[3]; v.Valid() && !v.IsNone() {
		defaults, ok := v.Ref.(*object.Tuple)
		if !ok {
			return object.Value{}, object.TypeError("arg 4 (defaults) must be None or tuple")
		}
		fn.defaults = defaults.Items
	}
	if v := a[5]; v.Valid() && !v.IsNone() {
		if fn.kwDefaults, ok = v.Ref.(*object.Dict); !ok {
			return object.Value{}, object.TypeError("arg 6 (kwdefaults) must be None or dict")
		}
	}
	var cells []object.Value
	if v := a[4]; v.Valid() && !v.IsNone() {
		tuple, ok := v.Ref.(*object.Tuple)
		if !ok {
			return object.Value{}, object.TypeError("arg 5 (closure) must be None or tuple")
		}
		cells = tuple.Items
	} else if len(c.From) > 0 {
		return object.Value{}, object.TypeError("arg 5 (closure) must be tuple")
	}
	if len(cells) != len(c.From) {
		return object.Value{}, object.ValueError("%s requires closure of length %d, not %d", c.Name, len(c.From), len(cells))
	}
	for _, v := range cells {
		cell, ok := v.Ref.(*object.Cell)
		if !ok {
			return object.Value{}, object.TypeError("arg 5 (closure) expected cell, found %s", object.ClassOf(v).Name)
		}
		fn.closure = append(fn.closure, cell)
	}
	return object.Obj(fn), nil
}

func init() { object.FunctionClass.Construct = newFunction }
