package selector

import (
	"errors"
	"math"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// everySelector runs a test on the platform's selector and on a channel one.
func everySelector(t *testing.T, f func(t *testing.T, s Selector)) {
	t.Run("default", func(t *testing.T) {
		s, err := New()
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		f(t, s)
	})
	t.Run("channel", func(t *testing.T) {
		s := NewChannel()
		defer s.Close()
		f(t, s)
	})
}

func TestTimeouts(t *testing.T) {
	everySelector(t, func(t *testing.T, s Selector) {
		for _, timeout := range []float64{0, 1e-9, 0.0004, 0.003, math.NaN()} {
			start := time.Now()
			events, interrupted, err := s.Select(timeout, nil)
			if len(events) != 0 || interrupted || err != nil {
				t.Errorf("Select(%v) = %v, %v, %v, want nothing", timeout, events, interrupted, err)
			}
			// A lower bound holds however slow the machine is.
			if passed := time.Since(start).Seconds(); passed < timeout {
				t.Errorf("Select(%v) returned after %v s", timeout, passed)
			}
		}
	})
}

func TestInterruptBeforeSelect(t *testing.T) {
	everySelector(t, func(t *testing.T, s Selector) {
		for range 3 {
			s.Interrupt()
		}
		keep := []Event{{FD: 99, Mask: Write}}
		events, interrupted, err := s.Select(-1, keep)
		if !interrupted || err != nil || len(events) != 1 || events[0] != keep[0] {
			t.Fatalf("Select = %v, %v, %v, want only an interrupt", events, interrupted, err)
		}
		if _, interrupted, _ = s.Select(0, nil); interrupted {
			t.Fatal("an interrupt was reported twice")
		}
	})
}

// TestInterruptIsNeverLost passes numbers from goroutines to a selecting one:
// after the last Interrupt the reader must come to see the last number. It
// hangs if an interrupt gets lost.
func TestInterruptIsNeverLost(t *testing.T) {
	everySelector(t, func(t *testing.T, s Selector) {
		const senders, each = 4, 3000
		var sent atomic.Int64
		var wg sync.WaitGroup
		for range senders {
			wg.Go(func() {
				for range each {
					sent.Add(1)
					s.Interrupt()
				}
			})
		}
		for sent.Load() < senders*each {
			events, interrupted, err := s.Select(-1, nil)
			if len(events) != 0 || !interrupted || err != nil {
				t.Fatalf("Select = %v, %v, %v", events, interrupted, err)
			}
		}
		wg.Wait()
	})
}

func TestCloseAgainstInterrupt(t *testing.T) {
	for range 50 {
		everySelector(t, func(t *testing.T, s Selector) {
			var wg sync.WaitGroup
			for range 4 {
				wg.Go(s.Interrupt)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			wg.Wait()
			s.Interrupt()
			if err := s.Close(); err != nil {
				t.Errorf("second Close: %v", err)
			}
			if _, _, err := s.Select(0, nil); !errors.Is(err, os.ErrClosed) {
				t.Errorf("Select after Close: %v", err)
			}
			if err := s.Register(-1, Read); !errors.Is(err, os.ErrClosed) {
				t.Errorf("Register after Close: %v", err)
			}
		})
	}
}

func TestMilliseconds(t *testing.T) {
	for in, want := range map[float64]int{
		-1: -1, math.Inf(-1): -1, -1e-9: -1, 0: 0, 1e-9: 1, 0.0005: 1, 0.001: 1, 0.0010001: 2, 0.003: 3,
		1: 1000, 86400: 86400000, 1e12: math.MaxInt32, math.Inf(1): math.MaxInt32,
	} {
		if got := milliseconds(in); got != want {
			t.Errorf("milliseconds(%v) = %d, want %d", in, got, want)
		}
	}
}

func TestMaskString(t *testing.T) {
	for in, want := range map[Mask]string{Read: "Read", Write: "Write", Read | Write: "Read|Write", 0: "Mask(0)", 9: "Mask(9)"} {
		if got := in.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
