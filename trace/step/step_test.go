package step

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio"
	"asyncio/clock"
	"asyncio/trace"
	"asyncio/trace/text"
)

// grow runs a program in virtual time, as far as its recording is asked for:
// main makes two tasks that sleep, cancels the first and waits for the other.
// It counts how often main ran.
func grow(t *testing.T, runs *int) *trace.Growing {
	t.Helper()
	state, err := asyncio.NewSimulatedState("3.13")
	if err != nil {
		t.Fatal(err)
	}
	g := trace.NewGrowing(trace.Header{Program: "prog.go", Virtual: true, Start: clock.Start})
	done := make(chan struct{})
	go func() {
		defer close(done)
		err := asyncio.Run(func(co *asyncio.Co) error {
			*runs++
			sleeper := func(co *asyncio.Co) error { return asyncio.Sleep(co, 5*time.Second) }
			first, second := asyncio.CreateTask(co, sleeper), asyncio.CreateTask(co, sleeper)
			if err := asyncio.Sleep(co, time.Second); err != nil {
				return err
			}
			first.Cancel()
			_, err := asyncio.Await(co, second)
			return err
		}, asyncio.WithState(state), asyncio.WithVirtualTime(), asyncio.WithObserver(g))
		if err != nil && !errors.Is(err, asyncio.ErrCancelled) {
			t.Error(err)
		}
		g.End()
	}()
	t.Cleanup(func() {
		g.Release()
		<-done
	})
	return g
}

// do does a command by name.
func do(t *testing.T, m *model, g *trace.Growing, line string) bool {
	t.Helper()
	c, arg, ok := find(line)
	if !ok {
		t.Fatalf("no command %q", line)
	}
	ends, err := m.step(c, arg)
	if err != nil {
		t.Fatal(err)
	}
	return ends == nil || pursue(m, g, ends)
}

// TestForwardAndBack: every place shows the same on the way back, and nothing
// runs again.
func TestForwardAndBack(t *testing.T) {
	runs := 0
	g := grow(t, &runs)
	m := newModel(g, text.NewSources())
	type place struct {
		pos    int
		screen string
	}
	look := func() place {
		var b strings.Builder
		for _, r := range m.screen(100, 30, nil)[1:] { // the heading tells how long the recording is
			b.WriteString(r.String() + "\n")
		}
		return place{m.Pos(), b.String()}
	}
	for _, step := range []struct{ forward, back string }{{"e", "b"}, {"c", "C"}, {"t", "T"}} {
		m.seek(0)
		var way []place
		for {
			way = append(way, look())
			if !do(t, m, g, step.forward) {
				break
			}
		}
		if len(way) < 5 {
			t.Fatalf("%s: %d steps", step.forward, len(way))
		}
		end := m.Pos()
		if n := g.Len(); end != n {
			t.Errorf("%s: at the end %d events have happened of %d", step.forward, end, n)
		}
		if way[len(way)-1].pos == end {
			way = way[:len(way)-1]
		}
		for i := len(way) - 1; i >= 0; i-- {
			do(t, m, g, step.back)
			if diff := cmp.Diff(way[i].screen, look().screen); m.Pos() != way[i].pos || diff != "" {
				t.Fatalf("%s to place %d: at event %d, not %d: %s", step.back, i, m.Pos(), way[i].pos, diff)
			}
		}
	}
	if runs != 1 {
		t.Errorf("main ran %d times", runs)
	}
}

// TestGrows: a step asks for no more of the program than it needs and what is
// recorded ahead of it.
func TestGrows(t *testing.T) {
	runs := 0
	g := grow(t, &runs)
	m := newModel(g, text.NewSources())
	if n := g.Len(); n != 0 {
		t.Errorf("%d events before the first step", n)
	}
	do(t, m, g, "e")
	if m.Pos() != 1 || g.Len() > ahead {
		t.Errorf("event %d of %d after one step", m.Pos(), g.Len())
	}
}

func TestTask(t *testing.T) {
	runs := 0
	g := grow(t, &runs)
	m := newModel(g, text.NewSources())
	do(t, m, g, "to 2")
	do(t, m, g, "task Task-2")
	var verbs []string
	for do(t, m, g, "x") {
		verbs = append(verbs, m.Last().Verb)
	}
	want := []string{"run", "begins", "sets", "waits", "cancels", "resolves", "queues", "run", "goes on", "unsets", "ends", "drops"}
	if diff := cmp.Diff(want, verbs); diff != "" {
		t.Error(diff)
	}
	do(t, m, g, "X")
	if got := m.Last().Verb; got != "drops" && got != "ends" {
		t.Errorf("back at %q", got)
	}
	if _, err := m.step(commandNamed(t, "task"), "Task-9"); err == nil {
		t.Error("there is no Task-9")
	}
}

func commandNamed(t *testing.T, name string) command {
	t.Helper()
	for _, c := range commands() {
		if c.name == name {
			return c
		}
	}
	t.Fatalf("no command %q", name)
	return command{}
}

