package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"asyncio"
	"asyncio/clock"
	"asyncio/examples"
	"asyncio/observe"
)

// demoCommand is `aio demo [NAME]`.
type demoCommand struct {
	Name string `arg:"" optional:"" help:"The demo to run; without one they are listed."`

	Python          string         `enum:"${versions}" default:"${version}" help:"CPython version to follow: ${enum}."`
	Virtual         bool           `help:"Run in virtual time: the clock jumps instead of waiting, and no signal comes from outside."`
	Signal          []scripted     `placeholder:"NAME@TIME" help:"With --virtual: a signal that comes at that time, such as SIGINT@2s. Repeatable."`
	Sleep           *time.Duration `placeholder:"10s" help:"How long the workers of shield and default sleep."`
	ClockResolution *float64       `placeholder:"SECONDS" help:"The clock's step: timers due within one run together."`
	Trace           bool           `help:"Tell on standard error what the loop does."`
}

// scripted is a signal and the time at which it comes.
type scripted struct {
	signal asyncio.Signal
	after  time.Duration
}

// UnmarshalText reads NAME@TIME.
func (s *scripted) UnmarshalText(text []byte) (err error) {
	name, at, ok := strings.Cut(string(text), "@")
	if !ok {
		return fmt.Errorf("%q is not of the form NAME@TIME, such as SIGINT@2s", text)
	}
	if s.signal, err = asyncio.ParseSignal(name); err != nil {
		return err
	}
	if s.after, err = time.ParseDuration(at); err != nil {
		return err
	}
	if s.after < 0 {
		return fmt.Errorf("%v lies before the start", s.after)
	}
	return nil
}

// Run implements the command. Its errors are those of usage; how the demo ends
// is how the process ends.
func (c *demoCommand) Run() error {
	if c.Name == "" {
		return list()
	}
	demos := examples.List()
	i := slices.IndexFunc(demos, func(d examples.Demo) bool { return d.Name == c.Name })
	if i < 0 {
		return fmt.Errorf("no demo is called %q; `aio demo` lists them", c.Name)
	}
	demo := demos[i]
	if err := c.check(demo); err != nil {
		return err
	}
	opts, err := c.options()
	if err != nil {
		return err
	}
	if demo.Hint != "" && !c.Virtual && isTerminal(os.Stderr) {
		fmt.Fprintf(os.Stderr, "(%s)\n", demo.Hint)
	}
	var workers time.Duration
	if c.Sleep != nil {
		workers = *c.Sleep
	}
	asyncio.ExitProcess(demo.Run(os.Stdout, workers, opts...))
	return nil
}

func (c *demoCommand) check(demo examples.Demo) error {
	if len(c.Signal) > 0 && !c.Virtual {
		return fmt.Errorf("--signal needs --virtual: in real time, send the signal to the PID that the demo prints")
	}
	if c.Sleep != nil && demo.Nap == 0 {
		return fmt.Errorf("--sleep: the times of %s are fixed", demo.Name)
	}
	if c.Sleep != nil && *c.Sleep <= 0 {
		return fmt.Errorf("--sleep: %v is not a time to sleep", *c.Sleep)
	}
	if r := c.ClockResolution; r != nil && (!(*r > 0) || math.IsInf(*r, 1)) {
		return fmt.Errorf("--clock-resolution: %v is not a positive number of seconds", *r)
	}
	return nil
}

// options turns the flags into those of a run.
func (c *demoCommand) options() ([]asyncio.Option, error) {
	newState := asyncio.NewState
	resolution := 0.0 // the clock's own
	if c.ClockResolution != nil {
		resolution = *c.ClockResolution
	}
	var now clock.Clock = clock.NewReal(resolution)
	if c.Virtual {
		newState = asyncio.NewSimulatedState
		now = clock.NewVirtual(resolution)
	}
	state, err := newState(c.Python)
	if err != nil {
		return nil, err
	}
	opts := []asyncio.Option{asyncio.WithState(state), asyncio.WithClock(now)}
	for _, s := range c.Signal {
		opts = append(opts, asyncio.WithSignalAt(s.signal, s.after))
	}
	if c.Trace {
		opts = append(opts, asyncio.WithObserver(observe.NewText(os.Stderr)))
	}
	return opts, nil
}

func list() error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	for _, d := range examples.List() {
		fmt.Fprintf(w, "%s\t%s\n", d.Name, d.About)
	}
	return w.Flush()
}

// isTerminal tells whether somebody reads along. Hints are for them alone: a
// program that captures standard error gets what the demo itself writes there.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
