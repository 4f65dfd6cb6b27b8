package compile

import (
	"math"
	"strings"
)

// cleanDoc takes from the rows of a docstring the blanks that all but the first
// begin with, and all that the first begins with.
func cleanDoc(doc string) string {
	doc = expandTabs(doc)
	first, rest, more := strings.Cut(doc, "\n")
	margin := math.MaxInt
	for row := range strings.SplitSeq(rest, "\n") {
		if text := strings.TrimLeft(row, " "); text != "" {
			margin = min(margin, len(row)-len(text))
		}
	}
	if margin == math.MaxInt {
		margin = 0
	}
	first = strings.TrimLeft(first, " ")
	if !more {
		return first
	}
	var b strings.Builder
	b.WriteString(first)
	for row := range strings.SplitSeq(rest, "\n") {
		b.WriteByte('\n')
		blanks := len(row) - len(strings.TrimLeft(row, " "))
		b.WriteString(row[min(margin, blanks):])
	}
	return b.String()
}

// expandTabs puts blanks up to the next multiple of eight in place of each tab.
func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	column := 0
	for _, r := range s {
		switch r {
		case '\t':
			n := 8 - column%8
			b.WriteString(strings.Repeat(" ", n))
			column += n
			continue
		case '\n', '\r':
			column = -1
		}
		b.WriteRune(r)
		column++
	}
	return b.String()
}
