//go:build race || js

package examples_test

// trioReplays and trioSeeds are few where each run costs much.
const trioReplays, trioSeeds = 50, 400
