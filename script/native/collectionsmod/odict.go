package collectionsmod

import "asyncio/script/object"

// The classes of an OrderedDict's views.
var (
	odictKeys   = object.NewBareClass("builtins", "odict_keys", object.DictKeysClass).Final()
	odictValues = object.NewBareClass("builtins", "odict_values", object.DictValuesClass).Final()
	odictItems  = object.NewBareClass("builtins", "odict_items", object.DictItemsClass).Final()
)

// odictView gives a view of an OrderedDict: its keys, values or items, by the
// first letter.
func odictView(dict, kind value) (value, error) {
	d, isDict := dict.Ref.(*object.Dict)
	letter, _ := object.StrOf(kind)
	of := map[string]*object.Class{"k": odictKeys, "v": odictValues, "i": odictItems}[letter]
	if !isDict || of == nil {
		return value{}, object.TypeError("a dict and k, v or i are required")
	}
	return object.Obj(&object.DictView{D: d, Kind: letter[0], Of: of}), nil
}

// odictMethods gives the methods of OrderedDict that work on the order itself.
func odictMethods() value {
	ns := object.NewDict()
	def := func(header, doc string, fn func(t *thread, d *object.Dict, a []value) (value, error)) {
		b := object.NewFunction(header, func(t *thread, a []value, _ []object.Kw) (value, error) {
			return fn(t, a[0].Ref.(*object.Dict), a)
		})
		b.Qualname, b.Doc = "OrderedDict."+b.Name, doc
		b.Method, b.Owner = true, object.DictClass
		b.Min, b.Max = b.Min+1, b.Max+1
		ns.SetStr(b.Name, object.Obj(b))
	}
	def("move_to_end(key, last=True)", "Moves an existing key to one end.", odictMove)
	def("popitem(last=True)", "Takes the pair at one end.", odictPopItem)
	return object.Obj(ns)
}

// atLast reads the parameter last.
func atLast(t *thread, v value) (bool, error) {
	if !v.Valid() {
		return true, nil
	}
	return object.Truth(t, v)
}

func odictMove(t *thread, d *object.Dict, a []value) (value, error) {
	last, err := atLast(t, opt(a, 2))
	if err != nil {
		return value{}, err
	}
	found, err := d.MoveToEnd(t, a[1], last)
	if err == nil && !found {
		err = object.KeyError(a[1])
	}
	return object.None, err
}

func odictPopItem(t *thread, d *object.Dict, a []value) (value, error) {
	last, err := atLast(t, opt(a, 1))
	if err != nil {
		return value{}, err
	}
	k, v, ok := d.First()
	if last {
		k, v, ok = d.Last()
	}
	if !ok {
		return value{}, object.KeyError(object.String("dictionary is empty"))
	}
	if last {
		d.PopLast()
	} else {
		d.PopFirst()
	}
	return object.TupleValue(k, v), nil
}

// leaves reports whether a class leaves those methods as dict has them.
func leaves(cls *object.Class, names ...string) bool {
	for _, name := range names {
		m, _ := cls.Lookup(name)
		own, _ := object.DictClass.Lookup(name)
		if m.Ref != own.Ref {
			return false
		}
	}
	return true
}

// odictEqual compares two dicts in order.
func odictEqual(t *thread, x, y value) (bool, error) {
	a, ok := x.Ref.(*object.Dict)
	b, ok2 := y.Ref.(*object.Dict)
	if !ok || !ok2 {
		return false, object.TypeError("a dict is required")
	}
	for i, j := 0, 0; a.Len() == b.Len(); {
		k, v, next, more := a.Next(i)
		l, w, after, more2 := b.Next(j)
		if !more || !more2 {
			return more == more2, nil
		}
		same, err := object.EqualKeys(t, k, l)
		if same && err == nil {
			same, err = object.EqualKeys(t, v, w)
		}
		if !same || err != nil {
			return false, err
		}
		i, j = next, after
	}
	return false, nil
}
