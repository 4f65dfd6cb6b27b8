package bench

import (
	"testing"
	"unsafe"

	"asyncio/bench/bare"
	"asyncio/handle"
)

// The twin of BenchmarkCallSoon allocates handles of the real one's size.
func TestBareHandleHasTheRealOnesSize(t *testing.T) {
	if got := unsafe.Sizeof(handle.Handle{}); got != bare.HandleSize {
		t.Errorf("a handle.Handle takes %d bytes, bare.HandleSize is %d", got, bare.HandleSize)
	}
}
