package step

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"asyncio/trace/text"
)

// The smallest screen that is drawn.
const (
	leastWidth  = 40
	leastHeight = 10
)

// screen draws the panes into a screen of a size: source and output on the
// left, tasks and queues on the right.
//
//	heading
//	what happened last
//	source          │ tasks
//	...             │ ready
//	output          │ timers
//	                │ self-pipe
//	status
func (m *model) screen(width, high int, status row) []row {
	width, high = max(width, leastWidth), max(high, leastHeight)
	body := high - 3
	left := (width - 1) * 55 / 100
	right := width - 1 - left
	l, r := m.left(left, body), m.right(right, body)
	rows := []row{row{{text.Reverse, " " + m.heading()}}.fit(width), m.happenedAt(width)}
	for i := range body {
		rows = append(rows, append(append(l[i].fit(left), span{text.Dim, "│"}), r[i].fit(right)...))
	}
	return append(rows, status.fit(width))
}

// happenedAt is happened with the place at the right.
func (m *model) happenedAt(width int) row {
	place := m.last.Place()
	r := m.happened()
	room := width - utf8.RuneCountInString(place) - 2
	if place == "" || room < width/2 {
		return append(row{{text.Plain, " "}}, r...).fit(width)
	}
	return append(append(row{{text.Plain, " "}}, r...).fit(room), span{text.Dim, " " + place + " "})
}

func (m *model) left(width, high int) []row {
	out := max(high*3/10, 3)
	code := high - out
	rows := []row{title(baseName(m.file), width)}
	rows = append(rows, height(m.source(code-1), code-1, nil)...)
	rows = append(rows, title("output", width))
	return append(rows, height(m.output(out-1), out-1, nil)...)
}

func (m *model) right(width, high int) []row {
	ready, timers := m.ready(), m.timers()
	room := high - 4 // three titles and the self-pipe
	forReady := min(max(len(ready), 1), max(room/4, 1))
	forTimers := min(max(len(timers), 1), max(room/4, 1))
	forTasks := room - forReady - forTimers
	more := func(n int) string { return fmt.Sprintf("  … %d more", n) }
	rows := []row{title("tasks", width)}
	rows = append(rows, height(m.tasks(width, forTasks), forTasks, more)...)
	rows = append(rows, title("ready queue", width))
	rows = append(rows, height(ready, forReady, more)...)
	rows = append(rows, title("timers", width))
	rows = append(rows, height(timers, forTimers, more)...)
	return append(rows, m.pipe())
}

// printed gives the panes one below the other, as wide as they are.
func (m *model) printed() string {
	var b strings.Builder
	section := func(name string, rows []row) {
		fmt.Fprintf(&b, "-- %s\n", name)
		for _, r := range rows {
			b.WriteString(r.String() + "\n")
		}
	}
	happened := m.happened().String()
	if place := m.last.Place(); place != "" {
		happened += "  " + place
	}
	fmt.Fprintf(&b, "== %s\n%s\n", m.heading(), happened)
	section("source "+baseName(m.file), m.source(printedLines))
	section("tasks", m.tasks(1000, printedTasks))
	section("ready queue", m.ready())
	section("timers", m.timers())
	b.WriteString("-- " + m.pipe().String() + "\n")
	section("output", m.output(printedLines))
	return b.String()
}

// How much of the source, the output and the tasks is printed.
const (
	printedLines = 7
	printedTasks = 20
)

func baseName(file string) string {
	if i := strings.LastIndexAny(file, `/\`); i >= 0 {
		return file[i+1:]
	}
	if file == "" {
		return "source"
	}
	return file
}

// help lists the commands.
func help(keys bool) []string {
	var lines []string
	for _, c := range commands() {
		name := c.short
		if keys {
			name = strings.Join(c.keys, ", ")
			name = strings.Replace(name, " ,", "space,", 1)
		}
		if c.takes != "" {
			name += " " + c.takes
		}
		if name != "" && (!keys || len(c.keys) > 0) {
			lines = append(lines, fmt.Sprintf("  %-28s %s", name, c.about))
		}
	}
	return lines
}
