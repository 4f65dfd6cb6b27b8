// Package vm runs compiled code: frames on the heap, one loop, one switch.
//
// A call of a Python function from Python pushes a frame and stays in the
// loop; a generator or coroutine is a frame that is kept. Only where Go code
// calls back (a sort's key, __eq__ in a dict) does the loop nest.
package vm

import (
	"fmt"
	"strings"

	"asyncio/script/compile"
	"asyncio/script/object"
)

// state is a code object as one interpreter runs it: with caches and frames to
// use again, which must not be shared.
type state struct {
	code     *compile.Code
	caches   []object.Cache
	globals  []globalCache
	children []*state
	pool     *Frame
	value    *CodeObject
	simple   bool
}

type globalCache struct {
	dict   *object.Dict
	ver    uint64
	bver   uint64
	index  int32
	inside bool // in the globals, else in builtins
}

func newState(c *compile.Code) *state {
	return &state{code: c, simple: c.Simple(), caches: make([]object.Cache, len(c.Sites)), globals: make([]globalCache, len(c.Sites)), children: make([]*state, len(c.Children))}
}

func (s *state) child(i int32) *state {
	if s.children[i] == nil {
		s.children[i] = newState(s.code.Children[i])
	}
	return s.children[i]
}

// codeObject gives the one code object that stands for the code.
func (s *state) codeObject() object.Value {
	if s.value == nil {
		s.value = &CodeObject{s.code}
	}
	return object.Obj(s.value)
}

// CodeObject is what f.__code__ gives.
type CodeObject struct{ Code *compile.Code }

// Class implements object.Object.
func (*CodeObject) Class() *object.Class { return object.CodeClass }

// Attr implements object.Dynamic.
func (c *CodeObject) Attr(_ *object.Thread, name string) (object.Value, bool, error) {
	k := c.Code
	switch name {
	case "co_name":
		return object.String(k.Name), true, nil
	case "co_qualname":
		return object.String(k.Qualname), true, nil
	case "co_filename":
		return object.String(k.File), true, nil
	case "co_firstlineno":
		return object.Int(int64(k.FirstLine)), true, nil
	case "co_argcount":
		return object.Int(int64(k.NArgs)), true, nil
	case "co_kwonlyargcount":
		return object.Int(int64(k.NKwOnly)), true, nil
	case "co_posonlyargcount":
		return object.Int(int64(k.NPosOnly)), true, nil
	case "co_varnames":
		return object.TupleValue(object.Strings(k.Vars)...), true, nil
	case "co_freevars":
		return object.TupleValue(object.Strings(k.Free)...), true, nil
	case "co_flags":
		n := int64(3)
		if k.Flags&compile.HasVarArg != 0 {
			n |= 4
		}
		if k.Flags&compile.HasKwArg != 0 {
			n |= 8
		}
		switch k.Flags & (compile.Generator | compile.Async) {
		case compile.Generator:
			n |= 0x20
		case compile.Async:
			n |= 0x80
		case compile.Generator | compile.Async:
			n |= 0x200
		}
		return object.Int(n), true, nil
	}
	return object.Value{}, false, nil
}

// Function is a function written in Python.
type Function struct {
	st          *state
	Globals     *object.Dict
	closure     []*object.Cell
	defaults    []object.Value
	kwDefaults  *object.Dict
	Name        string
	Qualname    string
	Doc         object.Value
	module      object.Value
	annotations object.Value
	attrs       *object.Attrs
}

// Class implements object.Object.
func (*Function) Class() *object.Class { return object.FunctionClass }

// PlainFunction implements object.PlainFunction.
func (*Function) PlainFunction() {}

// Code gives the function's code.
func (f *Function) Code() *compile.Code { return f.st.code }

// Attributes implements object.Attributed.
func (f *Function) Attributes() *object.Attrs {
	if f.attrs == nil {
		f.attrs = object.NewAttrs()
	}
	return f.attrs
}

// Repr implements object.Reprer.
func (f *Function) Repr(t *object.Thread) (string, error) {
	return "<function " + f.Qualname + " at " + t.Address(object.Obj(f)) + ">", nil
}

// CallObject implements object.Caller.
func (f *Function) CallObject(t *object.Thread, args []object.Value, kw []object.Kw) (object.Value, error) {
	return Of(t).call(f, args, kw)
}

// Attr implements object.Dynamic.
func (f *Function) Attr(_ *object.Thread, name string) (object.Value, bool, error) {
	switch name {
	case "__name__":
		return object.String(f.Name), true, nil
	case "__qualname__":
		return object.String(f.Qualname), true, nil
	case "__doc__":
		return f.Doc, true, nil
	case "__module__":
		return f.module, true, nil
	case "__globals__":
		return object.Obj(f.Globals), true, nil
	case "__code__":
		return f.st.codeObject(), true, nil
	case "__defaults__":
		if f.defaults == nil {
			return object.None, true, nil
		}
		return object.TupleValue(f.defaults...), true, nil
	case "__kwdefaults__":
		if f.kwDefaults == nil {
			return object.None, true, nil
		}
		return object.Obj(f.kwDefaults), true, nil
	case "__annotations__":
		if !f.annotations.Valid() {
			f.annotations = object.Obj(object.NewDict())
		}
		return f.annotations, true, nil
	case "__closure__":
		if len(f.closure) == 0 {
			return object.None, true, nil
		}
		cells := make([]object.Value, len(f.closure))
		for i, c := range f.closure {
			cells[i] = object.Obj(c)
		}
		return object.TupleValue(cells...), true, nil
	case "__type_params__":
		return object.TupleValue(), true, nil
	}
	return object.Value{}, false, nil
}

