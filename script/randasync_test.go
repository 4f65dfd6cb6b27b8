package script_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aymanbagabas/go-udiff"

	"asyncio/compare"
	"asyncio/profile"
	"asyncio/script"
	"asyncio/script/randprog"
)

// ours runs a program here as [randprog.Live] does there.
func ours(program, python string) (randprog.Outcome, error) {
	p, err := script.Compile([]byte(program), "random.py")
	if err != nil {
		return randprog.Outcome{}, err
	}
	var out, errs bytes.Buffer
	i := script.New(script.Options{Stdout: &out, Stderr: &errs, Report: true, Args: []string{"random.py"}, Virtual: true, Python: python,
		Limits: script.Limits{Steps: 20_000_000}})
	err = i.Run(p)
	if e := i.Close(); err == nil {
		err = e
	}
	var exc *script.Error
	var deadlock *script.DeadlockError
	o := randprog.Outcome{}
	switch {
	case errors.As(err, &exc):
		o.Status = exc.Status
		if exc.Interrupt {
			o.Status = 130
		}
	case errors.As(err, &deadlock):
		o.Status = 77
		fmt.Fprintln(&errs, "deadlock: nothing can ever happen again")
	case err != nil:
		return o, err
	}
	o.Stdout = out.String()
	lines := strings.Split(strings.TrimRight(errs.String(), "\n"), "\n")
	o.Last = lines[len(lines)-1]
	return o, nil
}

