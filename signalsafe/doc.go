// Package signalsafe holds the two halves of a signal, as CPython has them.
//
// A signal that a program wants to hear of is dealt with twice:
//
//   - The at-once half (Trip) runs where and when the signal arrives. It may
//     do almost nothing: mark the signal, write its number as one byte to the
//     wakeup pipe, wake whoever sleeps. It never blocks and runs none of the
//     program's code.
//   - The second half (Check) runs the program's handler, later, in the
//     goroutine that runs the program: where it is safe to touch anything.
//
// Between the halves lies a Table: one handler for each signal, as
// signal.signal sets and signal.getsignal reads them. What asyncio does with
// the bytes in the pipe (one call of an add_signal_handler callback for each)
// is the loop's matter; here is only the Pipe.
//
//	signal ─▶ os/signal ─▶ goroutine of its own ─▶ Trip ─┬▶ mark       ─▶ Check ─▶ handler
//	                                                     ├▶ wakeup pipe ─▶ the loop's reader
//	                                                     └▶ OnInterrupt ─▶ a select that sleeps
//
// Nothing is taken from the process until a Table holds the Door. While it
// does, just the signals with a handler of their own are captured; for all
// others the process behaves as any Go program. At the last Release all is
// as it was.
//
// A signal can enter in three ways: from the operating system (while held), by
// Raise (the program signals itself), by Deliver (somebody outside is
// simulated, and a deadly default action comes back as *DeathError).
//
// # Things that do not work
//
// One os/signal channel for all signals. os/signal never blocks: what does
// not fit into the channel is dropped. A burst of SIGCHLD fills any buffer,
// and the one SIGTERM behind it is gone. The kernel keeps one pending mark for
// each kind, and so does one channel of one place for each kind: equal
// signals may merge, different ones cannot push each other out.
//
// Running the handler in the goroutine that reads from os/signal. It would run
// beside the program's own code, at any instant, and two handlers beside each
// other. Python promises that a handler runs between two steps of the
// main thread; an exception it raises has to come out there, which needs a
// caller: Check returns it.
//
// Only a mark, no byte. The loop must call its callback once for each signal
// and in the order of arrival; a set of marks has neither count nor order.
//
// Only bytes, no mark. The pipe is read by the loop alone. A program in a long
// computation, or without a loop, could not be told of KeyboardInterrupt.
//
// Writing to the pipe in blocking mode. A program that does not read would
// stop the sender, and with it all signals. A full pipe is met with a set of
// byte values instead; Read empties it after the pipe.
//
// Taking the handler of the moment in the at-once half. CPython looks the
// handler up when it is run: a signal on its way sees what is set by then.
//
// # Differences from CPython
//
//   - CPython's signal.signal runs the pending handlers first. SetHandler does
//     not: it may be called from any goroutine, and Check may not. Call Check
//     before it where that matters.
//   - Go's runtime treats some signals from outside in its own way while nobody
//     has asked for them: SIGUSR1, SIGUSR2, SIGALRM and the real-time
//     signals do nothing instead of killing, SIGQUIT and its like print
//     goroutines and exit with status 2. Raise does what CPython does.
//   - On Linux, 34 (SIGRTMIN) can have a handler but Go never hands it over
//     from outside. SIGURG, when captured, arrives also without being
//     sent: the Go runtime uses it itself.
//   - A signal that was ignored when the process started (only SIGINT and
//     SIGHUP are known to be) stays ignored from outside when its handler is
//     set to Default.
//   - On Windows, Ctrl+Break comes as SIGINT: Go does not tell the two apart.
//     Closing the console window comes as SIGTERM, which CPython never sees.
package signalsafe
