// Package firstpages makes a start of the program cheaper: a process of a few
// milliseconds pays for the first touch of a page more than for what it does
// with it, most of all on a virtual machine. Its initialisation, which comes
// before that of nearly all other packages, does three things on Linux and none
// elsewhere:
//
//   - The heap goes on in a large page, which is touched once instead of 512
//     times.
//   - The stack of the main goroutine grows once instead of five times.
//   - The pages of the program's code and constants are touched beside the
//     start, on another processor if there is one.
//
// Where the system does not follow such advice, all is as it was. Import it for
// that effect, from a main package.
package firstpages
