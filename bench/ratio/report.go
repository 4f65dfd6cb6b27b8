package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// missing stands in the table for what was not measured.
const missing = "-"

// machine says where and how a report was made.
type machine struct {
	Time   time.Time `json:"time"`
	Go     string    `json:"go"`
	OS     string    `json:"os"`
	Arch   string    `json:"arch"`
	CPUs   int       `json:"cpus"`
	Rounds int       `json:"rounds"`
}

// report is all that was measured, ready to print.
type report struct {
	Machine machine `json:"machine"`
	// Rivals are the labels of all contenders but the two of ours, in the order
	// of the columns.
	Rivals []string `json:"rivals"`
	Rows   []row    `json:"benchmarks"`
}

// row is one measurement. What is missing is nil.
type row struct {
	Name string `json:"name"`
	// Ours and Bare are nanoseconds per operation.
	Ours *float64 `json:"ours_ns"`
	Bare *float64 `json:"bare_ns"`
	// OverBare is how many times the minimal loop's time ours takes.
	OverBare *float64 `json:"ours_over_bare"`
	// Rivals are in the order of the report's.
	Rivals []rival `json:"rivals"`
}

// rival is another implementation's measurement.
type rival struct {
	Label string `json:"label"`
	// Time is nanoseconds per operation.
	Time *float64 `json:"ns"`
	// Faster is how many times as fast ours is.
	Faster *float64 `json:"ours_times_faster"`
}

// newReport puts results in order: a row per measurement, the contenders in the
// order they are given in.
func newReport(contenders []contender, found results) *report {
	r := &report{Rivals: []string{}, Rows: []row{}}
	for _, c := range contenders {
		if c.label != oursLabel && c.label != bareLabel {
			r.Rivals = append(r.Rivals, c.label)
		}
	}
	for _, name := range found.names() {
		get := func(label string) *float64 {
			if ns, ok := found[name][label]; ok {
				return &ns
			}
			return nil
		}
		ours, bare := get(oursLabel), get(bareLabel)
		line := row{Name: name, Ours: ours, Bare: bare, OverBare: quotient(ours, bare), Rivals: []rival{}}
		for _, label := range r.Rivals {
			time := get(label)
			line.Rivals = append(line.Rivals, rival{Label: label, Time: time, Faster: quotient(time, ours)})
		}
		r.Rows = append(r.Rows, line)
	}
	return r
}

// quotient divides what is there.
func quotient(a, b *float64) *float64 {
	if a == nil || b == nil {
		return nil
	}
	q := *a / *b
	return &q
}

// writeJSON prints the report as one JSON object.
func (r *report) writeJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// writeTable prints the report for people: nanoseconds per operation, a row per
// measurement.
func (r *report) writeTable(w io.Writer) error {
	m := r.Machine
	if _, err := fmt.Fprintf(w, "%s, %s %s/%s, %d CPUs, best of %d, ns/op\n\n",
		m.Time.Format(time.RFC3339), m.Go, m.OS, m.Arch, m.CPUs, m.Rounds); err != nil {
		return err
	}
	head := []string{"benchmark", oursLabel, bareLabel, "ours/bare"}
	for _, label := range r.Rivals {
		head = append(head, label, "faster")
	}
	table := [][]string{head}
	for _, line := range r.Rows {
		cells := []string{line.Name, nanoseconds(line.Ours), nanoseconds(line.Bare), times(line.OverBare)}
		for _, other := range line.Rivals {
			cells = append(cells, nanoseconds(other.Time), times(other.Faster))
		}
		table = append(table, cells)
	}
	_, err := io.WriteString(w, align(table))
	return err
}

// align lays cells out in columns, the first to the left, the rest to the right.
func align(table [][]string) string {
	widths := make([]int, len(table[0]))
	for _, line := range table {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	var text strings.Builder
	for _, line := range table {
		for i, cell := range line {
			if i == 0 {
				fmt.Fprintf(&text, "%-*s", widths[i], cell)
			} else {
				fmt.Fprintf(&text, "  %*s", widths[i], cell)
			}
		}
		text.WriteByte('\n')
	}
	return text.String()
}

// nanoseconds writes a time: a decimal below a hundred, else thousands apart.
func nanoseconds(ns *float64) string {
	if ns == nil {
		return missing
	}
	if *ns < 100 {
		return strconv.FormatFloat(*ns, 'f', 1, 64)
	}
	digits := strconv.FormatFloat(*ns, 'f', 0, 64)
	var text strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			text.WriteByte(',')
		}
		text.WriteRune(digit)
	}
	return text.String()
}

// times writes a ratio.
func times(q *float64) string {
	if q == nil {
		return missing
	}
	return strconv.FormatFloat(*q, 'f', 2, 64) + "x"
}
