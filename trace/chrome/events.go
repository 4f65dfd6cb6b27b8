package chrome

import (
	"cmp"
	"fmt"
	"slices"

	"asyncio/trace"
)

// event draws one event.
func (w *writer) event(e *trace.Event) {
	l := w.loop(e.Loop)
	switch e.Kind {
	case trace.Tick:
		l.steps = nil
		w.close(&l.track, 0)
		w.tick(l, e)
	case trace.Select:
		w.close(&l.track, 1)
		a := w.about(e)
		if a["timeout"] = e.Timeout; e.Timeout < 0 {
			a["timeout"] = "none"
		}
		w.begin(&l.track, "select", a)
	case trace.Selected:
		w.close(&l.track, 1)
	case trace.Run:
		if len(l.open) == 0 {
			w.tick(l, e)
		}
		w.close(&l.track, 1)
		w.begin(&l.track, cmp.Or(e.Callback, "handle"), w.about(e))
	case trace.Ran:
		l.steps = nil
		w.close(&l.track, 1)
	case trace.End:
		w.close(&l.track, 0)
	case trace.Queued:
		if t := w.tasks[e.Task]; t != nil && t.waits {
			t.waits = false
			w.close(&t.track, 1)
			w.begin(&t.track, "ready", nil)
		}
	case trace.Future:
		w.done[e.Future] = w.place(l)
	case trace.Signal, trace.Read, trace.Dispatched:
		w.signal(l, e)
	case trace.Print:
		if text := short(e.Text); text != "" {
			w.instant(l.here(), "t", "print", text, w.about(e))
		}
	case trace.Created, trace.Step, trace.Blocked, trace.Yielded, trace.Woken, trace.Cancel, trace.Done:
		w.taskEvent(l, w.task(l, e), e)
	}
}

func (w *writer) tick(l *loop, e *trace.Event) {
	a := w.about(e)
	a["ready"] = e.N
	w.begin(&l.track, fmt.Sprintf("tick %d", e.Tick), a)
}

func (w *writer) taskEvent(l *loop, t *task, e *trace.Event) {
	switch e.Kind {
	case trace.Created:
		w.begin(&t.track, "ready", nil)
	case trace.Step:
		w.close(&t.track, 1)
		w.begin(&t.track, line(e.Stack), w.about(e))
		if !t.started {
			t.started = true
			w.arrow(t.made, &t.track, "starts")
		}
		w.arrow(t.woken, &t.track, "wakes")
		t.woken, t.waits = place{}, false
		l.steps = append(l.steps, t)
	case trace.Blocked, trace.Yielded:
		w.leave(l, t)
		w.close(&t.track, 1)
		t.waits = e.Kind == trace.Blocked
		name := "ready"
		if t.waits {
			name = cmp.Or(e.On, "waits")
		}
		w.begin(&t.track, name, w.about(e))
	case trace.Woken:
		t.woken = w.done[e.Future]
	case trace.Cancel:
		w.instant(&t.track, "t", "cancel", "cancel", w.about(e))
	case trace.Done:
		w.done[e.Task] = w.place(l)
		w.leave(l, t)
		w.instant(&t.track, "t", "done", cmp.Or(e.Outcome, "done"), w.about(e))
		w.close(&t.track, 0)
	}
}

// leave ends a task's step.
func (w *writer) leave(l *loop, t *task) {
	if i := slices.Index(l.steps, t); i >= 0 {
		l.steps = l.steps[:i]
	}
}

func (w *writer) signal(l *loop, e *trace.Event) {
	what := map[trace.Kind]string{
		trace.Signal: "arrives", trace.Read: "is read from the self-pipe", trace.Dispatched: "finds its handler",
	}[e.Kind]
	if e.Kind == trace.Dispatched && e.Handle == 0 {
		what = "has no handler"
	}
	scope := "t"
	if e.Kind == trace.Signal {
		scope = "p"
	}
	w.instant(&l.track, scope, "signal", e.Signal+" "+what, w.about(e))
}

// finish ends what has not ended and names the tasks.
func (w *writer) finish() {
	for _, t := range w.order {
		w.close(t, 0)
	}
	tasks := make([]*task, 0, len(w.tasks))
	for _, t := range w.tasks {
		tasks = append(tasks, t)
	}
	slices.SortFunc(tasks, func(a, b *task) int {
		return cmp.Or(cmp.Compare(a.process, b.process), cmp.Compare(a.thread, b.thread))
	})
	for _, t := range tasks {
		w.label(&t.track, "thread_name", "name", cmp.Or(t.name, "task"))
	}
}
