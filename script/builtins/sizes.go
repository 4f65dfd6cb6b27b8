package builtins

import (
	"strings"

	"asyncio/script/object"
	"asyncio/script/vm"
)

// headSize is what the collector of CPython keeps before an object that refers
// to others; instances of the program's classes have as much again for their
// attributes.
const headSize = 16

// SizeOf is sys.getsizeof(v).
func SizeOf(t *thread, v value) (int, error) {
	own, n := 0, 0
	if m, found := object.ClassOf(v).Lookup("__sizeof__"); found && !isPlainSize(m) {
		r, _, err := t.CallSpecial(v, "__sizeof__")
		if err != nil {
			return 0, err
		}
		if own, err = object.Index(t, r); err != nil {
			return 0, err
		}
		if own < 0 {
			return 0, object.ValueError("__sizeof__() should return >= 0")
		}
		_, n = plainSize(t, v)
		return own + n, nil
	}
	own, n = plainSize(t, v)
	return own + n, nil
}

// sizeMethod is __sizeof__ of the builtin types.
func sizeMethod(t *thread, a []value, _ kws) (value, error) {
	n, _ := plainSize(t, a[0])
	return object.Int(int64(n)), nil
}

func isPlainSize(m value) bool {
	b, ok := m.Ref.(*object.Builtin)
	return ok && b.Owner != nil && b.Owner.Builtin() && b.Owner.Module == "builtins"
}

// plainSize gives the bytes that CPython 3.13 says an object takes on a machine
// of 64 bits, and those of what stands before it.
func plainSize(t *thread, v value) (size, heads int) {
	size, heads = builtinSize(t, v)
	cls := object.ClassOf(v)
	if cls.Builtin() {
		return size, heads
	}
	if heads = headSize; cls.HasDict() {
		heads += headSize
	}
	return size + 8*cls.SlotCount(), heads
}

func builtinSize(t *thread, v value) (size, heads int) {
	switch o := v.Ref.(type) {
	case *object.Str:
		return strSize(o), 0
	case *object.Bytes:
		if o.Mutable {
			if len(o.B) == 0 {
				return 56, 0
			}
			return 57 + len(o.B), 0
		}
		return 33 + len(o.B), 0
	case *object.List:
		return 40 + 8*o.Room(), headSize
	case *object.Tuple:
		return 24 + 8*len(o.Items), headSize
	case *object.Dict:
		return 48 + o.KeysSize(), headSize
	case *object.Set:
		size = 200
		if n := o.Places(t); n > 8 {
			size += 16 * n
		}
		return size, headSize
	case *object.Class:
		if o.Builtin() {
			return 400, headSize
		}
		return 1696, headSize
	case *object.Exception:
		return 72, headSize
	case *vm.Generator:
		return o.Size(), headSize
	case *object.Singleton:
		return 16, 0
	}
	if b, ok := object.BigOf(v); ok {
		return 24 + 4*max((b.BitLen()+29)/30, 1), 0
	}
	if v.IsFloat() {
		return 24, 0
	}
	for _, c := range object.ClassOf(v).MRO {
		if c.Builtin() && (c != object.ObjectClass || c == object.ClassOf(v)) {
			if s := fixedSize(c.Name); s[0] > 0 {
				return s[0], s[1]
			}
		}
	}
	return 16, headSize
}

// fixedSize has what does not depend on the value.
func fixedSize(class string) (s [2]int) {
	switch class {
	case "object":
		s[0] = 16
	case "complex", "list_iterator", "tuple_iterator", "str_iterator", "map", "filter", "method-wrapper", "staticmethod", "classmethod", "list_reverseiterator":
		s[0] = 32
	case "range", "datetime":
		s[0] = 48
	case "range_iterator", "timedelta", "slice":
		s[0] = 40
	case "enumerate", "dict_keyiterator", "dict_valueiterator", "dict_itemiterator", "builtin_function_or_method", "module":
		s[0] = 56
	case "zip", "method":
		s[0] = 48
	case "dict_keys", "dict_values", "dict_items", "mappingproxy":
		s[0] = 24
	case "property":
		s[0] = 64
	case "function":
		s[0] = 144
	case "memoryview":
		s[0] = 168
	default:
		return s
	}
	switch class {
	case "object", "complex", "range", "range_iterator", "datetime", "timedelta":
	default:
		s[1] = headSize
	}
	return s
}

// strSize is that of the narrowest form that holds all characters.
func strSize(s *object.Str) int {
	if s.ASCII() {
		return 41 + len(s.S)
	}
	widest := strings.IndexFunc(s.S, func(r rune) bool { return r > 0xFFFF })
	switch {
	case widest >= 0:
		return 56 + 4*(s.Len()+1)
	case strings.IndexFunc(s.S, func(r rune) bool { return r > 0xFF }) >= 0:
		return 56 + 2*(s.Len()+1)
	case s.Len() == 1:
		return 61 // these are made beforehand, their UTF-8 with them
	}
	return 57 + s.Len()
}
