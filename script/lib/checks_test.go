package lib_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
)

// frame runs a check's text as testdata/check.py does under CPython.
const frame = `import linecache, sys
text, name = %s, %q
linecache.cache[name] = (len(text), None, text.splitlines(True), name)
main = sys.modules["__main__"].__dict__
exec(compile(text, name, "exec"), main)
`

// pending lists the checks that do not print all that CPython prints yet.
func pending(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("testdata/pending.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, name := range strings.Fields(string(data)) {
		out[name] = true
	}
	return out
}

// The checks print with our modules what CPython 3.13 printed with its own,
// as testdata/record.sh recorded it.
func TestChecks(t *testing.T) {
	files, err := filepath.Glob("testdata/checks/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no check programs: %v", err)
	}
	waiting := pending(t)
	for _, file := range files {
		module := strings.TrimSuffix(filepath.Base(file), ".py")
		t.Run(module, func(t *testing.T) {
			if runtime.GOOS == "windows" && slices.Contains([]string{"contextlib", "pathlib", "shutil", "files_compared", "logging_files", "zipfile"}, module) {
				t.Skip("prints paths as they are elsewhere")
			}
			if slices.Contains([]string{"selectors", "subprocess", "asyncio_children", "process_tools", "unix_tables"}, module) && (runtime.GOOS == "js" || runtime.GOOS == "windows") {
				t.Skip("needs pipes, processes or tables of the system")
			}
			if module == "tarfile" && (runtime.GOOS == "js" || runtime.GOOS == "windows") {
				t.Skip("extracts links, owners and rights of Unix")
			}
			if module == "shutil_disk" && (runtime.GOOS == "js" || runtime.GOOS == "windows") {
				t.Skip("asks for the size of a file system, which needs statvfs")
			}
			t.Chdir(".") // back here, wherever the program goes
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(filepath.Join("testdata", "recorded", module+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			p, err := script.Compile(fmt.Appendf(nil, frame, strconv.QuoteToASCII(string(text)), module+".py"), "<check>")
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			err = script.New(script.Options{Stdout: &out, Args: []string{module}, Grants: script.AllGrants()}).Run(p)
			diff := cmp.Diff(string(want), out.String())
			switch {
			case waiting[module] && err == nil && diff == "":
				t.Skip("passes: take it off testdata/pending.txt")
			case waiting[module]:
				t.Skip("pending")
			case err != nil || diff != "":
				if e, ok := err.(*script.Error); ok {
					t.Log(e.Text)
				}
				t.Errorf("%v; wanted (-), got (+):\n%s", err, diff)
			}
		})
	}
}
