package runners

import (
	"asyncio/process"
	"asyncio/signalsafe"
)

// Exit is process.Exit.
func Exit(err error) { process.Exit(err) }

// Status is process.Status.
func Status(err error) (code int, by signalsafe.Signal) { return process.Status(err) }
