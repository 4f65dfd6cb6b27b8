package main

import (
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

// roomInLargePages is how much of the heap is taken in large pages.
const roomInLargePages = 256 << 20

// collectAt sets the collector's percentage, and once the heap was collected for
// the first time does two more things for it. Until then the percentage is the
// runtime's 100, so that it is soon; a program that is too small for it needs
// neither.
//
// The heap takes its memory in large pages, where the system gives them for the
// asking: the first touch of 4 KiB costs more than what a program does with
// them, and 100,000 tasks are 30,000 such touches. The runtime has no setting
// for it, but it goes on to use the addresses that a slice had when the slice is
// gone, and the advice stays with them.
//
// And least bytes of addresses that nobody uses count as in use, so that a small
// heap is collected seldom and a large one as the percentage says. They are kept
// until end is called. Neither takes memory.
func collectAt(percent, least int) (end func()) {
	var unused atomic.Pointer[[]byte]
	// What the first collection finds in nobody's use; with a pointer, so that
	// it is an object of its own.
	first := new(*byte)
	runtime.SetFinalizer(first, func(**byte) {
		debug.SetGCPercent(-1) // a collection begun meanwhile would keep the room
		kept := make([]byte, least)
		unused.Store(&kept)
		askLarge(make([]byte, roomInLargePages))
		debug.SetGCPercent(percent)
		runtime.GC()
	})
	return func() { runtime.KeepAlive(unused.Load()) }
}
