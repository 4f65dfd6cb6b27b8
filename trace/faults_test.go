package trace_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"asyncio/trace"
)

// fault is a change of the loop's source.
type fault struct {
	name, file, old, new string
	tick                 uint64
	words                string
}

// faults are put into the loop one by one; each is found at its tick.
var faults = []fault{
	{
		name: "callbacks swapped", file: "loop/once.go",
		old:  "l.left, l.inPass = l.ready.Length(), true",
		new:  "if l.ready.Length() == 3 { l.ready.Add(l.ready.Remove()) }; l.left, l.inPass = l.ready.Length(), true",
		tick: 2, words: "callback 1 is worker-0 step on the left and worker-1 step on the right",
	},
	{
		name: "what a callback adds runs in the same iteration", file: "loop/once.go",
		old:  "for l.left > 0 {",
		new:  "for l.ready.Length() > 0 {",
		tick: 1, words: "the left side runs 1 callbacks, the right one 4: worker-0 step is missing",
	},
	{
		name: "timers of one time come first in, first out", file: "loop/heap.go",
		old:  "s[0] = last\n\th.sink(0)",
		new:  "copy(s, s[1:])\n\ts[len(s)-1] = last",
		tick: 5, words: "select is asked to wait",
	},
}

// TestFaults: a fault in the core is found by the comparison and named at its
// tick. The program is built with the changed source in the place of the real
// one.
func TestFaults(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("the go command is needed to build the faults")
	}
	if raceDetector {
		t.Skip("what is built does not run under the race detector")
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	sound := faulty(t, root, nil)
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			v := trace.Compare(sound, faulty(t, root, &f), false)
			d := v.Divergence
			if d == nil {
				t.Fatalf("not found; up to order: %v", v.UpToOrder)
			}
			if d.Tick() != f.tick || !strings.Contains(d.Words, f.words) {
				t.Errorf("found at tick %d: %s\nwant tick %d: %s", d.Tick(), d.Words, f.tick, f.words)
			}
		})
	}
}

// faulty builds the program with a fault, nil for none, and gives what it did.
func faulty(t *testing.T, root string, f *fault) []trace.Iteration {
	t.Helper()
	dir := t.TempDir()
	args := []string{"build", "-o", filepath.Join(dir, "faulty")}
	if f != nil {
		path := filepath.Join(root, filepath.FromSlash(f.file))
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(source), f.old) != 1 {
			t.Fatalf("%s has not %q exactly once: the fault must follow the source", f.file, f.old)
		}
		changed := filepath.Join(dir, "changed.go")
		overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{path: changed}})
		if err == nil {
			err = os.WriteFile(changed, []byte(strings.Replace(string(source), f.old, f.new, 1)), 0o600)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		args = append(args, "-overlay", filepath.Join(dir, "overlay.json"))
	}
	build := exec.Command("go", append(args, "./testdata/faulty")...)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var errs bytes.Buffer
	run := exec.Command(filepath.Join(dir, "faulty"))
	run.Stderr = &errs
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, errs.String())
	}
	r, err := trace.ReadFrom(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return r.Iterations()
}
