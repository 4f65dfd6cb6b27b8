package step

import (
	"strings"
	"unicode/utf8"

	"asyncio/trace/text"
)

// span is text in a style.
type span struct {
	style text.Style
	text  string
}

// row is a line of a pane.
type row []span

func plainRow(s string) row { return row{{text.Plain, s}} }

func dimRow(s string) row { return row{{text.Dim, s}} }

// fit makes a row as wide as said.
func (r row) fit(width int) row {
	var out row
	left := width
	for i, s := range r {
		n := utf8.RuneCountInString(s.text)
		if n > left || n == left && i < len(r)-1 && left > 0 {
			if left > 0 {
				out = append(out, span{s.style, string([]rune(s.text)[:left-1]) + "…"})
			}
			return out
		}
		out = append(out, s)
		left -= n
	}
	if left > 0 {
		style := text.Plain
		if len(r) > 0 && r[len(r)-1].style == text.Reverse {
			style = text.Reverse
		}
		out = append(out, span{style, strings.Repeat(" ", left)})
	}
	return out
}

// String gives the row without its styles.
func (r row) String() string {
	var b strings.Builder
	for _, s := range r {
		b.WriteString(s.text)
	}
	return strings.TrimRight(b.String(), " ")
}

// painted gives the row with ANSI sequences.
func (r row) painted() string {
	var b strings.Builder
	for _, s := range r {
		b.WriteString(text.Paint(s.style, s.text))
	}
	return b.String()
}

// title is the row above a pane.
func title(name string, width int) row {
	line := "── " + name + " "
	return row{{text.Dim, line + strings.Repeat("─", max(width-utf8.RuneCountInString(line), 0))}}
}

// height makes a pane as high as said: what is too much is told by how much it
// is, in the last row.
func height(rows []row, high int, more func(n int) string) []row {
	if len(rows) > high && high > 0 {
		n := len(rows) - high + 1
		rows = append(rows[:high-1:high-1], dimRow(more(n)))
	}
	for len(rows) < high {
		rows = append(rows, nil)
	}
	return rows[:max(high, 0)]
}

// marked gives the row without colours: only what is selected stands out.
func (r row) marked() string {
	var b strings.Builder
	for _, s := range r {
		if s.style == text.Reverse {
			b.WriteString(text.Paint(s.style, s.text))
		} else {
			b.WriteString(s.text)
		}
	}
	return b.String()
}
