package process

import "math/rand/v2"

// Orders decides the order of things that CPython orders by their address: the
// tasks that all_tasks gives, that wait and a gather of a set go through, that
// are cancelled at the end of a run. The zero Orders keeps the order of
// creation.
type Orders struct{ rng *rand.Rand }

// Seeded makes Orders that shuffles, the same way for the same seed.
func Seeded(seed uint64) Orders { return Orders{rng: rand.New(rand.NewPCG(seed, 0))} }

// Arrange puts n things, which stand in the order of their creation, into the
// order to be used.
func (o Orders) Arrange(n int, swap func(i, j int)) {
	if o.rng != nil {
		o.rng.Shuffle(n, swap)
	}
}
