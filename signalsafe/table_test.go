package signalsafe

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"testing"

	"asyncio/exceptions"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// everywhere are the signals all platforms have, ascending.
func everywhere() []Signal {
	out := []Signal{SIGINT, SIGILL, SIGFPE, SIGSEGV, SIGTERM}
	if SIGABRT > SIGTERM {
		return append(out, SIGABRT)
	}
	return []Signal{SIGINT, SIGILL, SIGABRT, SIGFPE, SIGSEGV, SIGTERM}
}

func set(t testing.TB, table *Table, s Signal, h Handler) Handler {
	t.Helper()
	old, err := table.SetHandler(s, h)
	if err != nil {
		t.Fatal(err)
	}
	return old
}

// record makes a handler that appends its signal to a list.
func record(list *[]Signal) Handler {
	return Func(func(s Signal) error { *list = append(*list, s); return nil }, nil)
}

func TestFreshTable(t *testing.T) {
	table := NewTable(NewDoor())
	for _, s := range validSignals() {
		want := KindDefault
		switch s.String() {
		case "SIGINT":
			want = KindDefaultInt
		case "SIGPIPE", "SIGXFSZ":
			want = KindIgnore
		}
		if sys, ok := system(s); ok && want == KindDefault && signal.Ignored(sys) {
			want = KindIgnore // as who started this test wants it, such as nohup
		}
		if got := table.Handler(s).Kind(); got != want {
			t.Errorf("%v: got %v, want %v", s, got, want)
		}
	}
	if table.Pending() || table.Held() || len(table.Captured()) != 0 || table.Check() != nil {
		t.Error("a fresh table does something")
	}
	if h := table.Handler(-1); h.Kind() != KindDefault {
		t.Errorf("Handler(-1) = %v", h.Kind())
	}
}

func TestSetHandler(t *testing.T) {
	table := NewTable(NewDoor())
	f := Func(func(Signal) error { return nil }, "owner")
	if old := set(t, table, SIGINT, f); old.Kind() != KindDefaultInt {
		t.Errorf("first old: %v", old.Kind())
	}
	if !table.Handler(SIGINT).Same(f) {
		t.Error("not the handler that was set")
	}
	if old := set(t, table, SIGINT, Ignore()); !old.Same(f) || old.Owner() != "owner" {
		t.Errorf("second old: %v", old)
	}
	for _, s := range []Signal{-1, 0, 65, 1000} {
		_, err := table.SetHandler(s, Default())
		if !errors.Is(err, exceptions.ErrValue) {
			t.Errorf("SetHandler(%d): %v", s, err)
		}
	}
}

func TestTrip(t *testing.T) {
	table := NewTable(NewDoor())
	var log []string
	table.SetWakeup(wakeupFunc(func(b byte) error {
		log = append(log, fmt.Sprint("byte ", b, " marked ", table.Pending()))
		return nil
	}))
	table.OnTrip(func(s Signal, wrote bool) { log = append(log, fmt.Sprint("trip ", s, " ", wrote)) })
	table.OnInterrupt(func() { log = append(log, "interrupt") })
	if table.Trip(SIGTERM) || table.Trip(-1) || table.Trip(1000) {
		t.Error("a signal without a handler of the program tripped")
	}
	set(t, table, SIGTERM, Ignore())
	if table.Trip(SIGTERM) || table.Pending() {
		t.Error("an ignored signal tripped")
	}
	if !table.Trip(SIGINT) {
		t.Error("SIGINT did not trip")
	}
	want := []string{"byte 2 marked true", "trip SIGINT true", "interrupt"}
	if d := cmp.Diff(want, log); d != "" {
		t.Errorf("order (-want +got):\n%s", d)
	}

	log = nil
	old := table.SetWakeup(wakeupFunc(func(byte) error { return os.ErrClosed }))
	if old == nil || table.SetWakeup(nil) == nil || table.SetWakeup(nil) != nil {
		t.Error("SetWakeup does not give the old one")
	}
	table.Trip(SIGINT)
	table.OnTrip(nil)
	table.OnInterrupt(nil)
	table.Trip(SIGINT)
	if d := cmp.Diff([]string{"trip SIGINT false", "interrupt"}, log); d != "" {
		t.Errorf("without wakeup (-want +got):\n%s", d)
	}
}

type wakeupFunc func(byte) error

func (f wakeupFunc) WriteByte(b byte) error { return f(b) }

