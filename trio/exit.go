package trio

import "asyncio/process"

// ExitProcess ends the process as Python ends with what Run gave: with status 0,
// or 1 and the error on standard error, or SystemExit's status. A bare
// KeyboardInterrupt kills the process by SIGINT, so that whoever waits for it
// sees that; one in a group does not.
func ExitProcess(err error) { process.Exit(err) }
