package script_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
	"asyncio/script/randprog"
)

// randomRecord is what CPython 3.13 did with a random program: its output by
// its hash, for there is much of it.
type randomRecord struct {
	Seed    uint64
	Program string // the hash of the text, which changes with the generator
	Output  string
	Bytes   int
}

const randomFile = "testdata/random.json"

func hash(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// Random programs print here what CPython 3.13 printed when they were recorded.
func TestRandomPrograms(t *testing.T) {
	data, err := os.ReadFile(randomFile)
	if err != nil {
		t.Fatal(err)
	}
	var records []randomRecord
	if err := json.Unmarshal(data, &records); err != nil || len(records) == 0 {
		t.Fatalf("%d records: %v", len(records), err)
	}
	for _, r := range records {
		src := []byte(randprog.New(r.Seed))
		if hash(src) != r.Program {
			t.Fatalf("seed %d gives another program than was recorded: record again, see TestLiveRandomPrograms", r.Seed)
		}
		if got := printed(t, src, "random.py"); hash([]byte(got)) != r.Output {
			t.Errorf("seed %d prints %d bytes, not the %d of CPython: RANDOM_PROGRAMS=%d-%d go test ./script -run TestLiveRandomPrograms",
				r.Seed, len(got), r.Bytes, r.Seed, r.Seed+1)
		}
	}
}

// Random programs print here what CPython 3.13 prints. The seeds can be chosen,
// and what CPython prints recorded:
//
//	RANDOM_PROGRAMS=1000-1200 go test ./script -run TestLiveRandomPrograms
//	RANDOM_PROGRAMS=1-121 RANDOM_RECORD=1 go test ./script -run TestLiveRandomPrograms
func TestLiveRandomPrograms(t *testing.T) {
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
	var records []randomRecord
	for seed := from; seed < to; seed++ {
		src := []byte(randprog.New(seed))
		file := filepath.Join(dir, "random.py")
		if err := os.WriteFile(file, src, 0o644); err != nil {
			t.Fatal(err)
		}
		want, err := python313(t.Context(), python, file)
		if errors.Is(err, context.DeadlineExceeded) {
			t.Logf("seed %d: takes CPython too long", seed)
			continue
		} else if err != nil {
			t.Errorf("seed %d: CPython: %v", seed, err)
			continue
		}
		records = append(records, randomRecord{seed, hash(src), hash(want), len(want)})
		if diff := cmp.Diff(string(want), printed(t, src, file)); diff != "" {
			t.Errorf("seed %d: wanted (-), got (+):\n%s", seed, diff)
		}
	}
	if os.Getenv("RANDOM_RECORD") == "" {
		return
	}
	data, err := json.MarshalIndent(records, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(randomFile, append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// python313 runs a program in CPython, at most some seconds: a random one may
// count for ever.
func python313(ctx context.Context, python, file string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, python, "-X", "utf8", "-W", "ignore", file)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return out, err
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
