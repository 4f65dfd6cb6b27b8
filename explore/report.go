package explore

import (
	"fmt"
	"io"
	"strings"
)

// Report writes the outcomes for people. With onlyDeadlocks it lists the runs
// that can never go on, and who waits for what in them.
func Report(w io.Writer, outcomes []*Outcome, onlyDeadlocks bool) error {
	var b strings.Builder
	runs := 0
	for _, o := range outcomes {
		runs += len(o.Seeds)
	}
	fmt.Fprintf(&b, "%s, %s\n", count(runs, "run"), count(len(outcomes), "outcome"))
	shown := 0
	for i, o := range outcomes {
		if onlyDeadlocks && o.Deadlock == nil {
			continue
		}
		shown++
		fmt.Fprintf(&b, "\noutcome %d: %s, replayed by --shuffle %d (%s)\n", i+1, count(len(o.Seeds), "run"), o.Seed(), seeds(o.Seeds))
		if p := o.Parts; p != nil {
			fmt.Fprintf(&b, "  parts from outcome 1 in tick %d: %s\n", p.Tick(), sides(p.Words, i+1))
		}
		for _, line := range strings.Split(strings.TrimSuffix(o.Stdout, "\n"), "\n") {
			if o.Stdout != "" {
				fmt.Fprintf(&b, "  | %s\n", line)
			}
		}
		fmt.Fprintf(&b, "  %s\n", strings.ReplaceAll(o.End, "\n", "\n  "))
	}
	if onlyDeadlocks && shown == 0 {
		b.WriteString("no run ends in a deadlock\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sides calls the sides of a comparison by their outcomes.
func sides(words string, n int) string {
	return strings.NewReplacer(
		"on the left", "in outcome 1", "on the right", fmt.Sprintf("in outcome %d", n),
		"the left side", "outcome 1", "the right side", fmt.Sprintf("outcome %d", n),
		"the right one", fmt.Sprintf("outcome %d", n), "the left run", "outcome 1", "the right run", fmt.Sprintf("outcome %d", n),
	).Replace(words)
}

// most is how many seeds of an outcome are named.
const most = 8

func seeds(all []uint64) string {
	var named []string
	for _, s := range all[:min(most, len(all))] {
		named = append(named, fmt.Sprint(s))
	}
	text := strings.Join(named, ", ")
	if len(all) > most {
		text += ", …"
	}
	if len(all) == 1 {
		return "seed " + text
	}
	return "seeds " + text
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
