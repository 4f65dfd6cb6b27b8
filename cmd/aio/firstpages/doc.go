// Package firstpages makes a start of the program cheaper: a process of a few
// milliseconds pays for the first touch of a page more than for what it does
// with it, most of all on a virtual machine. Its initialisation, which comes
// before that of nearly all other packages, does two things on Linux and none
// elsewhere:
//
//   - The heap goes on in a large page, which is touched once instead of 512
//     times. Where the system does not follow the advice, all is as it was.
//   - The stack of the main goroutine grows once instead of five times.
//
// Import it for that effect, from a main package.
package firstpages
