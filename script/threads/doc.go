// Package threads runs the threads of an interpreter, one at a time.
//
// Each Python thread is a goroutine with a machine of its own. Whoever holds
// the interpreter lock runs; all that the interpreter has belongs to it. A
// thread gives the lock up where it blocks (Block, Blocking) and, in real time,
// between two instructions when another one has waited for a switch interval.
//
// In virtual time there is no preemption and no hurry: a thread runs until it
// blocks, threads that can go on do so in the order in which they became able
// to, and when none can the clock jumps to the earliest thing that is due: the
// end of a sleep, a wait's timeout, a scripted signal, an alarm. When nothing
// is due either, the run ends with a DeadlockError. These are the rules of the
// oracle in package compare, so that both sides of a comparison switch at the
// same places.
package threads
