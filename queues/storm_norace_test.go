//go:build !race

package queues_test

// stormSize is how many operations a storm has; with those of package locks
// they are a million.
const stormSize = 400_000
