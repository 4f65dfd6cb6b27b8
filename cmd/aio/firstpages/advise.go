//go:build linux && (amd64 || arm64)

package firstpages

// The kernel's MADV_HUGEPAGE, MADV_POPULATE_READ, MADV_POPULATE_WRITE and MADV_COLLAPSE.
const (
	adviseLarge    = 14
	adviseRead     = 22
	adviseWrite    = 23
	adviseCollapse = 25
)

func init() {
	populate()
	populateTables()
	collapse()
}

// advise is the system call madvise, and tells whether the kernel has followed the
// advice. Where it does not, all is as it was.
func advise(start, length, advice uintptr) bool
