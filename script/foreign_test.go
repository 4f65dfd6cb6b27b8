package script_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
)

// A folder with another Python's library gives what we have not, and nothing
// that we have; other folders come before our modules, as in CPython.
func TestLibraryFolder(t *testing.T) {
	library, plain := t.TempDir(), t.TempDir()
	write := func(dir, name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(library, "encodings"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"os.py", "shlex.py", "only_there.py"} {
		write(library, name, "who = 'theirs'")
	}
	write(plain, "shlex.py", "who = 'the folder'")
	const program = `import only_there, os, shlex
for m in only_there, os, shlex: print(m.__name__, getattr(m, "who", "ours"))
`
	for _, c := range []struct {
		name string
		path []string
		want string
	}{
		{"library", []string{library}, "only_there theirs\nos ours\nshlex ours\n"},
		{"library first", []string{library, plain}, "only_there theirs\nos ours\nshlex the folder\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := script.Compile([]byte(program), "p.py")
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := script.New(script.Options{Stdout: &out, Path: c.path, Grants: script.Grants{Files: true}}).Run(p); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, out.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
