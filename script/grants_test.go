package script_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"asyncio/script"
)

// Each expression needs a grant: without it PermissionError tells which.
func TestNothingIsGranted(t *testing.T) {
	for _, c := range []struct {
		what, expr string
		granted    script.Grants
	}{
		{"file", "open(path).read()", script.Grants{Files: true}},
		{"file", "open(0)", script.Grants{}},
		{"file", "io.FileIO(path)", script.Grants{Files: true}},
		{"file", "pathlib.Path(path).read_text()", script.Grants{Files: true}},
		{"file", "os.listdir(folder)", script.Grants{Files: true}},
		{"file", "list(os.scandir(folder))", script.Grants{Files: true}},
		{"file", "os.stat(path)", script.Grants{Files: true}},
		{"file", "os.getcwd()", script.Grants{Files: true}},
		{"file", "os.open(path, os.O_RDONLY)", script.Grants{Files: true}},
		{"file", "os.write(2, b'')", script.Grants{Files: true}},
		{"file", "os.pipe()", script.Grants{Files: true}},
		{"file", "os.remove(path + 'x')", script.Grants{}},
		{"file", "signal.set_wakeup_fd(2)", script.Grants{}},
		{"file", "asyncio.new_event_loop().add_reader(0, print)", script.Grants{}},
		{"process", "os.getpid()", script.Grants{Process: true}},
		{"process", "os.kill(os.getpid(), 0)", script.Grants{Process: true}},
		{"process", "os.kill(1, 0)", script.Grants{}},
		{"process", "os._exit(3)", script.Grants{}},
		{"process", "os.abort()", script.Grants{}},
		{"process", "os.system('true')", script.Grants{}},
	} {
		t.Run(c.expr, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			path := filepath.Join(folder, "f.txt")
			if err := os.WriteFile(path, []byte("text"), 0o600); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.Remove(path) }) // wine fails to remove a folder with files in it
			src := fmt.Sprintf("import asyncio, io, os, pathlib, signal\nfolder, path = %q, %q\ntry:\n    x = %s\nexcept BaseException as e:\n    x = e\n    print(type(e).__name__, e)\n", folder, path, c.expr)
			got, err := run(src, script.Options{})
			want := "PermissionError [Errno 1] this interpreter was given no " + c.what + " access"
			if c.expr == "os.system('true')" && (runtime.GOOS == "js" || runtime.GOOS == "windows") {
				want = "ImportError subprocess: this interpreter starts no processes on this system"
			}
			if err != nil || !strings.HasPrefix(got, want) {
				t.Errorf("without a grant: %q, %v", got, err)
			}
			if c.granted == (script.Grants{}) {
				return
			}
			if runtime.GOOS == "windows" && strings.HasPrefix(c.expr, "os.kill") {
				return // 0 is Ctrl+C there, for this test too
			}
			want = ""
			if runtime.GOOS == "js" && c.expr == "os.pipe()" {
				want = fmt.Sprintf("OSError [Errno %d] Function not implemented\n", syscall.ENOSYS)
			}
			if got, err := run(src, script.Options{Grants: c.granted}); err != nil || got != want {
				t.Errorf("with the grant: %q, %v", got, err)
			}
		})
	}
}

func TestEnvironmentNeedsAGrant(t *testing.T) {
	t.Setenv("AIO_GRANTS_TEST", "seen")
	src := "import os\nprint(os.environ.get('AIO_GRANTS_TEST'), os.getenv('AIO_GRANTS_TEST'), len(os.environ))\nos.environ['A'] = 'b'\nprint(os.environ['A'])"
	if got, err := run(src, script.Options{}); err != nil || got != "None None 0\nb\n" {
		t.Errorf("without the grant: %q, %v", got, err)
	}
	if got, err := run(src, script.Options{Grants: script.Grants{Environ: true}}); err != nil || !strings.HasPrefix(got, "seen seen ") {
		t.Errorf("with the grant: %q, %v", got, err)
	}
	if _, ok := os.LookupEnv("A"); ok {
		t.Error("the program changed the host's environment")
	}
}

// Without the grant of files, imports read the folders of the host's path only:
// not the program's own folder, and nothing that the program adds.
func TestImportsNeedAGrant(t *testing.T) {
	given, other := t.TempDir(), t.TempDir()
	for file, text := range map[string]string{
		filepath.Join(given, "open_one.py"):         "x = 1",
		filepath.Join(given, "pkg", "__init__.py"):  fmt.Sprintf("__path__.append(%q)", other),
		filepath.Join(given, "pkg", "part.py"):      "x = 2",
		filepath.Join(other, "hidden.py"):           "x = 3",
		filepath.Join(other, "spread", "hidden.py"): "x = 4",
	} {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Remove(file) }) // wine fails to remove a folder with files in it
	}
	src := fmt.Sprintf(`
import sys, json, asyncio, logging
sys.path.append(%q)
for name in "open_one", "pkg.part", "hidden", "pkg.hidden", "spread":
    try:
        print(name, __import__(name, fromlist=["x"]).__name__)
    except ImportError as e:
        print(type(e).__name__, e)
`, other)
	p, err := script.Compile([]byte(src), filepath.Join(other, "prog.py"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		grants script.Grants
		want   string
	}{
		{script.Grants{}, "open_one open_one\npkg.part pkg.part\nModuleNotFoundError No module named 'hidden'\nModuleNotFoundError No module named 'pkg.hidden'\nModuleNotFoundError No module named 'spread'\n"},
		{script.AllGrants(), "open_one open_one\npkg.part pkg.part\nhidden hidden\npkg.hidden pkg.hidden\nspread spread\n"},
	} {
		var out strings.Builder
		i := script.New(script.Options{Stdout: &out, Path: []string{given}, Grants: c.grants})
		if err := i.Run(p); err != nil {
			t.Error(err)
		}
		if err := i.Close(); err != nil || out.String() != c.want {
			t.Errorf("%+v: got %v\n%s", c.grants, err, out.String())
		}
	}
}

// Signals that a program sends itself reach it without a grant, and never the
// process it runs in.
func TestSignalsStayInside(t *testing.T) {
	got, err := run("import signal\nsignal.signal(signal.SIGTERM, lambda n, f: print('got', n))\nsignal.raise_signal(signal.SIGTERM)\nsignal.signal(signal.SIGTERM, signal.SIG_DFL)\nsignal.raise_signal(signal.SIGTERM)\nprint('not reached')", script.Options{})
	if got != "got 15\n" || err == nil || !strings.Contains(err.Error(), "SIGTERM") {
		t.Errorf("got %q, %v", got, err)
	}
}

// Modules that look at the process to set themselves up do without.
func TestModulesWithoutGrants(t *testing.T) {
	got, err := run(`
import logging, sys, random, tempfile, uuid, platform, threading, concurrent.futures, asyncio
logging.basicConfig(stream=sys.stdout, format="%(message)s %(process)s")
logging.warning("careful")
async def main():
    return await asyncio.to_thread(lambda: len(str(uuid.uuid4())))
print(asyncio.run(main()))
`, script.Options{})
	if err != nil || !strings.HasPrefix(got, "careful ") || !strings.HasSuffix(got, "36\n") {
		t.Errorf("got %q, %v", got, err)
	}
}
