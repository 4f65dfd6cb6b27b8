package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
)

// steady are files whose tests do not depend on how fast the machine is.
var steady = []string{"test_locks", "test_queues", "test_futures2", "test_protocols", "test_transports", "test_pep492"}

// TestSteadyFiles runs CPython's tests in this process.
func TestSteadyFiles(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("no CPython is there to be found")
	}
	lib, version, err := library("")
	switch {
	case err != nil:
		t.Skip(err)
	case version != counted:
		t.Skipf("python3.13 is %s; the tests of %s are counted", version, counted)
	}
	for _, g := range groups {
		for _, name := range steady {
			if g.file != name {
				continue
			}
			t.Run(name, func(t *testing.T) {
				r := count(g, runHere(t, lib, name))
				if r.err != "" || len(r.failures) > 0 {
					t.Errorf("%s\n%+v", r.err, r.failures)
				}
				if diff := cmp.Diff([]int{g.unique, g.ids}, []int{r.passed + r.skipped, r.idsPassed + r.idsSkipped}); diff != "" {
					t.Errorf("functions and tests (-CPython's, +here)\n%s", diff)
				}
			})
		}
	}
}

// runHere runs a file in an interpreter of this process.
func runHere(t *testing.T, lib, name string) *fileResult {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out.json")
	p, err := script.Compile([]byte(driver), "driver.py")
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	i := script.New(script.Options{Stdout: &text, Stderr: &text, Path: []string{lib}, Args: []string{"driver.py", lib, name, out},
		Grants: script.AllGrants(), Report: true, TestTimeout: time.Minute})
	err = i.Run(p)
	if e := i.Close(); err == nil {
		err = e
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, &text)
	}
	res := &fileResult{tests: map[string]*outcome{}}
	if err := res.read(out, true); err != nil {
		t.Fatal(err)
	}
	return res
}

func TestCount(t *testing.T) {
	const lines = `{"id": "m.A.test_x", "function": "Mixin.test_x", "outcome": "loaded", "reason": ""}
{"id": "m.B.test_x", "function": "Mixin.test_x", "outcome": "loaded", "reason": ""}
{"id": "m.A.test_y", "function": "A.test_y", "outcome": "loaded", "reason": ""}
{"id": "m.A.test_z", "function": "A.test_z", "outcome": "loaded", "reason": ""}
{"id": "m.C.test_o", "function": "C.test_o", "outcome": "loaded", "reason": ""}
{"id": "m.D.test_n", "function": "A.test_n", "outcome": "loaded", "reason": ""}
{"id": "m.A.test_x", "function": "Mixin.test_x", "outcome": "ok", "reason": ""}
{"id": "m.B.test_x", "function": "Mixin.test_x", "outcome": "failed", "reason": "AssertionError: <a> at 0x7f01 | b"}
{"id": "m.B.test_x", "function": "Mixin.test_x", "outcome": "error", "reason": "KeyError: in tearDown"}
{"id": "m.A.test_y", "function": "A.test_y", "outcome": "ok", "reason": ""}
{"id": "m.A.test_z", "function": "A.test_z", "outcome": "skipped", "reason": "no"}
{"id": "m.C.test_o", "function": "C.test_o", "outcome": "ok", "reason": ""}
{"foreign": []}
`
	file := filepath.Join(t.TempDir(), "out.json")
	if err := os.WriteFile(file, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	res := &fileResult{tests: map[string]*outcome{}}
	if err := res.read(file, true); err != nil {
		t.Fatal(err)
	}
	g := group{tier: "1", file: "m", ids: 5, unique: 4, only: []string{"A", "Mixin.test_x"}}
	var page strings.Builder
	if err := writeTable(&page, []groupResult{count(g, res)}); err != nil {
		t.Fatal(err)
	}
	want := `| 1 | m | 1 of 4 | 1 | 2 of 5 | 1 |
| **1** | **all** | 1 of 4 | 1 | 2 of 5 | 1 |

## What fails

m:

- Mixin.test_x (1 of 2): AssertionError: &lt;a> at 0x… \| b
- A.test_n (1 of 1): not run
`
	if _, got, _ := strings.Cut(page.String(), "|--:|\n"); got != want {
		t.Error(cmp.Diff(want, got))
	}
	if err := os.WriteFile(file, []byte(`{"foreign": ["asyncio.tasks"]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := res.read(file, true); err == nil {
		t.Error("CPython's asyncio passed for ours")
	}
}
