package conformance

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/future"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/runners"
	"asyncio/signalsafe"
	"asyncio/task"
)

// sigRun is what one play of a cell of the signal matrix left behind, in the
// words of testdata/sigmatrix/record.py.
type sigRun struct {
	Lines     []string `json:"lines"`
	Outcome   string   `json:"outcome"`
	Collected []string `json:"collected"`
	Logged    []string `json:"logged"`
	Status    int      `json:"status"`
}

// sigStage is one play of a cell: a loop in virtual time, in a process of its
// own that the operating system's signals do not reach.
type sigStage struct {
	cell    string
	handled bool
	state   *process.State
	clock   *clock.Virtual
	loop    *loop.Loop
	closing bool
	run     sigRun
}

// say prints a line. What comes while the loop is being closed is what Python's
// coroutines print when they are collected, so it is kept apart.
func (s *sigStage) say(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	if s.closing {
		s.run.Collected = append(s.run.Collected, line)
	} else {
		s.run.Lines = append(s.run.Lines, line)
	}
}

// says gives a callback that prints.
func (s *sigStage) says(line string) func() error {
	return func() error { s.say("%s", line); return nil }
}

// interrupt is a SIGINT that comes while the code at that place runs. Python
// would run the signal's handler between two instructions there; Go code does
// so by asking.
func (s *sigStage) interrupt(place string) error {
	s.say("%s is interrupted", place)
	if err := s.state.Signals.Raise(signalsafe.SIGINT); err != nil {
		return err
	}
	if err := s.loop.CheckSignals(); err != nil {
		return err
	}
	s.say("%s goes on", place)
	return nil
}

// interrupts gives a callback that is interrupted.
func (s *sigStage) interrupts(place string) func() error {
	return func() error { return s.interrupt(place) }
}

// interruptsAt scripts signals for the select that is under way that many
// seconds from now.
func (s *sigStage) interruptsAt(moments ...float64) {
	for _, seconds := range moments {
		s.clock.At(s.clock.Peek()-clock.Start+seconds, func() { s.loop.DeliverSignal(signalsafe.SIGINT) })
	}
}

// spawn is loop.create_task(fn()).
func (s *sigStage) spawn(fn task.Func) *task.Task {
	t, err := task.Create(s.loop, s.coro(fn), task.Options{})
	if err != nil {
		panic(err)
	}
	return t
}

func (s *sigStage) coro(fn task.Func) coroutine.Coroutine { return task.NewCoro(s.loop, fn, 0) }

// sleeper gives the coroutine that tells how its sleep ended.
func (s *sigStage) sleeper(name string, seconds, cleanup float64) task.Func {
	return func(co *task.Co) (any, error) {
		s.say("%s starts", name)
		err := sleep(co, seconds)
		if err == nil {
			s.say("%s ends", name)
			return 7, nil
		}
		s.say("%s sees %s", name, exceptions.TypeName(err))
		if cleanup > 0 && exceptions.IsCancelled(err) {
			if e := sleep(co, cleanup); e != nil {
				s.say("%s, cleaning up, sees %s", name, exceptions.TypeName(e))
				return nil, exceptions.During(e, err)
			}
			s.say("%s has cleaned up", name)
		}
		return nil, err
	}
}

// mainSees passes an outcome of main's on, telling of an error.
func (s *sigStage) mainSees(v any, err error) (any, error) {
	if err != nil {
		s.say("main sees %s", exceptions.TypeName(err))
	}
	return v, err
}

// newLoop makes the loop of a run as program.py's policy does.
func (s *sigStage) newLoop() (*loop.Loop, error) {
	l, err := task.NewLoop(loop.Config{State: s.state, Clock: s.clock})
	if err != nil {
		return nil, err
	}
	s.loop = l
	l.SetOverrides(&loop.Overrides{
		RunUntilComplete: func(aw any) (any, error) {
			_, isTask := aw.(*task.Task)
			if _, isFuture := aw.(future.Awaitable); isFuture && !isTask {
				s.say("cancel all tasks")
			}
			return l.Base().RunUntilComplete(aw)
		},
		Close: func() error {
			s.closing = true
			return l.Base().Close()
		},
	})
	if s.handled {
		if err := l.AddSignalHandler(signalsafe.SIGINT, s.says("handler called")); err != nil {
			return nil, err
		}
	}
	if s.cell == "before_first_step" {
		_, err = l.CallSoon(s.interrupts("callback"))
	}
	return l, err
}

