//go:build unix

package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"asyncio/trace"
)

// record runs `aio trace` on a program of the corpus and gives its recording.
func record(t *testing.T, file string) *trace.Recording {
	t.Helper()
	options, err := directives(file)
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"trace", "--format=json", "--virtual", "--seed", strconv.FormatInt(*options.Seed, 10)}
	for _, s := range options.Signals {
		args = append(args, "--signal", s.String())
	}
	var out, stderr bytes.Buffer
	cmd := exec.Command("aio", append(append(args, filepath.Base(file)), options.Args...)...)
	cmd.Dir, cmd.Stdout = filepath.Dir(file), &out
	cmd.Stderr = &stderr
	err = cmd.Run()
	if out.Len() == 0 && strings.Contains(stderr.String(), "SyntaxError") {
		return &trace.Recording{} // nothing ran
	} else if out.Len() == 0 {
		t.Fatalf("%v: %s", err, stderr.String())
	}
	r, err := trace.ReadFrom(&out)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestTraces records the corpus and replays it: the ready queue is as long as
// the loop said at each tick, handles run that stand in a queue, and steps are
// of tasks that are known.
func TestTraces(t *testing.T) {
	files, err := filepath.Glob(programs + "/*/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file))+"/"+strings.TrimSuffix(filepath.Base(file), ".py"), func(t *testing.T) {
			t.Parallel()
			r := record(t, file)
			s := trace.NewState()
			for i := range r.Events {
				e := &r.Events[i]
				var known bool
				if e.Kind == trace.Run && s.At != nil {
					known = s.At.Handle(e.Handle) != nil
				}
				s.Apply(e)
				switch e.Kind {
				case trace.Tick:
					if n := len(s.At.Ready); n != e.N {
						t.Fatalf("event %d, tick %d: %d handles are ready, the loop said %d", i, e.Tick, n, e.N)
					}
				case trace.Run:
					if !known {
						t.Fatalf("event %d, tick %d: handle %d runs and stood in no queue", i, e.Tick, e.Handle)
					}
				case trace.Step, trace.Blocked, trace.Yielded, trace.Woken, trace.Cancel, trace.Done:
					if s.Task(e.Task).Name == "" {
						t.Fatalf("event %d, tick %d: %s of an unknown task", i, e.Tick, e.Kind)
					}
				}
			}
		})
	}
}
