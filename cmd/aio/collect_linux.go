package main

import (
	"runtime"
	"runtime/debug"
	"syscall"
)

const (
	// roomInLargePages is how much of the heap is taken in large pages.
	roomInLargePages = 256 << 20
	// adviseLarge is MADV_HUGEPAGE.
	adviseLarge = 14
)

// collectAt sets the collector's percentage, and has the heap take memory in
// large pages once it was collected for the first time, where the kernel gives
// them for the asking: the first touch of 4 KiB costs more than what a program
// does with them, and 100,000 tasks are 30,000 such touches. It costs
// addresses, no memory. Until then the percentage is 100, so that it is soon.
//
// The runtime has no setting for it, but it goes on to use the addresses that a
// slice had when the slice is gone, and the advice stays with them.
func collectAt(percent int) {
	debug.SetGCPercent(100)
	// What the first collection finds in nobody's use; with a pointer, so that
	// it is an object of its own.
	first := new(*byte)
	runtime.SetFinalizer(first, func(**byte) {
		debug.SetGCPercent(-1) // a collection begun meanwhile would keep the slice
		_ = syscall.Madvise(make([]byte, roomInLargePages), adviseLarge)
		debug.SetGCPercent(percent)
		runtime.GC()
	})
}
