package random

import (
	"fmt"
	"math"
	"sort"

	"asyncio/script/number"
	"asyncio/script/text"
)

func show(x number.Int) string {
	s, err := number.IntRepr(x, 0)
	if err != nil {
		return "?"
	}
	return s
}

// RandRangeStop is randrange(stop).
func (g *Generator) RandRangeStop(stop number.Int) (number.Int, error) {
	if stop.Sign() <= 0 {
		return number.Int{}, text.ValueError("empty range for randrange()")
	}
	return g.RandBelow(stop), nil
}

// RandRange is randrange(start, stop, step).
func (g *Generator) RandRange(start, stop, step number.Int) (number.Int, error) {
	width := stop.Sub(start)
	one := number.FromInt64(1)
	if step.Equal(one) {
		if width.Sign() <= 0 {
			return number.Int{}, text.ValueError(fmt.Sprintf("empty range in randrange(%s, %s)", show(start), show(stop)))
		}
		return start.Add(g.RandBelow(width)), nil
	}
	if step.Sign() == 0 {
		return number.Int{}, text.ValueError("zero step for randrange()")
	}
	// One step less when the width is a whole number of them.
	room := width.Add(step)
	if step.Sign() > 0 {
		room = room.Sub(one)
	} else {
		room = room.Add(one)
	}
	n, err := room.FloorDiv(step)
	if err != nil {
		return number.Int{}, err
	}
	if n.Sign() <= 0 {
		return number.Int{}, text.ValueError(fmt.Sprintf("empty range in randrange(%s, %s, %s)", show(start), show(stop), show(step)))
	}
	return start.Add(step.Mul(g.RandBelow(n))), nil
}

// RandInt is randint(a, b): both ends count.
func (g *Generator) RandInt(a, b number.Int) (number.Int, error) {
	one := number.FromInt64(1)
	return g.RandRange(a, b.Add(one), one)
}

// Choice returns the index that choice takes from n items.
func (g *Generator) Choice(n int) (int, error) {
	if n <= 0 {
		return 0, &text.Error{Class: "IndexError", Text: "Cannot choose from an empty sequence"}
	}
	return g.below(n), nil
}

// Choices returns the k indexes that choices takes from n items without
// weights. No items are an IndexError.
func (g *Generator) Choices(n, k int) ([]int, error) {
	if k <= 0 {
		return nil, nil
	}
	if n == 0 {
		return nil, &text.Error{Class: "IndexError", Text: "list index out of range"}
	}
	out := make([]int, k)
	for i := range out {
		out[i] = int(math.Floor(float64(g.Random() * float64(n))))
	}
	return out, nil
}

// ChoicesWeighted is Choices with cumulative weights, one for each of the n
// items.
func (g *Generator) ChoicesWeighted(n int, cumulative []float64, k int) ([]int, error) {
	if len(cumulative) != n {
		return nil, text.ValueError("The number of weights does not match the population")
	}
	if n == 0 {
		return nil, &text.Error{Class: "IndexError", Text: "list index out of range"}
	}
	total := cumulative[n-1]
	if total <= 0 {
		return nil, text.ValueError("Total of weights must be greater than zero")
	}
	if math.IsInf(total, 0) || math.IsNaN(total) {
		return nil, text.ValueError("Total of weights must be finite")
	}
	out := make([]int, max(k, 0))
	for i := range out {
		x := float64(g.Random() * total)
		out[i] = sort.Search(n-1, func(j int) bool { return x < cumulative[j] })
	}
	return out, nil
}

// Shuffle calls swap for every exchange that shuffle makes in n items.
func (g *Generator) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, g.below(i+1))
	}
}

// Sample returns the k indexes that sample takes from n items, in order.
func (g *Generator) Sample(n, k int) ([]int, error) {
	if k < 0 || k > n {
		return nil, text.ValueError("Sample larger than population or is negative")
	}
	out := make([]int, k)
	// Small populations are kept as a list, large ones are tried until new:
	// a set of k takes less than a list of n from here on.
	limit := 21.0
	if k > 5 {
		limit += math.Pow(4, math.Ceil(number.Log(float64(k)*3)/number.Log(4)))
	}
	if float64(n) <= limit {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range out {
			j := g.below(n - i)
			out[i] = pool[j]
			pool[j] = pool[n-i-1]
		}
		return out, nil
	}
	taken := make(map[int]bool, k)
	for i := range out {
		j := g.below(n)
		for taken[j] {
			j = g.below(n)
		}
		taken[j] = true
		out[i] = j
	}
	return out, nil
}

// SampleCounts is sample with counts: it returns indexes of items, which
// count as often as counts says.
func (g *Generator) SampleCounts(counts []int, k int) ([]int, error) {
	sums := make([]int, len(counts))
	total := 0
	for i, c := range counts {
		total += c
		sums[i] = total
	}
	if total <= 0 {
		return nil, text.ValueError("Total of counts must be greater than zero")
	}
	out, err := g.Sample(total, k)
	for i, x := range out {
		out[i] = sort.SearchInts(sums, x+1)
	}
	return out, err
}
