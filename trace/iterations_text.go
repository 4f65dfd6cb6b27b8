package trace

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteIterations writes iterations as text: a line an iteration, indented
// lines for what it does. It is the form in which recordings are kept for tests;
// lines that begin with "# " are comments there.
func WriteIterations(w io.Writer, its []Iteration) error {
	b := bufio.NewWriter(w)
	for i := range its {
		for _, line := range its[i].Lines() {
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	return b.Flush()
}

// Lines are the iteration as text.
func (it *Iteration) Lines() []string {
	loop := ""
	if it.Loop > 1 {
		loop = fmt.Sprintf("loop %d ", it.Loop)
	}
	var out []string
	for _, line := range it.Before {
		out = append(out, "- "+line)
	}
	out = append(out, fmt.Sprintf("%stick %d at %.3f, select %.3f", loop, it.Tick, it.Time, it.Timeout))
	for _, c := range it.Calls {
		out = append(out, "  "+c.Label)
		for _, line := range c.Did {
			out = append(out, "    "+line)
		}
	}
	return out
}

// ReadIterations reads what WriteIterations wrote. Its errors name the line.
func ReadIterations(r io.Reader) ([]Iteration, error) {
	var its []Iteration
	var before []string
	in := bufio.NewScanner(r)
	in.Buffer(nil, 64<<20)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		last := len(its) - 1
		switch {
		case strings.HasPrefix(line, "# "): // a comment
		case strings.HasPrefix(line, "- "):
			before = append(before, line[2:])
		case strings.HasPrefix(line, "    ") && last >= 0 && len(its[last].Calls) > 0:
			c := &its[last].Calls[len(its[last].Calls)-1]
			c.Did = append(c.Did, line[4:])
		case strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "    ") && last >= 0:
			its[last].Calls = append(its[last].Calls, Call{Label: line[2:]})
		default:
			it, err := parseTick(line)
			if err != nil {
				return its, &SyntaxError{n, err}
			}
			it.Before, before = before, nil
			its = append(its, it)
		}
	}
	return its, in.Err()
}

// parseTick reads the line that an iteration begins with.
func parseTick(line string) (it Iteration, err error) {
	rest := line
	field := func(word string) string {
		var value string
		var ok bool
		if rest, ok = strings.CutPrefix(strings.TrimLeft(rest, ", "), word+" "); !ok && err == nil {
			err = fmt.Errorf("%q: expected %q", line, word)
		}
		if i := strings.IndexAny(rest, " ,"); i >= 0 {
			value, rest = rest[:i], rest[i:]
		} else {
			value, rest = rest, ""
		}
		return value
	}
	number := func(text string) (f float64) {
		f, bad := strconv.ParseFloat(text, 64)
		if err == nil && bad != nil {
			err = fmt.Errorf("%q: %q is no number", line, text)
		}
		return f
	}
	if strings.HasPrefix(rest, "loop ") {
		it.Loop = uint64(number(field("loop")))
	}
	it.Tick = uint64(number(field("tick")))
	it.Time = number(field("at"))
	it.Timeout = number(field("select"))
	return it, err
}
