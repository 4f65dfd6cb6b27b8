package main

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
)

// contender is one implementation that takes the measurements.
type contender struct {
	// label names it in the report.
	label string
	// names are the measurements it has.
	names []string
	// measure takes one of them: nanoseconds per operation.
	measure func(ctx context.Context, name string) (float64, error)
}

// results are nanoseconds per operation by measurement and contender's label.
type results map[string]map[string]float64

// measure takes every measurement that only matches, from every contender that
// has it, rounds times, and keeps the best.
//
// The contenders take turns within a measurement, so that a machine that slows
// down for a while slows all of them. One that fails a measurement is not asked
// for it again; the failures are returned beside what did work.
func measure(ctx context.Context, contenders []contender, only *regexp.Regexp, rounds int, log io.Writer) (results, []error) {
	found := results{}
	for _, c := range contenders {
		for _, name := range c.names {
			if only.MatchString(name) {
				found[name] = map[string]float64{}
			}
		}
	}
	var failed []error
	given := map[[2]string]bool{}
	for round := range rounds {
		for _, name := range found.names() {
			for _, c := range contenders {
				key := [2]string{name, c.label}
				if !slices.Contains(c.names, name) || given[key] {
					continue
				}
				fmt.Fprintf(log, "round %d/%d: %s, %s\n", round+1, rounds, name, c.label)
				ns, err := c.measure(ctx, name)
				switch {
				case ctx.Err() != nil:
					return found, failed
				case err != nil:
					given[key] = true
					delete(found[name], c.label)
					failed = append(failed, fmt.Errorf("%s, %s: %w", name, c.label, err))
				default:
					if best, ok := found[name][c.label]; !ok || ns < best {
						found[name][c.label] = ns
					}
				}
			}
		}
	}
	return found, failed
}

// names gives the measurements in alphabetical order.
func (r results) names() []string {
	names := make([]string, 0, len(r))
	for name := range r {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
