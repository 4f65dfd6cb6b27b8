// Package bare is the smallest event loop that can be built from the parts our
// real loop is built from: a github.com/eapache/queue ring of ready work,
// iter.Pull coroutines and container/heap timers.
//
// It exists to be measured. The time it takes is the floor below which a loop
// of these parts cannot go, so the distance between it and the real loop is the
// price of being asyncio: contexts, cancellation, futures, debug mode and the
// rest, none of which is here. What asyncio's order of events demands is here:
// work passes through the ready queue as often as it does there, a task's first
// step and its waiter's wake-up included.
//
// A ready queue carries four kinds of item, told apart by a type switch:
//
//	*Handle     a callback, called
//	*Task       a task that has not begun: it gets a pooled coroutine
//	*Coroutine  a suspended coroutine, resumed
//	*gathering  a child of a Gather has finished, counted
//
// A Loop and all that belongs to it is used by one goroutine at a time;
// CallSoonThreadsafe is the one exception.
package bare
