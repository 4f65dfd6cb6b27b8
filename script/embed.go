package script

import (
	"fmt"
	"math/big"

	"asyncio/script/object"
)

// Func is a function of the host as the program calls it: with positional
// arguments, converted as Interp.Get converts. Its error is raised as a
// RuntimeError, unless it is an *Error that the interpreter gave.
type Func = func(args []any) (any, error)

// Set gives the program a global of __main__. nil, bool, int, int64, float64,
// string, []byte, *big.Int, []any, map[string]any, Func and AsyncFunc become None,
// bool, int, float, str, bytes, int, list, dict and functions; other values
// fail.
func (i *Interp) Set(name string, v any) error {
	leave := i.h.Threads.Enter()
	defer leave()
	x, err := toPython(name, v)
	if err == nil {
		i.main.Dict.SetStr(name, x)
	}
	return err
}

// Get gives a global of __main__ as a Go value: the other way round than Set,
// with int64 for an int that fits and []any for a tuple too. ok is false when
// there is none. An object that stands for no Go value comes as its repr.
func (i *Interp) Get(name string) (v any, ok bool) {
	leave := i.h.Threads.Enter()
	defer leave()
	x := i.main.Dict.GetStr(name)
	if !x.Valid() {
		return nil, false
	}
	return toGo(i.h.Thread(), x), true
}

func toPython(name string, v any) (object.Value, error) {
	switch x := v.(type) {
	case nil:
		return object.None, nil
	case bool:
		return object.Bool(x), nil
	case int:
		return object.Int(int64(x)), nil
	case int64:
		return object.Int(x), nil
	case float64:
		return object.Float(x), nil
	case string:
		return object.String(x), nil
	case []byte:
		return object.Obj(&object.Bytes{B: append([]byte(nil), x...)}), nil
	case *big.Int:
		return object.BigValue(new(big.Int).Set(x)), nil
	case []any:
		items := make([]object.Value, len(x))
		for i, y := range x {
			var err error
			if items[i], err = toPython(name, y); err != nil {
				return object.Value{}, err
			}
		}
		return object.Obj(object.NewList(items)), nil
	case map[string]any:
		d := object.NewDict()
		for k, y := range x {
			item, err := toPython(k, y)
			if err != nil {
				return object.Value{}, err
			}
			d.SetStr(k, item)
		}
		return object.Obj(d), nil
	case Func:
		return hostFunction(name, x), nil
	case AsyncFunc:
		return asyncHostFunction(name, x), nil
	}
	return object.Value{}, fmt.Errorf("script: %s: a %T stands for no Python value", name, v)
}

func hostFunction(name string, fn Func) object.Value {
	return object.NewBuiltin(name, 0, -1, func(t *object.Thread, args []object.Value, kw []object.Kw) (object.Value, error) {
		in, err := hostArgs(t, name, args, kw)
		if err != nil {
			return object.Value{}, err
		}
		out, err := fn(in)
		if err != nil {
			return object.Value{}, hostError(err)
		}
		return toPython(name, out)
	})
}

func hostArgs(t *object.Thread, name string, args []object.Value, kw []object.Kw) ([]any, error) {
	if err := object.NoKw(name, kw); err != nil {
		return nil, err
	}
	in := make([]any, len(args))
	for i, a := range args {
		in[i] = toGo(t, a)
	}
	return in, nil
}

// hostError is what the program sees of an error of the host's.
func hostError(err error) error {
	if e, ok := err.(*Error); ok {
		return e.exc
	}
	return object.RuntimeError("%s", err.Error())
}

func toGo(t *object.Thread, v object.Value) any {
	switch x := v.Ref.(type) {
	case *object.Str:
		return x.S
	case *object.Bytes:
		return append([]byte(nil), x.B...)
	case *object.List:
		return itemsToGo(t, x.Items)
	case *object.Tuple:
		return itemsToGo(t, x.Items)
	case *object.Dict:
		out := map[string]any{}
		for pos := 0; ; {
			k, y, next, ok := x.Next(pos)
			if !ok {
				return out
			}
			name, isText := object.StrOf(k)
			if !isText {
				name, _ = object.ReprText(t, k)
			}
			out[name], pos = toGo(t, y), next
		}
	}
	if v.IsNone() {
		return nil
	}
	if v.IsBool() {
		return v.Bits != 0
	}
	if v.IsFloat() {
		return v.F()
	}
	if n, ok := object.IntOf(v); ok {
		return n
	}
	if n, ok := object.BigOf(v); ok {
		return new(big.Int).Set(n)
	}
	s, err := object.ReprText(t, v)
	if err != nil {
		return err
	}
	return s
}

func itemsToGo(t *object.Thread, items []object.Value) []any {
	out := make([]any, len(items))
	for i, x := range items {
		out[i] = toGo(t, x)
	}
	return out
}
