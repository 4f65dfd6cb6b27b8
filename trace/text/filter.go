package text

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"asyncio/trace"
)

// Filter says what is shown.
type Filter struct {
	// Task is the name of a task: only what concerns it is shown. Empty is all.
	Task string
	// Only are kinds of events; nil is all.
	Only map[trace.Kind]bool
	// From and To are the first and the last iteration; To 0 is no end.
	From, To uint64
}

// All reports whether everything is shown.
func (f *Filter) All() bool { return f.Task == "" && f.Only == nil && f.From == 0 && f.To == 0 }

// group is a name for kinds of events that belong together.
type group struct {
	name  string
	kinds []trace.Kind
}

func groups() []group {
	return []group{
		{"loop", []trace.Kind{trace.Tick, trace.Select, trace.Selected}},
		{"handles", []trace.Kind{trace.Queued, trace.Run, trace.Skipped}},
		{"timers", []trace.Kind{trace.Timer, trace.Due, trace.Unset, trace.Dropped}},
		{"futures", []trace.Kind{trace.Future}},
		{"tasks", []trace.Kind{trace.Created, trace.Step, trace.Blocked, trace.Yielded, trace.Woken, trace.Cancel, trace.Done}},
		{"waits", []trace.Kind{trace.Blocked, trace.Woken}},
		{"cancels", []trace.Kind{trace.Cancel}},
		{"signals", []trace.Kind{trace.Signal, trace.Read, trace.Dispatched}},
		{"prints", []trace.Kind{trace.Print}},
		{"scopes", []trace.Kind{trace.Entered, trace.Changed, trace.Fired, trace.Left, trace.Opened, trace.Closed, trace.Placed}},
	}
}

// Kinds lists the names that ParseKinds takes.
func Kinds() []string {
	var names []string
	for _, g := range groups() {
		names = append(names, g.name)
	}
	return names
}

// ParseKinds adds the kinds of events of a list of names, such as
// "signals,timers", to those that are there.
func ParseKinds(only map[trace.Kind]bool, list string) (map[trace.Kind]bool, error) {
	if only == nil {
		only = map[trace.Kind]bool{}
	}
	for name := range strings.SplitSeq(list, ",") {
		all := groups()
		i := slices.IndexFunc(all, func(g group) bool { return g.name == name })
		if i < 0 {
			return nil, fmt.Errorf("%q is none of %s", name, strings.Join(Kinds(), ", "))
		}
		for _, k := range all[i].kinds {
			only[k] = true
		}
	}
	return only, nil
}

// ParseTicks reads a range of iterations: "10-20", "10", "10-" or "-20".
func ParseTicks(s string) (from, to uint64, err error) {
	first, last, isRange := strings.Cut(s, "-")
	number := func(s string, or uint64) (uint64, error) {
		if s == "" && isRange {
			return or, nil
		}
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil {
			return 0, fmt.Errorf("%q is not of the form 10-20", s)
		}
		return n, nil
	}
	if from, err = number(first, 0); err != nil {
		return 0, 0, err
	}
	if !isRange {
		return from, from, nil
	}
	if to, err = number(last, 0); err != nil {
		return 0, 0, err
	}
	if to != 0 && to < from {
		return 0, 0, fmt.Errorf("%q ends before it begins", s)
	}
	return from, to, nil
}

// tick tells whether an iteration is shown.
func (f *Filter) tick(n uint64) bool { return n >= f.From && (f.To == 0 || n <= f.To) }
