package iomod

import (
	"asyncio/script/object"
	"asyncio/script/vm"
)

// drop closes a stream that is dropped while it is open, and warns of the file
// below. The default filters ignore that: until the program has warnings, nobody
// can have changed them.
func drop(t *thread, s closing, below value) {
	if f := rawFile(below); f != nil && f.fd >= 0 && f.closefd && t.In.Modules.GetStr("warnings").Valid() {
		text, err := object.ReprText(t, object.Obj(s))
		if err == nil {
			err = vm.WarnOf(t, object.ResourceWarningClass, "unclosed file "+text, object.Obj(s))
		}
		if err != nil {
			t.In.Life.Unraisable(t, err, object.Obj(f))
		}
	}
	_ = s.Close(t) // nobody to tell
}

// rawFile gives the FileIO at the bottom of a pile of streams, nil for none.
func rawFile(v value) *file {
	switch s := v.Ref.(type) {
	case *file:
		return s
	case *buffered:
		return rawFile(s.raw)
	case *textFile:
		return rawFile(s.buffer)
	}
	return nil
}
