package vm

import "asyncio/script/object"

// Warn issues a warning at the line that runs, through the module warnings. The
// error is the warning's when the program has made it one.
func Warn(t *object.Thread, category *object.Class, text string) error {
	return warn(t, "warn", object.String(text), object.Obj(category))
}

// WarnOf issues a warning of what source is to blame for.
func WarnOf(t *object.Thread, category *object.Class, text string, source object.Value) error {
	return warn(t, "warn", object.String(text), object.Obj(category), object.Int(1), source)
}

// WarnAt issues a warning at a place.
func WarnAt(t *object.Thread, category *object.Class, text, file string, line int) error {
	return warn(t, "warn_explicit", object.String(text), object.Obj(category), object.String(file), object.Int(int64(line)))
}

func warn(t *object.Thread, function string, args ...object.Value) error {
	m := Of(t)
	mod, err := m.Import(t, "warnings", object.NewDict(), object.None, 0)
	if err != nil {
		return err
	}
	fn, err := object.GetAttr(t, mod, function)
	if err != nil {
		return err
	}
	_, err = t.Call(fn, args...)
	return err
}
