package staticmod

import "asyncio/script/object"

// keptAnswer is what an abstract base class has found before about a class. A
// negative answer is good until the next registration, which abc counts.
func keptAnswer(t *object.Thread, cls, about *object.Class) (answer, known bool, err error) {
	key := object.Obj(about)
	in := func(name string) (bool, error) {
		d, ok := cls.Dict().GetStr(name).Ref.(*object.Dict)
		if !ok {
			return false, nil
		}
		v, err := d.Get(t, key)
		return v.Valid(), err
	}
	if yes, err := in("_abc_yes"); err != nil || yes {
		return true, true, err
	}
	counter, _ := cls.Class().Lookup("_abc_token")
	list, ok := counter.Ref.(*object.List)
	if !ok || len(list.Items) != 1 || !object.Is(list.Items[0], cls.Dict().GetStr("_abc_no_token")) {
		return false, false, nil
	}
	no, err := in("_abc_no")
	return false, no, err
}

// subclassCheck asks the class itself.
func subclassCheck(t *object.Thread, cls, about object.Value) (bool, error) {
	c, ok := cls.Ref.(*object.Class)
	k, isClass := about.Ref.(*object.Class)
	if ok && isClass {
		if answer, known, err := keptAnswer(t, c, k); known || err != nil {
			return answer, err
		}
	}
	f, err := object.GetAttr(t, cls, "__subclasscheck__")
	if err != nil {
		return false, err
	}
	v, err := t.Call(f, about)
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

// instanceCheck is ABCMeta.__instancecheck__.
func instanceCheck(t *object.Thread, a []object.Value) (object.Value, error) {
	kind := object.ClassOf(a[1])
	is, err := subclassCheck(t, a[0], object.Obj(kind))
	if err != nil || is || !kind.Overrides("__class__") && !kind.Overrides("__getattribute__") {
		return object.Bool(is), err
	}
	claimed, err := object.GetAttr(t, a[1], "__class__")
	if err != nil || object.Is(claimed, object.Obj(kind)) {
		return object.False, err
	}
	is, err = subclassCheck(t, a[0], claimed)
	return object.Bool(is), err
}
