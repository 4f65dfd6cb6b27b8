//go:build linux && (amd64 || arm64)

package firstpages

import "unsafe"

const (
	// largePage is what the kernel gives as one page, at a multiple of its size.
	largePage = 2 << 20
	// grown is by what the runtime lets the heap grow at a time, at a multiple of it.
	grown = 2 * largePage
	// enough is what a start of the program takes of the heap.
	enough = 3 << 19
	// direct is a size for which the runtime looks past what a processor keeps for
	// itself of the heap's pages.
	direct = 128 << 10
)

// collapse makes one large page of those that the heap begins in, of which the
// runtime has touched some, and has the heap go on in another if little is left of
// it. The runtime takes the lowest free addresses first.
func collapse() {
	at := take(1 << 10)
	block := at &^ (largePage - 1)
	next := block + largePage
	advise(block, largePage, adviseLarge)
	for range 3 {
		if advise(block, largePage, adviseCollapse) {
			break // else somebody has just held a page; it is given back soon
		}
	}
	if next-at >= enough {
		return
	}
	if next%grown == 0 {
		take(next - at + direct) // too large for what is left, so that the heap grows
		taken = nil
	}
	advise(next, largePage, adviseLarge)
}

// taken keeps what take made from being made on the stack.
var taken *byte

// take allocates size bytes, which nobody touches, and tells where.
func take(size uintptr) uintptr {
	taken = unsafe.SliceData(make([]byte, size))
	return uintptr(unsafe.Pointer(taken))
}
