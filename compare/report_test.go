package compare

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestReport(t *testing.T) {
	side := func(name, stdout, last string, code int) Outcome {
		return Outcome{Side: Side{Name: name}, Result: Result{Stdout: stdout, ExitCode: code, LastStderrLine: last}}
	}
	for _, c := range []struct {
		name        string
		left, right Outcome
		want        string
	}{
		{"equal", side("aio", "x\n", "", 0), side("CPython", "x\n", "", 0), "aio = CPython: exit status 0\n"},
		{
			"no result", side("aio", "", "", 0), Outcome{Side: Side{Name: "CPython"}, Err: errors.New("gone")},
			"aio ? CPython: could not compare: gone\n",
		},
		{
			"different", side("aio", "1\n2\n3\n4\n5\n6\nold\nsame\ngone\n", "", 0),
			side("CPython", "1\n2\n3\n4\n5\n6\nnew\nsame\n", "KeyError: 'a word too many'", 1), `
aio ≠ CPython: standard output, end, last line of standard error
aio                  CPython
───────────────────────────────────────
[standard output]
  ⋮ 3 equal lines
4                    4
5                    5
6                    6
old                | new
same                 same
gone               <
[end]
exit status 0      | exit status 1
[standard error, last line]
                   > KeyError: 'a word
                     too many'
`,
		},
		{
			"odd text", side("aio", "a\tb\x1b[1m\nno feed", "", 0), side("CPython", "é\nno feed\n", "", 0), `
aio ≠ CPython: standard output
aio                  CPython
───────────────────────────────────────
[standard output]
a       b\x1b[1m   | é
no feed␄           | no feed
`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			comparison := Comparison{Left: c.left, Right: c.right}
			if comparison.Err() == nil {
				comparison.Differences = Differences(c.left.Result, c.right.Result)
			}
			var b strings.Builder
			if err := Report(&b, comparison, 40); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.TrimPrefix(c.want, "\n"), b.String()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestReportShowsWhatWasCompared(t *testing.T) {
	c := Comparison{
		Left: Outcome{Result: Result{Stdout: "PID: 1\na\n"}}, Right: Outcome{Result: Result{Stdout: "PID: 2\nb\n"}},
		Differences: []string{"stdout"}, normalisers: []Normaliser{PIDs},
	}
	if text := c.text(80); strings.Contains(text, "PID: 1") || strings.Count(text, "|") != 1 {
		t.Errorf("shows\n%s", text)
	}
}

func TestGrouped(t *testing.T) {
	comparison := func(left, right, out string) Comparison {
		return Comparison{
			Left:        Outcome{Side: Side{Name: left}, Result: Result{Stdout: "mine"}},
			Right:       Outcome{Side: Side{Name: right}, Result: Result{Stdout: out}},
			Differences: Differences(Result{Stdout: "mine"}, Result{Stdout: out}),
		}
	}
	failed := comparison("aio", "3.7", "a")
	failed.Right.Err = errors.New("gone")
	var said []string
	for _, c := range Grouped([]Comparison{
		comparison("aio", "3.8", "a"), comparison("aio", "3.9", "mine"), comparison("aio", "3.10", "b"),
		failed, comparison("aio x", "3.11", "a"), comparison("aio", "3.12", "mine"),
	}) {
		said = append(said, c.Left.Side.Name+" / "+c.Right.Side.Name)
	}
	want := []string{"aio, aio x / 3.8, 3.11", "aio / 3.9", "aio / 3.10", "aio / 3.7", "aio / 3.12"}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// Each side of the rows is that side's text, and rows without a mark are equal.
func TestRowsKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.Custom(func(t *rapid.T) string {
			words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d"}), 0, 12).Draw(t, "lines")
			if len(words) == 0 {
				return ""
			}
			return strings.Join(words, "\n") + "\n"
		})
		left, right := text.Draw(t, "left"), text.Draw(t, "right")
		var l, r strings.Builder
		for _, row := range rows(left, right) {
			if row.mark != '>' {
				l.WriteString(row.left + "\n")
			}
			if row.mark != '<' {
				r.WriteString(row.right + "\n")
			}
			if (row.left == row.right) != (row.mark == ' ') {
				t.Fatalf("row %+v", row)
			}
		}
		if l.String() != left || r.String() != right {
			t.Fatalf("rows show %q and %q", l.String(), r.String())
		}
	})
}

// No line of a report is wider than asked for.
func TestColumnsFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(leastWidth, 150).Draw(t, "width")
		var b strings.Builder
		newColumns(&b, width).diff(rapid.String().Draw(t, "left"), rapid.String().Draw(t, "right"))
		for line := range strings.Lines(b.String()) {
			if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > width {
				t.Fatalf("a line of %d in %d columns: %q", n, width, line)
			}
		}
	})
}
