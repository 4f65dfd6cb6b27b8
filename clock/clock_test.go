package clock

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestVirtual(t *testing.T) {
	c := NewVirtual(0)
	c.Peek() // moves nothing
	if c.Peek() != Start || c.Resolution() != ResolutionLinux {
		t.Error(c.Peek(), c.Resolution())
	}
	if now := c.Now(); now != Start+Creep || c.Peek() != now {
		t.Error(now)
	}
	c.Jump(-5)
	c.Jump(math.NaN())
	if c.Peek() != Start+Creep {
		t.Errorf("it went to %g", c.Peek())
	}
	c.Jump(10)
	if c.Peek() != Start+Creep+10 {
		t.Error(c.Peek())
	}
}

// TestCoarse: a coarse clock moves in whole steps.
func TestCoarse(t *testing.T) {
	c := NewVirtual(ResolutionWindows)
	for range 20_000 {
		now := c.Now()
		if steps := now / ResolutionWindows; steps != math.Trunc(steps) {
			t.Fatalf("%g is between two steps", now)
		}
	}
	if c.Peek() <= Start {
		t.Error("it does not move")
	}
	real := NewReal(ResolutionWindows)
	if now := real.Now(); math.Mod(now, ResolutionWindows) != 0 || real.Resolution() != ResolutionWindows {
		t.Error(now)
	}
}

func TestRealNeverGoesBack(t *testing.T) {
	c := NewReal(0)
	last := c.Now()
	for range 1000 {
		now := c.Now()
		if now < last || now < 0 {
			t.Fatalf("%g after %g", now, last)
		}
		last = now
	}
}

// TestEvents come by time, those of one moment in the order they were scripted,
// and never take the clock back.
func TestEvents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := NewVirtual(0)
		if _, ok := c.NextEvent(); ok {
			t.Fatal("an event that nobody scripted")
		}
		type happened struct {
			When  float64
			Which int
		}
		whens := rapid.SliceOfN(rapid.SampledFrom([]float64{0, 1, 1.5, 2, 7}), 0, 12).Draw(t, "whens")
		var want, got []happened
		for i, when := range whens {
			c.At(when, func() { got = append(got, happened{when, i}) })
		}
		for _, when := range []float64{0, 1, 1.5, 2, 7} {
			for i, w := range whens {
				if w == when {
					want = append(want, happened{w, i})
				}
			}
		}
		if rapid.Bool().Draw(t, "late") {
			c.Jump(1.7)
		}
		for {
			when, ok := c.NextEvent()
			if !ok {
				break
			}
			before := c.Peek()
			c.TakeEvent()()
			if now := c.Peek(); now < before || now < when || now > max(before, when) {
				t.Fatalf("event at %g: from %g to %g", when, before, now)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}