func TestCheckOrderAndErrors(t *testing.T) {
	table := NewTable(NewDoor())
	var ran []Signal
	boom := errors.New("boom")
	for _, s := range everywhere() {
		set(t, table, s, record(&ran))
	}
	set(t, table, SIGFPE, Func(func(s Signal) error { ran = append(ran, s); return boom }, nil))
	for _, s := range []Signal{SIGTERM, SIGSEGV, SIGFPE, SIGINT, SIGINT} {
		table.Trip(s)
	}
	if err := table.Check(); err != boom {
		t.Errorf("first Check: %v", err)
	}
	if d := cmp.Diff([]Signal{SIGINT, SIGFPE}, ran); d != "" {
		t.Errorf("first Check (-want +got):\n%s", d)
	}
	if !table.Pending() {
		t.Error("the marks behind the error are gone")
	}
	ran = nil
	if err := table.Check(); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff([]Signal{SIGSEGV, SIGTERM}, ran); d != "" {
		t.Errorf("second Check (-want +got):\n%s", d)
	}
	if table.Pending() || table.Check() != nil {
		t.Error("marks are left")
	}
}

func TestCheckRaisesKeyboardInterrupt(t *testing.T) {
	table := NewTable(NewDoor())
	table.Trip(SIGINT)
	err := table.Check()
	if exceptions.KindOf(err) != exceptions.KeyboardInterrupt || exceptions.Repr(err) != "KeyboardInterrupt()" {
		t.Errorf("got %v", exceptions.Repr(err))
	}
	set(t, table, SIGTERM, DefaultInt()) // Python allows it for any signal
	table.Trip(SIGTERM)
	if err := table.Check(); !errors.Is(err, exceptions.ErrKeyboardInterrupt) {
		t.Errorf("SIGTERM: %v", err)
	}
}

func TestCheckTakesTheHandlerOfNow(t *testing.T) {
	table := NewTable(NewDoor())
	var first, second []Signal
	set(t, table, SIGTERM, record(&first))
	table.Trip(SIGTERM)
	set(t, table, SIGTERM, record(&second))
	if err := table.Check(); err != nil || len(first) != 0 || len(second) != 1 {
		t.Errorf("first %v, second %v, error %v", first, second, err)
	}
	table.Trip(SIGTERM)
	set(t, table, SIGTERM, Default())
	if err := table.Check(); err != nil || len(second) != 1 || table.Pending() {
		t.Errorf("a signal reset between the halves: %v, %v", second, err)
	}
}

func TestCheckIsReentrant(t *testing.T) {
	table := NewTable(NewDoor())
	var log []string
	set(t, table, SIGINT, Func(func(Signal) error {
		log = append(log, "INT in")
		err := table.Check()
		log = append(log, "INT out")
		return err
	}, nil))
	set(t, table, SIGSEGV, Func(func(Signal) error {
		log = append(log, "SEGV")
		table.Trip(SIGINT)  // behind: for the next Check
		table.Trip(SIGTERM) // ahead: for this one
		return nil
	}, nil))
	set(t, table, SIGTERM, Func(func(Signal) error { log = append(log, "TERM"); return nil }, nil))
	table.Trip(SIGINT)
	table.Trip(SIGSEGV)
	if err := table.Check(); err != nil {
		t.Fatal(err)
	}
	// The nested Check ran all that was marked; the outer one has nothing left
	// ahead of SIGINT, so the new SIGINT waits.
	if d := cmp.Diff([]string{"INT in", "SEGV", "TERM", "INT out"}, log); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if !table.Pending() {
		t.Error("SIGINT is not marked")
	}
	log = nil
	if err := table.Check(); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"INT in", "INT out"}, log); d != "" {
		t.Errorf("second Check (-want +got):\n%s", d)
	}
}

func TestRaiseAndDeliver(t *testing.T) {
	for name, send := range map[string]func(*Table, Signal) error{"Raise": (*Table).Raise, "Deliver": (*Table).Deliver} {
		t.Run(name, func(t *testing.T) {
			table := NewTable(NewDoor())
			bytes := 0
			table.SetWakeup(wakeupFunc(func(byte) error { bytes++; return nil }))
			for range 3 {
				if err := send(table, SIGINT); err != nil {
					t.Fatal(err)
				}
			}
			if bytes != 3 || !table.Pending() {
				t.Errorf("%d bytes for 3 signals", bytes)
			}
			set(t, table, SIGTERM, Ignore())
			for _, s := range []Signal{SIGTERM, 0} {
				if err := send(table, s); err != nil {
					t.Errorf("%v: %v", s, err)
				}
			}
			for _, s := range []Signal{-1, 65, 1000} {
				err := send(table, s)
				if !errors.Is(err, exceptions.ErrOS) || err.Error() != "[Errno 22] Invalid argument" {
					t.Errorf("%v: %v", s, err)
				}
			}
			if bytes != 3 {
				t.Errorf("%d bytes in the end", bytes)
			}
		})
	}
}

