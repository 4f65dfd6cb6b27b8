package process

import (
	"errors"
	"fmt"
	"os"

	"asyncio/exceptions"
	"asyncio/signalsafe"
)

// Exit ends the process as Python ends with an exception that nobody caught:
// as Status says, a death by SIGINT being status 0xC000013A on Windows. What
// Python prints a traceback of is printed to standard error first: everything
// but SystemExit and the death by a signal, which comes before any code runs.
func Exit(err error) {
	code, by := Status(err)
	if err != nil && exceptions.KindOf(err) != exceptions.SystemExit && !dead(err) {
		fmt.Fprintln(os.Stderr, exceptions.Traceback(err))
	}
	if by != 0 {
		signalsafe.DieBy(by)
	}
	os.Exit(code)
}

func dead(err error) bool {
	death := (*signalsafe.DeathError)(nil)
	return errors.As(err, &death)
}
