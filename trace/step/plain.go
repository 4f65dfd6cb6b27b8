package step

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"asyncio/trace"
	"asyncio/trace/text"
)

// ahead is how many events are asked for at a time beyond what is recorded.
const ahead = 256

// Plain reads commands, one a line, and prints the panes after each. It returns
// at the end of its input or when it is told to quit. An empty line does the
// command before it again.
func Plain(in io.Reader, out io.Writer, r *trace.Growing, s *text.Sources) error {
	m := newModel(r, s)
	w := bufio.NewWriter(out)
	fmt.Fprint(w, m.printed())
	before := "callback"
	for lines := bufio.NewScanner(in); ; {
		fmt.Fprint(w, "(step) ")
		if err := w.Flush(); err != nil {
			return err
		}
		if !lines.Scan() {
			fmt.Fprintln(w)
			if err := w.Flush(); err != nil {
				return err
			}
			return lines.Err()
		}
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			line = before
		}
		before = line
		c, arg, ok := find(line)
		switch {
		case !ok:
			fmt.Fprintf(w, "%q is no command; ? lists them\n", line)
		case c.name == "quit":
			return w.Flush()
		case c.name == "help":
			fmt.Fprintln(w, strings.Join(help(false), "\n"))
		default:
			ends, err := m.step(c, arg)
			if err != nil {
				fmt.Fprintln(w, err)
				continue
			}
			if ends != nil && !pursue(m, r, ends) && c.name != "end" {
				fmt.Fprintln(w, "the program has ended")
			}
			fmt.Fprint(w, m.printed())
		}
	}
}

// pursue moves on until a step ends, and has the program run where it lies
// beyond what is recorded. It reports false at the program's end.
func pursue(m *model, r *trace.Growing, ends stop) bool {
	for {
		ended := r.Ended() // before the recording is looked at: nothing comes after it
		if m.forward(ends) {
			return true
		}
		if ended {
			return false
		}
		r.More(ahead)
		<-r.Held()
	}
}
