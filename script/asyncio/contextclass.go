package asyncio

import (
	"asyncio/contextvars"
	"asyncio/script/object"
	"asyncio/script/vm"
)

func current(t *object.Thread) *contextvars.Context { return of(t).thread().Context() }

func init() {
	varClass.Later(varMethods)
	contextClass.Later(contextMethods)
	tokenClass.Later(tokenMethods)
}

func varMethods(c *object.Class) {
	params := object.ParseSignature("name, /, *, default=<unrepresentable>")
	c.Construct = func(t *object.Thread, _ *object.Class, args []val, kw kws) (val, error) {
		if len(args) == 2 && len(kw) == 0 {
			return val{}, object.TypeError("ContextVar() takes at most 1 positional argument (2 given)")
		}
		a, err := params.Bind("ContextVar", "ContextVar", args, kw)
		if err != nil {
			return val{}, err
		}
		name, ok := object.StrOf(a[0])
		if !ok {
			return val{}, object.TypeError("context variable name must be a str")
		}
		b := of(t)
		b.vars++
		v := &pyVar{key: contextvars.Key{Name: name}, fallback: a[1], number: b.vars}
		v.key.Owner = v
		return object.Obj(v), nil
	}
	self := func(v val) *pyVar { return v.Ref.(*pyVar) }
	c.Method("get(default=<unrepresentable>, /)", func(t *object.Thread, a []val, _ kws) (val, error) {
		v := self(a[0])
		if x, ok := lookup(current(t), v); ok {
			return x, nil
		}
		switch {
		case len(a) > 1:
			return a[1], nil
		case v.fallback.Valid():
			return v.fallback, nil
		}
		return val{}, object.NewException(object.LookupErrorClass, a[0])
	})
	c.Method("set(value, /)", func(t *object.Thread, a []val, _ kws) (val, error) {
		v, ctx := self(a[0]), current(t)
		old, _ := lookup(ctx, v)
		vm.Of(t).Loses(old)
		ctx.Set(&v.key, a[1])
		ctx.Keep()
		return object.Obj(&pyToken{v: v, ctx: ctx, old: old}), nil
	})
	c.Method("reset(token, /)", func(t *object.Thread, a []val, _ kws) (val, error) {
		k, ok := a[1].Ref.(*pyToken)
		if !ok {
			return val{}, object.TypeError("expected an instance of Token, got %s", mustRepr(t, a[1]))
		}
		text, err := k.Repr(t)
		if err != nil {
			return val{}, err
		}
		v := self(a[0])
		switch {
		case k.used:
			return val{}, object.RuntimeError("%s has already been used once", text)
		case k.v != v:
			return val{}, object.ValueError("%s was created by a different ContextVar", text)
		case k.ctx != current(t):
			return val{}, object.ValueError("%s was created in a different Context", text)
		}
		k.used = true
		is, _ := lookup(k.ctx, v)
		vm.Of(t).Loses(is)
		if k.old.Valid() {
			k.ctx.Set(&v.key, k.old)
		} else {
			k.ctx.Delete(&v.key)
		}
		return object.None, nil
	})
	c.DefGet("name", func(_ *object.Thread, v val) (val, error) { return object.String(self(v).key.Name), nil }, nil)
	alias(c)
}

func alias(c *object.Class) {
	c.DefClass("__class_getitem__", 2, 2, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.MakeAlias(a[0], a[1]), nil
	})
}

func tokenMethods(c *object.Class) {
	c.Construct = func(*object.Thread, *object.Class, []val, kws) (val, error) {
		return val{}, object.RuntimeError("Tokens can only be created by ContextVars")
	}
	c.DefGet("var", func(_ *object.Thread, v val) (val, error) { return object.Obj(v.Ref.(*pyToken).v), nil }, nil)
	c.DefGet("old_value", func(_ *object.Thread, v val) (val, error) {
		if old := v.Ref.(*pyToken).old; old.Valid() {
			return old, nil
		}
		return missing, nil
	}, nil)
	c.SetAttr("MISSING", missing)
	alias(c)
}

