package asyncio_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"asyncio"
)

func TestMain(m *testing.M) {
	// On js the runtime itself keeps this goroutine for events.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

// program is a documented flow being told: what it printed, and how it ended.
type program struct {
	mu    sync.Mutex
	lines []string
}

func (p *program) print(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lines = append(p.lines, fmt.Sprintf(format, args...))
}

// run plays main in virtual time, with a process state of its own.
func (p *program) run(t *testing.T, python string, main func(co *asyncio.Co) error, opts ...asyncio.Option) error {
	t.Helper()
	state, err := asyncio.NewSimulatedState(python)
	if err != nil {
		t.Fatal(err)
	}
	return asyncio.Run(main, append([]asyncio.Option{asyncio.WithState(state), asyncio.WithVirtualTime()}, opts...)...)
}

func (p *program) want(t *testing.T, lines ...string) {
	t.Helper()
	if diff := cmp.Diff(lines, p.lines); diff != "" {
		t.Errorf("wanted (-), printed (+):\n%s", diff)
	}
}

func (p *program) work(n int) func(co *asyncio.Co) error {
	return func(co *asyncio.Co) error {
		p.print("[%d] start", n)
		err := asyncio.Sleep(co, 10*time.Second)
		if errors.Is(err, asyncio.ErrCancelled) {
			p.print("[%d] cancelled", n)
			return nil
		}
		if err == nil {
			p.print("[%d] done", n)
		}
		return err
	}
}

// Without one, up to 3.10 KeyboardInterrupt comes out of the select and all
// tasks are cancelled together; from 3.11 on main is cancelled first.
func TestDefaultSIGINTCancelsByVersion(t *testing.T) {
	play := func(python string) []string {
		p := &program{}
		err := p.run(t, python, func(co *asyncio.Co) error {
			asyncio.CreateTask(co, p.work(1))
			err := asyncio.Sleep(co, 10*time.Second)
			p.print("main: %v", err)
			return err
		}, asyncio.WithSignalAt(asyncio.SIGINT, 2*time.Second))
		p.print("run: %v", err)
		return p.lines
	}
	for python, want := range map[string][]string{
		"3.10": {"[1] start", "main: CancelledError", "[1] cancelled", "run: KeyboardInterrupt"},
		"3.13": {"[1] start", "main: CancelledError", "[1] cancelled", "run: KeyboardInterrupt"},
	} {
		if diff := cmp.Diff(want, play(python)); diff != "" {
			t.Errorf("%s: wanted (-), got (+):\n%s", python, diff)
		}
	}
}

// A main that swallows its cancellation is believed from 3.11 on; before, the
// interrupt never passed through it.
func TestSwallowedInterruptDecidesByVersion(t *testing.T) {
	for _, c := range []struct {
		python    string
		interrupt bool
	}{{"3.10", true}, {"3.11", false}, {"3.13", false}} {
		p := &program{}
		err := p.run(t, c.python, func(co *asyncio.Co) error {
			_ = asyncio.Sleep(co, 10*time.Second)
			return nil
		}, asyncio.WithSignalAt(asyncio.SIGINT, 2*time.Second))
		if got := errors.Is(err, asyncio.ErrKeyboardInterrupt); got != c.interrupt {
			t.Errorf("%s: the run ended with %v", c.python, err)
		}
	}
}

// What CallSoon and CallSoonThreadsafe add from one place runs in the order it
// was added, in one iteration.
func TestThreadsafeCallsKeepTheirPlace(t *testing.T) {
	p := &program{}
	err := p.run(t, "3.13", func(co *asyncio.Co) error {
		loop := co.Loop()
		say := func(what string) func() error {
			return func() error { p.print("%s in iteration %d", what, loop.Tick()); return nil }
		}
		_, err1 := loop.CallSoon(say("a"))
		_, err2 := loop.CallSoonThreadsafe(say("b"))
		_, err3 := loop.CallSoon(say("c"))
		return errors.Join(err1, err2, err3, asyncio.Sleep(co, 0))
	})
	if err != nil {
		t.Error(err)
	}
	p.want(t, "a in iteration 2", "b in iteration 2", "c in iteration 2")
}

// Timers of one moment run in the order that CPython's heap gives: with a clock
// as coarse as Windows', equal sleeps end out of order.
func TestEqualTimersRunInHeapOrder(t *testing.T) {
	p := &program{}
	err := p.run(t, "3.13", func(co *asyncio.Co) error {
		loop := co.Loop()
		when := loop.Time() + 1
		for n := range 5 {
			if _, err := loop.CallAt(when, func() error { p.print("%d", n); return nil }); err != nil {
				return err
			}
		}
		return asyncio.Sleep(co, 2*time.Second)
	})
	if err != nil {
		t.Error(err)
	}
	// The sleep's own timer stands in the heap too, behind the five.
	p.want(t, "0", "2", "1", "3", "4")
}

// A run that can never go on is an error that names who waits for what.
func TestDeadlockNamesTheTasks(t *testing.T) {
	p := &program{}
	err := p.run(t, "3.13", func(co *asyncio.Co) error {
		_, err := asyncio.Await(co, asyncio.NewFuture[int](co))
		return err
	})
	var d *asyncio.DeadlockError
	if !errors.As(err, &d) {
		t.Fatalf("the run ended with %v", err)
	}
	if len(d.Tasks) != 1 || d.Tasks[0].Name != "Task-1" || d.Tasks[0].Place == "" {
		t.Errorf("%v", d)
	}
}

// The place that a deadlock names is the program's, also where the wait is
// inside a lock or a queue.
func TestDeadlockNamesThePlaceOutsideTheLibrary(t *testing.T) {
	for name, wait := range map[string]func(co *asyncio.Co) error{
		"lock": func(co *asyncio.Co) error {
			lock := asyncio.NewLock(co)
			if err := lock.Acquire(co); err != nil {
				return err
			}
			return lock.Acquire(co)
		},
		"queue": func(co *asyncio.Co) error {
			_, err := asyncio.NewQueue[int](co, 0).Get(co)
			return err
		},
	} {
		err := (&program{}).run(t, "3.13", wait)
		var d *asyncio.DeadlockError
		if !errors.As(err, &d) || len(d.Tasks) != 1 {
			t.Errorf("%s: the run ended with %v", name, err)
		} else if place := d.Tasks[0].Place; !strings.HasPrefix(place, "loop_test.go:") {
			t.Errorf("%s: the place is %q", name, place)
		}
	}
}
