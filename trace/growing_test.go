package trace_test

import (
	"testing"

	"asyncio/observe"
	"asyncio/trace"
)

// TestGrowing: the program gets as far as it is asked for, and what is there
// can be read meanwhile.
func TestGrowing(t *testing.T) {
	g := trace.NewGrowing(trace.Header{})
	observe1 := func() { g.Observe(observe.Event{Kind: observe.IterationBegin, Loop: 1}) }
	const all = 10
	go func() {
		for range all {
			observe1()
		}
		g.End()
	}()
	<-g.Held()
	if n := g.Len(); n != 0 || g.Ended() {
		t.Fatalf("%d events before any was asked for", n)
	}
	for _, want := range []int{3, 6, 9, all, all} {
		g.More(3)
		<-g.Held()
		if n := g.Len(); n != want {
			t.Fatalf("%d events, want %d", n, want)
		}
		if e := g.Event(want - 1); e.Kind != trace.Tick {
			t.Errorf("the last event is %q", e.Kind)
		}
	}
	if !g.Ended() {
		t.Error("the end is not known")
	}
}

// TestRelease: a program that is let go is recorded no longer.
func TestRelease(t *testing.T) {
	g := trace.NewGrowing(trace.Header{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 5 {
			g.Observe(observe.Event{Kind: observe.IterationBegin, Loop: 1})
		}
		g.End()
	}()
	g.More(1_000_000)
	g.Hold()
	g.Release()
	<-done
	if n := g.Len(); n > 5 {
		t.Error(n)
	}
}
