package compare

import (
	"runtime"
	"sync"
)

// distinct gives the sides of pairs, each once, and where each stands by its key.
func distinct(pairs []Pair) (sides []Side, index map[string]int) {
	index = map[string]int{}
	for _, p := range pairs {
		for _, s := range []Side{p.Left, p.Right} {
			if _, known := index[s.key()]; !known {
				index[s.key()] = len(sides)
				sides = append(sides, s)
			}
		}
	}
	return sides, index
}

// each asks every side, as many at a time as the options say, and gives the
// answers in the order of the sides.
func each[T any](sides []Side, options Options, ask func(Side) T) []T {
	parallel := options.Parallel
	if parallel <= 0 {
		parallel = runtime.NumCPU()
	}
	answers := make([]T, len(sides))
	free := make(chan struct{}, parallel)
	var all sync.WaitGroup
	for i, side := range sides {
		free <- struct{}{}
		all.Go(func() {
			defer func() { <-free }()
			answers[i] = ask(side)
		})
	}
	all.Wait()
	return answers
}
