// Package aiorun is Python's aiorun on this project's loop: it runs a loop until
// the first SIGINT or SIGTERM (or a loop.Stop of the program), cancels what is
// left, spares what ShutdownWaitsFor protects, and waits for all of it.
//
//	aiorun.Run(func(co *asyncio.Co) error {
//		job := aiorun.ShutdownWaitsFor(co.Loop(), save)
//		return job(co)
//	})
//
// # The way of a run
//
//	SIGINT, SIGTERM ignored ─▶ loop ─▶ main's task ─▶ handlers ─▶ executor ─▶ RunForever
//	                                                                            │ Stop
//	raised ◀─ closed ◀─ asyncgens ◀─ executor ◀─ waited for ◀─ cancelled ◀─ callback
//
// The handlers are plain ones of the process, not the loop's: the first signal
// makes the process ignore both kinds, for good, and posts the shutdown handler
// to the loop. So there is no second Ctrl-C, and nothing is restored after the
// run, as in Python; RestoreSignals asks for what Python's aiorun has not.
//
// # What Go has differently
//
// Tasks are protected themselves, not their coroutines. An exception that
// nobody took is reported when the loop closes, which is before the last log
// line; Python reports it when the last reference goes, which is after.
package aiorun
