//go:build unix && !(linux || darwin || dragonfly || freebsd || netbsd || openbsd)

package signalsafe

const maxSignal = Signal(31)

var (
	extraNames []named
	aliases    []named
)

// Valid reports whether signal.valid_signals() holds s.
func Valid(s Signal) bool { return inRange(s) }

func realTimeName(Signal) string { return "" }

func hiddenByGo(Signal) bool { return false }

func ignoredByDefault(Signal) bool { return false }
