//go:build !js

package threads

// breathe does nothing: goroutines run side by side here.
func breathe() {}
