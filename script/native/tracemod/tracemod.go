// Package tracemod is the module _traceback: what the module traceback needs
// of the interpreter.
package tracemod

import (
	"asyncio/script/blame"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// Module makes the module _traceback.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_traceback")
	m.Def("rows", 5, 5, rows)
	m.Def("position", 2, 2, position)
	m.Def("lines", 3, 3, lines)
	m.Def("suggestion", 2, 2, suggestion)
	m.Def("block", 2, 2, block)
	m.Def("forget", 1, 1, forget)
	return m, nil
}

// rows gives the rows under a traceback's File row: rows(lines, lineno,
// end_lineno, colno, end_colno), the lines being those of the range.
func rows(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
	items, err := object.Collect(t, a[0])
	if err != nil {
		return object.Value{}, err
	}
	at := [4]int{}
	for i := range at {
		at[i] = -1
		if n, ok := object.IntOf(a[i+1]); ok {
			at[i] = int(n)
		}
	}
	get := func(n int) string {
		if i := n - at[0]; i >= 0 && i < len(items) {
			s, _ := object.StrOf(items[i])
			return s
		}
		return ""
	}
	out := blame.Rows(get, blame.Range{Line: at[0], EndLine: at[1], Col: at[2], EndCol: at[3]}, t.Profile().Carets)
	return object.Obj(object.NewList(object.Strings(out))), nil
}

// position gives (lineno, end_lineno, colno, end_colno) of an instruction:
// position(frame, lasti).
func position(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
	f, ok := a[0].Ref.(*vm.Frame)
	at, isInt := object.IntOf(a[1])
	if !ok || !isInt {
		return object.Value{}, object.TypeError("position() needs a frame and an int")
	}
	p := f.Place(int(at) / 2)
	num := func(n int) object.Value {
		if n < 0 {
			return object.None
		}
		return object.Int(int64(n))
	}
	return object.TupleValue(num(p.Line), num(p.EndLine), num(p.Col), num(p.EndCol)), nil
}

// lines gives some lines of the text a frame's code comes from, None when it
// comes from no file: lines(frame, first, last).
func lines(_ *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
	f, ok := a[0].Ref.(*vm.Frame)
	from, ok1 := object.IntOf(a[1])
	to, ok2 := object.IntOf(a[2])
	if !ok || !ok1 || !ok2 {
		return object.Value{}, object.TypeError("lines() needs a frame and two ints")
	}
	get := f.Place(-1).Source
	if get == nil {
		return object.None, nil
	}
	var out []string
	for n := from; n <= to; n++ {
		out = append(out, get(int(n)))
	}
	return object.Obj(object.NewList(object.Strings(out))), nil
}

// suggestion gives the name that was perhaps meant, or None:
// suggestion(exception, traceback).
func suggestion(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
	e, ok := a[0].Ref.(*object.Exception)
	if !ok {
		return object.None, nil
	}
	tb, _ := a[1].Ref.(*object.Traceback)
	if s := object.SuggestFor(t, e, tb); s != "" {
		return object.String(s), nil
	}
	return object.None, nil
}

// forget lets go of what the frames of functions in Go would hold that a level of
// a traceback stands for: forget(tb).
func forget(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
	tb, ok := a[0].Ref.(*object.Traceback)
	if !ok {
		return object.Value{}, object.TypeError("forget() needs a traceback")
	}
	tb.Forget()
	t.In.Life.Emptied()
	return object.None, nil
}
