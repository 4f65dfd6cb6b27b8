package asyncio

import (
	"fmt"
	"strings"

	"asyncio/script/object"
	"asyncio/script/vm"
)

// callbackText prints a callback with its arguments: "cb(1) at prog.py:3".
// show tells whether argument values may be seen.
func (b *Binding) callbackText(fn val, args []val, show bool) string {
	name, place := b.callbackName(fn, show)
	return name + b.argumentsText(args, nil, show) + place
}

// callbackName prints a callback's name, with the arguments that a partial
// binds, and its place, " at FILE:LINE" for a Python function.
func (b *Binding) callbackName(fn val, show bool) (name, place string) {
	inner, bound := fn, ""
	for {
		f, args, kw, ok := b.partial(inner)
		if !ok {
			break
		}
		inner, bound = f, b.argumentsText(args, kw, show)+bound
	}
	return b.functionName(inner) + bound, b.functionPlace(inner)
}

func (b *Binding) functionName(fn val) string {
	if c, ok := fn.Ref.(*coreCall); ok {
		s, _ := c.Repr(b.t())
		return s
	}
	for _, name := range [...]string{"__qualname__", "__name__"} {
		if v, err := object.GetAttr(b.t(), fn, name); err == nil {
			if s, ok := object.StrOf(v); ok && s != "" {
				return s
			}
		}
	}
	return b.repr(fn)
}

// functionPlace gives where a Python function is defined, empty for anything
// else.
func (b *Binding) functionPlace(fn val) string {
	for range 100 {
		if isOf(fn, "partialmethod") {
			inner, err := object.GetAttr(b.t(), fn, "func")
			if err != nil {
				return ""
			}
			fn = inner
			continue
		}
		if w, err := object.GetAttr(b.t(), fn, "__wrapped__"); err == nil {
			fn = w // whatever it is that wraps it
			continue
		}
		if f, ok := fn.Ref.(*vm.Function); ok {
			return fmt.Sprintf(" at %s:%d", f.Code().File, f.Code().FirstLine)
		}
		return ""
	}
	return ""
}

// isOf reports whether v is of a class of functools.
func isOf(v val, name string) bool {
	for _, c := range object.ClassOf(v).MRO {
		if c.Module == "functools" && strings.TrimPrefix(c.Name, "functools.") == name {
			return true
		}
	}
	return false
}

// partial takes a functools.partial apart.
func (b *Binding) partial(v val) (fn val, args []val, kw kws, ok bool) {
	if !isOf(v, "partial") {
		return val{}, nil, nil, false
	}
	t := b.t()
	fn, err := object.GetAttr(t, v, "func")
	if err != nil {
		return val{}, nil, nil, false
	}
	if a, err := object.GetAttr(t, v, "args"); err == nil {
		args, _ = object.Collect(t, a)
	}
	if k, err := object.GetAttr(t, v, "keywords"); err == nil {
		if d, isDict := k.Ref.(*object.Dict); isDict {
			for _, key := range d.Keys() {
				name, _ := object.StrOf(key)
				kw = append(kw, object.Kw{Name: name, Val: d.GetStr(name)})
			}
		}
	}
	return fn, args, kw, true
}

func (b *Binding) argumentsText(args []val, kw kws, show bool) string {
	if !show {
		return "()"
	}
	var parts []string
	for _, a := range args {
		parts = append(parts, b.shortRepr(a))
	}
	for _, k := range kw {
		parts = append(parts, k.Name+"="+b.shortRepr(k.Val))
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// traceback prints an exception as Python does for one that nobody caught.
func (b *Binding) traceback(err error) string {
	e := object.AsException(err)
	if e == nil {
		return err.Error()
	}
	return strings.TrimSuffix(object.FormatTraceback(b.t(), e), "\n")
}

// className gives a class's __name__.
func className(c *object.Class) string {
	if c.Builtin() {
		return c.Name[strings.LastIndexByte(c.Name, '.')+1:]
	}
	return c.Name
}
