package builtins

import "asyncio/script/object"

func propertyMethods(c *object.Class) {
	me := func(v value) *object.Property { return v.Ref.(*object.Property) }
	c.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		o := &object.Property{Get: object.None, Set: object.None, Del: object.None, Doc: object.None}
		if cls == object.PropertyClass {
			return object.Obj(o), initProperty(t, o, a, kw)
		}
		o.SetClass(cls)
		return object.Obj(o), nil
	}
	c.Def("__init__", 1, 5, func(t *thread, a []value, kw kws) (value, error) {
		return object.None, initProperty(t, me(a[0]), a[1:], kw)
	})
	for _, n := range []string{"getter", "setter", "deleter"} {
		c.Def(n, 2, 2, func(t *thread, a []value, _ kws) (value, error) {
			o := me(a[0])
			get, set, del := o.Get, o.Set, o.Del
			switch n {
			case "getter":
				get = a[1]
			case "setter":
				set = a[1]
			default:
				del = a[1]
			}
			doc := o.Doc
			if o.DocFromGetter {
				doc = object.None
			}
			r, err := t.Call(object.Obj(o.Class()), get, set, del, doc)
			if p, ok := r.Ref.(*object.Property); ok && err == nil {
				p.Name = o.Name
			}
			return r, err
		})
	}
	c.Def("__get__", 2, 3, func(t *thread, a []value, _ kws) (value, error) { return me(a[0]).GetFor(t, a[1]) })
	c.Def("__set__", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
		return object.None, me(a[0]).SetFor(t, a[1], a[2])
	})
	c.Def("__delete__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		return object.None, me(a[0]).SetFor(t, a[1], value{})
	})
	c.Def("__set_name__", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
		me(a[0]).Name, _ = object.StrOf(a[2])
		return object.None, nil
	})
	defer c.MemberAttr("fget", "fset", "fdel")
	c.DefGet("fget", func(t *thread, v value) (value, error) { return me(v).Get, nil }, nil)
	c.DefGet("fset", func(t *thread, v value) (value, error) { return me(v).Set, nil }, nil)
	c.DefGet("fdel", func(t *thread, v value) (value, error) { return me(v).Del, nil }, nil)
	c.DefGet("__doc__", func(t *thread, v value) (value, error) { return me(v).Doc, nil },
		func(t *thread, v, x value) error { me(v).Doc = x; return nil })
	c.DefGet("__name__", func(t *thread, v value) (value, error) {
		if n := me(v).Name; n != "" {
			return object.String(n), nil
		}
		if !me(v).Get.IsNone() {
			if n, err := object.GetAttr(t, me(v).Get, "__name__"); err == nil {
				return n, nil
			}
		}
		return value{}, object.AttributeError("'property' object has no attribute '__name__'")
	}, func(t *thread, v, x value) error { me(v).Name, _ = object.StrOf(x); return nil })
	c.DefGet("__isabstractmethod__", func(t *thread, v value) (value, error) {
		o := me(v)
		for _, f := range []value{o.Get, o.Set, o.Del} {
			if abstract, err := isAbstract(t, f); abstract || err != nil {
				return object.Bool(abstract), err
			}
		}
		return object.False, nil
	}, nil)
}

func isAbstract(t *thread, f value) (bool, error) {
	v, err := object.GetAttr(t, f, "__isabstractmethod__")
	if err != nil {
		if object.IsInstance(err, object.AttributeErrorClass) {
			err = nil
		}
		return false, err
	}
	return object.Truth(t, v)
}

func initProperty(t *thread, o *object.Property, a []value, kw kws) error {
	x, err := object.Args("property", a, kw, 0, "fget", "fset", "fdel", "doc")
	if err != nil {
		return err
	}
	for i := range x {
		if !x[i].Valid() {
			x[i] = object.None
		}
	}
	o.Get, o.Set, o.Del, o.Doc = x[0], x[1], x[2], x[3]
	if o.DocFromGetter = false; o.Doc.IsNone() && !o.Get.IsNone() {
		if d, err := object.GetAttr(t, o.Get, "__doc__"); err == nil && !d.IsNone() {
			o.Doc, o.DocFromGetter = d, true
		}
	}
	if o.Class() != object.PropertyClass {
		return object.SetAttr(t, object.Obj(o), "__doc__", o.Doc)
	}
	return nil
}

