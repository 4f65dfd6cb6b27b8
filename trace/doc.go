// Package trace records what a loop does and shows it again.
//
// A Recorder is an observe.Observer: it turns what a loop tells into a
// Recording, which is a Header and a row of Events. A Recording is written and
// read as JSON Lines, replayed as a row of States, drawn by the packages below
// this one and compared with another.
//
// # The format
//
// Version 1. The first line is the header, each further line one event, in the
// order in which they happened. A field that is zero, false or empty is left
// out; a reader must ignore fields and kinds that it does not know. Times are
// seconds since the program's start, rounded to nanoseconds. Handles, tasks and
// futures have numbers that are theirs alone within a recording.
//
//	{"trace":1,"program":"prog.py","by":"aio","python":"3.13","virtual":true,"start":1000000}
//	{"e":"created","t":0,"task":2,"name":"Task-1","stack":[{"fn":"main","file":"prog.py","line":8}]}
//	{"e":"queued","t":0,"handle":3,"callback":"TaskStepMethWrapper","task":2}
//	{"e":"tick","tick":1,"t":0,"n":1}
//	...
//
// The kinds and their fields are those of the constants and of Event. Every
// event has e and t; those of a loop have tick, the iteration's number, and
// loop when it is not the first one.
//
// # Who writes it
//
// The interpreter and Go programs by way of a Recorder; CPython by way of the
// tracer in package compare. What CPython does not show (the at-once half of a
// signal, futures that nobody waits for) is missing there; Ticks leaves it out
// on both sides.
package trace
