//go:build race

package queues_test

// stormSize is how many operations a storm has.
const stormSize = 6_000