// wrapperMethods are those of classmethod and staticmethod.
func wrapperMethods() {
	object.ClassMethodClass.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		if len(a) != 1 || len(kw) > 0 {
			return value{}, object.TypeError("classmethod expected 1 argument, got %d", len(a))
		}
		c := &object.ClassMethod{Fn: a[0]}
		c.Wrap(t, a[0])
		if !cls.Builtin() {
			c.SetClass(cls)
		}
		return object.Obj(c), nil
	}
	object.StaticMethodClass.Construct = func(t *thread, cls *object.Class, a []value, kw kws) (value, error) {
		if len(a) != 1 || len(kw) > 0 {
			return value{}, object.TypeError("staticmethod expected 1 argument, got %d", len(a))
		}
		s := &object.StaticMethod{Fn: a[0]}
		s.Wrap(t, a[0])
		if !cls.Builtin() {
			s.SetClass(cls)
		}
		return object.Obj(s), nil
	}
	object.ClassMethodClass.Later(func(c *object.Class) {
		c.Def("__get__", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
			cls := a[1]
			if len(a) > 2 && !a[2].IsNone() {
				cls = a[2]
			} else {
				cls = object.Obj(object.ClassOf(cls))
			}
			c, ok := cls.Ref.(*object.Class)
			if !ok {
				c = object.ClassOf(cls)
			}
			return object.Bind(t, a[0].Ref.(*object.ClassMethod).Fn, object.Obj(c), c.Class())
		})
	})
	object.StaticMethodClass.Later(func(c *object.Class) {
		c.Def("__get__", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
			return a[0].Ref.(*object.StaticMethod).Fn, nil
		})
	})
	get := func(c *object.Class, f func(v value) value) {
		c.Later(func(c *object.Class) {
			c.DefGet("__func__", func(t *thread, v value) (value, error) { return f(v), nil }, nil)
			c.DefGet("__wrapped__", func(t *thread, v value) (value, error) { return f(v), nil }, nil)
			c.DefGet("__isabstractmethod__", func(t *thread, v value) (value, error) {
				b, err := isAbstract(t, f(v))
				return object.Bool(b), err
			}, nil)
			c.Def("__init__", 1, -1, func(*thread, []value, kws) (value, error) { return object.None, nil })
			c.Def("__repr__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
				s, err := object.ReprText(t, f(a[0]))
				return object.String("<" + c.Name + "(" + s + ")>"), err
			})
		})
	}
	get(object.ClassMethodClass, func(v value) value { return v.Ref.(*object.ClassMethod).Fn })
	get(object.StaticMethodClass, func(v value) value { return v.Ref.(*object.StaticMethod).Fn })
}

// memberMethods are those of the descriptors of __slots__ and of computed
// attributes.
func memberMethods(c *object.Class) {
	c.Def("__get__", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		if a[1].IsNone() {
			return a[0], nil
		}
		return a[0].Ref.(*object.Slot).GetFor(a[1])
	})
	c.Def("__set__", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
		return object.None, a[0].Ref.(*object.Slot).SetFor(a[1], a[2])
	})
	c.Def("__delete__", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
		return object.None, a[0].Ref.(*object.Slot).SetFor(a[1], value{})
	})
	placed(c, func(v value) (string, *object.Class) { s := v.Ref.(*object.Slot); return s.Name, s.Owner })
}

// getSetMethods are those of computed attributes.
func getSetMethods(c *object.Class) {
	placed(c, func(v value) (string, *object.Class) { s := v.Ref.(*object.GetSet); return s.Name, s.Owner })
	c.Def("__get__", 2, 3, func(t *thread, a []value, _ kws) (value, error) {
		d := a[0].Ref.(*object.GetSet)
		if a[1].IsNone() {
			return a[0], nil
		}
		if err := d.CheckOwner(a[1]); err != nil {
			return value{}, err
		}
		return d.Get(t, a[1])
	})
	c.Def("__set__", 3, 3, func(t *thread, a []value, _ kws) (value, error) {
		d := a[0].Ref.(*object.GetSet)
		if err := d.CheckOwner(a[1]); err != nil {
			return value{}, err
		}
		if d.Set == nil {
			return value{}, object.AttributeError("attribute '%s' of '%s' objects is not writable", d.Name, d.Owner.Name)
		}
		return object.None, d.Set(t, a[1], a[2])
	})
}

// placed gives a descriptor the names of its place.
func placed(c *object.Class, of func(v value) (string, *object.Class)) {
	c.DefGet("__name__", func(t *thread, v value) (value, error) { n, _ := of(v); return object.String(n), nil }, nil)
	c.DefGet("__qualname__", func(t *thread, v value) (value, error) {
		n, o := of(v)
		return object.String(o.Qualname + "." + n), nil
	}, nil)
	c.DefGet("__objclass__", func(t *thread, v value) (value, error) { _, o := of(v); return object.Obj(o), nil }, nil)
	c.DefGet("__doc__", func(*thread, value) (value, error) { return object.None, nil }, nil)
}
