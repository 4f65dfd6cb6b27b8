package object

import (
	"strings"
	"sync"
)

// slotMethods are the names of methods that stand for a slot of a type in
// CPython, which shows them as wrappers of it.
var slotMethods = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for n := range strings.FieldsSeq(`getattribute setattr delattr repr hash call str lt le eq ne gt ge iter next get set delete
		init new del buffer release_buffer await aiter anext neg pos abs bool invert int float index len getitem setitem delitem contains`) {
		names["__"+n+"__"] = true
	}
	for i := range opMethods {
		names[opMethods[i]], names[opReflected[i]], names[opInplace[i]] = true, true, true
	}
	return names
})

// wrapsSlot tells the methods that the language calls by themselves. Where a
// call by name is common, CPython has plain methods for them.
func (b *Builtin) wrapsSlot() bool {
	if !b.Method || b.Owner == nil || len(b.Name) < 5 || b.Name[0] != '_' || !slotMethods()[b.Name] {
		return false
	}
	switch b.Owner {
	case ListClass, DictClass:
		return b.Name != "__getitem__" && (b.Name != "__contains__" || b.Owner == ListClass)
	case SetClass, FrozensetClass:
		return b.Name != "__contains__"
	}
	return true
}

// slotArity is the error of a call with n arguments, the object among them.
func (b *Builtin) slotArity(n int) error {
	if n == 0 {
		return TypeError("descriptor '%s' of '%s' object needs an argument", b.Name, b.Owner.Name)
	}
	lo, hi := b.Min-1, b.Max-1
	switch {
	case hi < 2:
		return TypeError("expected %d argument%s, got %d", lo, plural(lo), n-1)
	case lo == hi:
		return TypeError(" expected %d arguments, got %d", lo, n-1)
	case n-1 < lo:
		return TypeError(" expected at least %d argument%s, got %d", lo, plural(lo), n-1)
	}
	return TypeError(" expected at most %d arguments, got %d", hi, n-1)
}
