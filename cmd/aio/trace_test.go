//go:build unix

package main

import (
	"path/filepath"

	"strings"
	"testing"

	"asyncio/compare"
	"asyncio/trace"
)

// tickVersion is the CPython whose ticks are kept of the whole corpus.
const tickVersion = "3.13"

// TestTraces records the corpus. The recording replayed is sound: the ready
// queue is as long as the loop said at each tick, handles run that stand in a
// queue, and steps are of tasks that are known. And it is CPython's, iteration
// by iteration, as that was recorded with -update.
func TestTraces(t *testing.T) {
	files, err := filepath.Glob(programs + "/*/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	ours := compare.AioSide(tickVersion, "aio", "run")
	for i, file := range files {
		if i%tracedPrograms != 0 {
			continue
		}
		t.Run(filepath.Base(filepath.Dir(file))+"/"+strings.TrimSuffix(filepath.Base(file), ".py"), func(t *testing.T) {
			if !*update {
				t.Parallel()
			}
			options, err := directives(file)
			if err != nil {
				t.Fatal(err)
			}
			program := compare.Program{File: filepath.Base(file), Dir: filepath.Dir(file), Args: options.Args}
			r, _, err := compare.Trace(t.Context(), ours, program, options.Options)
			if err != nil {
				t.Fatal(err)
			}
			replay(t, r)
			compareTicks(t, file, r, program, options.Options)
		})
	}
}

// compareTicks compares a recording with what was recorded of CPython, or
// records that.
func compareTicks(t *testing.T, file string, r *trace.Recording, program compare.Program, options compare.Options) {
	t.Helper()
	path := compare.TicksPath(file, "", tickVersion)
	if *update {
		t.Setenv("PATH", userPath)
		python, err := compare.Interpreter(t.Context(), "python"+tickVersion)
		if err == nil {
			err = compare.WriteTicks(path, compare.Ticks(t.Context(), python, program, options))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	want, err := compare.ReadTicks(path)
	if err != nil {
		t.Fatal(err)
	}
	got := r.Iterations(compare.PIDs, compare.Addresses)
	if v := trace.Compare(got, want, false); v.Divergence != nil {
		t.Errorf("tick %d: %s", v.Divergence.Tick(), v.Divergence.Words)
	}
}

// replay checks a recording by itself.
func replay(t *testing.T, r *trace.Recording) {
	t.Helper()
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
}
