// Package structmod is the module struct.
package structmod

import (
	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	thread = object.Thread
	value  = object.Value
)

var (
	errorClass  = object.NewExceptionClass("struct", "error", object.ExceptionClass)
	structClass = object.NewNativeClass("_struct", "Struct")
	iterClass   = object.NewNativeClass("_struct", "unpack_iterator").Final()
)

// compiled is a Struct.
type compiled struct {
	object.Head
	format string
	layout *layout
}

// Class implements object.Object.
func (c *compiled) Class() *object.Class { return c.ClassOr(structClass) }

// Repr implements object.Reprer.
func (c *compiled) Repr(t *thread) (string, error) {
	s, err := object.ReprText(t, object.String(c.format))
	return c.Class().Qualname + "(" + s + ")", err
}

// formatOf gives the format of a function's first argument.
func formatOf(v value) (string, *layout, error) {
	text, ok := object.StrOf(v)
	if b, isBytes := v.Ref.(*object.Bytes); isBytes {
		text, ok = string(b.B), true
	}
	if !ok {
		if c, isStruct := v.Ref.(*compiled); isStruct {
			return c.format, c.layout, nil
		}
		return "", nil, object.TypeError("Struct() argument 1 must be a str or bytes object, not %s", object.ClassOf(v).Name)
	}
	l, err := parse(text)
	return text, l, err
}

// cache keeps the formats that a program used last.
type cache map[string]*layout

// of is formatOf with a look at what is kept.
func (c cache) of(v value) (*layout, error) {
	text, isText := object.StrOf(v)
	if l := c[text]; isText && l != nil {
		return l, nil
	}
	_, l, err := formatOf(v)
	if err == nil && isText {
		if len(c) >= 100 {
			clear(c)
		}
		c[text] = l
	}
	return l, err
}

// methods are the functions that the module and Struct have in common; args are
// those behind the format.
var methods = map[string]func(t *thread, l *layout, args []value, kw []object.Kw) (value, error){
	"pack": func(t *thread, l *layout, args []value, _ []object.Kw) (value, error) {
		if len(args) != l.values {
			return value{}, structError("pack expected %d items for packing (got %d)", l.values, len(args))
		}
		if err := t.Room(float64(l.size)); err != nil {
			return value{}, err
		}
		p := make([]byte, l.size)
		return object.BytesValue(p), l.pack(t, p, args)
	},
	"pack_into": func(t *thread, l *layout, args []value, _ []object.Kw) (value, error) {
		if len(args) < 2 {
			if len(args) == 0 {
				return value{}, structError("pack_into expected buffer argument")
			}
			return value{}, structError("pack_into expected offset argument")
		}
		if len(args)-2 != l.values {
			return value{}, structError("pack_into expected %d items for packing (got %d)", l.values, len(args)-2)
		}
		p, err := builtins.WritableBytes(args[0])
		if err != nil {
			return value{}, err
		}
		off, err := object.Index(t, args[1])
		if err != nil {
			return value{}, err
		}
		at, err := place(l, len(p), off, "pack_into", "for packing")
		if err != nil {
			return value{}, err
		}
		return object.None, l.pack(t, p[at:at+l.size], args[2:])
	},
	"unpack": func(t *thread, l *layout, args []value, _ []object.Kw) (value, error) {
		if len(args) != 1 {
			return value{}, object.TypeError("unpack expected 2 arguments, got %d", len(args)+1)
		}
		p, err := builtins.BytesLike(t, args[0])
		if err != nil {
			return value{}, err
		}
		if len(p) != l.size {
			return value{}, structError("unpack requires a buffer of %d bytes", l.size)
		}
		return l.unpack(p), nil
	},
	"unpack_from": func(t *thread, l *layout, args []value, kw []object.Kw) (value, error) {
		v, err := object.Args("unpack_from", args, kw, 1, "buffer", "offset")
		if err != nil {
			return value{}, err
		}
		p, err := builtins.BytesLike(t, v[0])
		if err != nil {
			return value{}, err
		}
		off := 0
		if v[1].Valid() {
			if off, err = object.Index(t, v[1]); err != nil {
				return value{}, err
			}
		}
		at, err := place(l, len(p), off, "unpack_from", "for unpacking")
		if err != nil {
			return value{}, err
		}
		return l.unpack(p[at : at+l.size]), nil
	},
	"iter_unpack": func(t *thread, l *layout, args []value, _ []object.Kw) (value, error) {
		if len(args) != 1 {
			return value{}, object.TypeError("iter_unpack expected 2 arguments, got %d", len(args)+1)
		}
		p, err := builtins.BytesLike(t, args[0])
		if err != nil {
			return value{}, err
		}
		if l.size == 0 {
			return value{}, structError("cannot iteratively unpack with a struct of length 0")
		}
		if len(p)%l.size != 0 {
			return value{}, structError("iterative unpacking requires a buffer of a multiple of %d bytes", l.size)
		}
		return object.Obj(&object.NativeIter{Cls: iterClass, Refs: []value{args[0]}, Step: func(*thread) (value, error) {
			if len(p) == 0 {
				return value{}, nil
			}
			v := l.unpack(p[:l.size])
			p = p[l.size:]
			return v, nil
		}}), nil
	},
}

// place finds where in a buffer of n bytes the layout is to begin.
func place(l *layout, n, off int, fname, doing string) (int, error) {
	if off < 0 {
		if off+l.size > 0 {
			return 0, structError("no space to %s %d bytes at offset %d", map[string]string{"for packing": "pack", "for unpacking": "unpack"}[doing], l.size, off)
		}
		if off+n < 0 {
			return 0, structError("offset %d out of range for %d-byte buffer", off, n)
		}
		off += n
	}
	if n-off < l.size {
		return 0, structError("%s requires a buffer of at least %d bytes %s %d bytes at offset %d (actual buffer size is %d)", fname, off+l.size, doing, l.size, off, n)
	}
	return off, nil
}

func init() {
	structClass.Later(fillStruct)
	iterClass.Later((*object.Class).IteratorMethods)
}

func fillStruct(c *object.Class) {
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		v, err := object.Args("Struct", a, kw, 1, "format")
		if err != nil {
			return value{}, err
		}
		format, l, err := formatOf(v[0])
		if err != nil {
			return value{}, err
		}
		s := &compiled{format: format, layout: l}
		if cls != structClass {
			s.SetClass(cls)
		}
		return object.Obj(s), nil
	}
	for name, f := range methods {
		c.Def(name, 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
			return f(t, a[0].Ref.(*compiled).layout, a[1:], kw)
		})
	}
	c.DefGet("format", func(_ *thread, v value) (value, error) { return object.String(v.Ref.(*compiled).format), nil }, nil)
	c.DefGet("size", func(_ *thread, v value) (value, error) { return object.Int(int64(v.Ref.(*compiled).layout.size)), nil }, nil)
}

// Module makes the module struct.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("struct")
	m.Dict.SetStr("Struct", object.Obj(structClass))
	m.Dict.SetStr("error", object.Obj(errorClass))
	kept := cache{}
	m.Def("calcsize", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		l, err := kept.of(a[0])
		if err != nil {
			return value{}, err
		}
		return object.Int(int64(l.size)), nil
	})
	m.Def("_clearcache", 0, 0, func(*thread, []value, []object.Kw) (value, error) {
		clear(kept)
		return object.None, nil
	})
	for name, f := range methods {
		m.Def(name, 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
			l, err := kept.of(a[0])
			if err != nil {
				return value{}, err
			}
			return f(t, l, a[1:], kw)
		})
	}
	return m, nil
}
