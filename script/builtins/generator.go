package builtins

import (
	"slices"

	"asyncio/script/object"
	"asyncio/script/vm"
)

func generatorMethods() {
	stop := func(t *thread, on value, v value, done bool, err error) (value, error) {
		if err == nil && done {
			err = object.StopIteration(v)
		}
		if d, ok := on.Ref.(interface{ Driven(*thread) }); ok {
			d.Driven(t)
		}
		return v, err
	}
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass, vm.AsyncStepClass, vm.AsyncThrowClass, vm.CoroutineWrapperClass, vm.AnextDefaultClass} {
		c.Later(func(c *object.Class) {
			c.Def("send", 2, 2, func(t *thread, a []value, _ kws) (value, error) {
				v, done, err := a[0].Ref.(vm.Sender).Send(t, a[1])
				return stop(t, a[0], v, done, err)
			})
			c.Def("throw", 2, 4, func(t *thread, a []value, _ kws) (value, error) {
				e, err := Thrown(t, a[1:])
				if err != nil {
					return value{}, err
				}
				v, done, err := a[0].Ref.(vm.Sender).Throw(t, e)
				return stop(t, a[0], v, done, err)
			})
		})
	}
	for _, c := range []*object.Class{vm.AsyncStepClass, vm.AsyncThrowClass} {
		c.Later(func(c *object.Class) {
			c.Def("__await__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
			c.Def("close", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
				return object.None, a[0].Ref.(interface{ Close(*thread) error }).Close(t)
			})
			c.IteratorMethods()
		})
	}
	for _, c := range []*object.Class{vm.CoroutineWrapperClass, vm.AnextDefaultClass} {
		c.Later(func(c *object.Class) {
			c.Def("close", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
				return object.None, a[0].Ref.(interface{ Close(*thread) error }).Close(t)
			})
			c.IteratorMethods()
		})
	}
	vm.AnextDefaultClass.Later(func(c *object.Class) {
		c.Def("__await__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	})
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass} {
		c.Later(func(c *object.Class) {
			c.Def("close", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0].Ref.(*vm.Generator).CloseValue(t) })
		})
	}
	object.CoroutineClass.Later(func(c *object.Class) {
		c.Def("__await__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
			return vm.NewCoroutineWrapper(a[0].Ref.(*vm.Generator)), nil
		})
		c.DefGet("cr_origin", func(_ *thread, v value) (value, error) { return v.Ref.(*vm.Generator).Origin(), nil }, nil)
	})
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass, object.AsyncGenClass} {
		c.Later(func(c *object.Class) {
			prefix := map[*object.Class]string{object.GeneratorClass: "gi_", object.CoroutineClass: "cr_", object.AsyncGenClass: "ag_"}[c]
			g := func(v value) *vm.Generator { return v.Ref.(*vm.Generator) }
			get := func(name string, f func(g *vm.Generator) value) {
				c.DefGet(prefix+name, func(t *thread, v value) (value, error) { return f(g(v)), nil }, nil)
			}
			text := func(name string, of func(g *vm.Generator) *string) {
				c.DefGet(name, func(t *thread, v value) (value, error) { return object.String(*of(g(v))), nil }, func(t *thread, v, x value) error {
					s, ok := object.StrOf(x)
					if !ok {
						return object.TypeError("%s must be set to a string object", name)
					}
					*of(g(v)) = s
					return nil
				})
			}
			c.ClassFunction("__class_getitem__(object, /)", classGetItem)
			text("__name__", func(g *vm.Generator) *string { return &g.Name })
			text("__qualname__", func(g *vm.Generator) *string { return &g.Qualname })
			get("running", func(g *vm.Generator) value {
				return object.Bool(g.Running() || g.AsyncRunning())
			})
			get("suspended", func(g *vm.Generator) value { return object.Bool(g.Suspended()) })
			get("code", func(g *vm.Generator) value { return g.CodeValue() })
			get("frame", func(g *vm.Generator) value { return g.FrameValue() })
			get(map[string]string{"gi_": "yieldfrom", "cr_": "await", "ag_": "await"}[prefix], func(g *vm.Generator) value {
				if x := g.Awaiting(); x.Valid() {
					return x
				}
				return object.None
			})
		})
	}
	object.AsyncGenClass.Later(asyncGenMethods)
}

func asyncGenMethods(ag *object.Class) {
	gen := func(v value) *vm.Generator { return v.Ref.(*vm.Generator) }
	ag.Def("__aiter__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	ag.Def("__anext__", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		return vm.Expect(t, gen(a[0]).Asend(object.None))
	})
	ag.Def("asend", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return vm.Expect(t, gen(a[0]).Asend(a[1])) })
	ag.Def("athrow", 2, 4, func(t *thread, a []value, _ kws) (value, error) {
		if err := warnThreeArguments(t, "athrow", a[1:]); err != nil {
			return value{}, err
		}
		return vm.Expect(t, gen(a[0]).Athrow(slices.Clone(a[1:]), thrown))
	})
	ag.Def("aclose", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return vm.Expect(t, gen(a[0]).Aclose()) })
}

// Thrown makes the exception that throw's arguments stand for.
func Thrown(t *thread, a []value) (*object.Exception, error) {
	if err := warnThreeArguments(t, "throw", a); err != nil {
		return nil, err
	}
	return thrown(t, a)
}

// warnThreeArguments warns of more than one argument of throw or athrow.
func warnThreeArguments(t *thread, method string, a []value) error {
	if len(a) < 2 {
		return nil
	}
	return vm.Warn(t, object.DeprecationWarningClass, "the (type, exc, tb) signature of "+method+"() is deprecated, use the single-arg signature instead.")
}

func thrown(t *thread, a []value) (*object.Exception, error) {
	var tb *object.Traceback
	if len(a) > 2 {
		var ok bool
		if tb, ok = a[2].Ref.(*object.Traceback); !ok && !a[2].IsNone() {
			return nil, object.TypeError("throw() third argument must be a traceback object")
		}
	}
	e, err := exceptionOf(t, a)
	if err == nil && tb != nil {
		e.TB = tb
	}
	return e, err
}

func exceptionOf(t *thread, a []value) (*object.Exception, error) {
	switch o := a[0].Ref.(type) {
	case *object.Exception:
		if len(a) > 1 && !a[1].IsNone() {
			return nil, object.TypeError("instance exception may not have a separate value")
		}
		return o, nil
	case *object.Class:
		if !o.IsSubclass(object.BaseExceptionClass) {
			break
		}
		var args []value
		if len(a) > 1 && !a[1].IsNone() {
			if e, ok := a[1].Ref.(*object.Exception); ok && e.Class().IsSubclass(o) {
				return e, nil
			}
			args = a[1:2]
			if tup, ok := a[1].Ref.(*object.Tuple); ok {
				args = tup.Items
			}
		}
		v, err := t.Call(a[0], args...)
		if err != nil {
			return nil, err
		}
		if e, ok := v.Ref.(*object.Exception); ok {
			return e, nil
		}
		return nil, object.TypeError("calling %s should have returned an instance of BaseException, not %s", o.Name, object.ClassOf(v).Name)
	}
	return nil, object.TypeError("exceptions must be classes or instances deriving from BaseException, not %s", object.ClassOf(a[0]).Name)
}
