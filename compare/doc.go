// Package compare runs one Python program in several interpreters and tells
// where their outcomes differ. It is what `aio diff` is made of, and it works
// from go test: see [Test].
//
// A [Side] is an interpreter: a CPython, or a command that understands the
// flags of `aio run`. [Run] runs a program on one side, in real time or in
// virtual time. In virtual time a CPython runs under the oracle, Python code that
// this package carries (oracle/kernel.py states the rules of that time): sleeps and waits cost nothing, and the same program always prints the
// same. The interpreter runs the program itself in both cases; the oracle only
// comes before it, in the place of sitecustomize.
//
// Two outcomes are the same when standard output, the way the process ended and
// the last line of standard error are the same, each after the normalisers of
// [Options]. The whole of standard error does not count: tracebacks name the
// standard library's files and lines, which no other interpreter has.
package compare
