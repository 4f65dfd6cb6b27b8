package text

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The columns, from 0. Verbs stand two columns in for each depth.
const (
	headerColumn = 16
	verbWidth    = 10
	placeColumn  = 66
	sourceColumn = 90
)

// header writes the line above a block.
func (v *View) header(loop uint64, what string, time float64, rest string) {
	if v.many {
		what = fmt.Sprintf("loop %d %s", loop+boolean(loop == 0), what)
	}
	line := fmt.Sprintf("%-*s %s", headerColumn-1, what, Seconds(time))
	v.paint(Bold, line)
	if rest != "" {
		v.paint(Dim, " "+v.cut(rest, utf8.RuneCountInString(line)+1))
	}
	v.w.WriteByte('\n')
}

func boolean(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// write writes a block.
func (v *View) write(b *block) {
	v.many = v.many || b.loop != 0
	what := fmt.Sprintf("tick %d", b.tick)
	switch {
	case b.inside:
	case b.tick == 0:
		what = "before tick 1"
	default:
		what = fmt.Sprintf("after tick %d", b.tick)
	}
	v.header(b.loop, what, b.time, "")
	for _, l := range b.lines {
		if l.keep {
			v.line(&l)
		}
	}
}

// line writes a line of a block: verb, text, place, source.
func (v *View) line(l *laid) {
	indent := 2 * l.depth
	v.w.WriteString(strings.Repeat(" ", indent))
	v.paint(VerbStyle(l.Verb), fmt.Sprintf("%-*s", verbWidth, l.Verb))
	at := indent + verbWidth
	text := v.cut(Safe(l.Text), at)
	style := Plain
	if s := VerbStyle(l.Verb); s == Dim || l.Verb == "run" {
		style = s
	}
	place := l.Place()
	if style == Plain && place == "" {
		v.w.WriteString(text)
	} else {
		v.paint(style, text)
	}
	at += utf8.RuneCountInString(text)
	column := placeColumn
	if v.o.Width > 0 {
		column = min(column, max(v.o.Width-(sourceColumn-placeColumn), verbWidth))
	}
	if place != "" {
		place = strings.Repeat(" ", max(column-at, 1)) + place
		place = v.cut(place, at)
		v.paint(Dim, place)
		at += utf8.RuneCountInString(place)
		if v.o.Sources != nil && (l.Verb == "goes on" || l.Verb == "begins" || l.Verb == "waits") {
			if source := v.o.Sources.Line(l.File, l.Number); source != "" {
				source = strings.Repeat(" ", max(sourceColumn-at, 1)) + source
				v.w.WriteString(v.cut(source, at))
			}
		}
	}
	v.w.WriteByte('\n')
}

// cut shortens text that begins at a column to what the width has room for.
func (v *View) cut(text string, at int) string {
	if v.o.Width <= 0 || at+utf8.RuneCountInString(text) <= v.o.Width {
		return text
	}
	room := max(v.o.Width-at-1, 0)
	return string([]rune(text)[:room]) + "…"
}

func (v *View) paint(s Style, text string) {
	if v.o.Color {
		text = Paint(s, text)
	}
	v.w.WriteString(text)
}

// Flush writes what is complete.
func (v *View) Flush() error { return v.w.Flush() }

// Close writes what is left. It does not close what it writes to.
func (v *View) Close() error {
	for _, l := range v.teller.State.Loops {
		if b := v.blocks[l.Number]; b != nil {
			v.put(b)
			delete(v.blocks, l.Number)
		}
	}
	if b := v.blocks[0]; b != nil { // of a program that has no loop
		v.put(b)
	}
	v.unfold()
	return v.w.Flush()
}
