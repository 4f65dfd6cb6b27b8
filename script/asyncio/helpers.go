package asyncio

import (
	_ "embed"
	"os"

	"asyncio/script/object"
)

//go:embed helpers.py
var helpersSource string

// python calls a function of the part that is written in Python, which is
// compiled when it is first needed.
func (b *Binding) python(t *object.Thread, name string, args []val, kw kws) (val, error) {
	if b.helpers == nil {
		m := object.NewModule("asyncio._helpers")
		if err := b.h.RunText(t, m, helpersFile, helpersSource); err != nil {
			return val{}, err
		}
		b.helpers = m
	}
	return t.CallKw(b.helpers.Dict.GetStr(name), args, kw)
}

// helpersFile and threadsFile are the names of the two parts in tracebacks. The
// second is where CPython has the callbacks that programs see in print.
const (
	helpersFile = "<asyncio>"
	threadsFile = "<lib>/asyncio/futures.py"
)

//go:embed helpers_threads.py
var threadsSource string

// pythonThreads is python for the part that needs threads.
func (b *Binding) pythonThreads(t *object.Thread, name string, args ...val) (val, error) {
	if b.threadHelpers == nil {
		m := object.NewModule("asyncio._threads")
		if err := b.h.RunText(t, m, threadsFile, threadsSource); err != nil {
			return val{}, err
		}
		b.threadHelpers = m
	}
	return t.Call(b.threadHelpers.Dict.GetStr(name), args...)
}

// debugWanted reports whether the environment turns debug mode on.
func (b *Binding) debugWanted() bool {
	if m, ok := b.h.In.Modules.GetStr("asyncio.coroutines").Ref.(*object.Module); ok {
		if fn := m.Dict.GetStr("_is_debug_mode"); fn.Valid() { // a program may have its own
			v, err := b.t().Call(fn)
			on, failed := object.Truth(b.t(), v)
			return err == nil && failed == nil && on
		}
	}
	return b.h.Dev() || b.h.Grants.Environ && !b.h.IgnoreEnvironment && os.Getenv("PYTHONASYNCIODEBUG") != ""
}
