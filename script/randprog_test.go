package script_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
	"asyncio/script/randprog"
)

// Random programs print here what CPython 3.13 prints. The seeds of a run can
// be chosen: RANDOM_PROGRAMS=1000-1200 go test ./script -run TestRandomPrograms
func TestRandomPrograms(t *testing.T) {
	python, err := exec.LookPath("python3.13")
	if err == nil {
		err = exec.Command(python, "-c", "").Run()
	}
	if err != nil {
		t.Skip("no python3.13 here to compare with")
	}
	from, to := uint64(1), uint64(4)
	if s := os.Getenv("RANDOM_PROGRAMS"); s != "" {
		if _, err := fmt.Sscanf(s, "%d-%d", &from, &to); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	for seed := from; seed < to; seed++ {
		src := []byte(randprog.New(seed))
		file := filepath.Join(dir, "random.py")
		if err := os.WriteFile(file, src, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(python, "-X", "utf8", "-W", "ignore", file)
		cmd.Stderr = os.Stderr
		want, err := cmd.Output()
		if err != nil {
			t.Errorf("seed %d: CPython: %v", seed, err)
			continue
		}
		if diff := cmp.Diff(string(want), printed(t, src, file)); diff != "" {
			t.Errorf("seed %d: wanted (-), got (+):\n%s", seed, diff)
		}
	}
}

// printed gives a program's output.
func printed(t *testing.T, src []byte, file string) string {
	t.Helper()
	out, err := run(string(src), script.Options{Virtual: true})
	if err != nil {
		t.Errorf("%s: %v", file, err)
	}
	return out
}
