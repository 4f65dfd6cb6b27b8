package page_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/trace"
	"asyncio/trace/internal/record"
	"asyncio/trace/text"
)

// Keys, as the protocol names them.
const (
	left, right, down = "\ue012", "\ue014", "\ue015"
	home, end, enter  = "\ue011", "\ue010", "\ue007"
)

const drain = "../../testdata/programs/signals/drain.py"

// shown is a page in a browser with the recording that it shows.
type shown struct {
	*browser
	r *trace.Recording
}

func show(t *testing.T, b *browser, r *trace.Recording) *shown {
	t.Helper()
	b.t = t
	b.size(1280, 800, false)
	b.load(write(t, r, fromDisk))
	return &shown{b, r}
}

func (s *shown) place() (n int) {
	s.t.Helper()
	s.eval("aio.place()", &n)
	return n
}

// check checks that the page stands at a place and shows the State that Go has
// there.
func (s *shown) check(did string, want int) {
	s.t.Helper()
	if got := s.place(); got != want {
		s.t.Errorf("%s: the page is at event %d, want %d", did, got, want)
		return
	}
	var text string
	s.eval("JSON.stringify(aio.state())", &text)
	var got trace.State
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		s.t.Fatal(err)
	}
	if diff := cmp.Diff(s.r.At(want), &got, asShown); diff != "" {
		s.t.Errorf("%s, at event %d (-Go +page):\n%s", did, want, diff)
	}
}

// after gives the place behind the next event of a kind.
func (s *shown) after(n int, fits func(*trace.Event) bool) int {
	for ; n < len(s.r.Events); n++ {
		if fits(&s.r.Events[n]) {
			return n + 1
		}
	}
	return n
}

func kind(k trace.Kind) func(*trace.Event) bool {
	return func(e *trace.Event) bool { return e.Kind == k }
}

// callback gives the place where the next callback is at work: of a step, its
// line.
func (s *shown) callback(n int) int {
	return s.after(n, func(e *trace.Event) bool { return e.Kind == trace.Run && e.Task == 0 || e.Kind == trace.Step })
}

// TestBrowser looks at the page in one.
func TestBrowser(t *testing.T) {
	b := open(t)
	t.Run("keys", func(t *testing.T) { testKeys(t, b) })
	t.Run("mouse", func(t *testing.T) { testMouse(t, b) })
	t.Run("readable", func(t *testing.T) { testReadable(t, b) })
	t.Run("big", func(t *testing.T) { testBig(t, b) })
	b.t = t
}

// testKeys steps by keyboard.
func testKeys(t *testing.T, b *browser) {
	s := show(t, b, record.File(t, drain))
	at := s.callback(0)
	s.check("loaded", at)
	for _, step := range []struct {
		key  string
		want func(int) int
	}{
		{"n", s.callback},
		{"n", s.callback},
		{"t", func(n int) int { return s.after(n, kind(trace.Tick)) }},
		{"t", func(n int) int { return s.after(n, kind(trace.Tick)) }},
		{right, func(n int) int { return n + 1 }},
		{left, func(n int) int { return n - 1 }},
		{"T", func(n int) int {
			for n -= 2; s.r.Events[n].Kind != trace.Tick; n-- {
			}
			return n + 1
		}},
		{down, s.callback},
		{home, func(int) int { return 0 }},
		{end, func(int) int { return len(s.r.Events) }},
	} {
		s.keys(step.key)
		at = step.want(at)
		s.check("key "+step.key, at)
	}
	s.keys(":", "5", enter)
	s.check("run to tick 5", s.after(0, func(e *trace.Event) bool { return e.Kind == trace.Tick && e.Tick == 5 }))
	s.keys("n", "n", "T")
	s.check("back to its begin", s.after(0, func(e *trace.Event) bool { return e.Kind == trace.Tick && e.Tick == 5 }))
	s.shot("keys")
	for _, c := range s.complaints() {
		t.Error(c)
	}
}

