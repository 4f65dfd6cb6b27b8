package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// settle waits until all of a process's threads sleep, so that what it does
// after its last line is done: a line is seen before the next instruction runs,
// long before on a busy machine. A process that never rests is not waited for.
func settle(pid int) {
	for range 400 {
		if asleep(pid) {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func asleep(pid int) bool {
	stats, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
	for _, file := range stats {
		stat, err := os.ReadFile(file)
		if err != nil {
			return false // a thread has ended: things move
		}
		// The state is behind the name, which is in parentheses.
		_, after, _ := bytes.Cut(stat[bytes.LastIndexByte(stat, ')'):], []byte(" "))
		if len(after) == 0 || after[0] != 'S' {
			return false
		}
	}
	return len(stats) > 0
}
