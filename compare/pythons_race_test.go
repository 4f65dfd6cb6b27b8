//go:build race

package compare

// pythonsTried is how many CPythons the oracle is tried on: the race detector
// sees only this side of them, which is the same for all.
const pythonsTried = 1
