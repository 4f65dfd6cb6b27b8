// Package vm runs compiled code: frames on the heap, one loop, one switch.
//
// A call of a Python function from Python pushes a frame and stays in the
// loop; a generator or coroutine is a frame that is kept. Only where Go code
// calls back (a sort's key, __eq__ in a dict) does the loop nest.
package vm

import (
	"asyncio/script/blame"
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
	live     *compile.Live
	shared   *Shared
}

type globalCache struct {
	dict   *object.Dict
	ver    uint64
	bver   uint64
	index  int32
	inside bool // in the globals, else in builtins
}

func newState(sh *Shared, c *compile.Code) *state {
	return &state{shared: sh, code: c, simple: c.Simple(), caches: make([]object.Cache, len(c.Sites)), globals: make([]globalCache, len(c.Sites)), children: make([]*state, len(c.Children))}
}

func (s *state) child(i int32) *state {
	if s.children[i] == nil {
		s.children[i] = newState(s.shared, s.code.Children[i])
	}
	return s.children[i]
}

// Function is a function written in Python.
type Function struct {
	object.Mark
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
	typeParams  object.Value
	attrs       *object.Attrs
}

// Class implements object.Object.
func (*Function) Class() *object.Class { return object.FunctionClass }

// PlainFunction implements object.PlainFunction.
func (*Function) PlainFunction() {}

// Code gives the function's code.
func (f *Function) Code() *compile.Code { return f.st.code }

// IsCoroutineFunction reports whether a call gives a coroutine.
func (f *Function) IsCoroutineFunction() bool {
	return f.st.code.Flags&(compile.Generator|compile.Async) == compile.Async
}

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

// bindArgs puts a call's arguments into the slots of a frame. rest is to be the
// function's **kwargs; without it a dict is made.
func (f *Function) bindArgs(r []object.Value, args []object.Value, kw []object.Kw, rest *object.Dict) error {
	c := f.st.code
	n := c.NArgs
	given := len(args)
	named := n + c.NKwOnly
	at := named
	if c.Flags&compile.HasVarArg != 0 {
		r[at] = object.CopyTuple(args[min(n, given):])
		at++
	}
	if c.Flags&compile.HasKwArg != 0 {
		if rest == nil {
			rest = object.NewDict()
		}
		r[at] = object.Obj(rest)
	}
	copy(r[:n], args[:min(given, n)])
	var posOnly []string
next:
	for _, k := range kw {
		for i := c.NPosOnly; i < named; i++ {
			if c.Vars[i] == k.Name {
				if r[i].Valid() {
					return object.TypeError("%s", blame.Twice(f.Qualname, k.Name))
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
		return object.TypeError("%s", blame.Unexpected(f.Qualname, k.Name, c.Vars[c.NPosOnly:named]))
	}
	if posOnly != nil {
		return object.TypeError("%s", blame.ByName(f.Qualname, posOnly))
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
	named := 0
	for _, v := range r[c.NArgs : c.NArgs+c.NKwOnly] {
		if v.Valid() {
			named++
		}
	}
	return object.TypeError("%s", blame.TooMany(f.Qualname, c.NArgs, len(f.defaults), given, named))
}

func (f *Function) missing(names []string, kind string) error {
	return object.TypeError("%s", blame.Missing(f.Qualname, kind, names))
}
