package builtins

import "asyncio/script/object"

// exceptionFields gives the exceptions that carry more than their arguments
// their attributes and constructors.
func exceptionFields() {
	for _, c := range []*object.Class{object.AttributeErrorClass, object.NameErrorClass, object.ImportErrorClass, object.OSErrorClass, object.SyntaxErrorClass,
		object.StopIterationClass, object.SystemExitClass, object.UnicodeDecodeErrorClass, object.UnicodeEncodeErrorClass, object.UnicodeTranslateErrorClass} {
		c.Later(fillFields)
	}
}

func fillFields(c *object.Class) {
	var names, given []string // given by name to the constructor
	switch c {
	case object.AttributeErrorClass:
		names = []string{"name", "obj"}
		given = names
	case object.NameErrorClass:
		names = []string{"name"}
		given = names
	case object.ImportErrorClass:
		names = []string{"msg", "name", "path", "name_from"}
		given = names[1:]
	case object.OSErrorClass:
		names = []string{"errno", "strerror", "filename", "filename2"}
	case object.SyntaxErrorClass:
		names = []string{"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"}
	case object.StopIterationClass:
		names = []string{"value"}
	case object.SystemExitClass:
		names = []string{"code"}
	default:
		names = []string{"encoding", "object", "start", "end", "reason"}
	}
	for _, n := range names {
		c.DefGet(n, func(t *thread, v value) (value, error) {
			if x := v.Ref.(*object.Exception).Extra(n); x.Valid() {
				return x, nil
			}
			return object.None, nil
		}, func(t *thread, v, x value) error {
			v.Ref.(*object.Exception).SetField(n, x)
			return nil
		})
		c.DelAttr(n, func(t *thread, v value) error {
			v.Ref.(*object.Exception).SetField(n, value{})
			return nil
		})
	}
	if given == nil {
		return
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) {
		e := a[0].Ref.(*object.Exception)
		if err := e.SetArgs(a[1:]); err != nil {
			return value{}, err
		}
		return object.None, named(e, c.Name, kw, given...)
	})
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
