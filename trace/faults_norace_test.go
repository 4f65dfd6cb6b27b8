//go:build !race

package trace_test

// raceDetector tells that tests run under it.
const raceDetector = false
