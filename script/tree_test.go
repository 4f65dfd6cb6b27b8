package script_test

import (
	"bytes"
	"fmt"
	"testing"

	"asyncio/script"
)

// mutate puts parts of trees in wrong places and compiles what comes out.
const mutate = `
import ast, random, warnings

warnings.simplefilter("ignore")
random.seed(%d)
forms = [
    "def f[T: int](a, /, b: int = 1, *c, d=2, **e) -> (yield): return lambda x, *y: (x, await y)",
    "class A(B, metaclass=C):\n x: int = 1\n async def f(): return [x async for x in y if z]",
    "match x:\n case {'a': 1, **r} | A(b, c=d): pass\n case [1, *_] as z if z: pass",
    "try:\n a\nexcept* (A, B) as e: b\nelse: c\nfinally: d",
    "with a as b, c: x[1:2, ::3] += f'{x!r:>{w}}'",
    "for a, *b in {**c, d: e}: del a.b, c\nelse: global q",
    "while (a := not b) < c: import d.e as f; from . import g",
    "type X[*T, **P] = {i for i in j}; assert a or b, c if d else -e; raise A from B",
]
refused = 0
for _ in range(%d):
    trees = [ast.parse(random.choice(forms)) for _ in range(3)]
    nodes = [n for t in trees for n in ast.walk(t)]
    tree = ast.Module([s for t in trees for s in t.body], [])
    for _ in range(random.randrange(1, 4)):
        n = random.choice(nodes)
        if not n._fields:
            continue
        field = random.choice(n._fields)
        old = getattr(n, field, None)
        if isinstance(old, list) and old and random.random() < 0.7:
            old[random.randrange(len(old))] = random.choice([*nodes, None])
        else:
            setattr(n, field, random.choice([*nodes, None, [], "x", 5]))
    try:
        compile(tree, "f", "exec")
    except (TypeError, ValueError, SyntaxError, RecursionError):
        refused += 1
print(refused > 0)
`

// No tree makes the compiler fail otherwise than with Python's errors.
func TestMutatedTrees(t *testing.T) {
	for seed := range 3 {
		p, err := script.Compile(fmt.Appendf(nil, mutate, seed, 300), "mutate.py")
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := script.New(script.Options{Stdout: &out}).Run(p); err != nil || out.String() != "True\n" {
			t.Fatalf("seed %d: %v, printed %q", seed, err, out.String())
		}
	}
}
