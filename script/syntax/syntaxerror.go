package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

// SyntaxError is what a text that is no Python program is refused with. It has
// the fields of Python's SyntaxError. Lines and columns count from 1, columns
// in characters. EndCol is -1 and EndLine 0 where CPython knows no end.
type SyntaxError struct {
	// Kind is the class: "SyntaxError", "IndentationError", "TabError", and
	// "MemoryError" for a text nested too deeply to be parsed.
	Kind            string
	Msg             string
	File            string
	Line, Col       int
	EndLine, EndCol int
	// Text is the source line, with its line ending if it has one.
	Text string
	// Incomplete says that the text ended too early: more lines could make it
	// right. It is only set under Options.AllowIncomplete.
	Incomplete bool

	// bare leaves the ending off the line: the lexer found the mistake.
	bare bool
}

// Error returns the message, the way str() of Python's SyntaxError gives it.
func (e *SyntaxError) Error() string {
	if e.Kind == "MemoryError" {
		return e.Msg
	}
	file := e.File
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		file = file[i+1:]
	}
	switch {
	case file != "" && e.Line > 0:
		return e.Msg + " (" + file + ", line " + strconv.Itoa(e.Line) + ")"
	case file != "":
		return e.Msg + " (" + file + ")"
	case e.Line > 0:
		return e.Msg + " (line " + strconv.Itoa(e.Line) + ")"
	}
	return e.Msg
}

// Format returns the lines that CPython prints for the error when nothing
// catches it: the file and line, the source line, carets under the place, and
// the class with the message.
func (e *SyntaxError) Format() string {
	if e.Kind == "MemoryError" {
		return "MemoryError: " + e.Msg + "\n"
	}
	var b strings.Builder
	if e.Line > 0 {
		b.WriteString("  File \"" + e.File + "\", line " + strconv.Itoa(e.Line) + "\n")
		e.formatText(&b)
	}
	msg := e.Msg
	if msg == "" {
		msg = "<no detail available>"
	}
	b.WriteString(e.Kind + ": " + msg + "\n")
	return b.String()
}

func (e *SyntaxError) formatText(b *strings.Builder) {
	line := strings.TrimRight(e.Text, "\n")
	if e.Text == "" {
		return
	}
	stripped := strings.TrimLeft(line, " \n\f")
	b.WriteString("    " + stripped + "\n")
	indent := len(line) - len(stripped)
	runes := []rune(line)
	col, end := e.Col, e.EndCol
	if e.EndLine != e.Line {
		end = len(runes) + 1
	} else if end == 0 {
		end = col
	}
	if limit := len([]rune(e.Text)); col > limit {
		col = limit + 1
	}
	end = min(end, len([]rune(e.Text))+1)
	if col == end || end < 0 {
		end = col + 1
	}
	if e.Col <= 0 || col-1-indent < 0 {
		return
	}
	b.WriteString("    ")
	for _, r := range runes[indent:min(col-1, len(runes))] {
		// Tabs stay, so that the carets stand under what they mean.
		if !unicode.IsSpace(r) {
			r = ' '
		}
		b.WriteRune(r)
	}
	b.WriteString(strings.Repeat(" ", max(0, col-1-len(runes))))
	b.WriteString(strings.Repeat("^", max(0, end-col)) + "\n")
}

// Warning is something that parses and that CPython warns of.
type Warning struct {
	// Category is "SyntaxWarning" or "DeprecationWarning".
	Category string
	Msg      string
	File     string
	Line     int
}
