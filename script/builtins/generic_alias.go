package builtins

import "asyncio/script/object"

func genericAliasMethods() {
	object.GenericAliasClass.Construct = func(t *thread, _ *object.Class, a []value, kw kws) (value, error) {
		if len(kw) > 0 {
			return value{}, object.TypeError("GenericAlias() takes no keyword arguments")
		}
		if len(a) != 2 {
			return value{}, object.TypeError("GenericAlias expected 2 arguments, got %d", len(a))
		}
		return object.MakeAlias(a[0], a[1]), nil
	}
}
