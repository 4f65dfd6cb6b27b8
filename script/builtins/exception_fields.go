package builtins

import "asyncio/script/object"

// exceptionFields gives the exceptions that carry more than their arguments
// their attributes and constructors.
func exceptionFields() {
	fields := map[*object.Class][]string{
		object.AttributeErrorClass:        {"name", "obj"},
		object.NameErrorClass:             {"name"},
		object.ImportErrorClass:           {"msg", "name", "path", "name_from"},
		object.OSErrorClass:               {"errno", "strerror", "filename", "filename2"},
		object.SyntaxErrorClass:           {"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"},
		object.StopIterationClass:         {"value"},
		object.SystemExitClass:            {"code"},
		object.UnicodeDecodeErrorClass:    {"encoding", "object", "start", "end", "reason"},
		object.UnicodeEncodeErrorClass:    {"encoding", "object", "start", "end", "reason"},
		object.UnicodeTranslateErrorClass: {"encoding", "object", "start", "end", "reason"},
	}
	for cls, names := range fields {
		for _, n := range names {
			cls.DefGet(n, func(t *thread, v value) (value, error) {
				if x := v.Ref.(*object.Exception).Extra(n); x.Valid() {
					return x, nil
				}
				return object.None, nil
			}, func(t *thread, v, x value) error {
				v.Ref.(*object.Exception).SetField(n, x)
				return nil
			})
			cls.DelAttr(n, func(t *thread, v value) error {
				v.Ref.(*object.Exception).SetField(n, value{})
				return nil
			})
		}
	}
	for cls, names := range map[*object.Class][]string{
		object.AttributeErrorClass: {"name", "obj"}, object.NameErrorClass: {"name"}, object.ImportErrorClass: {"name", "path", "name_from"},
	} {
		cls.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
			e := a[0].Ref.(*object.Exception)
			if err := e.SetArgs(a[1:]); err != nil {
				return value{}, err
			}
			return object.None, named(e, cls.Name, kw, names...)
		})
	}
}

// named takes the keyword arguments that become attributes.
func named(e *object.Exception, fname string, kw kws, names ...string) error {
next:
	for _, k := range kw {
		for _, n := range names {
			if n == k.Name {
				e.SetField(n, k.Val)
				continue next
			}
		}
		return object.TypeError("%s() got an unexpected keyword argument '%s'", fname, k.Name)
	}
	return nil
}
