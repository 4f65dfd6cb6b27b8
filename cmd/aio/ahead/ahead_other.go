//go:build !linux

package ahead

// Again does nothing on this system.
func Again() {}