func contextMethods(c *object.Class) {
	c.Construct = func(_ *object.Thread, _ *object.Class, args []val, kw kws) (val, error) {
		if len(args)+len(kw) > 0 {
			return val{}, object.TypeError("Context() does not accept any arguments")
		}
		p := &pyContext{contextvars.New()}
		p.ctx.SetOwner(p)
		return object.Obj(p), nil
	}
	self := func(v val) *pyContext { return v.Ref.(*pyContext) }
	c.Def("run", 1, -1, func(t *object.Thread, a []val, kw kws) (val, error) {
		if len(a) < 2 {
			return val{}, object.TypeError("run() missing 1 required positional argument")
		}
		ctx := self(a[0]).ctx
		if ctx.Entered() {
			return val{}, object.RuntimeError("cannot enter context: %s is already entered", mustRepr(t, a[0]))
		}
		if err := ctx.Enter(); err != nil {
			return val{}, err
		}
		th := of(t).thread()
		outer := th.Swap(ctx, nil)
		r, err := t.CallKw(a[1], a[2:], kw)
		th.Restore(outer)
		ctx.Exit()
		return r, err
	})
	c.Method("copy()", func(t *object.Thread, a []val, _ kws) (val, error) {
		return of(t).contextValue(self(a[0]).ctx.Copy()), nil
	})
	contextMapping(c, self)
}

// contextMapping adds what makes a context a mapping.
func contextMapping(c *object.Class, self func(val) *pyContext) {
	key := func(t *object.Thread, v val) (*pyVar, error) {
		k, ok := v.Ref.(*pyVar)
		if !ok {
			return nil, object.TypeError("a ContextVar key was expected, got %s", mustRepr(t, v))
		}
		return k, nil
	}
	c.Def("__getitem__", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		k, err := key(t, a[1])
		if err != nil {
			return val{}, err
		}
		if x, ok := lookup(self(a[0]).ctx, k); ok {
			return x, nil
		}
		return val{}, object.KeyError(a[1])
	})
	c.Def("__contains__", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		k, err := key(t, a[1])
		if err != nil {
			return val{}, err
		}
		_, ok := lookup(self(a[0]).ctx, k)
		return object.Bool(ok), nil
	})
	c.Method("get(key, default=None, /)", func(t *object.Thread, a []val, _ kws) (val, error) {
		k, err := key(t, a[1])
		if err != nil {
			return val{}, err
		}
		if x, ok := lookup(self(a[0]).ctx, k); ok {
			return x, nil
		}
		if len(a) > 2 {
			return a[2], nil
		}
		return object.None, nil
	})
	c.Def("__len__", 1, 1, func(_ *object.Thread, a []val, _ kws) (val, error) {
		return object.Int(int64(self(a[0]).ctx.Len())), nil
	})
	list := func(name string, of func(v *pyVar, x val) val) {
		c.Method(name+"()", func(t *object.Thread, a []val, _ kws) (val, error) {
			ctx := self(a[0]).ctx
			var out []val
			for _, v := range items(ctx.Vars()) {
				x, _ := lookup(ctx, v)
				out = append(out, of(v, x))
			}
			if l := object.Obj(object.NewList(out)); name != "__iter__" {
				return l, nil
			} else {
				return object.Iter(t, l)
			}
		})
	}
	list("__iter__", func(v *pyVar, _ val) val { return object.Obj(v) })
	list("keys", func(v *pyVar, _ val) val { return object.Obj(v) })
	list("values", func(_ *pyVar, x val) val { return x })
	list("items", func(v *pyVar, x val) val { return object.TupleValue(object.Obj(v), x) })
	c.Def("__eq__", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		o, ok := a[1].Ref.(*pyContext)
		if !ok {
			return object.NotImplemented, nil
		}
		x, y := self(a[0]).ctx, o.ctx
		if x.Len() != y.Len() {
			return object.False, nil
		}
		for _, v := range items(x.Vars()) {
			p, _ := lookup(x, v)
			q, ok := lookup(y, v)
			if !ok {
				return object.False, nil
			}
			if same, err := object.Equal(t, p, q); err != nil || !same {
				return object.False, err
			}
		}
		return object.True, nil
	})
	c.SetAttr("__hash__", object.None)
}
