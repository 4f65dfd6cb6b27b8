// Package number holds the arithmetic of Python's int and float without the
// interpreter's value type: parsing, printing, division and rounding with
// Python's signs, powers, shifts, comparison across types, hashes, and the
// parts of the math module that Go lacks.
//
// An int is an Int: a word while it fits 64 bits, a *big.Int beyond. Failures
// are *Error values with the class and the text of CPython 3.13.
package number

import "asyncio/script/text"

// Error is a Python exception as class name and text.
type Error = text.Error

func zeroDivision(s string) error { return text.ZeroDivisionError(s) }
func valueError(s string) error   { return text.ValueError(s) }
func overflow(s string) error     { return text.OverflowError(s) }

// errTooLargeForFloat is the text for ints beyond the range of float.
const errTooLargeForFloat = "int too large to convert to float"
