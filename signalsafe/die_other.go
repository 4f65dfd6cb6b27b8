//go:build !unix && !windows

package signalsafe

import "os"

// DieBy ends this process with status 128+s: it has no signals to die of. It
// does not return.
func DieBy(s Signal) { os.Exit(128 + int(s)) }

// suspend: no signal stops a process here.
func suspend(Signal) {}
