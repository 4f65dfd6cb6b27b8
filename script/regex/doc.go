// Package regex is the engine behind Python's re: its syntax with its error
// texts and positions, and a backtracking matcher whose search can be
// interrupted. It knows nothing of Python's objects; text is a slice of
// characters, or of bytes.
package regex

// Flags are re's, with its numbers.
type Flags int

// The flags.
const (
	IgnoreCase Flags = 2
	Locale     Flags = 4
	Multiline  Flags = 8
	DotAll     Flags = 16
	Unicode    Flags = 32
	Verbose    Flags = 64
	Debug      Flags = 128
	ASCII      Flags = 256
)

// Error is what a pattern is refused with. Pos is where, -1 when there is no
// place. Overflow tells Python's OverflowError from its re.error.
type Error struct {
	Msg      string
	Pos      int
	Overflow bool
}

// Error implements error.
func (e *Error) Error() string { return e.Msg }