// Random asyncio programs do here what they do in CPython. The seeds and the
// version can be chosen, all versions too, and that what differs is made small:
//
//	RANDOM_PROGRAMS=1-10001 RANDOM_PYTHON=all go test ./script -run TestLiveRandomAsync -timeout 0
//	RANDOM_PROGRAMS=1-21 RANDOM_PYTHON=all RANDOM_RECORD=1 go test ./script -run TestLiveRandomAsync
//	RANDOM_PROGRAMS=17-18 RANDOM_PYTHON=3.8 RANDOM_SHRINK=1 go test ./script -run TestLiveRandomAsync
func TestLiveRandomAsync(t *testing.T) {
	from, to := uint64(1), uint64(5)
	if s := os.Getenv("RANDOM_PROGRAMS"); s != "" {
		if _, err := fmt.Sscanf(s, "%d-%d", &from, &to); err != nil {
			t.Fatal(err)
		}
	}
	ran := false
	var records []asyncRecord
	for _, side := range compare.Interpreters(t.Context()) {
		if only := cmp.Or(os.Getenv("RANDOM_PYTHON"), profile.Default); only != "all" && only != side.Version {
			continue
		}
		ran = true
		t.Run(side.Version, func(t *testing.T) { records = append(records, compareAsync(t, side, from, to)...) })
	}
	if !ran {
		t.Skip("no CPython here to compare with")
	}
	if os.Getenv("RANDOM_RECORD") == "" {
		return
	}
	data, err := json.MarshalIndent(records, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(asyncFile, append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// asyncRecord is what a CPython did with a random asyncio program, by hashes.
type asyncRecord struct {
	Python           string
	Seed             uint64
	Program, Outcome string
}

const asyncFile = "testdata/randomasync.json"

// Random asyncio programs do here what CPython 3.8 to 3.13 did when they were
// recorded.
func TestRandomAsync(t *testing.T) {
	if runtime.GOOS == "js" || runtime.GOOS == "windows" {
		t.Skip("loops have no signal handlers here")
	}
	data, err := os.ReadFile(asyncFile)
	if err != nil {
		t.Fatal(err)
	}
	var records []asyncRecord
	if err := json.Unmarshal(data, &records); err != nil || len(records) == 0 {
		t.Fatalf("%d records: %v", len(records), err)
	}
	for i, r := range records {
		if i%asyncEach != 0 {
			continue
		}
		program := randprog.Async(r.Seed, minorOf(t, r.Python))
		if hash([]byte(program)) != r.Program {
			t.Fatalf("seed %d gives another program than was recorded: record again, see TestLiveRandomAsync", r.Seed)
		}
		if got := outcomeText(ours(program, r.Python)); hash([]byte(got)) != r.Outcome {
			t.Errorf("seed %d does something else than in CPython %s: RANDOM_PROGRAMS=%d-%d RANDOM_PYTHON=%s go test ./script -run TestLiveRandomAsync",
				r.Seed, r.Python, r.Seed, r.Seed+1, r.Python)
		}
	}
}

func minorOf(t *testing.T, version string) int {
	minor, err := strconv.Atoi(strings.TrimPrefix(version, "3."))
	if err != nil {
		t.Fatal(err)
	}
	return minor
}

// compareAsync compares the programs of some seeds, and gives those that do the
// same.
func compareAsync(t *testing.T, side compare.Side, from, to uint64) (same []asyncRecord) {
	const atOnce = 200
	minor := minorOf(t, side.Version)
	for ; from < to; from += atOnce {
		var programs []string
		for seed := from; seed < min(to, from+atOnce); seed++ {
			programs = append(programs, randprog.Async(seed, minor))
		}
		var live []randprog.Outcome
		var liveErr error
		var w sync.WaitGroup
		w.Go(func() { live, liveErr = randprog.Live(t.Context(), side, programs) })
		here := make([]string, len(programs))
		for i, p := range programs {
			here[i] = outcomeText(ours(p, side.Version))
		}
		w.Wait()
		if liveErr != nil {
			t.Fatal(liveErr)
		}
		for i := range programs {
			there := outcomeText(live[i], nil)
			if there == here[i] {
				same = append(same, asyncRecord{side.Version, from + uint64(i), hash([]byte(programs[i])), hash([]byte(there))})
			} else {
				if os.Getenv("RANDOM_SHRINK") == "" {
					t.Errorf("seed %d differs\n%s", from+uint64(i), udiff.Unified("CPython", "ours", there, here[i]))
				} else {
					report(t, side, from+uint64(i), programs[i])
				}
			}
		}
	}
	return same
}

func outcomeText(o randprog.Outcome, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	if o.Status == 0 {
		o.Last = "" // there, what goes wrong while it is collected
	}
	return fmt.Sprintf("%s\nstatus %d\n%s", o.Stdout, o.Status, o.Last)
}

// wrongly reports whether a program that lines were cut out of shows a
// difference of its own: one in what it prints, and not for a lack of the lines.
func wrongly(there, here string) bool {
	for _, lack := range []string{"NameError", "SyntaxError", "IndentationError", "UnboundLocalError", "error: "} {
		if strings.Contains(there+here, lack) {
			return false
		}
	}
	printed := func(outcome string) string { return outcome[:strings.LastIndex(outcome, "\nstatus ")] }
	return printed(there) != printed(here)
}

// report shows the difference in the smallest program that has one.
func report(t *testing.T, side compare.Side, seed uint64, program string) {
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	both := func(programs []string, each func(i int, there, here string) bool) {
		live, err := randprog.Live(ctx, side, programs)
		if err != nil {
			return
		}
		for i, p := range programs {
			if !each(i, outcomeText(live[i], nil), outcomeText(ours(p, side.Version))) {
				return
			}
		}
	}
	wrong := func(programs []string) int {
		found := -1
		both(programs, func(i int, there, here string) bool {
			if wrongly(there, here) {
				found = i
			}
			return found < 0
		})
		return found
	}
	small := program
	for before := ""; before != small; {
		before, small = small, randprog.Shrink(small, randprog.AsyncStart, randprog.AsyncRun, wrong)
	}
	both([]string{small}, func(_ int, there, here string) bool {
		_, shown, _ := strings.Cut(small, randprog.AsyncStart)
		t.Errorf("seed %d:%s\n%s", seed, shown, udiff.Unified("CPython", "ours", there, here))
		return true
	})
}
