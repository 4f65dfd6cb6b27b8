package main

import "syscall"

// adviseLarge is MADV_HUGEPAGE.
const adviseLarge = 14

// askLarge asks for large pages; without them all is as it was.
func askLarge(room []byte) { _ = syscall.Madvise(room, adviseLarge) }
