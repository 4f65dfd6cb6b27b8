package compare

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Report writes a comparison for people: one line if the outcomes are the same,
// else the parts that differ, side by side in width columns. What is shown is
// what was compared, that is, with the normalisers applied.
func Report(w io.Writer, c Comparison, width int) error {
	_, err := io.WriteString(w, c.text(width))
	return err
}

func (c Comparison) text(width int) string {
	left, right := c.Left.Side.Name, c.Right.Side.Name
	if err := c.Err(); err != nil {
		return fmt.Sprintf("%s ? %s: could not compare: %v\n", left, right, err)
	}
	if len(c.Differences) == 0 {
		return fmt.Sprintf("%s = %s: %s\n", left, right, c.Left.Result.End())
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s ≠ %s: %s\n", left, right, strings.Join(words(c.Differences), ", "))
	columns := newColumns(&b, width)
	columns.head(left, right)
	show := func(part, l, r string) {
		columns.section(part)
		columns.diff(normalise(l, c.normalisers), normalise(r, c.normalisers))
	}
	if slices.Contains(c.Differences, "stdout") {
		show("standard output", c.Left.Result.Stdout, c.Right.Result.Stdout)
	}
	if slices.Contains(c.Differences, "end") {
		show("end", c.Left.Result.End()+"\n", c.Right.Result.End()+"\n")
	}
	if slices.Contains(c.Differences, "stderr") {
		show("standard error, last line", line(c.Left.Result.LastStderrLine), line(c.Right.Result.LastStderrLine))
	}
	return b.String()
}

// line ends a line, unless there is none.
func line(text string) string {
	if text == "" {
		return ""
	}
	return text + "\n"
}

// words are the parts as people call them.
func words(parts []string) []string {
	names := map[string]string{"stdout": "standard output", "end": "end", "stderr": "last line of standard error"}
	said := make([]string, len(parts))
	for i, p := range parts {
		said[i] = names[p]
	}
	return said
}
