//go:build !unix

package signalmod

import (
	"errors"

	"asyncio/script/object"
)

// WriteByte implements signalsafe.Wakeup.
func (*fdWakeup) WriteByte(byte) error { return errors.ErrUnsupported }

// checkWakeup: the descriptors of this system are no sockets.
func checkWakeup(int) error { return object.OSErrorNumber(9, "Bad file descriptor") }
