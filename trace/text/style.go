package text

import (
	"strconv"
	"strings"
)

// Style is how text looks on a terminal.
type Style int

// The styles.
const (
	Plain Style = iota
	Bold
	Dim
	Red
	Green
	Yellow
	Blue
	Magenta
	Cyan
	// Reverse is for what is selected.
	Reverse
)

var codes = [...]int{Bold: 1, Dim: 2, Red: 31, Green: 32, Yellow: 33, Blue: 34, Magenta: 35, Cyan: 36, Reverse: 7}

// Paint gives text in a style, by ANSI sequences.
func Paint(s Style, text string) string {
	if s == Plain || text == "" {
		return text
	}
	return "\x1b[" + strconv.Itoa(codes[s]) + "m" + text + "\x1b[0m"
}

// VerbStyle gives the style of a Line's Verb.
func VerbStyle(verb string) Style {
	switch verb {
	case "run", "tick":
		return Bold
	case "select", "returns", "ready":
		return Dim
	case "prints":
		return Green
	case "stderr", "cancels", "unsets", "skips", "drops":
		return Red
	case "signal", "reads", "looks up", "orders":
		return Magenta
	case "sets", "due":
		return Yellow
	case "goes on", "begins", "waits", "yields", "ends", "creates", "enters", "leaves", "opens", "closes", "places", "changes":
		return Cyan
	case "resolves", "queues":
		return Blue
	}
	return Plain
}

// Safe shows characters that would move the cursor as Python's repr does.
func Safe(s string) string {
	if strings.IndexFunc(s, control) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if control(r) {
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func control(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }
