// Package firstpages makes a start of the program cheaper: a process of a few
// milliseconds pays for the first touch of a page more than for what it does
// with it, most of all on a virtual machine. Its initialisation does this on
// Linux and nothing elsewhere:
//
//   - The program's code is mapped at once, as are its variables that begin as zero
//     and the next of the runtime's own tables: a page costs a thirtieth so.
//   - The pages that the heap begins in become one large page, which counts as one
//     from then on; where little of it is left, the heap goes on in another.
//
// Where the kernel does not follow such advice, all is as it was.
//
// It imports nothing, so that it is initialised before all other packages, whose
// initialisation touches pages too: that is why it makes its system call by itself.
//
// Import it for its effect, from a main package.
package firstpages
