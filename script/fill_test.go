package script_test

import (
	"bytes"
	"sync"
	"testing"

	"asyncio/script"
)

// everyName asks the classes of many modules for their names. Nothing may be
// missing, whoever fills a class first.
const everyName = `
import sys
names, seen = 0, set()
def look(c):
    global names
    if c not in seen:
        seen.add(c)
        names += len(dir(c)) + len(c.__dict__)
        for b in c.__mro__:
            look(b)
for m in ['builtins', 'sys', 'io', 'collections', 'itertools', 'operator', 're', 'struct', 'zlib', 'hashlib', 'threading',
          'weakref', 'asyncio', 'contextvars', 'os', 'types', 'time', 'datetime', 'traceback']:
    mod = __import__(m)
    for k in dir(mod):
        try:
            v = getattr(mod, k)
        except ImportError:  # needs what this system has not
            continue
        look(v if isinstance(v, type) else type(v))
print(names)
`

func TestClassesAreFilledTogether(t *testing.T) {
	p, err := script.Compile([]byte(everyName), "names.py")
	if err != nil {
		t.Fatal(err)
	}
	outs := make([]bytes.Buffer, 3)
	var all sync.WaitGroup
	for n := range outs {
		all.Go(func() {
			i := script.New(script.Options{Stdout: &outs[n], Stderr: &outs[n], Report: true})
			if err := i.Run(p); err != nil {
				t.Error(err)
			}
			if err := i.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for n := range outs {
		if got := outs[n].String(); len(got) < 4 || got != outs[0].String() {
			t.Errorf("%q, not %q", got, outs[0].String())
		}
	}
}
