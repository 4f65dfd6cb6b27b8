package vm

import (
	"fmt"

	"asyncio/script/compile"
	"asyncio/script/object"
)

// CodeObject is what f.__code__ gives.
type CodeObject struct {
	Code *compile.Code
	st   *state
}

// Class implements object.Object.
func (*CodeObject) Class() *object.Class { return object.CodeClass }

// Repr implements object.Reprer.
func (c *CodeObject) Repr(t *object.Thread) (string, error) {
	return fmt.Sprintf("<code object %s at %s, file \"%s\", line %d>", c.Code.Name, t.Address(object.Obj(c)), c.Code.File, c.Code.FirstLine), nil
}

// state is what runs the code.
func (c *CodeObject) state(sh *Shared) *state {
	if c.st == nil {
		c.st = newState(sh, c.Code)
	}
	return c.st
}

// codeObject gives the one code object that stands for the code.
func (s *state) codeObject() object.Value {
	if s.value == nil {
		s.value = &CodeObject{s.code, s}
	}
	return object.Obj(s.value)
}

// The bits of co_flags.
const (
	flagOptimized = 1 << iota
	flagNewLocals
	flagVarArgs
	flagVarKeywords
	flagNested
	flagGenerator
	_
	flagCoroutine
	flagIterableCoroutine
	flagAsyncGenerator

	flagFutureAnnotations = 1 << 24
)

func codeFlags(k *compile.Code) int64 {
	n := int64(0)
	if k.StringAnnotations {
		n = flagFutureAnnotations
	}
	if k.Flags&(compile.TopLevel|compile.ClassBody) != 0 {
		return n | int64(flagCoroutine)*int64(k.Flags&compile.Async/compile.Async)
	}
	n |= flagOptimized | flagNewLocals
	if k.Flags&compile.HasVarArg != 0 {
		n |= flagVarArgs
	}
	if k.Flags&compile.HasKwArg != 0 {
		n |= flagVarKeywords
	}
	if k.Nested {
		n |= flagNested
	}
	switch k.Flags & (compile.Generator | compile.Async) {
	case compile.Generator:
		n |= flagGenerator
	case compile.Async:
		n |= flagCoroutine
	case compile.Generator | compile.Async:
		n |= flagAsyncGenerator
	}
	if k.Flags&compile.IterableCoroutine != 0 {
		n |= flagIterableCoroutine
	}
	return n
}

// The attributes of code objects.
func init() { object.CodeClass.Later(fillCode) }

func fillCode(c *object.Class) {
	type value = object.Value
	get := func(name string, fn func(k *compile.Code) value) {
		c.DefGet(name, func(_ *object.Thread, v value) (value, error) {
			return fn(v.Ref.(*CodeObject).Code), nil
		}, nil)
	}
	num := func(n int) value { return object.Int(int64(n)) }
	names := func(s []string) value { return object.TupleValue(object.Strings(s)...) }
	get("co_name", func(k *compile.Code) value { return object.String(k.Name) })
	get("co_qualname", func(k *compile.Code) value { return object.String(k.Qualname) })
	get("co_filename", func(k *compile.Code) value { return object.String(k.File) })
	get("co_firstlineno", func(k *compile.Code) value { return num(k.FirstLine) })
	get("co_argcount", func(k *compile.Code) value { return num(k.NArgs) })
	get("co_kwonlyargcount", func(k *compile.Code) value { return num(k.NKwOnly) })
	get("co_posonlyargcount", func(k *compile.Code) value { return num(k.NPosOnly) })
	get("co_stacksize", func(k *compile.Code) value { return num(k.NReg) })
	get("co_flags", func(k *compile.Code) value { return object.Int(codeFlags(k)) })
	get("co_freevars", func(k *compile.Code) value { return names(k.Free) })
	get("co_nlocals", func(k *compile.Code) value { return num(len(localNames(k))) })
	get("co_varnames", func(k *compile.Code) value { return names(localNames(k)) })
	get("co_cellvars", func(k *compile.Code) value { return names(k.Cells) })
	get("co_names", func(k *compile.Code) value {
		seen := map[string]bool{}
		var out []string
		for _, s := range k.Sites {
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
		return names(out)
	})
	get("co_consts", func(k *compile.Code) value {
		out := []value{}
		if k.Flags&(compile.TopLevel|compile.ClassBody) == 0 {
			out = append(out, k.Doc)
		}
		for _, v := range k.Consts {
			if len(out) == 0 || !v.IsNone() || !out[0].IsNone() {
				out = append(out, v)
			}
		}
		for _, c := range k.Children {
			out = append(out, object.Obj(&CodeObject{Code: c}))
		}
		return object.TupleValue(out...)
	})
	c.Def("replace", 1, 1, replaceCode)
	c.Def("co_positions", 1, 1, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		k := a[0].Ref.(*CodeObject).Code
		var out []value
		for _, s := range k.Spans {
			out = append(out, object.TupleValue(num(int(s.Line)), num(int(s.EndLine)), num(int(s.Col)), num(int(s.EndCol))))
		}
		return object.Iter(t, object.Obj(object.NewList(out)))
	})
	c.Def("co_lines", 1, 1, func(t *object.Thread, a []value, _ []object.Kw) (value, error) {
		k := a[0].Ref.(*CodeObject).Code
		var out []value
		for i := 0; i < len(k.Spans); {
			j := i
			for j < len(k.Spans) && k.Spans[j].Line == k.Spans[i].Line {
				j++
			}
			out = append(out, object.TupleValue(num(2*i), num(2*j), num(int(k.Spans[i].Line))))
			i = j
		}
		return object.Iter(t, object.Obj(object.NewList(out)))
	})
}

// localNames are the variables that are not shared with outer functions, the
// parameters first.
func localNames(k *compile.Code) []string {
	cell := map[string]bool{}
	for _, n := range k.Cells {
		cell[n] = true
	}
	params := k.NArgs + k.NKwOnly
	if k.Flags&compile.HasVarArg != 0 {
		params++
	}
	if k.Flags&compile.HasKwArg != 0 {
		params++
	}
	var out []string
	for i, n := range k.Vars {
		if i < params || !cell[n] {
			out = append(out, n)
		}
	}
	return out
}
