//go:build !race && !js

package record

// every says which programs are taken: each of so many.
const every = 1