// testMouse steps by mouse: buttons, the timeline, the tasks.
func testMouse(t *testing.T, b *browser) {
	s := show(t, b, record.File(t, drain))
	at := s.place()
	s.click("#callback")
	at = s.callback(at)
	s.check("callback", at)
	s.click("#tick")
	at = s.after(at, kind(trace.Tick))
	s.check("tick", at)
	s.click("#tasks button:nth-child(2)")
	var second uint64
	for _, task := range s.r.At(at).Tasks {
		if task.Name == "Task-2" {
			second = task.ID
		}
	}
	s.click("#task")
	teller, next := text.NewTeller(), 0
	for i := range s.r.Events {
		owner := teller.Owner(&s.r.Events[i])
		teller.Tell(&s.r.Events[i])
		if next == 0 && i >= at && owner == second {
			next = i + 1
		}
	}
	s.check("the next event of Task-2", next)
	s.click("#previous")
	s.check("back", next-1)
	s.click("#last")
	s.check("end", len(s.r.Events))
	s.click("#first")
	s.check("start", 0)

	var box struct{ X, Y, Width, Height, Gutter float64 }
	s.eval("{...aio.timeline.canvas.getBoundingClientRect().toJSON(), gutter: aio.timeline.gutter}", &box)
	view := func() (v [2]float64) {
		s.eval("[aio.timeline.from, aio.timeline.to]", &v)
		return v
	}
	middle := box.X + box.Gutter + (box.Width-box.Gutter)/2
	s.mouse(to(middle, box.Y+30), press, release)
	if n, half := s.place(), len(s.r.Events)/2; math.Abs(float64(n-half)) > 8 {
		t.Errorf("a click in the middle goes to event %d of %d", n, len(s.r.Events))
	}
	s.check("click on the timeline", s.place())
	whole := view()
	s.wheel(middle, box.Y+60, -300)
	s.wheel(middle, box.Y+60, -300)
	near := view()
	if near[1]-near[0] >= (whole[1]-whole[0])*.9 {
		t.Errorf("the wheel zooms from %v to %v", whole, near)
	}
	s.mouse(to(middle, box.Y+60), press, to(middle+100, box.Y+60), release)
	if moved := view(); moved[0] >= near[0] || math.Abs((moved[1]-moved[0])-(near[1]-near[0])) > 1e-6 {
		t.Errorf("dragging to the right moves the view from %v to %v", near, moved)
	}
	s.shot("zoomed")
	s.click("#fit")
	if now := view(); now != whole {
		t.Errorf("All shows %v, want %v", now, whole)
	}
	s.pinch(middle-40, middle+40, 60, box.Y+100)
	if now := view(); now[1]-now[0] >= (whole[1]-whole[0])*.9 {
		t.Errorf("two fingers that part zoom from %v to %v", whole, now)
	}
	for _, c := range s.complaints() {
		t.Error(c)
	}
}

// testReadable: at both sizes nothing stands outside of the screen, texts are
// not too small, and whatever can be pressed has a name.
func testReadable(t *testing.T, b *browser) {
	s := show(t, b, record.File(t, drain))
	for _, screen := range []struct {
		name          string
		width, height int
		dark          bool
	}{{"wide", 1280, 800, false}, {"wide-dark", 1280, 800, true}, {"phone", 390, 844, false}, {"phone-dark", 390, 844, true}} {
		s.size(screen.width, screen.height, screen.dark)
		s.eval("aio.go(90)", nil)
		for _, pane := range []string{"source", "tasks", "queues", "output"} {
			if screen.width < 600 {
				s.click("[role=tab][data-pane=" + pane + "]")
			}
			var wrong []string
			s.eval(`[...document.querySelectorAll("button, input, select, h1, h2, canvas, .box")].filter(e => e.offsetParent).flatMap(e => {
				const r = e.getBoundingClientRect(), out = [], name = e.id || e.textContent;
				if (!e.closest(".box") && (r.left < 0 || r.right > innerWidth || r.bottom > innerHeight)) out.push(name + " stands outside");
				if (parseFloat(getComputedStyle(e).fontSize) < 12) out.push(name + " is small");
				if (innerWidth < 600 && e.tagName === "BUTTON" && r.height < 28) out.push(name + " is hard to touch");
				if (e.matches("button, input, select, canvas") && !e.textContent.trim() && !e.ariaLabel && !(e.labels && e.labels.length)) out.push(name + " has no name");
				return out;
			}).concat(document.documentElement.scrollWidth > innerWidth ? ["the page is wider than the screen"] : [])`, &wrong)
			for _, w := range wrong {
				t.Errorf("%s, %s: %s", screen.name, pane, w)
			}
			if screen.width < 600 || pane == "source" {
				s.shot(screen.name + "-" + pane)
			}
		}
	}
}

// testBig samples States of a page with more than 10,000 events.
func testBig(t *testing.T, b *browser) {
	s := show(t, b, manyEvents(t, 40, 9))
	n := len(s.r.Events)
	if n < 10_000 {
		t.Fatalf("only %d events", n)
	}
	for i := range 10 {
		at := (i*7 + 3) % 10 * n / 10
		s.eval(fmt.Sprintf("aio.go(%d)", at), nil)
		s.check("go", at)
	}
	s.shot("big")
}

// BenchmarkStep measures a step in a page of more than 10,000 events: the
// State, the panes and the timeline.
func BenchmarkStep(b *testing.B) {
	r := manyEvents(b, 40, 9)
	page := open(b)
	page.size(1280, 800, false)
	page.load(write(b, r, fromDisk))
	for _, act := range []string{"next", "callback", "tick", "task", "previous", "tick-back", "task-back", "callback-back"} {
		b.Run(act, func(b *testing.B) {
			page.eval(fmt.Sprintf("aio.go(%d)", len(r.Events)/2), nil)
			var took []float64
			for b.Loop() {
				page.eval(`Array.from({length: 100}, () => {
					const from = performance.now();
					aio.act("`+act+`");
					aio.timeline.drawNow();
					document.body.offsetHeight;
					return performance.now() - from;
				}).sort((a, b) => a - b)`, &took)
			}
			b.ReportMetric(took[50], "median-ms")
			b.ReportMetric(took[99], "most-ms")
		})
	}
}
