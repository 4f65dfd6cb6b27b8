package builtins

import (
	"asyncio/script/number"
	"asyncio/script/object"
	"asyncio/script/text"
	"asyncio/script/vm"
)

// Host is what the builtin functions need of the embedding layer.
type Host struct {
	// Sys gives the module sys.
	Sys func() *object.Module
	// Compile compiles text for exec, eval and compile.
	Compile func(t *thread, source, file, mode string) (value, error)
	// Exec runs what Compile gave.
	Exec func(t *thread, code value, globals *object.Dict, locals value) (value, error)
}

// Install fills an interpreter's builtins.
func Install(in *object.Interp, h *Host) *object.Module {
	m := &object.Module{Name: "builtins", Dict: in.Builtins}
	d := m.Dict
	d.SetStr("__name__", object.String("builtins"))
	for _, c := range object.Exceptions {
		d.SetStr(c.Name, object.Obj(c))
	}
	d.SetStr("IOError", object.Obj(object.OSErrorClass))
	d.SetStr("EnvironmentError", object.Obj(object.OSErrorClass))
	for _, c := range []*object.Class{object.ObjectClass, object.TypeClass, object.IntClass, object.BoolClass, object.FloatClass, object.StrClass,
		object.BytesClass, object.BytearrayClass, object.ListClass, object.TupleClass, object.DictClass, object.SetClass, object.FrozensetClass,
		object.RangeClass, object.SliceClass, object.PropertyClass, object.ClassMethodClass, object.StaticMethodClass, object.SuperClass,
		enumerateClass, zipClass, mapClass, filterClass, reversedClass} {
		d.SetStr(c.Name, object.Obj(c))
	}
	for n, v := range map[string]value{"None": object.None, "True": object.True, "False": object.False, "NotImplemented": object.NotImplemented,
		"Ellipsis": object.Ellipsis, "__debug__": object.True} {
		d.SetStr(n, v)
	}
	m.Def("print", 0, -1, func(t *thread, a []value, kw kws) (value, error) { return printTo(t, h, a, kw) })
	one := func(name string, f func(t *thread, v value) (value, error)) {
		m.Def(name, 1, 1, func(t *thread, a []value, kw kws) (value, error) {
			if err := object.NoKw(name, kw); err != nil {
				return value{}, err
			}
			return f(t, a[0])
		})
	}
	one("len", func(t *thread, v value) (value, error) { n, err := object.Len(t, v); return object.Int(int64(n)), err })
	one("repr", func(t *thread, v value) (value, error) { return str(object.ReprText(t, v)) })
	one("ascii", func(t *thread, v value) (value, error) { return str(convert(t, v, 'a')) })
	one("abs", absOf)
	one("hash", func(t *thread, v value) (value, error) { n, err := object.HashInt(t, v); return object.Int(n), err })
	one("id", func(t *thread, v value) (value, error) { return object.Int(int64(t.In.ID(v) & (1<<62 - 1))), nil })
	one("callable", func(t *thread, v value) (value, error) {
		return object.Bool(object.Callable(v)), nil
	})
	one("chr", func(t *thread, v value) (value, error) {
		n, err := object.Index(t, v)
		if err == nil && (n < 0 || n > 0x10ffff) {
			err = object.ValueError("chr() arg not in range(0x110000)")
		}
		return str(text.RuneString(rune(n)), err)
	})
	one("ord", func(t *thread, v value) (value, error) {
		if s, ok := object.StrOf(v); ok {
			if n := object.RuneCount(s); n != 1 {
				return value{}, object.TypeError("ord() expected a character, but string of length %d found", n)
			}
			r, _ := object.DecodeRune(s)
			return object.Int(int64(r)), nil
		}
		if b, ok := v.Ref.(*object.Bytes); ok && len(b.B) == 1 {
			return object.Int(int64(b.B[0])), nil
		}
		return value{}, object.TypeError("ord() expected string of length 1, but %s found", object.ClassOf(v).Name)
	})
	for name, base := range map[string]int{"hex": 16, "oct": 8, "bin": 2} {
		one(name, func(t *thread, v value) (value, error) {
			i, err := object.ToIndex(t, v)
			if err != nil {
				return i, err
			}
			n, _ := object.NumberOf(i)
			s := map[int]string{16: "0x", 8: "0o", 2: "0b"}[base] + number.IntDigits(n.Abs(), base)
			if n.Sign() < 0 {
				s = "-" + s
			}
			return object.String(s), nil
		})
	}
	reduceTruth := func(name string, stop bool) {
		one(name, func(t *thread, v value) (value, error) {
			it, err := object.Iter(t, v)
			if err != nil {
				return it, err
			}
			for {
				x, err := object.Next(t, it)
				if err != nil {
					return x, err
				}
				if !x.Valid() {
					return object.Bool(!stop), nil
				}
				b, err := object.Truth(t, x)
				if err != nil || b == stop {
					return object.Bool(stop), err
				}
			}
		})
	}
	reduceTruth("any", true)
	reduceTruth("all", false)
	m.Def("sum", 1, 2, func(t *thread, a []value, kw kws) (value, error) {
		p, err := object.Args("sum", a, kw, 1, "iterable", "start")
		if err != nil {
			return value{}, err
		}
		acc := object.Int(0)
		if p[1].Valid() {
			acc = p[1]
			if _, ok := object.StrOf(acc); ok {
				return value{}, object.TypeError("sum() can't sum strings [use ''.join(seq) instead]")
			}
		}
		var fs number.CompensatedSum
		floats := false
		err = object.Each(t, p[0], func(v value) error {
			if acc.IsFloat() || floats {
				if f, ok := object.FloatOf(v); ok && v.IsFloat() {
					if !floats {
						fs.Add(acc.F())
						floats = true
					}
					fs.Add(f)
					return nil
				}
				if floats {
					if n, ok := object.NumberOf(v); ok {
						if f, err := n.Float(); err == nil {
							fs.Add(f)
							return nil
						}
					}
					acc, floats = object.Float(fs.Result()), false
				}
			}
			var err error
			acc, err = object.Binary(t, object.OpAdd, acc, v)
			return err
		})
		if floats {
			acc = object.Float(fs.Result())
		}
		return acc, err
	})
	m.Def("sorted", 1, 1, func(t *thread, a []value, kw kws) (value, error) {
		p, err := object.Args("sort", nil, kw, 0, "key", "reverse")
		if err != nil {
			return value{}, err
		}
		items, err := object.Collect(t, a[0])
		if err == nil {
			err = sortValues(t, items, p[0], p[1])
		}
		return object.Obj(object.NewList(items)), err
	})
	for _, name := range []string{"min", "max"} {
		op := object.CmpLt
		if name == "max" {
			op = object.CmpGt
		}
		m.Def(name, 1, -1, func(t *thread, a []value, kw kws) (value, error) { return best(t, name, op, a, kw) })
	}
	m.Def("round", 1, 2, func(t *thread, a []value, kw kws) (value, error) {
		p, err := object.Args("round", a, kw, 1, "number", "ndigits")
		if err != nil {
			return value{}, err
		}
		if !p[1].Valid() {
			p = p[:1]
		}
		if !object.ClassOf(p[0]).Builtin() {
			if r, ok, err := t.CallSpecial(p[0], "__round__", p[1:]...); ok {
				return r, err
			}
		}
		return roundOf(t, p)
	})
	m.Def("divmod", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return object.Binary(t, object.OpDivMod, a[0], a[1]) })
	m.Def("pow", 2, 3, func(t *thread, a []value, kw kws) (value, error) {
		if len(a) < 3 || a[2].IsNone() {
			return object.Binary(t, object.OpPow, a[0], a[1])
		}
		x, ok1 := object.NumberOf(a[0])
		y, ok2 := object.NumberOf(a[1])
		z, ok3 := object.NumberOf(a[2])
		if !ok1 || !ok2 || !ok3 {
			return value{}, object.TypeError("pow() 3rd argument not allowed unless all arguments are integers")
		}
		r, err := number.PowMod(x, y, z)
		return object.FromNumber(r), object.FromError(err)
	})
	m.Def("isinstance", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return boolean(object.IsInstanceOf(t, a[0], a[1])) })
	m.Def("issubclass", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return boolean(object.IsSubclassOf(t, a[0], a[1])) })
	name := func(v value, fn string) (string, error) {
		s, ok := object.StrOf(v)
		if !ok {
			return "", object.TypeError("attribute name must be string, not '%s'", object.ClassOf(v).Name)
		}
		return s, nil
	}
	m.Def("getattr", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		n, err := name(a[1], "getattr")
		if err != nil {
			return value{}, err
		}
		v, err := object.GetAttr(t, a[0], n)
		if err != nil && len(a) > 2 && object.IsInstance(err, object.AttributeErrorClass) {
			return a[2], nil
		}
		return v, err
	})
	m.Def("hasattr", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		n, err := name(a[1], "hasattr")
		if err != nil {
			return value{}, err
		}
		_, err = object.GetAttr(t, a[0], n)
		if err != nil && !object.IsInstance(err, object.AttributeErrorClass) {
			return value{}, err
		}
		return object.Bool(err == nil), nil
	})
	m.Def("setattr", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
		n, err := name(a[1], "setattr")
		if err == nil {
			err = object.SetAttr(t, a[0], n, a[2])
		}
		return none(err)
	})
	m.Def("delattr", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		n, err := name(a[1], "delattr")
		if err == nil {
			err = object.DelAttr(t, a[0], n)
		}
		return none(err)
	})
	m.Def("iter", 1, 2, func(t *thread, a []value, _ kws) (value, error) {
		if len(a) == 1 {
			return object.Iter(t, a[0])
		}
		fn, end := a[0], a[1]
		return native(object.CallIterClass, func(t *thread) (value, error) {
			v, err := t.Call(fn)
			if err != nil {
				return v, err
			}
			same, err := object.Equal(t, v, end)
			if same {
				v = value{}
			}
			return v, err
		})
	})
	m.Def("next", 1, 2, func(t *thread, a []value, _ kws) (value, error) {
		if !object.IsIterator(a[0]) {
			return value{}, object.TypeError("'%s' object is not an iterator", object.ClassOf(a[0]).Name)
		}
		if len(a) == 1 && !object.ClassOf(a[0]).Builtin() {
			r, _, err := t.CallSpecial(a[0], "__next__")
			return r, err
		}
		v, err := object.Next(t, a[0])
		if object.IsInstance(err, object.StopIterationClass) && len(a) > 1 {
			return a[1], nil
		}
		if err == nil && !v.Valid() {
			if len(a) > 1 {
				return a[1], nil
			}
			err = object.StopIteration(value{})
		}
		return v, err
	})
	one("aiter", func(t *thread, v value) (value, error) {
		r, ok, err := t.CallSpecial(v, "__aiter__")
		if !ok {
			return r, object.TypeError("'%s' object is not an async iterable", object.ClassOf(v).Name)
		}
		return r, err
	})
	one("anext", func(t *thread, v value) (value, error) {
		r, ok, err := t.CallSpecial(v, "__anext__")
		if !ok {
			return r, object.TypeError("'%s' object is not an async iterator", object.ClassOf(v).Name)
		}
		return r, err
	})
	m.Def("format", 1, 2, func(t *thread, a []value, _ kws) (value, error) {
		spec := ""
		if len(a) > 1 {
			spec, _ = object.StrOf(a[1])
		}
		return str(Format(t, a[0], spec))
	})
	m.Def("globals", 0, 0, func(t *thread, a []value, _ kws) (value, error) { return object.Obj(vm.Of(t).Current().Globals()), nil })
	m.Def("locals", 0, 0, func(t *thread, a []value, _ kws) (value, error) { return vm.Of(t).Current().Locals(), nil })
	m.Def("vars", 0, 1, func(t *thread, a []value, _ kws) (value, error) {
		if len(a) == 0 {
			return vm.Of(t).Current().Locals(), nil
		}
		v, err := object.GetAttr(t, a[0], "__dict__")
		if err != nil {
			err = object.TypeError("vars() argument must have __dict__ attribute")
		}
		return v, err
	})
	m.Def("dir", 0, 1, func(t *thread, a []value, _ kws) (value, error) {
		if len(a) == 0 {
			d, _ := vm.Of(t).Current().Locals().Ref.(*object.Dict)
			return sortedNames(d.Keys()), nil
		}
		names, err := object.Dir(t, a[0])
		return sortedNames(names), err
	})
	m.Def("input", 0, 1, func(t *thread, a []value, kw kws) (value, error) {
		if err := object.NoKw("input", kw); err != nil {
			return value{}, err
		}
		var prompt value
		if len(a) > 0 {
			prompt = a[0]
		}
		return input(t, h, prompt)
	})
	m.Def("compile", 3, 6, func(t *thread, a []value, kw kws) (value, error) {
		src, _ := object.StrOf(a[0])
		file, _ := object.StrOf(a[1])
		mode, _ := object.StrOf(a[2])
		return h.Compile(t, src, file, mode)
	})
	for _, mode := range []string{"exec", "eval"} {
		m.Def(mode, 1, 3, func(t *thread, a []value, kw kws) (value, error) {
			p, err := object.Args(mode, a, kw, 1, "source", "globals", "locals")
			if err != nil {
				return value{}, err
			}
			code := p[0]
			if s, ok := object.StrOf(code); ok {
				if code, err = h.Compile(t, s, "<string>", mode); err != nil {
					return value{}, err
				}
			}
			cur := vm.Of(t).Current()
			g, locals := cur.Globals(), value{}
			if p[1].Valid() && !p[1].IsNone() {
				d, ok := p[1].Ref.(*object.Dict)
				if !ok {
					return value{}, object.TypeError("%s() globals must be a dict, not %s", mode, object.ClassOf(p[1]).Name)
				}
				g = d
				locals = object.Obj(d)
			} else {
				locals = cur.Locals()
			}
			if p[2].Valid() && !p[2].IsNone() {
				locals = p[2]
			}
			r, err := h.Exec(t, code, g, locals)
			if mode == "exec" {
				r = object.None
			}
			return r, err
		})
	}
	in.Modules.SetStr("builtins", object.Obj(m))
	return m
}

func best(t *thread, name string, op object.Cmp, a []value, kw kws) (value, error) {
	p, err := object.Args(name, nil, kw, 0, "key", "default")
	if err != nil {
		return value{}, err
	}
	src := object.TupleValue(a...)
	if len(a) == 1 {
		src = a[0]
	}
	var win, winKey value
	err = object.Each(t, src, func(v value) error {
		k := v
		if p[0].Valid() && !p[0].IsNone() {
			var err error
			if k, err = t.Call(p[0], v); err != nil {
				return err
			}
		}
		if win.Valid() {
			r, err := object.Compare(t, op, k, winKey)
			if err != nil {
				return err
			}
			if ok, err := object.Truth(t, r); err != nil || !ok {
				return err
			}
		}
		win, winKey = v, k
		return nil
	})
	if err == nil && !win.Valid() {
		if p[1].Valid() {
			return p[1], nil
		}
		err = object.ValueError("%s() iterable argument is empty", name)
	}
	return win, err
}
