//go:build linux && (amd64 || arm64)

package firstpages

// stackRoom is what a start needs; the runtime rounds it up to a power of two.
const stackRoom = 48 << 10

// growStack has the main goroutine's stack grow at once, while next to nothing is
// on it. Growing by itself it would be copied five times, and each time the
// runtime looks up every function on it in tables whose pages were not touched
// yet. The room is asked for by the function's frame alone: nobody touches it.
//
//go:noinline
func growStack(i int) byte {
	if i == 0 {
		return 0
	}
	var wide [stackRoom]byte
	return wide[i]
}
