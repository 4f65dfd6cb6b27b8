package vm

import "asyncio/script/object"

// The class of functions shows its attributes as descriptors, which Python code
// asks for by name (type(f).__code__).
var _ = func() bool {
	for _, name := range []string{"__code__", "__globals__", "__closure__", "__defaults__", "__kwdefaults__", "__annotations__"} {
		object.FunctionClass.DefGet(name, func(t *object.Thread, v object.Value) (object.Value, error) {
			f, ok := v.Ref.(*Function)
			if !ok {
				return object.Value{}, object.TypeError("descriptor '%s' for 'function' objects doesn't apply to a '%s' object", name, object.ClassOf(v).Name)
			}
			a, _, err := f.Attr(t, name)
			return a, err
		}, func(t *object.Thread, v, to object.Value) error {
			f, ok := v.Ref.(*Function)
			if !ok {
				return object.TypeError("descriptor '%s' for 'function' objects doesn't apply to a '%s' object", name, object.ClassOf(v).Name)
			}
			if known, err := f.SetAttr(t, name, to); known || err != nil {
				return err
			}
			return object.Raise(object.AttributeErrorClass, "readonly attribute")
		})
	}
	return true
}()
