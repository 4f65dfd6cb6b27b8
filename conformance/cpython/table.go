package main

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// groupResult is a group with what became of its tests.
type groupResult struct {
	group
	idsPassed, idsSkipped int
	passed, skipped       int // functions
	failures              []failure
	err                   string
}

// failure is a function that did not pass in all classes.
type failure struct {
	function      string
	failed, total int
	reason        string
}

// count counts a group's tests. A function has passed when all tests that run it
// have, apart from skipped ones; it is skipped when all are.
func count(g group, f *fileResult) groupResult {
	r := groupResult{group: g, err: f.err}
	type tally struct{ ok, skipped, failed int }
	by := map[string]*tally{}
	reasons := map[string]string{}
	var order []string
	for _, id := range f.order {
		o := f.tests[id]
		if !g.has(o.Function) && o.Function != "" {
			continue
		}
		if o.Function == "" { // a fixture of a class or of the module, or an import that failed
			if o.Outcome == "error" && r.err == "" {
				r.err = id + ": " + o.Reason
			}
			continue
		}
		t := by[o.Function]
		if t == nil {
			t = &tally{}
			by[o.Function] = t
			order = append(order, o.Function)
		}
		switch o.Outcome {
		case "ok":
			t.ok++
			r.idsPassed++
		case "skipped":
			t.skipped++
			r.idsSkipped++
		default:
			t.failed++
			if o.Outcome == "loaded" {
				o.Reason = "not run"
			}
			if reasons[o.Function] == "" {
				reasons[o.Function] = o.Reason
			}
		}
	}
	for _, function := range order {
		switch t := by[function]; {
		case t.failed > 0:
			r.failures = append(r.failures, failure{function, t.failed, t.ok + t.skipped + t.failed, reasons[function]})
		case t.ok > 0:
			r.passed++
		default:
			r.skipped++
		}
	}
	return r
}

const heading = `# CPython's own tests

Made by ` + "`go run ./conformance/cpython > docs/cpython-tests.md`" + `, which runs files of
CPython 3.13's Lib/test/test_asyncio as they are, with the asyncio, the unittest and the other
modules of this interpreter. Tier 1 is what programs use, tier 2a tasks and futures down to their
private parts, tier 2b loops; tests of the network are left out. A function counts once,
however many classes inherit it ("tests" counts each), and it has passed only when it has in
all of them. What CPython has twice, in C and in Python, is one class here.
`

// writeTable writes the page.
func writeTable(w io.Writer, results []groupResult) error {
	fmt.Fprint(w, heading+"\n")
	fmt.Fprintln(w, "| tier | file | functions passed | skipped | tests passed | skipped |")
	fmt.Fprintln(w, "|---|---|--:|--:|--:|--:|")
	for _, tier := range tiersOf(results) {
		sum := groupResult{group: group{tier: tier}}
		for _, r := range results {
			if r.tier != tier {
				continue
			}
			row(w, tier, r.file, r)
			sum.passed, sum.skipped, sum.unique = sum.passed+r.passed, sum.skipped+r.skipped, sum.unique+r.unique
			sum.idsPassed, sum.idsSkipped, sum.ids = sum.idsPassed+r.idsPassed, sum.idsSkipped+r.idsSkipped, sum.ids+r.ids
		}
		row(w, "**"+tier+"**", "**all**", sum)
	}
	fmt.Fprintln(w, "\n## What fails")
	none := true
	for _, r := range results {
		if r.err != "" {
			none = false
			fmt.Fprintf(w, "\n%s: %s\n", r.file, r.err)
		}
		if len(r.failures) == 0 {
			continue
		}
		none = false
		fmt.Fprintf(w, "\n%s:\n\n", r.file)
		for _, f := range r.failures {
			fmt.Fprintf(w, "- %s (%d of %d): %s\n", f.function, f.failed, f.total, plain(f.reason))
		}
	}
	if none {
		fmt.Fprintln(w, "\nNothing.")
	}
	return nil
}

func row(w io.Writer, tier, file string, r groupResult) {
	fmt.Fprintf(w, "| %s | %s | %d of %d | %d | %d of %d | %d |\n", tier, file, r.passed, r.unique, r.skipped, r.idsPassed, r.ids, r.idsSkipped)
}

func tiersOf(results []groupResult) (tiers []string) {
	for _, r := range results {
		if !slices.Contains(tiers, r.tier) {
			tiers = append(tiers, r.tier)
		}
	}
	return tiers
}

// plain makes a reason fit for the page: what differs from run to run is left
// out, and a long one is cut.
func plain(reason string) string {
	reason = places.ReplaceAllString(reason, "…/python3")
	reason = strings.NewReplacer("|", "\\|", "<", "&lt;", "`", "'").Replace(addresses.ReplaceAllString(reason, "0x…"))
	if r := []rune(reason); len(r) > 160 {
		reason = string(r[:159]) + "…"
	}
	return reason
}

// places are folders of installations.
var places = regexp.MustCompile(`(\\?/[^ /]+)+/python\\?3`)

// addresses are those of objects, which differ from run to run.
var addresses = regexp.MustCompile(`0x[0-9a-f]+`)