// TestKeys: a driver does what the keys say, also those that ask for a number.
func TestKeys(t *testing.T) {
	runs := 0
	g := grow(t, &runs)
	d := newDriver(newModel(g, text.NewSources()))
	press := func(keys ...string) {
		for _, k := range keys {
			d.key(k)
			for d.pursuing() && !d.goOn(g.Ended()) {
				g.More(ahead)
				<-g.Held()
			}
		}
	}
	tick := func() uint64 { return d.model.loop().Tick }
	press("t", "t")
	if tick() != 2 {
		t.Errorf("at tick %d, want 2", tick())
	}
	press(":", "5", "backspace", "4", "enter")
	if tick() != 4 {
		t.Errorf("at tick %d, want 4", tick())
	}
	press("3", "enter", "T")
	if tick() != 2 {
		t.Errorf("at tick %d, want 2", tick())
	}
	press("?")
	if s := d.screen(80, 24); !strings.Contains(s[3].String(), "Stepping") {
		t.Errorf("no help: %s", s[3])
	}
	press("x")
	if d.helping {
		t.Error("a key does not end the help")
	}
	press("x")
	if d.message != "no task is selected" {
		t.Errorf("message %q", d.message)
	}
	press("tab", "x", "G")
	if !g.Ended() || d.model.Pos() != g.Len() {
		t.Errorf("event %d of %d", d.model.Pos(), g.Len())
	}
	press("right")
	if d.message != "the program has ended" {
		t.Errorf("message %q", d.message)
	}
	press("home")
	if d.model.Pos() != 0 {
		t.Error(d.model.Pos())
	}
	press("q")
	if !d.quit {
		t.Error("q does not quit")
	}
}

// TestScreens: at any size each row is as wide as the screen and there are as
// many as it is high.
func TestScreens(t *testing.T) {
	runs := 0
	g := grow(t, &runs)
	m := newModel(g, text.NewSources())
	for _, line := range []string{"start", "to 2", "c", "to 3", "end"} {
		do(t, m, g, line)
		for _, size := range [][2]int{{40, 10}, {80, 24}, {120, 40}} {
			rows := m.screen(size[0], size[1], nil)
			if len(rows) != size[1] {
				t.Errorf("%s: %d rows on a screen of %d", line, len(rows), size[1])
			}
			for i, r := range rows {
				n := 0
				for _, s := range r {
					n += len([]rune(s.text))
				}
				if n != size[0] {
					t.Errorf("%s: row %d has %d columns of %d: %s", line, i, n, size[0], r)
				}
			}
		}
	}
}

// TestPlain drives the twin by lines.
func TestPlain(t *testing.T) {
	runs := 0
	g := grow(t, &runs)
	var out bytes.Buffer
	in := "to 2\ntask Task-3\nx\n\nbogus\n?\nto x\nend\nq\nnot read\n"
	if err := Plain(strings.NewReader(in), &out, g, text.NewSources()); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	for _, want := range []string{
		"== prog.go  tick 0  0.000000s  event 0 of 0\nbefore the program's first event\n",
		"-- tasks\n  Task-1 waits ", "> Task-3 ready ", "Task-3 begins ", `"bogus" is no command; ? lists them`,
		"next event of the selected task", `"x" is not the number of a tick`, "Task-3 done: result\n", "-- self-pipe: empty\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not printed", want)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}

func TestDecoder(t *testing.T) {
	for _, c := range []struct {
		sent []string
		want []string
	}{
		{[]string{"a\x1b[A\x1bOB\x1b[6~é"}, []string{"a", "up", "down", "pagedown", "é"}},
		{[]string{"\x1b", "[", "C"}, []string{"right"}},
		{[]string{"\xc3", "\xa9"}, []string{"é"}},
		{[]string{"\r\t\x03\x04\x7f\x1b[Z"}, []string{"enter", "tab", "ctrl-c", "ctrl-d", "backspace", "backtab"}},
		{[]string{"\x1b[999~x"}, []string{"x"}},
	} {
		var d decoder
		var got []string
		for _, s := range c.sent {
			got = append(got, d.decode([]byte(s))...)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.sent, diff)
		}
	}
	d := decoder{}
	if got := append(d.decode([]byte("\x1b")), d.timeout()...); !cmp.Equal(got, []string{"escape"}) {
		t.Error(got)
	}
}

// FuzzDecoder: what a terminal sends gives the same keys however it is cut.
func FuzzDecoder(f *testing.F) {
	f.Add([]byte("a\x1b[A\x1b[6~\xc3\xa9"), 3)
	f.Fuzz(func(t *testing.T, sent []byte, cut int) {
		var whole, parts decoder
		want := whole.decode(sent)
		cut = max(0, min(cut, len(sent)))
		got := append(parts.decode(sent[:cut]), parts.decode(sent[cut:])...)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}
