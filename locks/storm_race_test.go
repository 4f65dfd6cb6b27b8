//go:build race

package locks_test

// stormSize is how many operations a storm has.
const stormSize = 6_000
