//go:build !windows

package signalsafe

import "asyncio/exceptions"

// refuse gives the error of signal.signal for a number it does not accept.
func refuse(s Signal) error {
	switch {
	case !inRange(s):
		return exceptions.ValueError("signal number out of range")
	case uncatchable(s) || !Valid(s):
		return einval()
	}
	return nil
}
