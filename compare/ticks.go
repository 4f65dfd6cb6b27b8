package compare

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"asyncio/trace"
)

// TickOutcome is what a side's loops did, or an error that says why it is not
// known.
type TickOutcome struct {
	Side       Side
	Iterations []trace.Iteration
	Result     Result
	Err        error
}

// TickComparison is the outcome of both sides of a Pair, iteration by iteration.
type TickComparison struct {
	Left, Right TickOutcome
	// Verdict says where they part; it is of no meaning if there is an error.
	Verdict trace.Verdict
}

// Err is why the sides could not be compared, or nil.
func (c TickComparison) Err() error {
	if c.Left.Err != nil {
		return c.Left.Err
	}
	return c.Right.Err
}

// CompareTicks runs the program on all sides as Compare does and compares what
// the loops did, tick for tick: the same number of iterations, the same
// callbacks in the same order in each, the same tasks made, ended and blocked on
// the same kinds of things, the same way of signals. In virtual time the moments
// and the timeouts of select count too; in real time trace.Merge's rule holds.
func CompareTicks(ctx context.Context, program Program, options Options, pairs []Pair) []TickComparison {
	sides, index := distinct(pairs)
	outcomes := each(sides, options, func(s Side) TickOutcome { return Ticks(ctx, s, program, options) })
	out := make([]TickComparison, len(pairs))
	for i, p := range pairs {
		c := TickComparison{Left: outcomes[index[p.Left.key()]], Right: outcomes[index[p.Right.key()]]}
		if c.Err() == nil {
			c.Verdict = trace.Compare(c.Left.Iterations, c.Right.Iterations, !options.Virtual)
		}
		out[i] = c
	}
	return out
}

// Ticks runs the program on a side and gives what its loops did. The options'
// normalisers are applied to what is printed.
func Ticks(ctx context.Context, side Side, program Program, options Options) TickOutcome {
	out := TickOutcome{Side: side}
	recording, result, err := Trace(ctx, side, program, options)
	if out.Result, out.Err = result, err; err == nil {
		var normalise []func(string) string
		for _, n := range options.Normalisers {
			normalise = append(normalise, n)
		}
		out.Iterations = recording.Iterations(normalise...)
	}
	return out
}

// ReportTicks writes a comparison for people: one line if the runs are the same,
// else what differs in words and the iterations round the first divergence, side
// by side in width columns.
func ReportTicks(w io.Writer, c TickComparison, width int) error {
	_, err := io.WriteString(w, c.text(width))
	return err
}

// around is how many iterations are shown before and behind a divergence.
const around = 1

func (c TickComparison) text(width int) string {
	left, right := c.Left.Side.Name, c.Right.Side.Name
	if err := c.Err(); err != nil {
		return fmt.Sprintf("%s ? %s: could not compare: %v\n", left, right, err)
	}
	v := c.Verdict
	d := v.Divergence
	if d == nil {
		if v.UpToOrder {
			return fmt.Sprintf("%s ≈ %s: %d iterations, the same up to an order that the language leaves open;\n"+
				"  with that order they first differ in %s: %s\n", left, right, v.Iterations, where(v.Strict), v.Strict.Words)
		}
		return fmt.Sprintf("%s = %s: %d iterations, the same\n", left, right, v.Iterations)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s ≠ %s: they part in %s\n  %s\n", left, right, where(d), d.Words)
	columns := newColumns(&b, width)
	columns.head(left, right)
	l, r := window(c.Left.Iterations, d.Loop, d.Tick()), window(c.Right.Iterations, d.Loop, d.Tick())
	for _, tick := range ticksOf(l, r) {
		columns.whole(section(l, tick), section(r, tick))
	}
	return b.String()
}

func where(d *trace.Divergence) string {
	if d.Loop > 1 {
		return fmt.Sprintf("tick %d of loop %d", d.Tick(), d.Loop)
	}
	return fmt.Sprintf("tick %d", d.Tick())
}

// window gives a loop's iterations round a tick.
func window(its []trace.Iteration, loop, tick uint64) []trace.Iteration {
	var out []trace.Iteration
	for _, it := range its {
		if it.Loop == loop && it.Tick+around >= tick && it.Tick <= tick+around {
			out = append(out, it)
		}
	}
	return out
}

func ticksOf(sides ...[]trace.Iteration) []uint64 {
	var ticks []uint64
	for _, its := range sides {
		for _, it := range its {
			ticks = append(ticks, it.Tick)
		}
	}
	slices.Sort(ticks)
	return slices.Compact(ticks)
}

func section(its []trace.Iteration, tick uint64) string {
	for i := range its {
		if its[i].Tick == tick {
			return strings.Join(its[i].Lines(), "\n") + "\n"
		}
	}
	return ""
}
