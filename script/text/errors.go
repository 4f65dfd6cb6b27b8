package text

import "strconv"

// Error is a Python exception that has no value of its own yet: the name of
// the class and the text. The interpreter turns it into an exception object.
type Error struct {
	// Class is the name of a builtin exception class, such as "ValueError".
	Class string
	// Text is the message without the class.
	Text string
	// Errno is not zero when Python gives the exception two arguments, the
	// number and the text. Float powers that overflow do so.
	Errno int
}

// Error returns what str() of the exception gives in Python.
func (e *Error) Error() string {
	if e.Errno != 0 {
		return "(" + strconv.Itoa(e.Errno) + ", " + Repr(e.Text) + ")"
	}
	return e.Text
}

// ValueError returns an Error of that class.
func ValueError(text string) *Error { return &Error{Class: "ValueError", Text: text} }

// TypeError returns an Error of that class.
func TypeError(text string) *Error { return &Error{Class: "TypeError", Text: text} }

// OverflowError returns an Error of that class.
func OverflowError(text string) *Error { return &Error{Class: "OverflowError", Text: text} }

// ZeroDivisionError returns an Error of that class.
func ZeroDivisionError(text string) *Error { return &Error{Class: "ZeroDivisionError", Text: text} }
