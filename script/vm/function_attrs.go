package vm

import "asyncio/script/object"

// The attributes of functions.
func init() { object.FunctionClass.Later(fillFunction) }

func fillFunction(c *object.Class) {
	type value = object.Value
	get := func(name string, get func(f *Function) value, set func(f *Function, v value) error) {
		me := func(v value) (*Function, error) {
			f, ok := v.Ref.(*Function)
			if !ok {
				return nil, object.TypeError("descriptor '%s' for 'function' objects doesn't apply to a '%s' object", name, object.ClassOf(v).Name)
			}
			return f, nil
		}
		var setter func(*object.Thread, value, value) error
		if set != nil {
			setter = func(_ *object.Thread, v, x value) error {
				f, err := me(v)
				if err != nil {
					return err
				}
				return set(f, x)
			}
		}
		c.DefGet(name, func(_ *object.Thread, v value) (value, error) {
			f, err := me(v)
			if err != nil {
				return value{}, err
			}
			return get(f), nil
		}, setter)
		if set == nil {
			return
		}
		c.DelAttr(name, func(_ *object.Thread, v value) error {
			f, err := me(v)
			if err != nil {
				return err
			}
			return set(f, value{})
		})
	}
	text := func(name string, of func(f *Function) *string) {
		get(name, func(f *Function) value { return object.String(*of(f)) }, func(f *Function, v value) error {
			s, ok := object.StrOf(v)
			if !ok {
				return object.TypeError("%s must be set to a string object", name)
			}
			*of(f) = s
			return nil
		})
	}
	readonly := func(*Function, value) error { return object.AttributeError("readonly attribute") }
	text("__name__", func(f *Function) *string { return &f.Name })
	text("__qualname__", func(f *Function) *string { return &f.Qualname })
	get("__doc__", func(f *Function) value { return f.Doc }, func(f *Function, v value) error {
		if f.Doc = v; !v.Valid() {
			f.Doc = object.None
		}
		return nil
	})
	get("__module__", func(f *Function) value { return f.module }, func(f *Function, v value) error {
		if f.module = v; !v.Valid() {
			f.module = object.None
		}
		return nil
	})
	get("__globals__", func(f *Function) value { return object.Obj(f.Globals) }, readonly)
	get("__builtins__", func(f *Function) value { return object.Obj((&Frame{globals: f.Globals}).builtins()) }, readonly)
	get("__code__", func(f *Function) value { return f.st.codeObject() }, func(f *Function, v value) error {
		k, ok := v.Ref.(*CodeObject)
		if !ok {
			return object.TypeError("__code__ must be set to a code object")
		}
		if n := len(k.Code.Free); n != len(f.closure) {
			return object.ValueError("%s() requires a code object with %d free vars, not %d", f.Name, len(f.closure), n)
		}
		f.st = k.state(f.st.shared)
		return nil
	})
	get("__defaults__", func(f *Function) value {
		if f.defaults == nil {
			return object.None
		}
		return object.TupleValue(f.defaults...)
	}, func(f *Function, v value) error {
		if !v.Valid() || v.IsNone() {
			f.defaults = nil
			return nil
		}
		t, ok := v.Ref.(*object.Tuple)
		if !ok {
			return object.TypeError("__defaults__ must be set to a tuple object")
		}
		f.defaults = t.Items
		return nil
	})
	dict := func(name string, of func(f *Function) *object.Value, make bool) {
		get(name, func(f *Function) value {
			at := of(f)
			if !at.Valid() {
				if !make {
					return object.None
				}
				*at = object.Obj(object.NewDict())
			}
			return *at
		}, func(f *Function, v value) error {
			if !v.Valid() || v.IsNone() {
				*of(f) = value{}
				return nil
			}
			if _, ok := v.Ref.(*object.Dict); !ok {
				return object.TypeError("%s must be set to a dict object", name)
			}
			*of(f) = v
			return nil
		})
	}
	dict("__annotations__", func(f *Function) *object.Value { return &f.annotations }, true)
	get("__kwdefaults__", func(f *Function) value {
		if f.kwDefaults == nil {
			return object.None
		}
		return object.Obj(f.kwDefaults)
	}, func(f *Function, v value) error {
		if !v.Valid() || v.IsNone() {
			f.kwDefaults = nil
			return nil
		}
		d, ok := v.Ref.(*object.Dict)
		if !ok {
			return object.TypeError("__kwdefaults__ must be set to a dict object")
		}
		f.kwDefaults = d
		return nil
	})
	get("__closure__", func(f *Function) value {
		if len(f.closure) == 0 {
			return object.None
		}
		cells := make([]value, len(f.closure))
		for i, c := range f.closure {
			cells[i] = object.Obj(c)
		}
		return object.TupleValue(cells...)
	}, readonly)
	get("__type_params__", func(f *Function) value {
		if !f.typeParams.Valid() {
			return object.TupleValue()
		}
		return f.typeParams
	}, func(f *Function, v value) error {
		if _, ok := v.Ref.(*object.Tuple); !ok {
			return object.TypeError("__type_params__ must be set to a tuple")
		}
		f.typeParams = v
		return nil
	})
}
