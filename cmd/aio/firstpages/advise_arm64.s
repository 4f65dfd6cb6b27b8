//go:build linux

#include "textflag.h"

// func advise(start, length, advice uintptr) bool
TEXT ·advise(SB), NOSPLIT, $0-25
	MOVD start+0(FP), R0
	MOVD length+8(FP), R1
	MOVD advice+16(FP), R2
	MOVD $233, R8
	SVC
	CMP $0, R0
	CSET EQ, R0
	MOVB R0, ret+24(FP)
	RET

// func code() (start, end uintptr)
TEXT ·code(SB), NOSPLIT, $0-16
	MOVD $runtime·text(SB), R0
	MOVD R0, start+0(FP)
	MOVD $runtime·etext(SB), R0
	MOVD R0, end+8(FP)
	RET

// func zeroes() (start, end uintptr)
TEXT ·zeroes(SB), NOSPLIT, $0-16
	MOVD $runtime·bss(SB), R0
	MOVD R0, start+0(FP)
	MOVD $runtime·ebss(SB), R0
	MOVD R0, end+8(FP)
	RET
