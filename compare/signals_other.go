//go:build !unix

package compare

import (
	"os"

	"asyncio/signalsafe"
)

// osSignal: there are no signals to send here, only the end.
func osSignal(signalsafe.Signal) os.Signal { return os.Kill }

func deathSignal(*os.ProcessState) string { return "" }

func inheritableInterrupt() (restore func()) { return func() {} }
