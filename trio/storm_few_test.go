//go:build race || js

package trio_test

// stormOps is how many operations the long storm has, where each costs much.
const stormOps = 20_000
