package trace

import (
	"slices"
	"strings"
)

// Merge makes runs in real time comparable. There, two timers that are due
// almost together come in one iteration or in two, what follows from the one
// mixes with what follows from the other as the machine likes, and a select may
// return for nothing. The rule:
//
//   - What comes from outside the queue (a timer, a file or a signal, another
//     thread) begins an iteration of its own, and so does what the program does
//     between two runs of the loop.
//   - A callback that a callback queued belongs to that one's iteration, in the
//     order in which they ran.
//   - An iteration in which nothing is run counts for nothing, and neither does a
//     wake-up of the self-pipe that brought no signal: how many of them there are
//     is a matter of luck.
//
// So the order of causes counts, and the order within what follows from each.
func Merge(its []Iteration) []Iteration {
	m := merging{loops: map[uint64]*merged{}}
	for i := range its {
		m.add(&its[i])
	}
	out := make([]Iteration, len(m.out))
	for i, it := range m.out {
		out[i] = *it
	}
	return out
}

type merging struct {
	out   []*Iteration
	loops map[uint64]*merged
}

// merged has what a loop's callbacks have queued and what was not run yet.
type merged struct{ waiting []awaited }

// awaited is a callback that is to come, and the iteration that it belongs to.
// Callbacks of one label come in the order in which they were queued.
type awaited struct {
	label string
	to    *Iteration
}

func (m *merging) add(it *Iteration) {
	l := m.loops[it.Loop]
	if l == nil {
		l = &merged{}
		m.loops[it.Loop] = l
	}
	before := slices.DeleteFunc(slices.Clone(it.Before), func(line string) bool {
		label, ok := strings.CutPrefix(line, queues)
		return ok && readsSelf(label)
	})
	begin := func(before []string) *Iteration {
		one := *it
		one.Before, one.Calls = before, nil
		m.out = append(m.out, &one)
		return &one
	}
	if len(before) > 0 {
		begin(before)
	}
	for _, c := range it.Calls {
		if readsSelf(c.Label) && len(c.Did) == 0 {
			continue
		}
		i := slices.IndexFunc(l.waiting, func(a awaited) bool { return a.label == c.Label })
		var to *Iteration
		if i >= 0 {
			to = l.waiting[i].to
			l.waiting = slices.Delete(l.waiting, i, i+1)
			to.Free = to.Free || it.Free
		} else {
			to = begin(nil)
		}
		to.Calls = append(to.Calls, c)
		for _, did := range c.Did {
			if label, ok := strings.CutPrefix(did, queues); ok {
				l.waiting = append(l.waiting, awaited{label, to})
			}
		}
	}
}

// readsSelf tells whether a callback is the loop's own that empties its
// self-pipe, which is called after the class of the loop.
func readsSelf(label string) bool { return strings.HasSuffix(label, "._read_from_self") }
