package script

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// counted is an object of the model: reference counts, as CPython has them.
type counted struct {
	id   int
	refs int
	held [3]*counted
}

type counting struct{ dead []int }

func (m *counting) release(o *counted) {
	if o == nil {
		return
	}
	if o.refs--; o.refs > 0 {
		return
	}
	m.dead = append(m.dead, o.id)
	for i, h := range o.held {
		o.held[i] = nil
		m.release(h)
	}
}

func take(o *counted) *counted {
	if o != nil {
		o.refs++
	}
	return o
}

// TestDroppedObjects makes and changes random graphs of objects: after each
// statement the same ones are gone as by reference counts, no other ever.
func TestDroppedObjects(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const head = "class N:\n    def __init__(self, n): self.n = n; self.l = [None, None, None]\n    def __del__(self): print(self.n)\n"
		var text strings.Builder
		text.WriteString(head)
		inside := rapid.Bool().Draw(t, "in a function")
		pad := ""
		if inside {
			text.WriteString("def f():\n")
			pad = "    "
		}
		names := []string{"a", "b", "c", "d"}
		fmt.Fprintf(&text, "%sa = b = c = d = None\n", pad)
		var m counting
		vars := map[string]*counted{}
		var want [][]int
		made := 0
		for step := range rapid.IntRange(5, 60).Draw(t, "steps") {
			v, w := rapid.SampledFrom(names).Draw(t, "v"), rapid.SampledFrom(names).Draw(t, "w")
			k := rapid.IntRange(0, 2).Draw(t, "k")
			m.dead = nil
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0, 1:
				made++
				fmt.Fprintf(&text, "%s%s = N(%d)\n", pad, v, made)
				old := vars[v]
				vars[v] = &counted{id: made, refs: 1}
				m.release(old)
			case 2:
				fmt.Fprintf(&text, "%s%s = %s\n", pad, v, w)
				old := vars[v]
				vars[v] = take(vars[w])
				m.release(old)
			case 3:
				fmt.Fprintf(&text, "%sif %s: %s.l[%d] = %s\n", pad, v, v, k, w)
				if o := vars[v]; o != nil {
					old := o.held[k]
					o.held[k] = take(vars[w])
					m.release(old)
				}
			case 4:
				fmt.Fprintf(&text, "%sif %s: %s = %s.l[%d]\n", pad, v, w, v, k)
				if o := vars[v]; o != nil {
					old := vars[w]
					vars[w] = take(o.held[k])
					m.release(old)
				}
			case 5:
				fmt.Fprintf(&text, "%s%s = None\n", pad, v)
				old := vars[v]
				delete(vars, v)
				m.release(old)
			}
			slices.Sort(m.dead)
			want = append(want, m.dead)
			fmt.Fprintf(&text, "%sprint('-', %d)\n", pad, step)
		}
		fmt.Fprintf(&text, "%sprint('end')\n", pad)
		if inside {
			text.WriteString("f()\n")
		}
		p, err := Compile([]byte(text.String()), "graph.py")
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		i := New(Options{Stdout: &out})
		if err := i.Run(p); err != nil {
			t.Fatal(err)
		}
		if err := i.Close(); err != nil {
			t.Fatal(err)
		}
		var got [][]int
		var now []int
		for _, line := range strings.Split(out.String(), "\n") {
			if line == "end" {
				break
			}
			if strings.HasPrefix(line, "-") {
				slices.Sort(now)
				got = append(got, now)
				now = nil
				continue
			}
			n := 0
			if _, err := fmt.Sscan(line, &n); err != nil {
				t.Fatalf("output %q", line)
			}
			now = append(now, n)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("gone after each statement (-reference counts +here):\n%s\n%s", d, text.String())
		}
	})
}
