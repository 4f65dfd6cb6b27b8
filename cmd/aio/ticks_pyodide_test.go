//go:build unix

package main

import (
	"os"
	"regexp"
	"testing"

	"asyncio/compare"
)

// wasmTable is where the outcome of TestLiveWasm is kept.
const wasmTable = "../../docs/ticks-3.14.md"

// needsSystem finds in what a program printed that it needs what a CPython in
// WebAssembly has not.
var needsSystem = regexp.MustCompile(`can't start new thread|does not support processes`)

// wasmIntro is what the docs say before the table.
const wasmIntro = "# Tick for tick with CPython 3.14\n\n" +
	"`aio run` follows CPython 3.8 to 3.13. What 3.14 does otherwise is seen by comparing the\n" +
	"programs of `testdata/programs`, run here as 3.13 does, with the 3.14 that npm's package\n" +
	"`pyodide` carries, in WebAssembly, under node. It has no threads and no child processes:\n" +
	"programs that need them are left out. The columns read as those of [ticks.md](ticks.md).\n\n" +
	"```sh\nnpm install --prefix /tmp/pyodide pyodide@314\n" +
	"PYODIDE=/tmp/pyodide/node_modules/pyodide go test ./cmd/aio -run TestLiveWasm -update -timeout 60m\n```\n\n"

// TestLiveWasm compares the corpus, iteration by iteration, with the CPython of
// the folder that the environment variable PYODIDE names; wasmIntro says how it
// is run. It fails for no difference: there is no profile of that version.
func TestLiveWasm(t *testing.T) {
	folder := os.Getenv("PYODIDE")
	if folder == "" {
		t.Skip("set PYODIDE to a folder of npm's package pyodide to compare with its CPython")
	}
	python, err := compare.Interpreter(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	pythons := []compare.Side{python}
	counts, notes := countTicks(t, pythons)
	written := wasmIntro + table(counts, pythons, notes)
	t.Log(written)
	if *update {
		if err := os.WriteFile(wasmTable, []byte(written), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
