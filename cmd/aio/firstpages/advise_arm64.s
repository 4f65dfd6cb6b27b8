//go:build linux

#include "textflag.h"

// func advise(start, length, advice uintptr)
TEXT ·advise(SB), NOSPLIT, $0-24
	MOVD start+0(FP), R0
	MOVD length+8(FP), R1
	MOVD advice+16(FP), R2
	MOVD $233, R8
	SVC
	RET
