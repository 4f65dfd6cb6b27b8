// Package selector waits for file descriptors, as CPython's selectors module
// does for asyncio.
//
// One Selector belongs to one loop. It answers three questions at once: which
// descriptors are ready, is the time over, did somebody call Interrupt.
//
//	platform                  New gives        interrupt through
//	linux                     EpollSelector    an eventfd
//	darwin, freebsd, dragonfly KqueueSelector  EVFILT_USER
//	netbsd, openbsd           KqueueSelector   a pipe
//	windows, js, all others   ChannelSelector  a Go channel
//
// The channel selector exists on every platform. It knows only pseudo
// descriptors: negative numbers whose readiness is a flag that SetReady flips.
// A loop on it has timers, threads' calls and signals, but no AddReader.
//
// # Who may call what
//
// Select and Close belong to the loop's goroutine, and only one Select may run
// at a time. Register, Modify and Unregister may come from any goroutine, also
// during a Select: as with epoll the change counts at once. Interrupt may come
// from anywhere at any time, also after Close.
//
// # Things that do not work
//
// Clearing the "interrupt pending" flag before emptying the eventfd. An
// Interrupt in between writes a second time, the read empties both, and the
// flag stays set with nothing behind it: every later Interrupt believes that
// a wake-up is on its way and none ever comes. So: empty first, clear second.
//
// Closing the eventfd while an Interrupt is between its test and its write.
// The number may already belong to a new file by then, which gets eight bytes
// it never asked for. So the write happens under a read lock that Close takes
// for writing.
//
// Go's own poller (os.File, net.Conn with deadlines) in place of epoll. It
// hands readiness to goroutines, one by one, in no order that CPython's loop
// would show.
package selector
