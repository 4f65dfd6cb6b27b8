package task

import (
	"fmt"
	"strconv"
	"strings"

	"asyncio/coroutine"
	"asyncio/exceptions"
	"asyncio/observe"
)

// Info gives the parts of the task's repr after its class's name.
func (t *Task) Info() []string {
	info := t.Future.Info()
	if !t.Done() && t.isCancelling() {
		info[0] = "cancelling"
	}
	parts := []string{info[0], "name=" + exceptions.Quote(t.Name())}
	if !t.instant {
		parts = append(parts, "coro=<"+describeCoro(t.coro, t.Done())+">")
	}
	if t.waiter != nil {
		parts = append(parts, fmt.Sprintf("wait_for=%v", t.waiter))
	}
	return append(parts, info[1:]...)
}

// Stack implements observe.Stacked.
func (t *Task) Stack(visit func(observe.Frame)) {
	if s, ok := t.coro.(observe.Stacked); ok {
		s.Stack(visit)
		return
	}
	f := observe.Frame{}
	if t.coro == nil {
		return
	}
	f.Function, _, _ = strings.Cut(describeCoro(t.coro, t.Done()), "()")
	if p, ok := t.coro.(coroutine.Placer); ok {
		place := p.Place()
		if i := strings.LastIndexByte(place, ':'); i >= 0 {
			f.File = place[:i]
			f.Line, _ = strconv.Atoi(place[i+1:])
		}
	}
	visit(f)
}

func (t *Task) isCancelling() bool {
	if t.loop.State().Profile.CancellingFromCount {
		return t.cancels > 0
	}
	return t.mustCancel
}

func describeCoro(c coroutine.Coroutine, done bool) string {
	if d, ok := c.(coroutine.Describer); ok {
		return d.Describe(done)
	}
	return fmt.Sprintf("%T", c)
}

// remains prints as a failed task that was collected.
type remains struct {
	name   string
	number uint64
	coro   coroutine.Identity
	text   string // of a coroutine that has no Identity
	err    string
}

// String gives the repr of the failed task.
func (r *remains) String() string {
	name, text := r.name, r.text
	if name == "" {
		name = fmt.Sprintf("Task-%d", r.number)
	}
	if text == "" {
		text = r.coro.Done()
	}
	return fmt.Sprintf("<Task finished name=%s coro=<%s> exception=%s>", exceptions.Quote(name), text, r.err)
}
