package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scripted is a contender that gives the times it was told to, in turn; a zero
// is a failure. It logs what it was asked for.
func scripted(label string, log *[]string, times map[string][]float64) contender {
	c := contender{label: label}
	for name := range times {
		c.names = append(c.names, name)
	}
	c.measure = func(_ context.Context, name string) (float64, error) {
		*log = append(*log, label+" "+name)
		ns := times[name][0]
		times[name] = times[name][1:]
		if ns == 0 {
			return 0, errors.New("broken")
		}
		return ns, nil
	}
	return c
}

func TestMeasure(t *testing.T) {
	var log []string
	contenders := []contender{
		scripted("x", &log, map[string][]float64{"A": {5, 3, 4}, "B": {1, 2, 3}, "Other": nil}),
		scripted("y", &log, map[string][]float64{"A": {7, 0}}),
	}
	got, failed := measure(t.Context(), contenders, regexp.MustCompile("^[AB]$"), 3, io.Discard)
	want := results{"A": {"x": 3}, "B": {"x": 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("times (-want +got):\n%s", diff)
	}
	if got := fmt.Sprint(failed); got != "[A, y: broken]" {
		t.Errorf("failures %v", got)
	}
	turns := []string{"x A", "y A", "x B", "x A", "y A", "x B", "x A", "x B"}
	if diff := cmp.Diff(turns, log); diff != "" {
		t.Errorf("turns (-want +got):\n%s", diff)
	}
}

func TestMeasureStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	c := contender{label: "x", names: []string{"A"}, measure: func(ctx context.Context, _ string) (float64, error) {
		calls++
		cancel()
		return 0, ctx.Err()
	}}
	_, failed := measure(ctx, []contender{c}, regexp.MustCompile(""), 3, io.Discard)
	if calls != 1 || len(failed) != 0 {
		t.Errorf("%d calls and failures %v, want 1 and none", calls, failed)
	}
}
