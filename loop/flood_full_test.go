//go:build !race && !js

package loop_test

// floodSize is how many calls the flood makes in total.
const floodSize = 1_000_000
