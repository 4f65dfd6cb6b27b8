package process_test

import (
	"fmt"
	"math"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/process"
)

// elsewhere calls fn on another goroutine and waits for it.
func elsewhere(fn func()) {
	var wg sync.WaitGroup
	wg.Go(fn)
	wg.Wait()
}

// TestMainThread: who first asks for the seat is the main thread until it has
// let go as often as it asked.
func TestMainThread(t *testing.T) {
	s := process.NewSimulated()
	here := s.CurrentThread()
	if s.IsMain(here) {
		t.Error("nobody has asked")
	}
	if !s.TakeMain(here) || !s.TakeMain(s.CurrentThread()) || !s.IsMain(here) || here.Name() != "MainThread" {
		t.Error("the seat was free, and then one's own")
	}
	other := func(want bool) {
		t.Helper()
		elsewhere(func() {
			th := s.CurrentThread()
			if got := s.TakeMain(th); got != want {
				t.Errorf("another goroutine took the seat: %v, want %v", got, want)
			} else if got {
				s.LeaveMain()
			}
			if s.IsMain(th) || th.Name() == "MainThread" {
				t.Error("another goroutine is the main thread")
			}
		})
	}
	other(false)
	s.LeaveMain()
	other(false)
	s.LeaveMain()
	if s.IsMain(here) {
		t.Error("it is still the main thread")
	}
	other(true)
	if name := here.Name(); name != fmt.Sprintf("Goroutine-%d", here.ID()) {
		t.Error(name)
	}
}

// TestFixedMainThread: an interpreter says once who it is.
func TestFixedMainThread(t *testing.T) {
	s := process.NewSimulated()
	main, worker := s.NewThread("MainThread"), s.NewThread("Thread-1")
	s.SetMain(main)
	for range 3 {
		if !s.TakeMain(main) || s.TakeMain(worker) {
			t.Error("the seat is not fixed")
		}
		s.LeaveMain()
	}
	if !s.IsMain(main) || s.IsMain(worker) || s.IsMain(s.CurrentThread()) {
		t.Error("someone else is main")
	}
	if main.Name() != "MainThread" || worker.Name() != "Thread-1" || main.ID() == worker.ID() {
		t.Error(main.Name(), worker.Name())
	}
}

// TestThreads: a goroutine is remembered while a loop runs on it or is set for
// it, and what is adopted belongs to its thread.
func TestThreads(t *testing.T) {
	s := process.NewSimulated()
	before := s.CurrentThread()
	if s.CurrentThread() == before {
		t.Error("a goroutine without a loop is remembered")
	}
	th := s.CurrentThread()
	th.SetRunning("loop")
	if s.CurrentThread() != th || s.CurrentThread().Running() != "loop" || !th.Here() {
		t.Error("a goroutine with a running loop is not remembered")
	}
	th.SetCurrentLoop("current")
	th.SetRunning(nil)
	if s.CurrentThread() != th {
		t.Error("its current loop is forgotten")
	}
	if l, set := th.CurrentLoop(); l != "current" || !set {
		t.Error(l, set)
	}
	elsewhere(func() {
		if th.Here() || s.CurrentThread() == th {
			t.Error("another goroutine belongs to the thread")
		}
	})
	th.SetCurrentLoop(nil)
	if s.CurrentThread() == th {
		t.Error("it is still remembered")
	}
	s.Adopt(th.ID(), func() *process.Thread { return nil }) // its loop does not run
	if s.CurrentThread() == nil || s.CurrentVars() != nil {
		t.Error("adopted by nobody")
	}
	s.Forget(th.ID())
}

func TestSwap(t *testing.T) {
	s := process.NewSimulated()
	th := s.CurrentThread()
	key := &contextvars.Key{Name: "k"}
	outer := th.Context()
	before := th.Swap(nil, contextvars.Vars{key: 1})
	if v, _ := th.Context().Lookup(key); before != outer || v != 1 {
		t.Error(v)
	}
	inside := th.Swap(nil, contextvars.Vars{key: 2}) // a handle run inside a handle
	if v, _ := th.Context().Lookup(key); v != 2 {
		t.Error(v)
	}
	th.Restore(inside)
	if v, _ := th.Context().Lookup(key); v != 1 {
		t.Errorf("the outer handle's context was overwritten: %v", v)
	}
	th.Restore(outer)
	if th.Context() != outer || outer.Len() != 0 {
		t.Error("the thread's own context changed")
	}
}

