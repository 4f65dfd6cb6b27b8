//go:build !race && !js

package script_test

const wrapsTried = 3

const asyncEach = 1
