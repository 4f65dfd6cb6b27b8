package object

import "slices"

// outliving are the modules whose names are still there when those of the main
// module are gone: code in C, or something it calls at a fork, holds them.
var outliving = []string{
	"sys", "asyncio", "copyreg", "logging", "random", "threading", "time", "warnings",
}

// resetInSys are the names of sys that are taken away, or are again what they
// were at the start, before the modules go.
var resetInSys = []string{
	"path", "argv", "ps1", "ps2", "last_exc", "last_type", "last_value", "last_traceback",
	"path_hooks", "path_importer_cache", "meta_path", "__interactivehook__",
	"stdin", "stdout", "stderr",
}

// keepForLibrary has all candidates live on at the program's end when something
// of the library, which is not taken apart before, leads to the main module: a
// hook, a handler, a function put in another's place. It holds whatever the
// module's names lead to, and what that prints in the end goes nowhere.
func (l *Life) keepForLibrary(t *Thread) {
	main, ok := t.In.Modules.GetStr("__main__").Ref.(*Module)
	if l.Live == 0 || !ok {
		return
	}
	tr := &l.trace
	tr.begin()
	defer tr.forget()
	tr.met = func(Markable, int32) {}
	tr.root(t.In.Modules)
	tr.root(t.In.Builtins)
	for _, k := range t.In.Modules.Keys() {
		name, _ := StrOf(k)
		tr.root(t.In.Modules.GetStr(name).Ref)
	}
	tr.next = len(tr.nodes) // met, but no way leads through them
	for _, module := range outliving {
		m, ok := t.In.Modules.GetStr(module).Ref.(*Module)
		if !ok {
			continue
		}
		for _, k := range m.Dict.Keys() {
			if name, _ := StrOf(k); module != "sys" || !slices.Contains(resetInSys, name) {
				tr.root(m.Dict.GetStr(name).Ref)
			}
		}
	}
	l.world.Roots(true, tr.root)
	tr.run(1 << 62)
	if !tr.has(main.Dict) {
		return
	}
	for _, q := range []*list{&l.open, &l.known} {
		for c := q.first; c != nil; {
			next := c.next
			if _, ok := c.Obj.(Kept); !ok {
				l.remove(c)
			}
			c = next
		}
	}
}

// Kept is implemented by candidates that are finalized even when a program's
// end leaves them: a file's text is written.
type Kept interface{ KeptToEnd() }
