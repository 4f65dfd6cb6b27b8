//go:build !race

package task_test

// stormSize is how many operations a storm has.
const stormSize = 60_000
