package trace

import (
	"fmt"
	"strconv"
	"strings"
)

// Iteration is an iteration of a loop as comparisons see it: what it did in the
// names that two implementations share.
type Iteration struct {
	// Loop and Tick are the iteration's, as in Event.
	Loop, Tick uint64
	// Time is when it began; Timeout is what select was asked for, negative for
	// no limit. Comparisons in real time do not look at them.
	Time, Timeout float64
	// Before is what happened outside of iterations since the one before: what
	// the program did between two runs of the loop.
	Before []string
	// Free tells that by the end of the iteration things had been put into an
	// order that the language leaves open. CPython does not tell it.
	Free bool
	// Calls are the handles that were run, in order.
	Calls []Call
}

// Call is one handle that was run, and what it did.
type Call struct {
	// Label names the handle: the task and the callback.
	Label string
	// Did is one line for each thing that it did, in order.
	Did []string
}

// Iterations gives a recording as comparisons see it. What only one
// implementation can tell is left out: numbers, futures by themselves, the
// at-once half of signals, handles that were queued from outside, and when a
// cancelled timer left the heap. What was printed in one go goes through the
// functions, in order.
func (r *Recording) Iterations(normalise ...func(text string) string) []Iteration {
	p := projection{loops: map[uint64]*projected{}, names: map[uint64]string{}}
	begun := map[uint64]bool{}
	for i := range r.Events { // a task has the name with which it begins
		switch e := &r.Events[i]; {
		case e.Name == "", e.Kind == Done && p.names[e.Task] != "":
		case e.Kind != Step || !begun[e.Task]:
			p.names[e.Task] = e.Name
			begun[e.Task] = e.Kind == Step
		}
	}
	for i := range r.Events {
		p.add(&r.Events[i])
	}
	for i := range p.out {
		printed(p.out[i].Before, normalise)
		for _, c := range p.out[i].Calls {
			printed(c.Did, normalise)
		}
	}
	return p.out
}

// What lines begin with that tell of a handle being queued, and of printing.
const (
	queues = "queues "
	prints = "prints "
)

func printed(lines []string, normalise []func(string) string) {
	if len(normalise) == 0 {
		return
	}
	for i, line := range lines {
		quoted, ok := strings.CutPrefix(line, prints)
		text, err := strconv.Unquote(quoted)
		if !ok || err != nil {
			continue
		}
		for _, n := range normalise {
			text = n(text)
		}
		lines[i] = prints + strconv.Quote(text)
	}
}

type projection struct {
	out   []Iteration
	loops map[uint64]*projected
	last  *projected
	names map[uint64]string // of tasks
	free  bool
}

// projected is where a loop is.
type projected struct {
	at     int      // of its iteration in out, -1 before the first
	call   bool     // a handle runs
	ended  []string // how the steps in it ended
	before []string
}

func (p *projection) loop(n uint64) *projected {
	l := p.loops[n]
	if l == nil {
		l = &projected{at: -1}
		p.loops[n] = l
	}
	return l
}

func (p *projection) add(e *Event) {
	l := p.last
	if e.Kind != Print || l == nil {
		l = p.loop(e.Loop)
		p.last = l
	}
	switch e.Kind {
	case Tick:
		p.out = append(p.out, Iteration{Loop: e.Loop, Tick: e.Tick, Time: e.Time, Before: l.before, Free: p.free})
		l.at, l.call, l.before = len(p.out)-1, false, nil
	case Select:
		if l.at >= 0 {
			p.out[l.at].Timeout = e.Timeout
		}
	case Run:
		if l.at >= 0 {
			it := &p.out[l.at]
			it.Calls = append(it.Calls, Call{Label: p.label(e)})
			l.call, l.ended = true, nil
		}
	case Ran:
		for _, text := range l.ended {
			p.did(l, text)
		}
		l.call, l.ended = false, nil
	case Skipped:
		if l.at >= 0 {
			p.out[l.at].Calls = append(p.out[l.at].Calls, Call{Label: "(cancelled)"})
		}
	case Queued:
		if !e.Outside {
			p.did(l, queues+p.label(e))
		}
	case Timer:
		p.did(l, "sets a timer: "+p.label(e))
	case Created:
		p.did(l, "makes "+p.names[e.Task]+of(e.Stack))
	case Blocked:
		on := e.On
		if e.On == "Task" && p.names[e.Future] != "" {
			on = p.names[e.Future]
		}
		p.ends(l, p.names[e.Task]+" waits for "+on+at(e.Stack))
	case Yielded:
		p.ends(l, p.names[e.Task]+" yields"+at(e.Stack))
	case Done:
		text := p.names[e.Task] + " is done: " + e.Outcome
		if e.Error != "" {
			text += " " + e.Error
		}
		p.ends(l, text)
	case Free:
		p.free = true
		if l.at >= 0 {
			p.out[l.at].Free = true
		}
	case Read:
		p.did(l, e.Signal+" is read from the self-pipe")
	case Dispatched:
		if e.Handle == 0 {
			p.did(l, e.Signal+" has no handler")
		} else {
			p.did(l, e.Signal+"'s handler is found")
		}
	case Print:
		p.print(l, e)
	}
}

// ends notes how a task's step ended. What the end leads to, such as callbacks
// that are queued, one implementation tells before and another behind it: it is
// put at the end of the call.
func (p *projection) ends(l *projected, text string) {
	if l.call {
		l.ended = append(l.ended, text)
		return
	}
	p.did(l, text)
}

// did notes what the running handle did, or what happened between handles.
func (p *projection) did(l *projected, text string) {
	if to := p.place(l); to != nil {
		*to = append(*to, text)
	}
}

func (p *projection) place(l *projected) *[]string {
	if l.at >= 0 && l.call {
		it := &p.out[l.at]
		return &it.Calls[len(it.Calls)-1].Did
	}
	return &l.before
}

// print joins what is printed in one go: how many writes it took is not told.
func (p *projection) print(l *projected, e *Event) {
	if e.Stream != "stdout" {
		return // tracebacks name files
	}
	to := p.place(l)
	if n := len(*to); n > 0 && strings.HasPrefix((*to)[n-1], prints) {
		if before, err := strconv.Unquote((*to)[n-1][len(prints):]); err == nil {
			(*to)[n-1] = prints + strconv.Quote(before+e.Text)
			return
		}
	}
	*to = append(*to, prints+strconv.Quote(e.Text))
}

func (p *projection) label(e *Event) string {
	switch {
	case e.Task == 0:
		return e.Callback
	case strings.Contains(strings.ToLower(e.Callback), "wakeup"): // versions name it differently
		return p.names[e.Task] + " wakeup"
	}
	return p.names[e.Task] + " step"
}

// at is the innermost place of the program's own in a stack.
func at(stack []Frame) string {
	for i := len(stack) - 1; i >= 0; i-- {
		if f := stack[i]; !f.Library && !inlined(f.Function) {
			return fmt.Sprintf(" in %s, line %d", f.Function, f.Line)
		}
	}
	return ""
}

// inlined tells whether a frame is a comprehension's, which is a part of its
// function from 3.12 on.
func inlined(function string) bool {
	for _, kind := range [...]string{".<listcomp>", ".<setcomp>", ".<dictcomp>"} {
		if strings.HasSuffix(function, kind) {
			return true
		}
	}
	return false
}

func of(stack []Frame) string {
	if len(stack) == 0 {
		return ""
	}
	return " of " + stack[0].Function
}
