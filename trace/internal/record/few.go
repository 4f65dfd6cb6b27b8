//go:build race || js

package record

// every says which programs are taken where they run slowly: each of so many.
const every = 8
