//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// beginSignals has the runtime start what it needs to deliver signals, two
// threads, while the program is read: SIGINT is always asked for, and the program
// would wait for them then. The goroutine ends when they stand.
func beginSignals() {
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGURG) // the runtime has its own handler for it in any case
		signal.Stop(c)
	}()
}
