package aiorun_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"asyncio/aiorun"
	"asyncio/clock"
	"asyncio/compare"
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/task"
)

func TestMain(m *testing.M) {
	// On js the runtime itself keeps this goroutine for events.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

// stage is where a scenario plays: a process and a clock of its own, and a page
// that takes what it prints and logs, as testdata/libraries/aiorun/_lines.py does.
type stage struct {
	t     *testing.T
	state *process.State
	clock *clock.Virtual
	lines []string
}

func newStage(t *testing.T, signals []compare.Signal) *stage {
	s := &stage{t: t, state: process.NewSimulated(), clock: clock.NewVirtual(0)}
	s.state.Logger = logs{s, "asyncio"}
	for _, at := range signals {
		s.clock.At(at.After.Seconds(), func() { _ = s.state.Signals.Deliver(at.Signal) })
	}
	return s
}

// logs is a logger that writes onto the page.
type logs struct {
	s    *stage
	name string
}

var levels = map[process.Level]string{process.Debug: "DEBUG", process.Info: "INFO", process.Warning: "WARNING", process.Error: "ERROR"}

func (g logs) Log(level process.Level, text string) { g.LogException(level, text, nil) }

func (g logs) LogException(level process.Level, text string, exc error) {
	text, _, _ = strings.Cut(text, "\n")
	line := []any{levels[level], g.name, text}
	if level == process.Debug && g.name == "asyncio" {
		return
	}
	if exc != nil {
		line = append(line, exceptions.Repr(exc))
	}
	g.s.print(line...)
}

func (s *stage) print(words ...any) {
	for i, w := range words {
		if b, ok := w.(bool); ok { // as Python prints it
			words[i] = strings.ToUpper(fmt.Sprint(b)[:1]) + fmt.Sprint(b)[1:]
		}
	}
	s.lines = append(s.lines, strings.TrimSuffix(fmt.Sprintln(words...), "\n"))
}

// run runs and prints how that ended.
func (s *stage) run(main func(co *task.Co) error, opts ...aiorun.Option) error {
	opts = append(opts, aiorun.WithLogger(logs{s, "aiorun"}), aiorun.WithLoopConfig(s.config()), aiorun.RestoreSignals(), aiorun.AsOnWindows(false))
	return s.tell(aiorun.Run(main, opts...))
}

func (s *stage) tell(err error) error {
	if err != nil {
		s.print("raised", exceptions.Repr(err))
	} else {
		s.print("returned None")
	}
	return err
}

func (s *stage) config() loop.Config { return loop.Config{State: s.state, Clock: s.clock} }

// newLoop makes a loop that outlives the runs on it.
func (s *stage) newLoop() *loop.Loop {
	l, err := task.NewLoop(s.config())
	if err != nil {
		s.t.Fatal(err)
	}
	return l
}

// spawn starts a task.
func (s *stage) spawn(l *loop.Loop, fn func(co *task.Co) error) *task.Task {
	t, err := task.Create(l, task.NewCoro(l, func(co *task.Co) (any, error) { return nil, fn(co) }, 0), task.Options{})
	if err != nil {
		s.t.Error(err)
	}
	return t
}

// sleep sleeps for a number of seconds.
func sleep(co *task.Co, seconds float64) error {
	_, err := task.Sleep(co, seconds, nil)
	return err
}

// TestRecorded plays the twins of the programs in testdata/libraries/aiorun, and
// compares with what the real aiorun was recorded to do.
func TestRecorded(t *testing.T) {
	for name, play := range twins {
		t.Run(name, func(t *testing.T) {
			recording, err := compare.ReadRecording("../testdata/libraries/aiorun/" + name + ".json")
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(recording.Outcomes, func(r compare.Recorded) bool { return slices.Contains(r.Python, "3.13") })
			want := strings.Split(strings.TrimSuffix(strings.Join(recording.Outcomes[i].Stdout, ""), "\n"), "\n")
			s := newStage(t, recording.Signals)
			play(s)
			if diff := cmp.Diff(want, s.lines); diff != "" {
				t.Errorf("aiorun (-) and this package (+) differ:\n%s", diff)
			}
		})
	}
}

// TestEveryProgramHasATwin keeps the Go side and the Python side together.
func TestEveryProgramHasATwin(t *testing.T) {
	// These are about Python's objects, or told apart below.
	others := []string{"executor_waits", "fails_in_shutdown", "windows_way"}
	entries, err := os.ReadDir("../testdata/libraries/aiorun")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name, isProgram := strings.CutSuffix(e.Name(), ".py")
		if isProgram && name[0] != '_' && twins[name] == nil && !slices.Contains(others, name) {
			t.Errorf("%s.py has no twin", name)
		}
	}
}
