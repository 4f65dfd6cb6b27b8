package bare

import "math/bits"

// HandleSize is the size of a Handle in bytes. It has to equal the size of the
// real loop's handle, so that the allocator has the same work in both.
const HandleSize = 48

// wordSize is the size of a machine word in bytes.
const wordSize = bits.UintSize / 8

// Handle is one callback on its way through the ready queue. Everything but the
// callback is padding.
type Handle struct {
	call func()
	_    [HandleSize/wordSize - 1]uintptr
}
