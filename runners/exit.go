package runners

import (
	"errors"
	"fmt"
	"os"

	"asyncio/exceptions"
	"asyncio/signalsafe"
)

// Exit ends the process as Python ends with an exception that nobody caught:
// nil with status 0, SystemExit with its status, KeyboardInterrupt by SIGINT
// (status 0xC000013A on Windows), anything else with status 1. The exception is
// printed to standard error first.
func Exit(err error) {
	if err == nil {
		os.Exit(0)
	}
	var e *exceptions.Error
	var death *signalsafe.DeathError
	switch {
	case errors.As(err, &e) && e.Class == exceptions.ErrSystemExit:
		os.Exit(e.Code)
	case errors.As(err, &death):
		signalsafe.DieBy(death.Signal)
	}
	fmt.Fprintln(os.Stderr, exceptions.Traceback(err))
	if exceptions.KindOf(err) == exceptions.KeyboardInterrupt {
		signalsafe.DieBy(signalsafe.SIGINT)
	}
	os.Exit(1)
}
