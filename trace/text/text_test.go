package text_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio"
	"asyncio/clock"
	"asyncio/exceptions"
	"asyncio/observe"
	"asyncio/trace"
	"asyncio/trace/text"
)

// program has two tasks: one waits, is interrupted by a signal and cancels the
// other; then both yield for a while.
func program(t *testing.T, o observe.Observer) {
	t.Helper()
	state, err := asyncio.NewSimulatedState("3.13")
	if err != nil {
		t.Fatal(err)
	}
	err = asyncio.Run(func(co *asyncio.Co) error {
		task := asyncio.CreateTask(co, func(co *asyncio.Co) error { return asyncio.Sleep(co, 5*time.Second) })
		err := co.Loop().AddSignalHandler(asyncio.SIGINT, func() error { task.Cancel(); return nil })
		if err != nil {
			return err
		}
		if _, err := asyncio.Await(co, task); !errors.Is(err, asyncio.ErrCancelled) {
			return err
		}
		for range 5 {
			if err := asyncio.Sleep(co, 0); err != nil {
				return err
			}
		}
		return nil
	}, asyncio.WithState(state), asyncio.WithVirtualTime(), asyncio.WithSignalAt(asyncio.SIGINT, time.Second), asyncio.WithObserver(o))
	if errors.Is(err, exceptions.ErrNotImplemented) {
		t.Skip("loops have no signal handlers here")
	}
	if err != nil {
		t.Fatal(err)
	}
}

func record(t *testing.T) *trace.Recording {
	t.Helper()
	r := trace.NewRecorder(trace.Header{Virtual: true, Start: clock.Start})
	program(t, r)
	return r.Recording(0)
}

