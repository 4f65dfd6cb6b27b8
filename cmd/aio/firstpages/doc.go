// Package firstpages makes a start of the program cheaper: a process of a few
// milliseconds pays for the first touch of a page more than for what it does
// with it, most of all on a virtual machine. Its initialisation does two things on
// Linux and none elsewhere:
//
//   - The pages that the heap begins in become one large page, which counts as one
//     from then on; where little of it is left, the heap goes on in another. Where
//     the system does not follow the advice, all is as it was.
//   - The stack of the main goroutine grows once instead of five times.
//
// It imports nothing, so that it is initialised before all other packages, whose
// initialisation touches pages too: that is why it makes its system call by itself.
//
// Import it for its effect, from a main package.
package firstpages
