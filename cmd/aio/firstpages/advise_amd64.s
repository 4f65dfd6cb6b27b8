//go:build linux

#include "textflag.h"

// func advise(start, length, advice uintptr) bool
TEXT ·advise(SB), NOSPLIT, $0-25
	MOVQ start+0(FP), DI
	MOVQ length+8(FP), SI
	MOVQ advice+16(FP), DX
	MOVL $28, AX
	SYSCALL
	TESTQ AX, AX
	SETEQ ret+24(FP)
	RET

// func code() (start, end uintptr)
TEXT ·code(SB), NOSPLIT, $0-16
	LEAQ runtime·text(SB), AX
	MOVQ AX, start+0(FP)
	LEAQ runtime·etext(SB), AX
	MOVQ AX, end+8(FP)
	RET

// func zeroes() (start, end uintptr)
TEXT ·zeroes(SB), NOSPLIT, $0-16
	LEAQ runtime·bss(SB), AX
	MOVQ AX, start+0(FP)
	LEAQ runtime·ebss(SB), AX
	MOVQ AX, end+8(FP)
	RET
