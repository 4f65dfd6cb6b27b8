//go:build !race

package compare

// pythonsTried is how many CPythons the oracle is tried on at most.
const pythonsTried = 100
