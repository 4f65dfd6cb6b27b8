// Package conformance plays the scenarios that were recorded in CPython 3.8 to
// 3.13 (testdata/ticks) on this loop, under each version's profile, and compares
// line by line: what was printed, in which iteration.
package conformance

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/loop"
	"asyncio/process"
	"asyncio/profile"
	"asyncio/runners"
	"asyncio/signalsafe"
	"asyncio/task"
)

func TestMain(m *testing.M) {
	// On js the runtime itself keeps this goroutine for events.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

// A scenario is the Go twin of one Python scenario. Exactly one field is set.
type scenario struct {
	// async is the twin of `async def name(log, loop)`.
	async func(s *stage, co *task.Co) (any, error)
	// plain is the twin of `def name(log, loop)`.
	plain func(s *stage, l *loop.Loop) (any, error)
	// run is the twin of `async def run_name(log)`.
	run func(s *stage, co *task.Co) (any, error)
	// pythonOnly says why Go has nothing to compare with.
	pythonOnly string
}

type table map[string]scenario

// tables lists the twins by the module of their Python side.
var tables = []table{
	barriers,
	conditions,
	events,
	lockScenes,
	queueScenes,
	queueShutdowns,
	semaphores,
	gathers,
	awaits,
	callbacks,
	stops,
	cancelcounts,
	futures,
	failures,
	inputs,
	cancellations,
	cancelchains,
	contexts,
	eager,
	executors,
	signals,
	groups,
	runs,
	shields,
	tasks,
	timeouts,
	waitfors,
	waits,
}

// stage is one play: its loop and the lines written so far.
type stage struct {
	t     *testing.T
	p     *profile.Profile
	state *process.State
	clock *clock.Virtual
	loop  *loop.Loop
	lines []string
}

func newStage(t *testing.T, python string) *stage {
	p, err := profile.Get(python)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, p: p, state: process.NewSimulated(), clock: clock.NewVirtual(0)}
	s.state.Profile = p
	s.state.Logger = process.LogFunc(func(process.Level, string) {})
	s.state.Repr = reprOf
	return s
}

// reprOf prints the values of scenarios as Python does.
func reprOf(v any) string {
	switch x := v.(type) {
	case []string:
		list := make([]any, len(x))
		for i, e := range x {
			list[i] = e
		}
		return process.Repr(list)
	case tuple:
		s := "("
		for i, e := range x {
			if i > 0 {
				s += ", "
			}
			s += reprOf(e)
		}
		if len(x) == 1 {
			s += ","
		}
		return s + ")"
	}
	return process.Repr(v)
}

// tuple prints as a Python tuple.
type tuple []any

// log keeps a line with the loop's tick.
func (s *stage) log(format string, args ...any) {
	var tick uint64
	if s.loop != nil {
		tick = s.loop.Tick()
	}
	s.lines = append(s.lines, fmt.Sprintf("%d %s", tick, fmt.Sprintf(format, args...)))
}

// logs gives a callback that logs.
func (s *stage) logs(format string, args ...any) func() error {
	return func() error { s.log(format, args...); return nil }
}

// coro makes an unawaited coroutine of fn.
func (s *stage) coro(fn func(co *task.Co) (any, error)) coroutine.Coroutine {
	return task.NewCoro(s.loop, fn, 0)
}

// create is loop.create_task(fn()).
func (s *stage) create(fn func(co *task.Co) (any, error)) *task.Task {
	t, err := task.Create(s.loop, s.coro(fn), task.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	return t
}

// sleep is `await asyncio.sleep(seconds)`.
func sleep(co *task.Co, seconds float64) error {
	_, err := task.Sleep(co, seconds, nil)
	return err
}

// must fails the test on an error that no scenario expects.
func (s *stage) must(err error) {
	if err != nil {
		s.t.Helper()
		s.t.Fatal(err)
	}
}

// play runs a scenario and gives its lines.
func (s *stage) play(sc scenario) []string {
	var v any
	var err error
	switch {
	case sc.run != nil:
		v, err = runners.Run(func(l *loop.Loop) coroutine.Coroutine {
			return task.NewCoro(l, func(co *task.Co) (any, error) { return sc.run(s, co) }, 0)
		}, runners.Options{Config: loop.Config{State: s.state}, LoopFactory: s.toldLoop})
	default:
		l, e := task.NewLoop(loop.Config{State: s.state, Clock: s.clock})
		s.must(e)
		s.loop = l
		if sc.plain != nil {
			v, err = sc.plain(s, l)
		} else {
			v, err = l.RunCoroutine(task.NewCoro(l, func(co *task.Co) (any, error) { return sc.async(s, co) }, 0))
		}
	}
	if err != nil {
		s.log("end: %s", exceptions.Repr(err))
	} else {
		s.log("end: %s", reprOf(v))
	}
	lines := s.lines
	if !s.loop.IsClosed() && !s.loop.IsRunning() {
		s.must(s.loop.Close())
	}
	return lines
}

// toldLoop makes the loop of a run: it says when the shutdown steps start.
func (s *stage) toldLoop() (*loop.Loop, error) {
	l, err := task.NewLoop(loop.Config{State: s.state, Clock: s.clock})
	if err != nil {
		return nil, err
	}
	s.loop = l
	l.SetOverrides(&loop.Overrides{
		ShutdownAsyncgens: func() coroutine.Coroutine {
			return &told{Coroutine: l.Base().ShutdownAsyncgens(), say: s.logs("step: shutdown_asyncgens")}
		},
		ShutdownDefaultExecutor: func(timeout float64) coroutine.Coroutine {
			return &told{Coroutine: l.Base().ShutdownDefaultExecutor(timeout),
				say: s.logs("step: shutdown_default_executor")}
		},
		Close: func() error {
			if !l.IsClosed() {
				s.log("step: close")
			}
			return l.Base().Close()
		},
	})
	return l, nil
}

// told is a coroutine that says when its first step runs.
type told struct {
	coroutine.Coroutine
	say func() error
}

func (c *told) Send() coroutine.Step {
	if c.say != nil {
		if err := c.say(); err != nil {
			return coroutine.Step{Done: true, Err: err}
		}
		c.say = nil
	}
	return c.Coroutine.Send()
}

// signalAt scripts a signal that comes while the loop waits.
func (s *stage) signalAt(seconds float64, sig signalsafe.Signal) {
	s.clock.At(s.clock.Peek()+seconds-clock.Start, func() { s.loop.DeliverSignal(sig) })
}

func recorded(t *testing.T) map[string]map[string][]string {
	raw, err := os.ReadFile("../testdata/ticks/recorded.json")
	if err != nil {
		t.Fatal(err)
	}
	var r map[string]map[string][]string
	if err := json.Unmarshal(raw, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTicks(t *testing.T) {
	twins := map[string]scenario{}
	for _, tab := range tables {
		for name, sc := range tab {
			if _, twice := twins[name]; twice {
				t.Errorf("two twins are called %s", name)
			}
			twins[name] = sc
		}
	}
	rec := recorded(t)
	for name := range twins {
		if rec[name] == nil {
			t.Errorf("%s was not recorded", name)
		}
	}
	names := make([]string, 0, len(rec))
	for name := range rec {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		sc, ok := twins[name]
		if !ok {
			t.Errorf("%s has no twin", name)
			continue
		}
		if sc.pythonOnly != "" {
			continue
		}
		for python, want := range rec[name] {
			t.Run(name+"/"+python, func(t *testing.T) {
				got := newStage(t, python).play(sc)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("CPython %s (-) and this loop (+) differ:\n%s", python, diff)
				}
			})
		}
	}
}
