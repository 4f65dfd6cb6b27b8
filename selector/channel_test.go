package selector

import (
	"errors"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestChannelErrors(t *testing.T) {
	c := NewChannel()
	defer c.Close()
	if err := c.Register(-2, Read); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		got  error
		want error
		text string
	}{
		{"real", c.Register(0, Read), errors.ErrUnsupported, "selector: register fd 0: unsupported operation"},
		{"real modify", c.Modify(7, Read), errors.ErrUnsupported, "selector: modify fd 7: unsupported operation"},
		{"real unregister", c.Unregister(7), errors.ErrUnsupported, "selector: unregister fd 7: unsupported operation"},
		{"twice", c.Register(-2, Read), syscall.EEXIST, ""},
		{"no events", c.Register(-3, 0), syscall.EINVAL, ""},
		{"unknown events", c.Register(-3, 8), syscall.EINVAL, ""},
		{"modify unknown", c.Modify(-3, Read), syscall.ENOENT, ""},
		{"unregister unknown", c.Unregister(-3), syscall.ENOENT, ""},
	}
	for _, tt := range tests {
		if !errors.Is(tt.got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, tt.got, tt.want)
		}
		if tt.text != "" && tt.got.Error() != tt.text {
			t.Errorf("%s: got %q, want %q", tt.name, tt.got, tt.text)
		}
	}
	if c.Name() != "ChannelSelector" || c.WatchesFDs() {
		t.Errorf("Name %q, WatchesFDs %v", c.Name(), c.WatchesFDs())
	}
}

func TestChannelLevels(t *testing.T) {
	c := NewChannel()
	defer c.Close()
	var buf []Event
	look := func(want ...int) {
		t.Helper()
		var err error
		buf, _, err = c.Select(0, buf[:0])
		if err != nil {
			t.Fatal(err)
		}
		var got []int
		for _, e := range buf {
			if e.Mask != Read {
				t.Errorf("mask %v", e.Mask)
			}
			got = append(got, e.FD)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("ready (-want +got):\n%s", d)
		}
	}
	for _, fd := range []int{-1, -2, -3} {
		if err := c.Register(fd, Read); err != nil {
			t.Fatal(err)
		}
	}
	look()
	c.SetReady(-3, true)
	c.SetReady(-1, true)
	c.SetReady(-3, true) // keeps its place
	c.SetReady(-9, true) // not watched
	look(-3, -1)
	look(-3, -1) // level-triggered
	c.SetReady(-3, false)
	c.SetReady(-2, true)
	look(-1, -2)
	if err := c.Modify(-1, Write); err != nil {
		t.Fatal(err)
	}
	look(-2)
	if err := c.Unregister(-2); err != nil {
		t.Fatal(err)
	}
	look()
	if err := c.Register(-9, Read|Write); err != nil {
		t.Fatal(err)
	}
	look(-9)
}

func TestChannelWakes(t *testing.T) {
	c := NewChannel()
	defer c.Close()
	if err := c.Register(-1, Read); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() { defer close(done); c.SetReady(-1, true) }()
	for _, timeout := range []float64{-1, 3600} {
		events, interrupted, err := c.Select(timeout, nil)
		if d := cmp.Diff([]Event{{-1, Read}}, events); d != "" || interrupted || err != nil {
			t.Errorf("Select = %v, %v, %v", events, interrupted, err)
		}
	}
	<-done
}

func TestChannelEventsAndInterruptTogether(t *testing.T) {
	c := NewChannel()
	defer c.Close()
	c.SetReady(-1, true)
	if err := c.Register(-1, Read); err != nil {
		t.Fatal(err)
	}
	c.Interrupt()
	events, interrupted, err := c.Select(-1, nil)
	if len(events) != 1 || !interrupted || err != nil {
		t.Errorf("Select = %v, %v, %v", events, interrupted, err)
	}
}