func show(t *testing.T, r *trace.Recording, o text.Options) string {
	t.Helper()
	var b strings.Builder
	v := text.New(&b, o)
	for i := range r.Events {
		v.Add(&r.Events[i])
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// block cuts the block of a title out of what is shown.
func block(shown, title string) string {
	_, rest, ok := strings.Cut("\n"+shown, "\n"+title+" ")
	if !ok {
		return ""
	}
	lines := strings.SplitAfter(rest, "\n")
	n := 1
	for n < len(lines) && strings.HasPrefix(lines[n], " ") {
		n++
	}
	return strings.Join(lines[1:n], "")
}

// TestSignal: the way of a signal, from its byte to the task that its handler
// cancels.
func TestSignal(t *testing.T) {
	shown := show(t, record(t), text.Options{})
	for _, c := range []struct{ title, want string }{
		{"tick 3", `  select    timeout 4.999999s
  signal    SIGINT: marked, its byte written into the self-pipe
  returns   1 descriptor is ready after 0.999997s
  queues    #7 BaseSelectorEventLoop._read_from_self
  run       #7 BaseSelectorEventLoop._read_from_self
    reads     SIGINT's byte out of the self-pipe
    looks up  SIGINT: handler found, to be queued as #8
`},
		{"tick 5", `  ready     #9 Task-2
  select    timeout 0: nothing
`},
	} {
		if got := block(shown, c.title); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s", c.title, cmp.Diff(c.want, got))
		}
	}
	for _, want := range []string{"cancels   Task-2\n", "resolves  f", ": cancelled (Task-2 waits for it)\n", "ends      Task-2: cancelled\n", "woken by Task-2: cancelled"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	if t.Failed() {
		t.Log(shown)
	}
}

// TestLive: what is shown while the program runs is what its recording shows.
func TestLive(t *testing.T) {
	var b strings.Builder
	live := text.NewLive(&b, trace.Header{Virtual: true, Start: clock.Start}, text.Options{})
	program(t, live)
	if err := live.Close(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(show(t, record(t), text.Options{}), b.String()); diff != "" {
		t.Error(diff)
	}
}

// TestFold: iterations in which a task only yields are one line, unless each is
// asked for.
func TestFold(t *testing.T) {
	r := record(t)
	folded, whole := show(t, r, text.Options{}), show(t, r, text.Options{Unfold: true})
	if want := "iterations in which Task-1 yields each time\n"; !strings.Contains(folded, want) {
		t.Errorf("%q is not shown:\n%s", want, folded)
	}
	if n := strings.Count(whole, "    yields    to the loop "); n != 5 {
		t.Errorf("Task-1 yields %d times, want 5:\n%s", n, whole)
	}
}

func TestFilters(t *testing.T) {
	r := record(t)
	kinds := func(names string) map[trace.Kind]bool {
		only, err := text.ParseKinds(nil, names)
		if err != nil {
			t.Fatal(err)
		}
		return only
	}
	for _, c := range []struct {
		name   string
		filter text.Filter
		want   string
	}{
		{"signals", text.Filter{Only: kinds("signals")}, `tick 3          0.000003s
  signal    SIGINT: marked, its byte written into the self-pipe
  run       #7 BaseSelectorEventLoop._read_from_self
    reads     SIGINT's byte out of the self-pipe
    looks up  SIGINT: handler found, to be queued as #8
`},
		{"a task's timers", text.Filter{Task: "Task-2", Only: kinds("timers")}, `tick 2          0.000001s
  run       #4 Task-2 TaskStepMethWrapper
    sets      #5 _set_result_unless_cancelled at 5.000003s
tick 5          1.000002s
  run       #9 Task-2 Task.task_wakeup
    unsets    #5 Task-2's _set_result_unless_cancelled, a timer at 5.000003s
`},
		{"one iteration's cancels", text.Filter{From: 4, To: 4, Only: kinds("cancels")}, "cancels   Task-2\n"},
		{"no such task", text.Filter{Task: "Task-9"}, ""},
		{"no such iteration", text.Filter{From: 99}, ""},
	} {
		got := show(t, r, text.Options{Filter: c.filter})
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", c.name, cmp.Diff(c.want, got))
		}
	}
}

// TestLoops: blocks of two loops tell whose they are.
func TestLoops(t *testing.T) {
	r := &trace.Recording{Events: []trace.Event{
		{Kind: trace.Tick, Tick: 1}, {Kind: trace.Tick, Loop: 2, Tick: 1, Time: 1},
		{Kind: trace.Print, Loop: 2, Tick: 1, Text: "two\nlines\n", Stream: "stdout"},
		{Kind: trace.Print, Tick: 1, Text: "a\x1b[2J", Stream: "stderr"},
		{Kind: trace.End, Loop: 2, Tick: 1}, {Kind: trace.End, Tick: 1},
	}}
	want := `loop 2 tick 1   0.000000s
  prints    two
  |         lines
loop 1 tick 1   0.000000s
  stderr    a\x1b[2J
`
	got := show(t, r, text.Options{})
	got = strings.Replace(got, "1.000000s", "0.000000s", 1)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestWidth: no line is wider than the terminal; with colours the text is the
// same.
func TestWidth(t *testing.T) {
	r := record(t)
	plain := show(t, r, text.Options{Width: 60})
	for line := range strings.Lines(plain) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 60 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	coloured := show(t, r, text.Options{Width: 60, Color: true})
	var b strings.Builder
	for i, part := range strings.Split(coloured, "\x1b[") {
		if i > 0 {
			_, part, _ = strings.Cut(part, "m")
		}
		b.WriteString(part)
	}
	if coloured == plain || b.String() != plain {
		t.Error(cmp.Diff(plain, b.String()))
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in       string
		from, to uint64
		err      string
	}{
		{"10-20", 10, 20, ""}, {"7", 7, 7, ""}, {"10-", 10, 0, ""}, {"-20", 0, 20, ""},
		{"20-10", 0, 0, `"20-10" ends before it begins`},
		{"x", 0, 0, `"x" is not of the form 10-20`}, {"", 0, 0, `"" is not of the form 10-20`},
	} {
		from, to, err := text.ParseTicks(c.in)
		if from != c.from || to != c.to || err == nil && c.err != "" || err != nil && err.Error() != c.err {
			t.Errorf("%q: %d-%d, %v", c.in, from, to, err)
		}
	}
	if _, err := text.ParseKinds(nil, "signals,nothing"); err == nil {
		t.Error("a kind called nothing")
	}
}
