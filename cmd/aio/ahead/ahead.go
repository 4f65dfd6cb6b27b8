// Package ahead takes at once the memory that a short run of the program would
// take page by page. A page's first touch is an exception of the processor; on a
// virtual machine it costs ten times what the page costs when many are asked for
// in one call, and 500 of them are half of what it takes to print a line.
//
// It imports next to nothing, so that Go initialises it before all packages that
// have something to touch. Where the system has no such call, it does nothing.
package ahead
