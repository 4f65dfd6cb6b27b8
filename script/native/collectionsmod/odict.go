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

// odictMove puts an existing key to the end of a dict, or to its front.
func odictMove(t *thread, a []value) (value, error) {
	d, ok := a[0].Ref.(*object.Dict)
	if !ok {
		return value{}, object.TypeError("a dict is required")
	}
	last, err := object.Truth(t, a[2])
	if err != nil {
		return value{}, err
	}
	v, err := d.Pop(t, a[1])
	if err == nil && !v.Valid() {
		err = object.KeyError(a[1])
	}
	if err != nil || last {
		if err == nil {
			err = d.Set(t, a[1], v)
		}
		return object.None, err
	}
	rest := d.Copy()
	d.Clear()
	if err := d.Set(t, a[1], v); err != nil {
		return value{}, err
	}
	return object.None, d.Update(t, rest)
}
