package compare

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff"
)

const (
	// leastWidth is the narrowest layout, in columns of a terminal.
	leastWidth = 40
	// nearby is how many equal lines are shown around a difference.
	nearby  = 3
	tabStop = 8
)

// A row is a line of the left text beside one of the right.
type row struct {
	left, right string
	// mark is ' ' for equal lines, '|' for different ones, '<' and '>' for a
	// line that one side alone has, as sdiff writes them.
	mark rune
}

// rows lays two texts side by side.
func rows(left, right string) []row {
	var all []row
	at := 0
	for _, e := range udiff.Lines(left, right) {
		for _, l := range lines(left[at:e.Start]) {
			all = append(all, row{l, l, ' '})
		}
		gone, come := lines(left[e.Start:e.End]), lines(e.New)
		for i := range max(len(gone), len(come)) {
			switch {
			case i >= len(come):
				all = append(all, row{gone[i], "", '<'})
			case i >= len(gone):
				all = append(all, row{"", come[i], '>'})
			default:
				all = append(all, row{gone[i], come[i], '|'})
			}
		}
		at = e.End
	}
	for _, l := range lines(left[at:]) {
		all = append(all, row{l, l, ' '})
	}
	return all
}

// lines splits a text. A last line without a line feed is marked, since it
// differs from the one with it.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	if !strings.HasSuffix(text, "\n") {
		text += "␄\n"
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// columns writes two columns.
type columns struct {
	to   *strings.Builder
	wide int // of one column
}

func newColumns(to *strings.Builder, width int) *columns {
	return &columns{to: to, wide: (max(width, leastWidth) - 3) / 2}
}

func (c *columns) head(left, right string) {
	c.row(row{left, right, ' '})
	c.to.WriteString(strings.Repeat("─", 2*c.wide+3) + "\n")
}

func (c *columns) section(name string) { fmt.Fprintf(c.to, "[%s]\n", name) }

// diff writes the rows that differ and the equal ones near them.
func (c *columns) diff(left, right string) {
	all := rows(left, right)
	near := make([]bool, len(all))
	for i, r := range all {
		if r.mark != ' ' {
			for j := max(0, i-nearby); j <= min(len(all)-1, i+nearby); j++ {
				near[j] = true
			}
		}
	}
	for i := 0; i < len(all); {
		if near[i] {
			c.row(all[i])
			i++
			continue
		}
		start := i
		for i < len(all) && !near[i] {
			i++
		}
		plural := "s"
		if i-start == 1 {
			plural = ""
		}
		fmt.Fprintf(c.to, "  ⋮ %d equal line%s\n", i-start, plural)
	}
}

// whole writes all rows.
func (c *columns) whole(left, right string) {
	for _, r := range rows(left, right) {
		c.row(r)
	}
}

// row writes a row, in several lines if one of its sides is too long.
func (c *columns) row(r row) {
	left, right := c.wrap(r.left), c.wrap(r.right)
	mark := r.mark
	for i := range max(len(left), len(right)) {
		var l, rt string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			rt = right[i]
		}
		pad := strings.Repeat(" ", c.wide-utf8.RuneCountInString(l))
		c.to.WriteString(strings.TrimRight(l+pad+" "+string(mark)+" "+rt, " ") + "\n")
		mark = ' '
	}
}

// wrap cuts a line into pieces that fit, with tabs spread and what would not
// show escaped.
func (c *columns) wrap(text string) []string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		shown := string(r)
		switch {
		case r == '\t':
			shown = strings.Repeat(" ", tabStop-n%tabStop)
		case !unicode.IsPrint(r):
			shown = strings.Trim(strconv.QuoteRune(r), "'")
		}
		b.WriteString(shown)
		n += utf8.RuneCountInString(shown)
	}
	runes := []rune(b.String())
	var pieces []string
	for len(runes) > c.wide {
		pieces = append(pieces, string(runes[:c.wide]))
		runes = runes[c.wide:]
	}
	return append(pieces, string(runes))
}
