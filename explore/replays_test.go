//go:build !race && !js

package explore_test

// replays is how often an outcome is replayed.
const replays = 100
