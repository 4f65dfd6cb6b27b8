package compile

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script/resolve"
	"asyncio/script/syntax"
)

// What the machine runs for small programs: locals are operands in place,
// constants and comparisons are fused, the ways out of a try are cut out of it.
func TestDisassembly(t *testing.T) {
	for src, want := range map[string]string{
		"def f(n):\n    if n < 2:\n        return n\n    return f(n - 1) + n\n": `<module>: 4 slots
   0  MakeFunc 0 1 0
   1  StoreG 0 0 0
   2  LoadK 0 0 0
   3  Return 0 0 0
f: 5 slots
   0  JumpCmpK .2 0 0 2
   1  Return 0 0 0
   2  LoadG 3 0 0
   3  SubK 4 0 1
   4  Call 2 3 1
   5  Add 1 2 0
   6  Return 0 1 0
   7  LoadK 1 2 0
   8  Return 0 1 0
`,
		// A loop's constants are held in slots of the frame.
		"def f(x):\n    for i in x:\n        x[i] = x[1:i] == 'a'\n": `<module>: 4 slots
   0  MakeFunc 0 1 0
   1  StoreG 0 0 0
   2  LoadK 0 0 0
   3  Return 0 0 0
f: 8 slots
   0  GetIter 2 0 0
   1  ForIter 1 2 8
   2  LoadK 5 0 0
   3  LoadL 6 1 0
   4  GetSlice 4 0 5
   5  Compare 3 4 7
   6  SetItem 0 1 3
   7  Again 0 0 1
   8  Drop 2 0 0
   9  LoadK 2 2 0
  10  Return 0 2 0
`,
		"def f(x):\n    for i in x:\n        try:\n            return i\n        finally:\n            x()\n": `<module>: 4 slots
   0  MakeFunc 0 1 0
   1  StoreG 0 0 0
   2  LoadK 0 0 0
   3  Return 0 0 0
`,
	} {
		m, err := syntax.ParseString(src, syntax.Options{File: "p.py"})
		if err != nil {
			t.Fatal(err)
		}
		c, err := Program(m, resolve.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := Disassemble(c)
		if len(want) < 150 { // the function's own code is checked by its handlers
			f := c.Children[0]
			ret := -1
			for i, in := range f.Ins {
				if in.Op == Return && ret < 0 {
					ret = i
				}
			}
			for _, h := range f.Handlers {
				if h.Target > int32(ret) && int32(ret) >= h.Start && int32(ret) < h.End {
					t.Errorf("the return at %d is inside the try %v", ret, h)
				}
			}
			if len(f.Handlers) < 2 {
				t.Errorf("handlers: %v", f.Handlers)
			}
			c.Children = nil
			got = Disassemble(c)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\nwanted (-), got (+):\n%s", src, diff)
		}
	}
}
