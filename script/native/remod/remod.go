// Package remod is the module _re: the patterns and matches of re.
package remod

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/regex"
)

type (
	value  = object.Value
	thread = object.Thread
)

// state is what the patterns of one interpreter share.
type state struct {
	// failure is the class re.PatternError.
	failure value
	// last is the text matched last, prepared for matching.
	last *subject
}

// Module makes the module _re.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_re")
	st := &state{}
	m.Dict.SetStr("Pattern", object.Obj(patternClass))
	m.Dict.SetStr("Match", object.Obj(matchClass))
	// compile(pattern, flags, PatternError)
	m.DefPlain("compile", 3, 3, func(t *thread, a []value) (value, error) {
		st.failure = a[2]
		flags, _ := object.IntOf(a[1])
		var text []rune
		isBytes := false
		switch o := a[0].Ref.(type) {
		case *object.Str:
			text = object.Runes(o.S)
		case *object.Bytes:
			isBytes = true
			for _, c := range o.B {
				text = append(text, rune(c))
			}
		default:
			return value{}, object.TypeError("first argument must be string or compiled pattern")
		}
		prog, err := regex.Compile(text, regex.Flags(flags), isBytes)
		if err != nil {
			return value{}, st.raise(t, err, a[0])
		}
		return object.Obj(&pattern{st: st, prog: prog, text: a[0], bytes: isBytes}), nil
	})
	return m, nil
}

// raise makes Python's exception of an error of package regex.
func (st *state) raise(t *thread, err error, text value) error {
	switch e := err.(type) {
	case *regex.ValueError:
		return object.ValueError("%s", e.Msg)
	case *regex.Error:
		if e.Overflow {
			return object.Raise(object.OverflowErrorClass, "%s", e.Msg)
		}
		pos := object.None
		if e.Pos >= 0 {
			pos = object.Int(int64(e.Pos))
		} else {
			text = object.None
		}
		v, err := t.Call(st.failure, object.String(e.Msg), text, pos)
		if err != nil {
			return err
		}
		if exc, ok := v.Ref.(*object.Exception); ok {
			return exc
		}
	}
	return err
}
