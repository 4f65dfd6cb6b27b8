package jsonmod

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"asyncio/script/object"
)

// decoder is a decoder as a program makes it without arguments.
func decoder() value {
	m := object.NewModule("decoder")
	for _, name := range []string{"object_hook", "object_pairs_hook"} {
		m.Dict.SetStr(name, object.None)
	}
	m.Dict.SetStr("parse_float", object.Obj(object.FloatClass))
	m.Dict.SetStr("parse_int", object.NewBuiltin("int", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) { return a[0], nil }))
	m.Dict.SetStr("parse_constant", object.NewBuiltin("constant", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) { return a[0], nil }))
	m.Dict.SetStr("strict", object.True)
	return object.Obj(m)
}

// FuzzScan: what Go's package takes for JSON is read to its end, and what is read
// is taken by Go's package, but for the constants it does not know.
func FuzzScan(f *testing.F) {
	for _, s := range []string{`{"a": [1, 2.5e3, null, true, "x\u00e9\n"]}`, `["\ud83d\ude00", "\ud83d", -0]`, `[1,]`, `"é`, `{"a" 1}`, "NaN", ""} {
		f.Add(s)
	}
	failure := object.NewBuiltin("fail", 3, 3, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		return object.Obj(object.NewException(object.ValueErrorClass, a[0])), nil
	})
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.Contains(s, "NaN") || strings.Contains(s, "Infinity") || strings.Count(s, "[")+strings.Count(s, "{") > 1000 {
			t.Skip()
		}
		th := &thread{In: object.NewInterp()}
		s = strings.Trim(s, " \t\r\n")
		v, err := scan(th, decoder(), failure, object.String(s), object.Int(0))
		whole := err == nil && v.Ref.(*object.Tuple).Items[1].I() == int64(utf8.RuneCountInString(s))
		if valid := json.Valid([]byte(s)); valid != whole {
			t.Errorf("%q: %v here, %v in Go (%v)", s, whole, valid, err)
		}
	})
}
