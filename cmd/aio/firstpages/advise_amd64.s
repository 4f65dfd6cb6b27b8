//go:build linux

#include "textflag.h"

// func advise(start, length, advice uintptr)
TEXT ·advise(SB), NOSPLIT, $0-24
	MOVQ start+0(FP), DI
	MOVQ length+8(FP), SI
	MOVQ advice+16(FP), DX
	MOVL $28, AX
	SYSCALL
	RET
