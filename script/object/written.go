package object

import (
	"sync"

	"asyncio/script/blame"
)

// sortWritten puts arguments given by name to those given by place, as far as they
// follow on them, and gives the others. The error is that of a Python function.
func (p *Signature) sortWritten(function string, args []Value, kw []Kw) ([]Value, []Kw, error) {
	given := make([]Value, len(p.names))
	copy(given[:p.maxPos], args)
	var stray []Kw
	var posOnly []string
next:
	for _, k := range kw {
		for i, name := range p.names {
			if name != k.Name || i < p.posOnly {
				continue
			}
			if given[i].Valid() {
				return nil, nil, TypeError("%s", blame.Twice(function, name))
			}
			given[i] = k.Val
			continue next
		}
		if p.named {
			stray = append(stray, k)
			continue
		}
		for _, name := range p.names[:p.posOnly] {
			if name == k.Name {
				posOnly = append(posOnly, name)
				continue next
			}
		}
		return nil, nil, TypeError("%s", blame.Unexpected(function, k.Name, p.names[p.posOnly:]))
	}
	if posOnly != nil {
		return nil, nil, TypeError("%s", blame.ByName(function, posOnly))
	}
	if len(args) > p.maxPos && !p.rest {
		named := 0
		for _, v := range given[p.maxPos:] {
			if v.Valid() {
				named++
			}
		}
		return nil, nil, TypeError("%s", blame.TooMany(function, p.maxPos, p.maxPos-p.required, len(args), named))
	}
	var missing []string
	for i, v := range given[:p.required] {
		if !v.Valid() {
			missing = append(missing, p.names[i])
		}
	}
	if missing != nil {
		return nil, nil, TypeError("%s", blame.Missing(function, "positional", missing))
	}
	if len(args) < p.maxPos {
		n := len(args)
		for n < p.maxPos && given[n].Valid() {
			n++
		}
		args = given[:n:n]
	}
	for i := min(len(args), p.maxPos); i < len(p.names); i++ {
		if given[i].Valid() {
			stray = append(stray, Kw{Name: p.names[i], Val: given[i]})
		}
	}
	return args, stray, nil
}

// Written gives parameters to a function of the module that CPython has in
// Python, from a header such as "sleep(delay, result=None)": calls are refused
// as those of a Python function.
func (m *Module) Written(header string) { written(m.Dict, header) }

// Written is Module.Written for methods; the header names self.
func (c *Class) Written(header string) { written(c.define(), header) }

func written(d *Dict, header string) {
	name, params := splitHeader(header)
	if b, ok := d.GetStr(name).Ref.(*Builtin); ok {
		b.params = sync.OnceValue(func() *Signature { return ParseSignature(params) })
		b.Fn = inFrame(b.Fn)
	}
}

// inFrame has what fn raises hold fn's arguments, as the traceback of a function
// in Python does by its frame: a coroutine that is refused is there as long as the
// exception.
func inFrame(fn NativeFn) NativeFn {
	return func(t *Thread, args []Value, kw []Kw) (Value, error) {
		v, err := fn(t, args, kw)
		if err != nil {
			if e := AsException(err); e != nil {
				e.within = append(e.within, args...)
				for _, k := range kw {
					e.within = append(e.within, k.Val)
				}
			}
		}
		return v, err
	}
}

func (b *Builtin) callWritten(t *Thread, args []Value, kw []Kw) (Value, error) {
	args, kw, err := b.params().sortWritten(b.Qualname, args, kw)
	if err != nil {
		return Value{}, err
	}
	return b.Fn(t, args, kw)
}
