//go:build !race && !js

package trio_test

// stormOps is how many operations the long storm has.
const stormOps = 1_000_000
