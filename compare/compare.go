package compare

import (
	"context"
	"slices"
	"strings"
)

// Pair is two sides to compare.
type Pair struct{ Left, Right Side }

// Outcome is what a side made of a program: a Result, or an error that says why
// there is none.
type Outcome struct {
	Side   Side
	Result Result
	Err    error
}

// Comparison is the outcome of both sides of a Pair.
type Comparison struct {
	Left, Right Outcome
	// Differences are those that the function Differences gives; empty if
	// there is an error.
	Differences []string
	normalisers []Normaliser
}

// Err is why the sides could not be compared, or nil.
func (c Comparison) Err() error {
	if c.Left.Err != nil {
		return c.Left.Err
	}
	return c.Right.Err
}

// Compare runs the program on all sides, several at a time, and compares them
// by pairs. A side that stands in several pairs runs once.
func Compare(ctx context.Context, program Program, options Options, pairs []Pair) []Comparison {
	sides, index := distinct(pairs)
	outcomes := RunAll(ctx, program, options, sides)
	comparisons := make([]Comparison, len(pairs))
	for i, p := range pairs {
		c := Comparison{
			Left:        outcomes[index[p.Left.key()]],
			Right:       outcomes[index[p.Right.key()]],
			normalisers: options.Normalisers,
		}
		if c.Err() == nil {
			c.Differences = Differences(c.Left.Result, c.Right.Result, options.Normalisers...)
		}
		comparisons[i] = c
	}
	return comparisons
}

// RunAll runs the program on every side, several at a time, and gives the
// outcomes in the order of the sides.
func RunAll(ctx context.Context, program Program, options Options, sides []Side) []Outcome {
	return each(sides, options, func(s Side) Outcome {
		result, err := Run(ctx, s, program, options)
		return Outcome{Side: s, Result: result, Err: err}
	})
}

// Grouped joins comparisons that differ in the same way: those of which all left
// results are the same and all right results too. Their sides' names are joined.
// The others stay as they are.
func Grouped(comparisons []Comparison) []Comparison {
	var groups []Comparison
	for _, c := range comparisons {
		i := slices.IndexFunc(groups, c.likeness)
		if i < 0 {
			groups = append(groups, c)
			continue
		}
		groups[i].Left.Side.Name = joined(groups[i].Left.Side.Name, c.Left.Side.Name)
		groups[i].Right.Side.Name = joined(groups[i].Right.Side.Name, c.Right.Side.Name)
	}
	return groups
}

// likeness tells whether other shows nothing that c does not.
func (c Comparison) likeness(other Comparison) bool {
	if c.Err() != nil || other.Err() != nil || len(c.Differences) == 0 || len(other.Differences) == 0 {
		return false
	}
	same := func(a, b Outcome) bool { return len(Differences(a.Result, b.Result, c.normalisers...)) == 0 }
	return same(c.Left, other.Left) && same(c.Right, other.Right)
}

func joined(names, name string) string {
	if slices.Contains(strings.Split(names, ", "), name) {
		return names
	}
	return names + ", " + name
}
