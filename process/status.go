package process

import (
	"errors"

	"asyncio/exceptions"
	"asyncio/signalsafe"
)

// Status tells how Python ends with an exception that nobody caught: by a
// signal, or, when that is 0, with an exit status. nil is status 0, SystemExit
// its own status, KeyboardInterrupt SIGINT, the simulated death by a signal
// that signal, and any other error status 1.
func Status(err error) (code int, by signalsafe.Signal) {
	if err == nil {
		return 0, 0
	}
	if death := (*signalsafe.DeathError)(nil); errors.As(err, &death) {
		return 0, death.Signal
	}
	switch exceptions.KindOf(err) {
	case exceptions.KeyboardInterrupt:
		return 0, signalsafe.SIGINT
	case exceptions.SystemExit:
		if e := (*exceptions.Error)(nil); errors.As(err, &e) && e.Class == exceptions.ErrSystemExit {
			return e.Code, 0
		}
	}
	return 1, 0
}
