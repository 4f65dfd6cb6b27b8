package script

import (
	"asyncio/script/native/sysmod"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// connectLife gives the machine what it needs for objects that are dropped.
func (i *Interp) connectLife() {
	i.m.AddRoot(i.h)
	i.m.AddRoot(i.h.Process)
	i.m.Unraisable = func(t *object.Thread, err error, where object.Value) {
		sysmod.Unraisable(t, i.h, err, "", where)
	}
	i.m.NeverAwaited = i.neverAwaited
	i.m.ClassPlaces = i.h.Process.Profile.ClassPlaces
	i.m.CallersForgotten = i.h.Process.Profile.CallersForgotten
	i.m.StepsWarn = i.h.Process.Profile.StepsWarn
	i.m.StepNeverAwaited = func(t *object.Thread, g *vm.Generator, method string) error {
		return i.warnUnawaited(t, "coroutine method '"+method+"' of '"+g.Qualname+"' was never awaited", 1, object.Obj(g))
	}
}

// neverAwaited warns of a coroutine that is dropped before it started.
func (i *Interp) neverAwaited(t *object.Thread, g *vm.Generator) error {
	w, err := i.load(t, "warnings")
	if err != nil {
		return err
	}
	if !i.h.Finalizing {
		fn, err := object.GetAttr(t, w, "_warn_unawaited_coroutine")
		if err == nil {
			_, err = t.Call(fn, object.Obj(g))
		}
		return err
	}
	return i.warnUnawaited(t, "coroutine '"+g.Qualname+"' was never awaited", 2)
}

func (i *Interp) warnUnawaited(t *object.Thread, text string, level int64, source ...object.Value) error {
	w, err := i.load(t, "warnings")
	if err != nil {
		return err
	}
	fn, err := object.GetAttr(t, w, "warn")
	if err == nil {
		args := []object.Value{object.String(text), object.Obj(object.RuntimeWarningClass), object.Int(level)}
		_, err = t.Call(fn, append(args, source...)...)
	}
	return err
}
