//go:build linux && (mips || mipsle || mips64 || mips64le)

package signalsafe

import "syscall"

// SIGEMT exists among the Linux systems only on MIPS.
const SIGEMT = Signal(syscall.SIGEMT)

var archNames = []named{{SIGEMT, "SIGEMT"}}