func TestDeliverDoesNoHarm(t *testing.T) {
	table := NewTable(NewDoor())
	set(t, table, SIGINT, Default())
	for _, s := range everywhere() {
		var death *DeathError
		if err := table.Deliver(s); !errors.As(err, &death) || death.Signal != s || err.Error() != "killed by "+s.String() {
			t.Errorf("%v: %v", s, err)
		}
	}
}

func TestDoor(t *testing.T) {
	door := NewDoor()
	a, b := NewTable(door), NewTable(door)
	for range 2 {
		if !a.Hold() {
			t.Fatal("a does not get the door")
		}
	}
	if b.Hold() || b.Held() {
		t.Fatal("b gets the door too")
	}
	b.Release() // has nothing to release
	a.Release()
	if !a.Held() || b.Hold() {
		t.Fatal("the first Release of two let go")
	}
	a.Release()
	if a.Held() || !b.Hold() || !b.Held() {
		t.Fatal("the door is not free")
	}
	b.Release()
	a.Release()
	if !a.Hold() {
		t.Fatal("a Release too many counted")
	}
	a.Release()
}

// TestTableAgainstModel runs random calls beside a plain map and list.
func TestTableAgainstModel(t *testing.T) {
	signals := everywhere()
	rapid.Check(t, func(rt *rapid.T) {
		table := NewTable(NewDoor())
		kinds := map[Signal]HandlerKind{SIGINT: KindDefaultInt}
		marked := map[Signal]bool{}
		var ran []Signal
		anySignal := rapid.SampledFrom(signals)
		rt.Repeat(map[string]func(*rapid.T){
			"set": func(rt *rapid.T) {
				s := anySignal.Draw(rt, "signal")
				h := rapid.SampledFrom([]Handler{Default(), Ignore(), DefaultInt(), record(&ran)}).Draw(rt, "handler")
				old, err := table.SetHandler(s, h)
				if err != nil || old.Kind() != kinds[s] {
					rt.Fatalf("old %v, want %v; %v", old.Kind(), kinds[s], err)
				}
				kinds[s] = h.Kind()
			},
			"trip": func(rt *rapid.T) {
				s := anySignal.Draw(rt, "signal")
				want := kinds[s] >= KindDefaultInt
				if table.Trip(s) != want {
					rt.Fatalf("Trip(%v), want %v", s, want)
				}
				if want {
					marked[s] = true
				}
			},
			"check": func(rt *rapid.T) {
				var want []Signal
				interrupted := false
				for _, s := range signals {
					if !marked[s] || interrupted {
						continue
					}
					delete(marked, s)
					switch kinds[s] {
					case KindDefaultInt:
						interrupted = true
					case KindFunc:
						want = append(want, s)
					}
				}
				ran = nil
				err := table.Check()
				if d := cmp.Diff(want, ran); d != "" || (err != nil) != interrupted {
					rt.Fatalf("error %v, want one: %v; ran (-want +got):\n%s", err, interrupted, d)
				}
			},
			"": func(rt *rapid.T) {
				if table.Pending() != (len(marked) > 0) {
					rt.Fatalf("Pending %v, marked %v", table.Pending(), marked)
				}
			},
		})
	})
}

// TestBurst trips six kinds 100,000 times from 8 goroutines while nobody
// reads: the senders come to their end, and no kind is missing afterwards.
func TestBurst(t *testing.T) {
	everyPipe(t, func(t *testing.T, p Pipe) {
		table := NewTable(NewDoor())
		table.SetWakeup(p)
		var ran []Signal
		for _, s := range everywhere() {
			set(t, table, s, record(&ran))
		}
		// SIGTERM comes once, when the pipe is full already.
		kinds := everywhere()
		var wg sync.WaitGroup
		for g := range 8 {
			wg.Go(func() {
				for i := range 12500 {
					if s := kinds[(g+i)%len(kinds)]; s != SIGTERM {
						table.Trip(s)
					} else {
						table.Trip(SIGINT)
					}
				}
			})
		}
		wg.Wait()
		table.Trip(SIGTERM)
		got := map[Signal]bool{}
		total := 0
		buf := make([]byte, 4096)
		for n := p.Read(buf); n > 0; n = p.Read(buf) {
			total += n
			for _, b := range buf[:n] {
				got[Signal(b)] = true
			}
		}
		want := map[Signal]bool{}
		for _, s := range kinds {
			want[s] = true
		}
		if d := cmp.Diff(want, got); d != "" || p.Readable() {
			t.Errorf("after %d bytes (-want +got):\n%s", total, d)
		}
		if err := table.Check(); err != nil {
			t.Error(err)
		}
		if d := cmp.Diff(kinds, ran); d != "" {
			t.Errorf("handlers (-want +got):\n%s", d)
		}
	})
}

func BenchmarkPending(b *testing.B) {
	table := NewTable(NewDoor())
	for b.Loop() {
		if table.Pending() {
			b.Fatal("pending")
		}
	}
}
