package examples_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"asyncio"
	"asyncio/examples"
	"asyncio/process"
	"asyncio/runners"
)

func TestMain(m *testing.M) {
	// On js the runtime itself keeps this goroutine for events.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("runtime.handleEvent"))
}

// outcome is what a run of a demo left behind, in the words of
// testdata/demos/record.py.
type outcome struct {
	Lines  []string `json:"lines"`
	Status int      `json:"status"`
}

// TestDemos plays each demo in virtual time, under each version's profile and
// each script of signals, and compares it with its Python twin.
func TestDemos(t *testing.T) {
	raw, err := os.ReadFile("../testdata/demos/recorded.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded map[string]map[string]map[string]outcome
	if err := json.Unmarshal(raw, &recorded); err != nil {
		t.Fatal(err)
	}
	demos := examples.List()
	if len(demos) != len(recorded) {
		t.Errorf("there are %d demos, but %d were recorded", len(demos), len(recorded))
	}
	for _, demo := range demos {
		name := strings.ReplaceAll(demo.Name, "-", "_")
		if recorded[name] == nil {
			t.Errorf("%s was not recorded", name)
		}
		for python, scripts := range recorded[name] {
			for script, want := range scripts {
				t.Run(demo.Name+"/"+python+"/"+script, func(t *testing.T) {
					t.Parallel()
					if demo.Name == "shield" && (runtime.GOOS == "windows" || runtime.GOOS == "js") {
						t.Skip("asyncio has no signal handlers on this platform")
					}
					for seed, orders := range []process.Orders{{}, process.Seeded(1)} {
						got := play(t, demo, python, script, orders)
						if diff := cmp.Diff(want, got); diff != "" {
							t.Errorf("order %d: CPython %s (-) and this loop (+) differ:\n%s", seed, python, diff)
						}
					}
				})
			}
		}
	}
}

func play(t *testing.T, demo examples.Demo, python, script string, orders process.Orders) outcome {
	state, err := asyncio.NewSimulatedState(python)
	if err != nil {
		t.Fatal(err)
	}
	state.Orders = orders
	state.Logger = process.LogFunc(func(_ process.Level, text string) { t.Log(text) })
	opts := append(scripted(t, script), asyncio.WithState(state), asyncio.WithVirtualTime())
	var out bytes.Buffer
	code, by := runners.Status(demo.Run(&out, 0, opts...))
	return outcome{tidy(out.String()), code - int(by)}
}

// scripted reads a script such as "2:SIGINT 4:SIGINT"; "none" is empty.
func scripted(t *testing.T, script string) (opts []asyncio.Option) {
	if script == "none" {
		return nil
	}
	for _, event := range strings.Fields(script) {
		seconds, name, _ := strings.Cut(event, ":")
		after, err := time.ParseDuration(seconds + "s")
		if err != nil {
			t.Fatal(err)
		}
		sig, err := asyncio.ParseSignal(name)
		if err != nil {
			t.Fatal(err)
		}
		opts = append(opts, asyncio.WithSignalAt(sig, after))
	}
	return opts
}

var (
	pid      = regexp.MustCompile(`^PID: \d+$`)
	canceled = regexp.MustCompile(`^\[\d+\] Canceled!$`)
)

// tidy gives the lines without the process id, and sorts neighbouring
// "Canceled!" lines: tasks are cancelled in the arbitrary order of a set.
func tidy(text string) []string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		lines[i] = pid.ReplaceAllString(lines[i], "PID: n")
		to := i
		for to < len(lines) && canceled.MatchString(lines[to]) {
			to++
		}
		slices.Sort(lines[i:to])
	}
	return lines
}
