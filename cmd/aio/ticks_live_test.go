//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"asyncio/compare"
	"asyncio/profile"
)

// tickTable is where the outcome of TestLiveTicks is kept.
const tickTable = "../../docs/ticks.md"

// TestLiveTicks compares the corpus, iteration by iteration, with every CPython
// of this machine. It takes minutes and runs when the environment variable TICKS
// is set; with -update it writes the table of the docs:
//
//	TICKS=1 go test ./cmd/aio -run TestLiveTicks -update -timeout 60m
func TestLiveTicks(t *testing.T) {
	if os.Getenv("TICKS") == "" {
		t.Skip("set TICKS=1 to compare with the CPythons of this machine")
	}
	pythons := pythons(t)
	if len(pythons) == 0 {
		t.Skip("there is no CPython here")
	}
	counts, notes := countTicks(t, pythons)
	if *update {
		if err := os.WriteFile(tickTable, []byte(tickIntro+table(counts, pythons, notes)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// ticked is a program of the corpus and its comparisons.
type ticked struct {
	category, file string
	compared       []compare.TickComparison
}

// compareAll compares the corpus with each of pythons, as many programs at a time as
// there are processors.
func compareAll(t *testing.T, pythons []compare.Side) []ticked {
	files, err := filepath.Glob(programs + "/*/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	all := make([]ticked, len(files))
	var work sync.WaitGroup
	room := make(chan struct{}, runtime.NumCPU())
	for i, file := range files {
		options, err := directives(file)
		if err != nil {
			t.Fatal(err)
		}
		var pairs []compare.Pair
		for _, python := range pythons {
			version := python.Version
			if names := profile.Names(); !slices.Contains(names, version) {
				version = names[len(names)-1] // newer than any that aio run follows
			}
			if len(options.Versions) == 0 || slices.Contains(options.Versions, version) {
				pairs = append(pairs, compare.Pair{Left: compare.AioSide(version, "aio", "run"), Right: python})
			}
		}
		all[i] = ticked{category: filepath.Base(filepath.Dir(file)), file: filepath.Base(file)}
		program := compare.Program{File: filepath.Base(file), Dir: filepath.Dir(file), Args: options.Args}
		room <- struct{}{}
		work.Go(func() {
			defer func() { <-room }()
			all[i].compared = compare.CompareTicks(t.Context(), program, options.Options, pairs)
			t.Logf("%s/%s", all[i].category, all[i].file)
		})
	}
	work.Wait()
	return all
}

// countTicks counts what compareAll finds, by category and version. A
// difference fails the test, but from a CPython in WebAssembly: no profile is its.
func countTicks(t *testing.T, pythons []compare.Side) (counts map[string]map[string]*tally, notes []string) {
	counts = map[string]map[string]*tally{}
	for _, p := range compareAll(t, pythons) {
		if counts[p.category] == nil {
			counts[p.category] = map[string]*tally{}
		}
		for _, c := range p.compared {
			right := c.Right
			n := counts[p.category][right.Side.Version]
			if n == nil {
				n = &tally{}
				counts[p.category][right.Side.Version] = n
			}
			if right.Side.Wasm && needsSystem.MatchString(right.Result.Stdout+right.Result.Stderr) {
				n.left++
				continue
			}
			n.all++
			note := ""
			switch d := c.Verdict.Divergence; {
			case c.Err() != nil:
				note = c.Err().Error()
			case d != nil:
				note = fmt.Sprintf("tick %d: %s", d.Tick(), d.Words)
			case c.Verdict.UpToOrder:
				n.order++
			default:
				n.equal++
			}
			if note == "" {
				continue
			}
			note = fmt.Sprintf("%s/%s, %s: %s", p.category, p.file, right.Side.Version, note)
			notes = append(notes, note)
			if !right.Side.Wasm {
				t.Error(note)
			}
		}
	}
	return counts, notes
}

// tally counts programs: all, the equal ones, those equal up to an order, and
// those left out because they need what a CPython in WebAssembly has not.
type tally struct{ all, equal, order, left int }

func (n *tally) String() string {
	switch {
	case n == nil:
		return ""
	case n.left > 0:
		return fmt.Sprintf("%d + %d of %d, %d left out", n.equal, n.order, n.all, n.left)
	case n.order > 0:
		return fmt.Sprintf("%d + %d of %d", n.equal, n.order, n.all)
	}
	return fmt.Sprintf("%d of %d", n.equal, n.all)
}

// tickIntro is what the docs say before the table.
const tickIntro = "# Tick for tick\n\n" +
	"The programs of `testdata/programs`, run here and in CPython in virtual time, compared\n" +
	"iteration by iteration: the same number of iterations at the same times, the same callbacks\n" +
	"in the same order in each, the same tasks made, ended and blocked on the same kinds of\n" +
	"things, the same way of signals, the same lines printed in the same callbacks. \"a + b of n\":\n" +
	"b of the n programs are the same up to an order that the language leaves open, that of a set\n" +
	"of tasks. Written by\n\n" +
	"```sh\nTICKS=1 go test ./cmd/aio -run TestLiveTicks -update -timeout 60m\n```\n\n"

func table(counts map[string]map[string]*tally, pythons []compare.Side, notes []string) string {
	var b strings.Builder
	b.WriteString("| |")
	for _, p := range pythons {
		fmt.Fprintf(&b, " %s |", strings.TrimPrefix(p.Name, "CPython "))
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(pythons)) + "\n")
	sums := map[string]*tally{}
	categories := []string{}
	for c := range counts {
		categories = append(categories, c)
	}
	slices.Sort(categories)
	for _, c := range categories {
		fmt.Fprintf(&b, "| %s |", c)
		for _, p := range pythons {
			n := counts[c][p.Version]
			fmt.Fprintf(&b, " %s |", n)
			if n != nil {
				if sums[p.Version] == nil {
					sums[p.Version] = &tally{}
				}
				s := sums[p.Version]
				s.all, s.equal, s.order, s.left = s.all+n.all, s.equal+n.equal, s.order+n.order, s.left+n.left
			}
		}
		b.WriteString("\n")
	}
	b.WriteString("| all |")
	for _, p := range pythons {
		fmt.Fprintf(&b, " %s |", sums[p.Version])
	}
	b.WriteString("\n")
	if len(notes) > 0 {
		b.WriteString("\nWhere they part:\n\n")
		for _, n := range notes {
			b.WriteString("- " + n + "\n")
		}
	}
	return b.String()
}
