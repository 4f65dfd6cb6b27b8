package examples_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"asyncio/examples"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/runners"
	"asyncio/signalsafe"
	"asyncio/trio"
)

// playTrio plays the demo in virtual time with scripted signals. It gives its
// lines but the first, which has the process id, and its status.
func playTrio(t *testing.T, signals string, opts ...trio.Option) ([]string, int) {
	t.Helper()
	opts = append(opts, trio.WithState(process.NewSimulated()), trio.WithVirtualTime())
	for _, event := range strings.Fields(signals) {
		seconds, name, _ := strings.Cut(event, ":")
		after, err := time.ParseDuration(seconds + "s")
		if err != nil {
			t.Fatal(err)
		}
		sig, err := signalsafe.Parse(name)
		if err != nil {
			t.Fatal(err)
		}
		opts = append(opts, trio.WithSignalAt(sig, after))
	}
	var out bytes.Buffer
	code, by := runners.Status(examples.TrioList()[0].Run(&out, 0, opts...))
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")[1:], code - int(by)
}

// TestTrioShield compares the demo with what its Python twin was seen to do
// under trio 0.22.2 and 0.34.
func TestTrioShield(t *testing.T) {
	starts := []string{"345012", "345210", "543012", "543210"}
	cases := []struct {
		profile, signals string
		canceled         bool // tasks 3 to 5
		done             string
		caught           bool
		status           int
	}{
		{"0.22", "", false, "012345", false, 0},
		{"0.22", "2:SIGINT", true, "012", true, 0},
		{"0.22", "2:SIGINT 4:SIGINT", true, "012", true, -2},
		{"0.22", "2:SIGTERM", false, "", false, -15},
		{"0.22", "2:SIGINT 4:SIGTERM", true, "", false, -15},
		{"0.34", "", false, "012345", false, 0},
		{"0.34", "2:SIGINT", true, "012", false, 1},
		{"0.34", "2:SIGINT 4:SIGINT", true, "012", false, -2},
		{"0.34", "2:SIGTERM", false, "", false, -15},
		{"0.34", "2:SIGINT 4:SIGTERM", true, "", false, -15},
	}
	for _, c := range cases {
		t.Run(c.profile+"/"+c.signals, func(t *testing.T) {
			t.Parallel()
			profile, err := trio.ProfileOf(c.profile)
			if err != nil {
				t.Fatal(err)
			}
			for seed := range uint64(5) {
				lines, status := playTrio(t, c.signals, trio.WithProfile(profile), trio.WithSchedule(trio.CoinFlip(seed)))
				got := parse(lines)
				if !slices.Contains(starts, got.starts) {
					t.Errorf("starts %s", got.starts)
				}
				canceled := ""
				if c.canceled {
					canceled = "345"
				}
				want := []any{canceled, c.done, c.caught, c.status}
				if diff := cmp.Diff(want, []any{sorted(got.canceled), sorted(got.done), got.caught, status}); diff != "" {
					t.Errorf("seed %d (-want +got):\n%s", seed, diff)
				}
			}
		})
	}
}

// orders are the numbers of the tasks in the order of their lines.
type orders struct {
	starts, canceled, done string
	caught                 bool // it printed so, in the end
}

func sorted(s string) string {
	b := []byte(s)
	slices.Sort(b)
	return string(b)
}

func parse(lines []string) (o orders) {
	for i, line := range lines {
		switch n := line[1:2]; {
		case strings.HasSuffix(line, "start!"):
			o.starts += n
		case strings.HasSuffix(line, "Canceled!"):
			o.canceled += n
		case strings.HasSuffix(line, "done!"):
			o.done += n
		}
		o.caught = o.caught || line == "Nursery Cancelled!" && i == len(lines)-1
	}
	return o
}

// TestTrioOrders: over 1,000 seeds the demo shows every order that trio can
// produce, and no other. The tasks of the outer nursery start forwards or
// backwards, and then those of the inner one; those that are cancelled are in a
// set, so in any order; those that end at one time do so in the order they
// started, or the reverse.
func TestTrioOrders(t *testing.T) {
	want := map[string]bool{}
	for _, outer := range []string{"345", "543"} {
		for _, inner := range []string{"012", "210"} {
			for _, canceled := range []string{"345", "354", "435", "453", "534", "543"} {
				for _, done := range []string{"012", "210"} {
					want[outer+inner+" "+canceled+" "+done] = true
				}
			}
		}
	}
	got := map[string]bool{}
	loose := trio.WithStrictGroups(false)
	for seed := range uint64(trioSeeds) {
		lines, status := playTrio(t, "2:SIGINT", loose, trio.WithSchedule(trio.CoinFlip(seed)))
		o := parse(lines)
		if !o.caught || status != 0 {
			t.Fatalf("seed %d: status %d, %q", seed, status, lines)
		}
		got[o.starts+" "+o.canceled+" "+o.done] = true
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("orders (-want +got):\n%s", diff)
	}
}

// TestTrioReplay: the same seed gives the same trace, 1,000 times.
func TestTrioReplay(t *testing.T) {
	for name, schedule := range map[string]func() *trio.Schedule{
		"in order":  trio.InOrder,
		"coin flip": func() *trio.Schedule { return trio.CoinFlip(42) },
		"shuffled":  func() *trio.Schedule { return trio.Shuffled(42) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var first [sha256.Size]byte
			for i := range trioReplays {
				h := sha256.New()
				events := 0
				lines, status := playTrio(t, "2:SIGINT", trio.WithSchedule(schedule()),
					trio.WithObserver(observe.Func(func(e observe.Event) {
						events++
						label := ""
						if e.Label != nil {
							label = e.Label.Label()
						}
						e.Label, e.On, e.Loop = nil, nil, 0
						fmt.Fprintf(h, "%+v %s\n", e, label)
					})))
				fmt.Fprintln(h, lines, status)
				if events < 100 {
					t.Fatalf("only %d events", events)
				}
				if sum := [sha256.Size]byte(h.Sum(nil)); i == 0 {
					first = sum
				} else if sum != first {
					t.Fatalf("run %d differs from the first", i)
				}
			}
		})
	}
}
