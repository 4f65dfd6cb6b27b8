//go:build !race && !js

package script_test

const wrapsTried = 3

const asyncEach = 1

// stormOperations is of how many operations the storms of each primitive are.
const stormOperations = "150"
