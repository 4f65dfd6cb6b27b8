package syntax

import (
	"strings"
	"unicode/utf8"
)

// Source is a text as the parser saw it: decoded to UTF-8, without a byte
// order mark, every line ending turned into "\n".
type Source struct {
	// Unlisted tells that the text is of no file, so that tracebacks do not
	// show its lines.
	Unlisted bool

	// File is the name to show in messages.
	File string
	// Text is the whole text.
	Text string

	starts []int32 // offset of each line's first byte
}

// NewSource makes a Source of a text that is already decoded.
func NewSource(file, text string) *Source {
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	starts := make([]int32, 1, 16+len(text)/32)
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		starts = append(starts, int32(i))
	}
	return &Source{File: file, Text: text, starts: starts}
}

// Line returns line n, counted from 1, without its line ending, and "" for a
// line that the text does not have.
func (s *Source) Line(n int) string {
	if n < 1 || n > len(s.starts) {
		return ""
	}
	rest := s.Text[s.starts[n-1]:]
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		return rest[:end]
	}
	return rest
}

// CharCol turns a byte column of a line into a column in characters. Both
// count from 0. A column beyond the line counts as if the line went on.
func (s *Source) CharCol(line, col int) int {
	text := s.Line(line)
	if col > len(text) {
		return utf8.RuneCountInString(text) + col - len(text)
	}
	return utf8.RuneCountInString(text[:max(col, 0)])
}

// Segment returns the text that a span covers, as ast.get_source_segment does.
func (s *Source) Segment(at Span) string {
	if at.Line < 1 || int(at.EndLine) > len(s.starts) || at.EndLine < at.Line {
		return ""
	}
	from := s.starts[at.Line-1] + at.Col
	to := s.starts[at.EndLine-1] + at.EndCol
	if from > to || int(to) > len(s.Text) {
		return ""
	}
	return s.Text[from:to]
}
