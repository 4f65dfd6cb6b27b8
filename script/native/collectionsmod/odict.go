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
