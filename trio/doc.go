// Package trio has trio's structured concurrency: nurseries, cancel scopes,
// checkpoints, and a run loop of its own, which shares time, signals,
// coroutines and observers with asyncio's and nothing else.
//
//	err := trio.Run(func(t *trio.Task) error {
//		return trio.OpenNursery(t, func(n *trio.Nursery) error {
//			n.StartSoon(func(t *trio.Task) error { return trio.Sleep(t, time.Second) })
//			return trio.MoveOnAfter(t, 2*time.Second, func(*trio.CancelScope) error {
//				return trio.SleepForever(t)
//			})
//		})
//	})
//
// A function that may block takes the running Task first and is a checkpoint:
// it lets others run and fails with Cancelled in a cancelled scope. An error
// that the program returns from there on comes to the scope that was cancelled,
// which takes it out. A function that takes no Task does not block.
//
// # One pass
//
// While any task lives, a Runner does passes (prepare, wait and process):
//
//  1. timeout: 0 if a task is runnable, else the time to the next deadline; or
//     the cushion of who waits for all tasks to be blocked; or the threshold of
//     a clock that jumps
//  2. wait: for other goroutines, signals, scripted events
//  3. deadlines: scopes whose time has come are cancelled, earliest first
//  4. idle: if nothing has happened, who waits for that is woken, or the clock
//     jumps
//  5. batch: the tasks that are runnable now run, each up to where it blocks;
//     what becomes runnable meanwhile waits for the next pass
//
// In which order a batch runs trio decides by a coin, and it goes through sets
// in any order. A Schedule makes these choices here: in the order things were
// made, by trio's coin with a seed, or shuffled.
//
// # Tasks and operations
//
// A Task drives a coroutine.Coroutine: an interpreter's suspended frames, a Go
// function on the run's Pool, or an operation. What it yields is a *Trap.
//
// Everything that may block is an Op: Begin and Resume, which say what Trap to
// yield next, so that it needs no goroutine. A Go function runs an Op with
// Task.Do; a layer above runs the same one from its own frames:
//
//	wait, done, err := op.Begin(task)
//	for !done {
//		// *Trap: yield it; once resumed by Send, the value is task.Sent();
//		//        once resumed by Throw(e), the error is e
//		// coroutine.Coroutine: run it to its end here, yielding what it yields
//		wait, done, err = op.Resume(value, err)
//	}
//	// err, else op.Value()
//
// A nursery is Task.Open and CloseOp, a scope CancelScope.Enter and Exit, whose
// results are what is left of the error that goes out. StartOp, SleepOp,
// Lock.AcquireOp and so on are the others. RunCoroutine runs any coroutine as
// main, Nursery.Spawn starts one, and Operation makes one of an Op.
//
// Exceptions of a layer above take part through Errors. A nursery asks it for
// groups and has Cancelled cut out of them.
//
// # Ctrl-C
//
// Go code cannot be interrupted between checkpoints, so SIGINT is delivered to
// the main task, as trio does with restrict_keyboard_interrupt_to_checkpoints:
// at once if it waits, else at its next checkpoint, else by Run's outcome. An
// interpreter gives WithUnprotected and calls Runner.CheckSignals between its
// instructions; then KeyboardInterrupt is raised in place in what is not
// protected.
//
// # Guests
//
// StartGuestRun has a run be a guest of another loop, such as asyncio's: its
// passes are callbacks on the host's thread, its waits are on a goroutine.
//
// # Differences from trio
//
//   - Batches and sets keep their order by default: a program runs the same way
//     each time. WithSchedule(Chance()) is trio's way.
//   - A panic in a task is an error of the task, with its stack.
//   - Sockets, files and processes are not here.
package trio
