//go:build race || js

package script_test

// wrapsTried is how many of wraps each bomb is tried in: what they do is done by
// one goroutine, and here it is done ten times slower.
const wrapsTried = 1

// asyncEach is of how many recorded random programs one is run.
const asyncEach = 8

// stormOperations is of how many operations the storms of each primitive are.
const stormOperations = "60"
