//go:build linux && !mips && !mipsle && !mips64 && !mips64le

package signalsafe

import "syscall"

// SIGSTKFLT does not exist on MIPS.
const SIGSTKFLT = Signal(syscall.SIGSTKFLT)

var archNames = []named{{SIGSTKFLT, "SIGSTKFLT"}}
