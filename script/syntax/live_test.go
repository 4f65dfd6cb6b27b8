package syntax

import (
	"bufio"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// python313 finds CPython 3.13, or skips the test.
func python313(t *testing.T) string {
	t.Helper()
	names := []string{"python3.13"}
	if home, err := os.UserHomeDir(); err == nil {
		found, _ := filepath.Glob(filepath.Join(home, ".pyenv", "versions", "3.13.*", "bin", "python3"))
		names = append(names, found...)
	}
	for _, n := range names {
		out, err := exec.CommandContext(t.Context(), n, "-c", "import sys; print(sys.version_info[:2])").Output()
		if err == nil && strings.TrimSpace(string(out)) == "(3, 13)" {
			return n
		}
	}
	t.Skip("no python3.13 on this machine: the live comparison is left out")
	return ""
}

// recorder is a running record.py that answers line by line.
type recorder struct {
	in  io.WriteCloser
	out *bufio.Reader
}

func startRecorder(t *testing.T, mode string) *recorder {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), python313(t), filepath.Join("testdata", "record.py"), mode)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		cmd.Wait()
	})
	return &recorder{in: in, out: bufio.NewReaderSize(out, 1<<20)}
}

func (r *recorder) ask(t *testing.T, line string) string {
	t.Helper()
	if _, err := io.WriteString(r.in, line+"\n"); err != nil {
		t.Fatal(err)
	}
	answer, err := r.out.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(answer, "\n")
}

// difference shows two long lines around the first place where they differ.
func difference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, min(i-120, len(s))):min(i+120, len(s))] }
	return "\n got ..." + cut(got) + "\nwant ..." + cut(want)
}

// TestStandardLibrary parses the library of the CPython 3.13 on the machine and
// compares every tree, with all positions, with ast's. It takes a while, so it
// reads one file in ten unless SYNTAX_LIB=all is set.
func TestStandardLibrary(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	python := python313(t)
	prefix, err := exec.CommandContext(t.Context(), python, "-c", "import sys; print(sys.base_prefix)").Output()
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	root := filepath.Join(strings.TrimSpace(string(prefix)), "lib", "python3.13")
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".py") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("SYNTAX_LIB") != "all" {
		var some []string
		for i := 0; i < len(files); i += 10 {
			some = append(some, files[i])
		}
		files = some
	}
	r := startRecorder(t, "serve")
	var equal, refused, sameError int
	var bytes int
	var spent time.Duration
	for _, path := range files {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want := r.ask(t, path)
		begin := time.Now()
		m, err := Parse(src, Options{File: path})
		spent += time.Since(begin)
		bytes += len(src)
		if strings.HasPrefix(want, "!") {
			refused++
			var e [4]any
			if jerr := json.Unmarshal([]byte(want[1:]), &e); jerr != nil {
				t.Fatal(jerr)
			}
			switch err := err.(type) {
			case nil:
				t.Errorf("%s: parses, but CPython says %v", path, e)
			case *SyntaxError:
				if err.Kind == e[0] && err.Msg == e[1] {
					sameError++
				} else {
					t.Logf("%s: %s: %s; CPython says %v", path, err.Kind, err.Msg, e)
				}
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %#v", path, err)
			continue
		}
		if got := dump(m); got != want {
			t.Errorf("%s:%s", path, difference(got, want))
			continue
		}
		equal++
	}
	t.Logf("%d files: %d equal trees, %d refused by both (%d with the same message); %.1f MB/s",
		len(files), equal, refused, sameError, float64(bytes)/1e6/spent.Seconds())
}
