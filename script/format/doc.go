// Package format holds Python's three ways to put values into text: the format
// specifications of format() and f-strings, the % operator, and the templates
// of str.format. What depends on the interpreter's values comes in through
// small interfaces with a type parameter.
package format

import (
	"asyncio/script/text"
)

func valueError(s string) error { return text.ValueError(s) }
func typeError(s string) error  { return text.TypeError(s) }

// maxSize bounds widths and precisions. CPython would try to get the memory;
// here a larger number is a MemoryError at once.
const maxSize = 1 << 30

func memoryError() error { return &text.Error{Class: "MemoryError"} }
