package step

import (
	"fmt"
	"strconv"
	"strings"

	"asyncio/trace"
)

// command is what can be done. Keys are those of the terminal.
type command struct {
	name, short, takes string
	keys               []string
	about              string
	ends               stop
	back               bool
}

func commands() []command {
	return []command{
		{name: "event", short: "e", keys: []string{"right", "l"}, about: "next event", ends: anyEvent},
		{name: "back", short: "b", keys: []string{"left", "h"}, about: "previous event", ends: anyEvent, back: true},
		{name: "callback", short: "c", keys: []string{"down", "j", "n", " ", "enter"}, about: "next callback", ends: aCallback},
		{name: "callback back", short: "C", keys: []string{"up", "k", "p"}, about: "previous callback", ends: aCallback, back: true},
		{name: "tick", short: "t", keys: []string{"t", "pagedown"}, about: "next tick", ends: aTick},
		{name: "tick back", short: "T", keys: []string{"T", "pageup"}, about: "previous tick", ends: aTick, back: true},
		{name: "of task", short: "x", keys: []string{"x"}, about: "next event of the selected task", ends: ofTask},
		{name: "of task back", short: "X", keys: []string{"X"}, about: "previous event of the selected task", ends: ofTask, back: true},
		{name: "to", short: "to", takes: "N", keys: []string{":"}, about: "to a tick"},
		{name: "start", short: "start", keys: []string{"g", "home"}, about: "to the start"},
		{name: "end", short: "end", keys: []string{"G", "end"}, about: "to the end", ends: never},
		{name: "task", short: "task", takes: "NAME", keys: nil, about: "select a task"},
		{name: "next task", short: "s", keys: []string{"tab", "s"}, about: "select the next task"},
		{name: "previous task", short: "S", keys: []string{"backtab", "S"}, about: "select the previous task"},
		{name: "help", short: "?", keys: []string{"?", "f1"}, about: "this help"},
		{name: "quit", short: "q", keys: []string{"q", "ctrl-c", "ctrl-d"}, about: "quit"},
	}
}

func anyEvent(_ *model, e *trace.Event) bool {
	return e.Kind != trace.Ran && e.Kind != trace.Woken && e.Kind != trace.End
}

// aCallback stops where the callback's line is known: at the step of a task.
func aCallback(_ *model, e *trace.Event) bool {
	return e.Kind == trace.Run && e.Task == 0 || e.Kind == trace.Step
}

func aTick(_ *model, e *trace.Event) bool { return e.Kind == trace.Tick }

func ofTask(m *model, e *trace.Event) bool {
	if !anyEvent(m, e) || m.selected == 0 {
		return false
	}
	if m.teller.Owner(e) == m.selected || e.By == m.selected || e.Future == m.selected {
		return true
	}
	at := m.teller.State.At
	return at != nil && at.Step != nil && at.Step.ID == m.selected && at.Number == e.Loop
}

func never(*model, *trace.Event) bool { return false }

// find finds the command of a line such as "to 12".
func find(line string) (c command, arg string, ok bool) {
	line = strings.TrimSpace(line)
	for _, c := range commands() {
		if line == c.name || line == c.short {
			return c, "", c.takes == ""
		}
	}
	for _, c := range commands() {
		if rest, ok := strings.CutPrefix(line, c.name+" "); ok && c.takes != "" {
			return c, strings.TrimSpace(rest), true
		}
	}
	return command{}, "", false
}

// step does a command that goes back or selects; of one that goes forward it
// gives where that ends. An error is one of usage.
func (m *model) step(c command, arg string) (ends stop, err error) {
	switch {
	case c.back:
		m.back(c.ends)
	case c.name == "to":
		return m.to(arg)
	case c.name == "start":
		m.seek(0)
	case c.name == "task":
		if !m.selectTask(arg) {
			return nil, fmt.Errorf("no task is called %q at this point", arg)
		}
	case c.name == "next task":
		m.selectNext(1)
	case c.name == "previous task":
		m.selectNext(-1)
	case c.name == "of task" && m.selected == 0:
		return nil, fmt.Errorf("no task is selected")
	case c.ends != nil:
		return c.ends, nil
	}
	return nil, nil
}

// to goes back to a tick or tells where to stop on the way to it.
func (m *model) to(arg string) (stop, error) {
	tick, err := strconv.ParseUint(arg, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("%q is not the number of a tick", arg)
	}
	ends := func(_ *model, e *trace.Event) bool { return e.Kind == trace.Tick && e.Tick == tick }
	here, first := m.pos, 0
	m.rewind()
	for m.pos < here && first == 0 {
		e := m.recording.Event(m.pos)
		m.pass(&e)
		if ends(m, &e) {
			first = m.pos
		}
	}
	if first == 0 { // it lies ahead
		m.seek(here)
		return ends, nil
	}
	m.seek(first)
	return nil, nil
}
