//go:build !unix

package main

// beginSignals has nothing to begin on this system.
func beginSignals() {}
