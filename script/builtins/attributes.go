package builtins

import (
	"sort"

	"asyncio/script/object"
	"asyncio/script/vm"
)

func attributeName(v value) (string, error) {
	s, ok := object.StrOf(v)
	if !ok {
		return "", object.TypeError("attribute name must be string, not '%s'", typeName(v))
	}
	return s, nil
}

func installAttributes(m *object.Module) {
	one(m, "callable", func(t *thread, v value) (value, error) { return object.Bool(object.Callable(v)), nil })
	m.Function("isinstance(obj, class_or_tuple, /)", func(t *thread, a []value, _ kws) (value, error) {
		return boolean(object.IsInstanceOf(t, a[0], a[1]))
	})
	m.Function("issubclass(cls, class_or_tuple, /)", func(t *thread, a []value, _ kws) (value, error) {
		return boolean(object.IsSubclassOf(t, a[0], a[1]))
	})
	m.Function("getattr(object, name, default=, /)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := attributeName(a[1])
		if err != nil {
			return value{}, err
		}
		if len(a) < 3 {
			return object.GetAttr(t, a[0], n)
		}
		v, ok, err := object.FindAttr(t, a[0], n)
		if !ok && err == nil {
			v = a[2]
		}
		return v, err
	})
	m.Function("hasattr(obj, name, /)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := attributeName(a[1])
		if err != nil {
			return value{}, err
		}
		_, ok, err := object.FindAttr(t, a[0], n)
		return object.Bool(ok), err
	})
	m.Function("setattr(obj, name, value, /)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := attributeName(a[1])
		if err == nil {
			vm.Of(t).Loses(object.PeekAttr(a[0], n))
			err = object.SetAttr(t, a[0], n, a[2])
		}
		return none(err)
	})
	m.Function("delattr(obj, name, /)", func(t *thread, a []value, _ kws) (value, error) {
		n, err := attributeName(a[1])
		if err == nil {
			vm.Of(t).Loses(object.PeekAttr(a[0], n))
			err = object.DelAttr(t, a[0], n)
		}
		return none(err)
	})
	m.Function("vars(object=, /)", func(t *thread, a []value, _ kws) (value, error) {
		if len(a) == 0 {
			return vm.Of(t).Current().Locals(), nil
		}
		v, err := object.GetAttr(t, a[0], "__dict__")
		if err != nil && object.IsInstance(err, object.AttributeErrorClass) {
			err = object.TypeError("vars() argument must have __dict__ attribute")
		}
		return v, err
	})
	m.Function("dir(object=, /)", func(t *thread, a []value, _ kws) (value, error) {
		if len(a) == 0 {
			d, _ := vm.Of(t).Current().Locals().Ref.(*object.Dict)
			return sortedNames(d.Keys()), nil
		}
		names, err := object.Dir(t, a[0])
		if err == nil {
			err = sortValues(t, names, value{}, value{})
		}
		return object.Obj(object.NewList(names)), err
	})
}

func sortedNames(names []value) value {
	var ss []string
	for _, n := range names {
		if s, ok := object.StrOf(n); ok {
			ss = append(ss, s)
		}
	}
	sort.Strings(ss)
	return object.Obj(object.NewList(object.Strings(ss)))
}
