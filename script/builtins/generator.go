package builtins

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

func generatorMethods() {
	stop := func(v value, done bool, err error) (value, error) {
		if err == nil && done {
			err = object.StopIteration(v)
		}
		return v, err
	}
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass, vm.AsyncStepClass} {
		c.Def("send", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return stop(a[0].Ref.(vm.Sender).Send(t, a[1])) })
		c.Def("throw", 2, 4, func(t *thread, a []value, _ kws) (value, error) {
			e, err := toException(t, a[1:])
			if err != nil {
				return value{}, err
			}
			return stop(a[0].Ref.(vm.Sender).Throw(t, e))
		})
	}
	vm.AsyncStepClass.Def("__await__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	iteratorMethods(vm.AsyncStepClass)
	for _, c := range []*object.Class{object.GeneratorClass, object.CoroutineClass} {
		c.Def("close", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return none(a[0].Ref.(*vm.Generator).Close(t)) })
	}
	object.CoroutineClass.Def("__await__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	for prefix, c := range map[string]*object.Class{"gi_": object.GeneratorClass, "cr_": object.CoroutineClass, "ag_": object.AsyncGenClass} {
		g := func(v value) *vm.Generator { return v.Ref.(*vm.Generator) }
		c.DefGet("__name__", func(t *thread, v value) (value, error) { return object.String(g(v).Name), nil }, nil)
		c.DefGet("__qualname__", func(t *thread, v value) (value, error) { return object.String(g(v).Qualname), nil }, nil)
		c.DefGet(prefix+"running", func(t *thread, v value) (value, error) { return object.Bool(g(v).Running()), nil }, nil)
		c.DefGet(prefix+"code", func(t *thread, v value) (value, error) { return object.Obj(&vm.CodeObject{Code: g(v).Code()}), nil }, nil)
		c.DefGet(prefix+"frame", func(t *thread, v value) (value, error) { return object.Bool(!g(v).Done()), nil }, nil)
		aw := func(t *thread, v value) (value, error) {
			if x := g(v).Awaiting(); x.Valid() {
				return x, nil
			}
			return object.None, nil
		}
		c.DefGet(map[string]string{"gi_": "gi_yieldfrom", "cr_": "cr_await", "ag_": "ag_await"}[prefix], aw, nil)
	}
	ag := object.AsyncGenClass
	gen := func(v value) *vm.Generator { return v.Ref.(*vm.Generator) }
	ag.Def("__aiter__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return a[0], nil })
	ag.Def("__anext__", 1, 1, func(t *thread, a []value, _ kws) (value, error) { return gen(a[0]).Asend(object.None), nil })
	ag.Def("asend", 2, 2, func(t *thread, a []value, _ kws) (value, error) { return gen(a[0]).Asend(a[1]), nil })
	ag.Def("athrow", 2, 4, func(t *thread, a []value, _ kws) (value, error) {
		e, err := toException(t, a[1:])
		if err != nil {
			return value{}, err
		}
		return gen(a[0]).Athrow(e, false), nil
	})
	ag.Def("aclose", 1, 1, func(t *thread, a []value, _ kws) (value, error) {
		return gen(a[0]).Athrow(object.NewException(object.GeneratorExitClass), true), nil
	})
}

func toException(t *thread, a []value) (*object.Exception, error) {
	switch o := a[0].Ref.(type) {
	case *object.Exception:
		return o, nil
	case *object.Class:
		if o.IsSubclass(object.BaseExceptionClass) {
			var args []value
			if len(a) > 1 && !a[1].IsNone() {
				if e, ok := a[1].Ref.(*object.Exception); ok {
					return e, nil
				}
				args = a[1:2]
			}
			v, err := t.Call(a[0], args...)
			if err != nil {
				return nil, err
			}
			if e, ok := v.Ref.(*object.Exception); ok {
				return e, nil
			}
		}
	}
	return nil, object.TypeError("exceptions must be classes or instances deriving from BaseException, not %s", object.ClassOf(a[0]).Name)
}
