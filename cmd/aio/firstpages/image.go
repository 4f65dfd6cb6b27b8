//go:build linux && (amd64 || arm64)

package firstpages

// smallPage is the least that the kernel gives as one page.
const smallPage = 4 << 10

// populate maps all of the program's code, which a start runs through most of, and
// its variables that begin as zero. Those that begin as something else are not
// worth it: they are mapped to be read already, and would be copied one by one.
func populate() {
	start, end := code()
	adviseAll(start, end, adviseRead)
	start, end = zeroes()
	adviseAll(start, end, adviseWrite)
}

// adviseAll advises on the pages that have bytes from start on and before end.
func adviseAll(start, end, advice uintptr) {
	start &^= smallPage - 1
	advise(start, end-start, advice)
}

// code tells where the program's instructions stand.
func code() (start, end uintptr)

// zeroes tells where its variables with pointers stand that begin as zero.
func zeroes() (start, end uintptr)