// SetAttr implements object.DynamicSetter.
func (f *Function) SetAttr(_ *object.Thread, name string, v object.Value) (bool, error) {
	s, isStr := object.StrOf(v)
	switch name {
	case "__name__":
		if !isStr {
			return true, object.TypeError("__name__ must be set to a string object")
		}
		f.Name = s
	case "__qualname__":
		if !isStr {
			return true, object.TypeError("__qualname__ must be set to a string object")
		}
		f.Qualname = s
	case "__doc__":
		if !v.Valid() {
			v = object.None
		}
		f.Doc = v
	case "__module__":
		f.module = v
	case "__annotations__":
		f.annotations = v
	case "__defaults__":
		f.defaults = nil
		if t, ok := v.Ref.(*object.Tuple); ok {
			f.defaults = t.Items
		}
	case "__kwdefaults__":
		f.kwDefaults, _ = v.Ref.(*object.Dict)
	default:
		return false, nil
	}
	return true, nil
}

// bindArgs puts a call's arguments into the slots of a frame.
func (f *Function) bindArgs(r []object.Value, args []object.Value, kw []object.Kw) error {
	c := f.st.code
	n := c.NArgs
	given := len(args)
	named := n + c.NKwOnly
	at := named
	var rest *object.Dict
	if c.Flags&compile.HasVarArg != 0 {
		extra := []object.Value{}
		if given > n {
			extra = append(extra, args[n:]...)
		}
		r[at] = object.TupleValue(extra...)
		at++
	}
	if c.Flags&compile.HasKwArg != 0 {
		rest = object.NewDict()
		r[at] = object.Obj(rest)
	}
	copy(r[:n], args[:min(given, n)])
	var posOnly []string
next:
	for _, k := range kw {
		for i := c.NPosOnly; i < named; i++ {
			if c.Vars[i] == k.Name {
				if r[i].Valid() {
					return object.TypeError("%s() got multiple values for argument '%s'", f.Qualname, k.Name)
				}
				r[i] = k.Val
				continue next
			}
		}
		if rest != nil {
			rest.SetStr(k.Name, k.Val)
			continue
		}
		for i := 0; i < c.NPosOnly; i++ {
			if c.Vars[i] == k.Name {
				posOnly = append(posOnly, k.Name)
				continue next
			}
		}
		return object.TypeError("%s() got an unexpected keyword argument '%s'", f.Qualname, k.Name)
	}
	if posOnly != nil {
		return object.TypeError("%s() got some positional-only arguments passed as keyword arguments: '%s'", f.Qualname, strings.Join(posOnly, ", "))
	}
	if given > n && c.Flags&compile.HasVarArg == 0 {
		return f.tooMany(r, given)
	}
	first := n - len(f.defaults)
	var missing []string
	for i := range n {
		if !r[i].Valid() {
			if i >= first {
				r[i] = f.defaults[i-first]
			} else {
				missing = append(missing, c.Vars[i])
			}
		}
	}
	if missing != nil {
		return f.missing(missing, "positional")
	}
	for i := n; i < named; i++ {
		if r[i].Valid() {
			continue
		}
		if f.kwDefaults != nil {
			if r[i] = f.kwDefaults.GetStr(c.Vars[i]); r[i].Valid() {
				continue
			}
		}
		missing = append(missing, c.Vars[i])
	}
	if missing != nil {
		return f.missing(missing, "keyword-only")
	}
	return nil
}

func (f *Function) tooMany(r []object.Value, given int) error {
	c := f.st.code
	n := c.NArgs
	takes := fmt.Sprint(n)
	plural := n != 1
	if d := len(f.defaults); d > 0 {
		takes = fmt.Sprintf("from %d to %d", n-d, n)
		plural = true
	}
	kwGiven := 0
	for i := n; i < n+c.NKwOnly; i++ {
		if r[i].Valid() {
			kwGiven++
		}
	}
	s := func(b bool) string {
		if b {
			return "s"
		}
		return ""
	}
	if kwGiven > 0 {
		return object.TypeError("%s() takes %s positional argument%s but %d positional argument%s (and %d keyword-only argument%s) were given",
			f.Qualname, takes, s(plural), given, s(given != 1), kwGiven, s(kwGiven != 1))
	}
	verb := "were"
	if given == 1 {
		verb = "was"
	}
	return object.TypeError("%s() takes %s positional argument%s but %d %s given", f.Qualname, takes, s(plural), given, verb)
}

func (f *Function) missing(names []string, kind string) error {
	for i, n := range names {
		names[i] = "'" + n + "'"
	}
	var list string
	switch len(names) {
	case 1:
		return object.TypeError("%s() missing 1 required %s argument: %s", f.Qualname, kind, names[0])
	case 2:
		list = names[0] + " and " + names[1]
	default:
		list = strings.Join(names[:len(names)-1], ", ") + ", and " + names[len(names)-1]
	}
	return object.TypeError("%s() missing %d required %s arguments: %s", f.Qualname, len(names), kind, list)
}
