package vm

import (
	"asyncio/script/compile"
	"asyncio/script/object"
)

// frameObject is a frame as a traceback shows it: where it was, in which code.
// Its local variables are gone, since the frame itself is used again.
type frameObject struct {
	code    *compile.Code
	globals *object.Dict
	line    int
}

var frameClass = object.NewNativeClass("builtins", "frame").Final()

// Class implements object.Object.
func (*frameObject) Class() *object.Class { return frameClass }

// Attr implements object.Dynamic.
func (f *frameObject) Attr(_ *object.Thread, name string) (object.Value, bool, error) {
	switch name {
	case "f_code":
		return object.Obj(&CodeObject{f.code}), true, nil
	case "f_lineno":
		return object.Int(int64(f.line)), true, nil
	case "f_globals":
		return object.Obj(f.globals), true, nil
	case "f_back":
		return object.None, true, nil
	}
	return object.Value{}, false, nil
}

var _ = func() bool {
	object.TracebackClass.DefGet("tb_frame", func(_ *object.Thread, v object.Value) (object.Value, error) {
		tb := v.Ref.(*object.Traceback)
		if code, ok := tb.Code.(*compile.Code); ok && !tb.Frame.Valid() {
			tb.Frame = object.Obj(&frameObject{code, tb.Globals, tb.Line})
		}
		if !tb.Frame.Valid() {
			return object.None, nil
		}
		return tb.Frame, nil
	}, nil)
	return true
}()
