//go:build !unix && !windows

package signalsafe

// runChild: these platforms start no processes.
func runChild(string) {}
