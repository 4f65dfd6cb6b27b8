package step

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"asyncio/trace"
	"asyncio/trace/text"
)

// loop gives the loop that is shown: the one of the last event.
func (m *model) loop() *trace.Loop {
	if at := m.teller.State.At; at != nil {
		return at
	}
	return &trace.Loop{}
}

// heading tells where one is.
func (m *model) heading() string {
	l := m.loop()
	name := filepath.Base(m.recording.Header().Program)
	if len(m.teller.State.Loops) > 1 {
		name += fmt.Sprintf("  loop %d", max(l.Number, 1))
	}
	return fmt.Sprintf("%s  tick %d  %s  event %d of %d", name, l.Tick, text.Seconds(l.Time), m.pos, m.recording.Len())
}

// happened tells what happened last.
func (m *model) happened() row {
	if m.pos == 0 {
		return dimRow("before the program's first event")
	}
	line := m.last
	if line.Verb == "" {
		line.Verb = string(m.event.Kind)
	}
	words, _, _ := strings.Cut(line.Text, "\n")
	r := row{{text.VerbStyle(line.Verb), line.Verb}, {text.Plain, " " + words}}
	if step := m.loop().Step; step != nil && m.event.Kind != trace.Step {
		r = append(row{{text.Bold, step.Name + " "}}, r...)
	} else if m.event.Kind == trace.Step {
		r = append(row{{text.Bold, m.name(m.event.Task) + " "}}, r...)
	}
	return r
}

func (m *model) name(task uint64) string {
	if t := m.teller.State.Task(task); t != nil {
		return t.Name
	}
	return ""
}

// tasks lists the tasks: where each is, and what it waits for. What has no room
// beside the selected one stands below it.
func (m *model) tasks(width, high int) []row {
	var live, done []row
	wide := 0
	for _, t := range m.teller.State.Tasks {
		wide = max(wide, len(t.Name))
	}
	for _, t := range m.teller.State.Tasks {
		r := m.taskRow(t, min(wide, 16))
		if t.Status == trace.TaskDone {
			done = append(done, r)
			continue
		}
		live = append(live, r)
		if t == m.task() && utf8.RuneCountInString(r.String()) > width {
			live = append(live, wrapped(r[len(r)-1].text, width)...)
		}
	}
	if over := len(live) + len(done) - high; over > 0 && len(live) < high { // those that ended last
		done = append([]row{dimRow(fmt.Sprintf("  (%d more that are done)", over+1))}, done[over+1:]...)
		return append(done, live...)
	}
	if len(live) >= high {
		done = nil
	}
	return append(done, live...)
}

// wrapped breaks words into rows that stand in.
func wrapped(words string, width int) []row {
	const indent = "      "
	var rows []row
	line := indent
	for word := range strings.FieldsSeq(words) {
		if line != indent && utf8.RuneCountInString(line)+len(word) >= width {
			rows, line = append(rows, dimRow(line)), indent
		}
		line += word + " "
	}
	return append(rows, dimRow(line))
}

func (m *model) taskRow(t *trace.Task, wide int) row {
	mark, style := "  ", text.Plain
	if t.ID == m.selected {
		mark, style = "> ", text.Bold
	}
	place := ""
	if f, ok := text.Current(t.Stack); ok {
		place = f.Function + ":" + strconv.Itoa(f.Line)
	} else if len(t.Stack) > 0 {
		place = t.Stack[0].Function
	}
	name := span{style, mark + fmt.Sprintf("%-*s ", wide, t.Name)}
	switch t.Status {
	case trace.TaskRunning:
		return row{name, {text.Green, "runs "}, {text.Plain, place}}
	case trace.TaskReady:
		return row{name, {text.Cyan, "ready "}, {text.Plain, place}}
	case trace.TaskDone:
		what := t.Outcome
		if t.Error != "" {
			what = t.Error
		}
		return row{{text.Dim, name.text + "done: " + what}}
	}
	return row{name, {text.Yellow, "waits "}, {text.Plain, place + " "}, {text.Dim, m.teller.WaitText(t.On, t.Object, t.Future, t.Awaits)}}
}

// ready lists the ready queue, the handle that runs before it.
func (m *model) ready() []row {
	var rows []row
	l := m.loop()
	if l.Running != nil {
		rows = append(rows, row{{text.Green, "► " + m.teller.HandleText(l.Running)}})
	}
	for _, h := range l.Ready {
		r := plainRow("  " + m.teller.HandleText(h))
		if h.Cancelled {
			r = dimRow("  " + m.teller.HandleText(h) + " (cancelled)")
		}
		rows = append(rows, r)
	}
	return rows
}

// timers lists the heap.
func (m *model) timers() []row {
	var rows []row
	for _, h := range m.loop().Timers {
		r := row{{text.Yellow, "  " + text.Seconds(h.When) + " "}, {text.Plain, m.teller.HandleText(h)}}
		if h.Cancelled {
			r = dimRow("  " + text.Seconds(h.When) + " " + m.teller.HandleText(h) + " (cancelled)")
		}
		rows = append(rows, r)
	}
	return rows
}

// pipe tells what is in the self-pipe.
func (m *model) pipe() row {
	if p := m.loop().Pipe; len(p) > 0 {
		return row{{text.Magenta, "self-pipe: " + strings.Join(p, ", ")}}
	}
	return dimRow("self-pipe: empty")
}

// output gives the last lines that were printed.
func (m *model) output(high int) []row {
	var rows []row
	out := m.teller.State.Output
	from := len(out)
	for n := 0; from > 0 && n <= high; from-- {
		n += strings.Count(out[from-1].Text, "\n")
	}
	var line row
	for _, o := range out[from:] {
		style := text.Plain
		if o.Stream == "stderr" {
			style = text.Red
		}
		for part := range strings.SplitAfterSeq(o.Text, "\n") {
			if whole, ended := strings.CutSuffix(part, "\n"); ended {
				rows, line = append(rows, append(line, span{style, text.Safe(whole)})), nil
			} else if part != "" {
				line = append(line, span{style, text.Safe(part)})
			}
		}
	}
	if line != nil {
		rows = append(rows, line)
	}
	if len(rows) > high {
		rows = rows[len(rows)-high:]
	}
	return rows
}

// source gives the lines around the one that runs. Lines at which tasks are
// have a mark.
func (m *model) source(high int) []row {
	lines := m.sources.File(m.file)
	if len(lines) == 0 {
		return []row{dimRow("  (no source)")}
	}
	waiting := map[int]bool{}
	for _, t := range m.teller.State.Tasks {
		if f, ok := text.Current(t.Stack); ok && t.Status != trace.TaskDone && f.File == m.file {
			waiting[f.Line] = true
		}
	}
	from := max(min(m.near-1-high/2, len(lines)-high), 0)
	var rows []row
	digits := len(strconv.Itoa(len(lines)))
	for i := from; i < min(from+high, len(lines)); i++ {
		mark, style := "  ", text.Plain
		switch {
		case i+1 == m.line:
			mark, style = "► ", text.Reverse
		case waiting[i+1]:
			mark = "· "
		}
		code := text.Safe(strings.ReplaceAll(lines[i], "\t", "    "))
		rows = append(rows, row{{style, fmt.Sprintf("%s%*d %s", mark, digits, i+1, code)}})
	}
	return rows
}
