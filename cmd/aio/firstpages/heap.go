//go:build linux && (amd64 || arm64)

package firstpages

import "unsafe"

const (
	// largePage is what the kernel gives as one page, at a multiple of its size.
	largePage = 2 << 20
	// enough is what a start of the program takes of the heap.
	enough = 1 << 20
	// The kernel's MADV_HUGEPAGE and MADV_COLLAPSE.
	adviseLarge, adviseCollapse = 14, 25
)

func init() {
	collapse()
	growStack(0)
}

// advise is the system call madvise.
func advise(start, length, advice uintptr)

// collapse makes one large page of those that the heap begins in, of which the
// runtime has touched some.
func collapse() {
	at := take(1 << 10)
	block := at &^ (largePage - 1)
	advise(block, largePage, adviseLarge)
	advise(block, largePage, adviseCollapse)
	if block+largePage-at < enough {
		moveHeap()
	}
}

// moveHeap makes the heap go on at the start of another large page. The runtime
// takes its memory from one range of addresses, the lowest free ones first, so what
// is left before the large page is taken, and given back unused by the first
// collection.
func moveHeap() {
	const (
		step      = 256 << 10 // more than what a processor keeps for itself
		kept      = 40 << 10  // less than that, so it comes out of it
		keptTimes = 16
	)
	end := take(step) + step
	large := (end + largePage - 1) &^ (largePage - 1)
	take(large - end + 1) // to the first byte of the large page, which is then mapped
	advise(large, largePage, adviseLarge)
	for range keptTimes {
		if take(kept) >= large {
			break
		}
	}
	taken = nil
}

// taken keeps what take made from being made on the stack.
var taken *byte

// take allocates size bytes, which nobody touches, and tells where.
func take(size uintptr) uintptr {
	taken = unsafe.SliceData(make([]byte, size))
	return uintptr(unsafe.Pointer(taken))
}