// What follows in such a line are addresses and file positions.
var sigPosition = regexp.MustCompile(`( generator| in callback) .*`)

// Log implements process.Logger: it keeps the first line of warnings and errors.
func (s *sigStage) Log(level process.Level, text string) {
	if level < process.Warning {
		return
	}
	first, _, _ := strings.Cut(text, "\n")
	s.run.Logged = append(s.run.Logged, sigPosition.ReplaceAllString(first, "$1"))
}

// playCell runs one cell as a program of its own and tells what became of it.
func playCell(t *testing.T, cell, python string, handled bool, orders process.Orders) sigRun {
	p, err := profile.Get(python)
	if err != nil {
		t.Fatal(err)
	}
	s := &sigStage{cell: cell, handled: handled, state: process.NewSimulated(), clock: clock.NewVirtual(0)}
	s.run = sigRun{Lines: []string{}, Collected: []string{}, Logged: []string{}}
	s.state.Profile, s.state.Logger, s.state.Orders = p, s, orders

	v, err := runners.Run(func(l *loop.Loop) coroutine.Coroutine {
		return s.coro(func(co *task.Co) (any, error) { return sigCells[cell](s, co) })
	}, runners.Options{Config: loop.Config{State: s.state}, LoopFactory: s.newLoop})

	if err == nil {
		s.run.Outcome = "returned " + process.Repr(v)
	} else {
		var names []string
		for _, e := range exceptions.Chain(err) {
			names = append(names, exceptions.TypeName(e))
		}
		s.run.Outcome = strings.Join(names, " <- ")
	}
	code, by := runners.Status(err)
	s.run.Status = code - int(by)
	s.run.Lines = tidyCell(s.run.Lines)
	slices.Sort(s.run.Logged)
	return s.run
}

// tidyCell sorts, behind "cancel all tasks", neighbouring lines that end in
// CancelledError: tasks are cancelled in the arbitrary order of a set.
func tidyCell(lines []string) []string {
	start := slices.Index(lines, "cancel all tasks")
	if start < 0 {
		return lines
	}
	for from := start; from < len(lines); from++ {
		to := from
		for to < len(lines) && strings.HasSuffix(lines[to], " CancelledError") {
			to++
		}
		slices.Sort(lines[from:to])
		from = max(from, to-1)
	}
	return lines
}

// addsSignalHandlers tells whether the platform's loop has add_signal_handler;
// CPython's on Windows has not, and so has ours not.
func addsSignalHandlers() bool { return runtime.GOOS != "windows" && runtime.GOOS != "js" }

// TestSignalMatrix plays each cell with and without a handler, under each
// version's profile, in the order of creation and in a shuffled one where
// CPython's is arbitrary.
func TestSignalMatrix(t *testing.T) {
	raw, err := os.ReadFile("../testdata/sigmatrix/recorded.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded map[string]map[string]map[string]sigRun
	if err := json.Unmarshal(raw, &recorded); err != nil {
		t.Fatal(err)
	}
	for name := range sigCells {
		if recorded[name] == nil {
			t.Errorf("%s was not recorded", name)
		}
	}
	for cell, kinds := range recorded {
		if sigCells[cell] == nil {
			t.Errorf("%s has no twin", cell)
			continue
		}
		for kind, versions := range kinds {
			for python, want := range versions {
				t.Run(cell+"/"+kind+"/"+python, func(t *testing.T) {
					t.Parallel()
					if kind == "handled" && !addsSignalHandlers() {
						t.Skip("asyncio has no signal handlers on this platform")
					}
					for seed, orders := range []process.Orders{{}, process.Seeded(1), process.Seeded(2)} {
						got := playCell(t, cell, python, kind == "handled", orders)
						if diff := cmp.Diff(want, got); diff != "" {
							t.Errorf("order %d: CPython %s (-) and this loop (+) differ:\n%s", seed, python, diff)
						}
					}
				})
			}
		}
	}
}
