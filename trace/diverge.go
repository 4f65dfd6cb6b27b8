package trace

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Tolerance is how far times in virtual time may be apart, in seconds. A clock
// moves by a microsecond each time it is read, and implementations may read it
// more or less often.
const Tolerance = 1e-3

// Divergence is the first place where two runs do not do the same.
type Divergence struct {
	// Loop is the loop's number, as in Event.
	Loop uint64
	// Left and Right are what the loop's iteration was on either side, nil where
	// it had ended.
	Left, Right *Iteration
	// Words say what differs.
	Words string
}

// Tick is the number of the iteration.
func (d *Divergence) Tick() uint64 {
	if d.Left != nil {
		return d.Left.Tick
	}
	return d.Right.Tick
}

// Verdict is how two runs compare.
type Verdict struct {
	// Divergence is nil when the runs are the same.
	Divergence *Divergence
	// UpToOrder tells that they are the same only when the order of what an
	// iteration does is left aside, behind a point at which the language leaves
	// an order open. Strict is where they part when it is not.
	UpToOrder bool
	Strict    *Divergence
	// Iterations is how many were compared.
	Iterations int
}

// Compare compares two runs, given as Recording.Iterations gives them, loop by
// loop. In real time, times are not compared and both sides are merged first, as
// Merge does.
func Compare(left, right []Iteration, realTime bool) Verdict {
	if realTime {
		left, right = Merge(left), Merge(right)
	}
	v := Verdict{Iterations: max(len(left), len(right))}
	l, r := byLoop(left), byLoop(right)
	loops := slices.Sorted(maps.Keys(l))
	for n := range r {
		if _, both := l[n]; !both {
			loops = append(loops, n)
		}
	}
	slices.Sort(loops)
	for _, n := range loops {
		strict := diverge(n, l[n], r[n], compareStrictly, realTime)
		if strict == nil {
			continue
		}
		if free := firstFree(l[n], r[n]); free >= 0 && free <= strict.index {
			loose := diverge(n, l[n], r[n], func(a, b *Iteration) string {
				if w := compareStrictly(a, b); w == "" {
					return ""
				}
				return compareLoosely(a, b)
			}, realTime)
			if loose == nil {
				v.UpToOrder, v.Strict = true, strict.Divergence
				continue
			}
			if loose.index > strict.index {
				strict = loose
			}
		}
		if v.Divergence == nil {
			v.Divergence = strict.Divergence
		}
	}
	return v
}

// Part gives the first place where two runs in virtual time do not do exactly
// the same, orders included; nil if there is none.
func Part(left, right []Iteration) *Divergence {
	l, r := byLoop(left), byLoop(right)
	for _, n := range slices.Sorted(maps.Keys(l)) {
		if d := diverge(n, l[n], r[n], compareStrictly, false); d != nil {
			return d.Divergence
		}
	}
	for _, n := range slices.Sorted(maps.Keys(r)) {
		if _, both := l[n]; !both {
			return diverge(n, nil, r[n], compareStrictly, false).Divergence
		}
	}
	return nil
}

func byLoop(its []Iteration) map[uint64][]Iteration {
	out := map[uint64][]Iteration{}
	for _, it := range its {
		out[it.Loop] = append(out[it.Loop], it)
	}
	return out
}

// firstFree is the index of the first iteration with a free order, -1 for none.
func firstFree(left, right []Iteration) int {
	free := func(it Iteration) bool { return it.Free }
	i, j := slices.IndexFunc(left, free), slices.IndexFunc(right, free)
	if i < 0 || j >= 0 && j < i {
		return j
	}
	return i
}

type indexed struct {
	*Divergence
	index int
}

