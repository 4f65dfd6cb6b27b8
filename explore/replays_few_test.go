//go:build race || js

package explore_test

// replays is how often an outcome is replayed where programs run slowly.
const replays = 5
