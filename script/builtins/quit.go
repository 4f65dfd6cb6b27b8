package builtins

import (
	"asyncio/script/object"
)

// quitter is exit or quit, which python's site module adds.
type quitter struct{ name string }

var quitterClass = newQuitterClass()

// Class implements object.Object.
func (*quitter) Class() *object.Class { return quitterClass }

func newQuitterClass() *object.Class {
	c := object.NewNativeClass("_sitebuiltins", "Quitter")
	c.Def("__call__", 1, 2, func(_ *object.Thread, a []object.Value, kw []object.Kw) (object.Value, error) {
		args, err := object.Args("__call__", a[1:], kw, 0, "code")
		if err != nil {
			return object.Value{}, err
		}
		code := object.None
		if args[0].Valid() {
			code = args[0]
		}
		return object.Value{}, object.NewException(object.SystemExitClass, code)
	})
	c.Def("__repr__", 1, 1, func(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return object.String("Use " + a[0].Ref.(*quitter).name + "() or Ctrl-D (i.e. EOF) to exit"), nil
	})
	return c
}