// diverge finds the first iterations that differ.
func diverge(loop uint64, left, right []Iteration, differ func(a, b *Iteration) string, realTime bool) *indexed {
	for i := range max(len(left), len(right)) {
		d := &Divergence{Loop: loop}
		switch {
		case i >= len(left):
			d.Right, d.Words = &right[i], fmt.Sprintf("the left run has ended after %d iterations, the right one goes on", len(left))
		case i >= len(right):
			d.Left, d.Words = &left[i], fmt.Sprintf("the right run has ended after %d iterations, the left one goes on", len(right))
		default:
			d.Left, d.Right = &left[i], &right[i]
			if !realTime {
				d.Words = compareTimes(d.Left, d.Right)
			}
			if d.Words == "" {
				d.Words = differ(d.Left, d.Right)
			}
		}
		if d.Words != "" {
			return &indexed{d, i}
		}
	}
	return nil
}

func compareTimes(a, b *Iteration) string {
	switch {
	case math.Abs(a.Time-b.Time) > Tolerance:
		return fmt.Sprintf("the iteration begins at %.6fs on the left and %.6fs on the right", a.Time, b.Time)
	case (a.Timeout < 0) != (b.Timeout < 0) || math.Abs(a.Timeout-b.Timeout) > Tolerance:
		return fmt.Sprintf("select is asked to wait %s on the left and %s on the right", Wait(a.Timeout), Wait(b.Timeout))
	}
	return ""
}

// Wait writes a timeout for people.
func Wait(timeout float64) string {
	switch {
	case timeout < 0:
		return "without limit"
	case timeout == 0:
		return "not at all"
	}
	return fmt.Sprintf("%.6gs", timeout)
}

// compareStrictly says how two iterations differ, "" when they do not.
func compareStrictly(a, b *Iteration) string {
	if w := compareLines(a.Before, b.Before); w != "" {
		return "before the iteration " + w
	}
	for i := range min(len(a.Calls), len(b.Calls)) {
		x, y := a.Calls[i], b.Calls[i]
		if x.Label != y.Label {
			return fmt.Sprintf("callback %d is %s on the left and %s on the right", i+1, x.Label, y.Label)
		}
		if w := compareLines(x.Did, y.Did); w != "" {
			return fmt.Sprintf("in callback %d, %s, %s", i+1, x.Label, w)
		}
	}
	switch n, m := len(a.Calls), len(b.Calls); {
	case n > m:
		return fmt.Sprintf("the left side runs %d callbacks, the right one %d: %s is missing", n, m, a.Calls[m].Label)
	case n < m:
		return fmt.Sprintf("the left side runs %d callbacks, the right one %d: %s is missing", n, m, b.Calls[n].Label)
	}
	return ""
}

// compareLoosely does not look at the order within an iteration.
func compareLoosely(a, b *Iteration) string {
	x, y := a.sorted(), b.sorted()
	return compareStrictly(&x, &y)
}

// numbered finds the names that a loop gives its tasks.
var numbered = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\bTask-[0-9]+`) })

// sorted gives the iteration with what it does in an order of its own.
//
// Tasks that the loop has named count as one: which of them got which number may
// have been a matter of order too.
func (it *Iteration) sorted() Iteration {
	names := numbered()
	plain := func(lines []string) []string {
		out := make([]string, len(lines))
		for i, line := range lines {
			out[i] = names.ReplaceAllLiteralString(line, "Task-N")
		}
		slices.Sort(out)
		return out
	}
	out := *it
	out.Before = plain(it.Before)
	out.Calls = nil
	for _, c := range it.Calls {
		out.Calls = append(out.Calls, Call{names.ReplaceAllLiteralString(c.Label, "Task-N"), plain(c.Did)})
	}
	slices.SortFunc(out.Calls, func(a, b Call) int {
		if c := strings.Compare(a.Label, b.Label); c != 0 {
			return c
		}
		return slices.Compare(a.Did, b.Did)
	})
	return out
}

func compareLines(a, b []string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("the left side %s and the right side %s", a[i], b[i])
		}
	}
	switch {
	case len(a) > len(b):
		return fmt.Sprintf("only the left side %s", a[len(b)])
	case len(b) > len(a):
		return fmt.Sprintf("only the right side %s", b[len(a)])
	}
	return ""
}