func TestNumbers(t *testing.T) {
	a, b := process.NewSimulated(), process.NewSimulated()
	got := []any{a.NextTaskName(), a.NextTaskNumber(), a.NextTaskName(), b.NextTaskName(), a.NextID(), a.NextID(), b.NextID()}
	want := []any{"Task-1", uint64(2), "Task-3", "Task-1", uint64(1), uint64(2), uint64(1)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOrders: without a seed things stay as they are; the same seed gives the
// same orders, each a permutation.
func TestOrders(t *testing.T) {
	arrange := func(o process.Orders, n int) []int {
		out := make([]int, n)
		for i := range out {
			out[i] = i
		}
		o.Arrange(n, func(i, j int) { out[i], out[j] = out[j], out[i] })
		return out
	}
	if diff := cmp.Diff([]int{0, 1, 2, 3, 4}, arrange(process.Orders{}, 5)); diff != "" {
		t.Error(diff)
	}
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		n := rapid.IntRange(0, 20).Draw(t, "n")
		a, b := process.Seeded(seed), process.Seeded(seed)
		for range 3 {
			x, y := arrange(a, n), arrange(b, n)
			if diff := cmp.Diff(x, y); diff != "" {
				t.Fatalf("one seed, two orders:\n%s", diff)
			}
			seen := map[int]bool{}
			for _, i := range x {
				seen[i] = true
			}
			if len(seen) != n {
				t.Fatalf("%v is no permutation", x)
			}
		}
	})
	different := map[string]bool{}
	for seed := range uint64(20) {
		different[fmt.Sprint(arrange(process.Seeded(seed), 6))] = true
	}
	if len(different) < 10 {
		t.Errorf("20 seeds give %d orders", len(different))
	}
}

type printed struct{}

func (printed) String() string { return "<printed>" }

func TestRepr(t *testing.T) {
	for _, c := range []struct {
		value any
		want  string
	}{
		{nil, "None"}, {true, "True"}, {false, "False"}, {42, "42"}, {uint8(7), "7"},
		{"it's", `"it's"`}, {"a\nb", `'a\nb'`}, {struct{}{}, "None"}, {printed{}, "<printed>"},
		{exceptions.ValueError("v"), "ValueError('v')"}, {fmt.Errorf("e"), "errorString('e')"},
		{[]any{1, "a", nil, []any{2.0}}, "[1, 'a', None, [2.0]]"},
		{1.0, "1.0"}, {0.1, "0.1"}, {-0.5, "-0.5"}, {math.Copysign(0, -1), "-0.0"}, {0.0001, "0.0001"},
		{0.00001, "1e-05"}, {1e15, "1000000000000000.0"}, {1e16, "1e+16"}, {1e22, "1e+22"},
		{123456789012345680.0, "1.2345678901234568e+17"}, {5e-324, "5e-324"}, {1e100, "1e+100"},
		{math.Inf(1), "inf"}, {math.Inf(-1), "-inf"}, {math.NaN(), "nan"},
	} {
		if got := process.Repr(c.value); got != c.want {
			t.Errorf("%#v: %s, want %s", c.value, got, c.want)
		}
	}
	s := process.NewSimulated()
	s.Repr = func(any) string { return "mine" }
	if s.ReprOf(1) != "mine" {
		t.Error("the State's own repr is not used")
	}
}

func TestTypeName(t *testing.T) {
	for want, v := range map[string]any{
		"NoneType": nil, "bool": true, "str": "", "int": uint16(1), "float": 1.5, "printed": printed{}, "State": process.Default,
	} {
		if got := process.TypeName(v); got != want {
			t.Errorf("%T: %s, want %s", v, got, want)
		}
	}
}

// TestSharedDoor: of the States with the operating system's signals one at a
// time has them; a simulated one is beside all that.
func TestSharedDoor(t *testing.T) {
	a, b, simulated := process.New(), process.New(), process.NewSimulated()
	if !a.Signals.Hold() || b.Signals.Hold() || process.Default.Signals.Hold() || !simulated.Signals.Hold() {
		t.Error("the door")
	}
	simulated.Signals.Release()
	a.Signals.Release()
	if !b.Signals.Hold() {
		t.Error("the door is still shut")
	}
	b.Signals.Release()
}
