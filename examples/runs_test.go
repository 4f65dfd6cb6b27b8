//go:build !race && !js

package examples_test

// trioReplays is how often a run is replayed, trioSeeds how many orders are
// tried.
const trioReplays, trioSeeds = 1000, 1000
