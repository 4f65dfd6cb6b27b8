// Package builtins has the builtin functions and the methods of the builtin
// types.
package builtins

import (
	"asyncio/script/object"
	"asyncio/script/text"
)

type (
	value  = object.Value
	thread = object.Thread
	kws    = []object.Kw
)

// What fills the builtin classes is told while the package is initialised; see
// object.Class.Later. They are constants, shared by all interpreters.
var _ = fill()

func fill() bool {
	object.ObjectClass.Later(objectMethods)
	object.TypeClass.Later(typeMethods)
	object.IntClass.Later(fillInt)
	object.FloatClass.Later(fillFloat)
	object.BoolClass.Later(fillBool)
	object.ComplexClass.Later(fillComplex)
	object.StrClass.Later(fillStr)
	object.MemoryViewClass.Later(fillMemoryView)
	object.ListClass.Later(fillList)
	object.TupleClass.Later(fillTuple)
	object.DictClass.Later(fillDict)
	object.MappingProxyClass.Later(fillMappingProxy)
	object.SetClass.Later(fillSet)
	object.FrozensetClass.Later(fillFrozenset)
	object.RangeClass.Later(fillRange)
	object.SliceClass.Later(fillSlice)
	object.BaseExceptionClass.Later(exceptionMethods)
	object.BaseExceptionGroupClass.Later(groupMethods)
	object.TracebackClass.Later(tracebackMethods)
	object.CellClass.Later(cellMethods)
	object.MethodClass.Later(methodMethods)
	object.GenericAliasClass.Later(aliasMethods)
	object.ObjectClass.Later(reduceMethods)
	for _, f := range []func(){
		fillBytes, fillViews, fillSets, exceptionFields, descriptorMethods, descriptorProtocol, generatorMethods, fillLazy, fillIterators,
		fillSingletons, madeByProgram, constructors, ownMethods, containerProtocol, resumeThrough,
	} {
		f()
	}
	return true
}

func none(err error) (value, error) { return object.None, err }

func str(s string, err error) (value, error) {
	if err != nil {
		return value{}, err
	}
	return object.String(s), nil
}

func boolean(b bool, err error) (value, error) { return object.Bool(b), err }

// opt is argument n, or no value.
func opt(a []value, n int) value {
	if n < len(a) {
		return a[n]
	}
	return value{}
}

func typeName(v value) string { return object.ClassOf(v).Name }

// flag is an optional argument that is taken as true or false.
func flag(t *thread, v value) (bool, error) {
	if !v.Valid() {
		return false, nil
	}
	return object.Truth(t, v)
}

// isIndex reports whether v has __index__.
func isIndex(v value) bool {
	if _, ok := object.Integer(v); ok {
		return true
	}
	_, ok := object.ClassOf(v).Lookup("__index__")
	return ok
}

// sequence gives the items of a list or tuple, or of a new list made of v;
// when v is not iterable the TypeError has that text.
func sequence(t *thread, v value, otherwise string) ([]value, error) {
	switch o := v.Ref.(type) {
	case *object.List:
		if o.Exact() {
			return o.Items, nil
		}
	case *object.Tuple:
		if o.Exact() {
			return o.Items, nil
		}
	}
	it, err := object.Iter(t, v)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) {
			return nil, object.TypeError("%s", otherwise)
		}
		return nil, err
	}
	return object.CollectIter(t, it)
}

// codecArgs reads the encoding and errors arguments of fn.
func codecArgs(fn string, encoding, errors value) (enc, handler string, err error) {
	enc, handler = "utf-8", "strict"
	for i, p := range []*string{&enc, &handler} {
		v := []value{encoding, errors}[i]
		if !v.Valid() {
			continue
		}
		s, ok := object.StrOf(v)
		if !ok {
			return "", "", object.TypeError("%s() argument '%s' must be str, not %s", fn, []string{"encoding", "errors"}[i], argumentName(v))
		}
		*p = s
	}
	return enc, handler, nil
}

// codecError turns an error of a codec into Python's, which carries the object.
func codecError(src value, err error) error {
	make := func(cls *object.Class, encoding string, start, end int, reason string) error {
		e := object.NewException(cls, object.String(encoding), src, object.Int(int64(start)), object.Int(int64(end)), object.String(reason))
		for i, n := range []string{"encoding", "object", "start", "end", "reason"} {
			e.SetExtra(n, e.Args[i])
		}
		return e
	}
	switch e := err.(type) {
	case *text.EncodeError:
		return make(object.UnicodeEncodeErrorClass, e.Encoding, e.Start, e.End, e.Reason)
	case *text.DecodeError:
		if b, ok := bytesLike(src); ok {
			src = object.BytesValue(b)
		}
		return make(object.UnicodeDecodeErrorClass, e.Encoding, e.Start, e.End, e.Reason)
	}
	return object.FromError(err)
}

// mutableType sets up a class whose __init__ fills what __new__ made empty.
// For the class itself, not a subclass, both happen at once.
func mutableType(c *object.Class, params string, empty func() (value, *object.Head), fill func(t *thread, self value, a []value, kw kws) error) {
	sig := object.ParseSignature(params)
	init := func(t *thread, self value, a []value, kw kws) error {
		if len(kw) > 0 && c != object.DictClass && c != object.SetClass && object.ClassOf(self).Overrides("__new__") {
			kw = nil // they were for the __new__
		}
		sorted, err := sig.Bind(c.Name, c.Name, a, kw)
		if err != nil {
			return err
		}
		return fill(t, self, sorted, kw)
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		v, head := empty()
		if cls == c {
			return v, init(t, v, a, kw)
		}
		head.SetClass(cls)
		return v, nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw kws) (value, error) { return none(init(t, a[0], a[1:], kw)) })
}

// argumentName names what was given where a parameter wanted another type, as
// the checks of CPython's generated argument parsing do.
func argumentName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return typeName(v)
}
