//go:build race || js

package loop_test

// floodSize is smaller where each call is slow: under the race detector and on js.
const floodSize = 80_000
