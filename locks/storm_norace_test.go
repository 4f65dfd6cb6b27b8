//go:build !race

package locks_test

// stormSize is how many operations a storm has; with those of queues
// they are a million.
const stormSize = 150_000
