package trio

import (
	"math/rand/v2"
	"slices"
)

// Schedule decides what trio leaves to chance: the order in which the tasks of
// a pass run, the order of what trio keeps in sets (tasks that are cancelled,
// that wait for an Event), and which of equal deadlines comes first. A Schedule
// serves one run.
type Schedule struct {
	mode scheduleMode
	rng  *rand.Rand
	ties uint64
}

type scheduleMode uint8

const (
	inOrder  scheduleMode = iota
	coinFlip              // as trio does by itself
	shuffled              // as trio does for deterministic tests
)

// InOrder runs tasks in the order they became runnable, and goes through sets in
// the order of creation.
func InOrder() *Schedule { return &Schedule{} }

// CoinFlip does what trio does: it runs a pass's tasks in the order they became
// runnable or in the reverse, and goes through sets in any order. The same seed
// makes the same choices.
func CoinFlip(seed uint64) *Schedule {
	return &Schedule{mode: coinFlip, rng: rand.New(rand.NewPCG(seed, 1))}
}

// Chance is CoinFlip with a seed that nobody knows.
func Chance() *Schedule { return CoinFlip(rand.Uint64()) }

// Shuffled puts a pass's tasks into any order, and so for sets: more orders than
// trio itself gives, for finding what depends on one.
func Shuffled(seed uint64) *Schedule {
	return &Schedule{mode: shuffled, rng: rand.New(rand.NewPCG(seed, 2))}
}

// batch puts a pass's tasks, which stand in the order they became runnable, into
// the order in which they run.
func (s *Schedule) batch(tasks []*Task) {
	switch s.mode {
	case coinFlip:
		if s.rng.Uint64()&1 != 0 {
			slices.Reverse(tasks)
		}
	case shuffled:
		slices.SortFunc(tasks, func(a, b *Task) int { return int(a.number) - int(b.number) })
		s.rng.Shuffle(len(tasks), func(i, j int) { tasks[i], tasks[j] = tasks[j], tasks[i] })
	}
}

// set puts the n members of a set, which stand in the order of their creation,
// into an order.
func (s *Schedule) set(n int, swap func(i, j int)) {
	if s.mode != inOrder && n > 1 {
		s.rng.Shuffle(n, swap)
	}
}

// tie gives a number that decides between equal deadlines.
func (s *Schedule) tie() uint64 {
	if s.mode != inOrder {
		return s.rng.Uint64()
	}
	s.ties++
	return s.ties
}
