package threads

import "runtime"

// breathe lets other goroutines run: under js nothing else interrupts one, so
// not even the timer of a limit would fire while a program computes.
func breathe() { runtime.Gosched() }
