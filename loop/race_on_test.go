//go:build race || js

package loop_test

// floodSize is smaller under the race detector, which makes each call slow.
const floodSize = 80_000
