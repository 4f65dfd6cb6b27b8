// Package blame shows which part of the source a failed instruction is: the
// rows under a traceback's File row, with carets, and the name a mistyped one
// was meant to be.
package blame

import (
	"fmt"
	"strings"

	"golang.org/x/text/width"

	"asyncio/profile"
	"asyncio/script/text"
)

// Range is a piece of source. Lines count from 1; columns count from 0, in
// bytes, and are below 0 when unknown.
type Range struct{ Line, EndLine, Col, EndCol int }

// point is a place in dedented lines: row from 0, column in characters.
type point struct{ row, col int }

func (p point) before(q point) bool { return p.row < q.row || p.row == q.row && p.col < q.col }

// Rows gives the source rows of a range, without indentation, with carets
// under the range where these tell more than the row alone. line gives the
// text of a line of the file.
func Rows(line func(n int) string, at Range, carets profile.CaretRule) []string {
	if carets == profile.CaretsInOneRow && at.Col >= 0 && at.EndCol >= 0 {
		return oneRow(strings.TrimRight(line(at.Line), "\n"), at)
	}
	if carets == profile.CaretsNever || at.Col < 0 || at.EndCol < 0 {
		if s := strings.TrimSpace(line(at.Line)); s != "" {
			return []string{s}
		}
		return nil
	}
	raw := make([]string, max(at.EndLine-at.Line, 0)+1)
	for i := range raw {
		raw[i] = strings.TrimRight(line(at.Line+i), " \t\r\n\f")
	}
	cut := dedent(raw)
	lines := make([][]rune, len(cut))
	blank := true
	for i, s := range cut {
		lines[i] = []rune(s)
		blank = blank && s == ""
	}
	if blank {
		return nil
	}
	last := len(lines) - 1
	gone := len([]rune(raw[0])) - len(lines[0])
	start := max(0, chars(raw[0], at.Col)-gone)
	end := max(0, chars(raw[last], at.EndCol)-gone)
	end = min(end, len(lines[last]))
	f := &figure{lines: lines, from: point{0, start}, to: point{last, end}}
	f.anchors, f.anchored = findAnchors(f.segment(), true)
	if f.anchored {
		if f.anchors[0].row == 0 {
			f.anchors[0].col += start
		}
		if f.anchors[1].row == 0 {
			f.anchors[1].col += start
		}
	}
	f.carets = !f.wholeCall() && (f.anchored ||
		start <= len(lines[0]) && strings.TrimSpace(string(lines[0][:start])) != "" ||
		strings.TrimSpace(string(lines[last][end:])) != "")
	return f.draw()
}

// figure is a range within its lines, about to be drawn.
type figure struct {
	lines    [][]rune
	from, to point
	// anchors bound the part that is drawn with carets, the rest being tildes.
	anchors  [2]point
	anchored bool
	carets   bool
}

func (f *figure) segment() []string {
	out := make([]string, len(f.lines))
	for i, l := range f.lines {
		a, b := 0, len(l)
		if i == f.to.row {
			b = f.to.col
		}
		if i == 0 {
			a = min(f.from.col, b)
		}
		out[i] = string(l[a:b])
	}
	return out
}

// draw gives the first and the last row, those round the anchors, and a count
// of what is left out between.
func (f *figure) draw() []string {
	show := map[int]bool{0: true, len(f.lines) - 1: true}
	if f.anchored {
		for _, a := range f.anchors {
			for r := a.row - 1; r <= a.row+1; r++ {
				show[r] = true
			}
		}
	}
	var out []string
	prev := -1
	for r := range f.lines {
		if !show[r] {
			continue
		}
		switch gap := r - prev - 1; {
		case prev < 0 || gap == 0:
		case gap == 1:
			out = f.row(out, r-1)
		default:
			out = append(out, fmt.Sprintf("...<%d lines>...", gap))
		}
		out = f.row(out, r)
		prev = r
	}
	return dedent(out)
}

func (f *figure) row(out []string, r int) []string {
	l := f.lines[r]
	out = append(out, string(l))
	if !f.carets {
		return out
	}
	indent := 0
	for indent < len(l) && text.IsSpaceRune(l[indent]) {
		indent++
	}
	end := len(l)
	if r == f.to.row {
		end = f.to.col
	}
	var marks strings.Builder
	for col := range end {
		mark := byte('^')
		here := point{r, col}
		switch {
		case col < indent || here.before(f.from):
			mark = ' '
		case f.anchored && (here.before(f.anchors[0]) || !here.before(f.anchors[1])):
			mark = '~'
		}
		for range columns(l[col]) {
			marks.WriteByte(mark)
		}
	}
	return append(out, marks.String())
}

// chars counts the characters in the first n bytes of s.
func chars(s string, n int) int {
	if n >= len(s) {
		return len([]rune(s))
	}
	return len([]rune(s[:n]))
}

// dedent takes the indentation off that all rows share; rows of blanks only
// become empty.
func dedent(rows []string) []string {
	margin, known := "", false
	for _, s := range rows {
		body := strings.TrimLeft(s, " \t")
		if body == "" {
			continue
		}
		lead := s[:len(s)-len(body)]
		if !known {
			margin, known = lead, true
			continue
		}
		n := 0
		for n < len(margin) && n < len(lead) && margin[n] == lead[n] {
			n++
		}
		margin = margin[:n]
	}
	out := make([]string, len(rows))
	for i, s := range rows {
		if strings.TrimLeft(s, " \t") != "" {
			out[i] = s[len(margin):]
		}
	}
	return out
}

// columns is the room a character takes on a terminal.
func columns(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
