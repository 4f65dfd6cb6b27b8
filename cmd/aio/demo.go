package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"asyncio"
	"asyncio/clock"
	"asyncio/examples"
	"asyncio/trace"
	"asyncio/trace/text"
)

// demoCommand is `aio demo [NAME]`.
type demoCommand struct {
	Python          string
	Virtual         bool
	Signal          []scripted
	Sleep           *time.Duration
	ClockResolution *float64
	Trace           bool
	Trio            string
	Seed            *uint64
	view            *text.Live
}

func (c *demoCommand) define(f *flags) {
	f.python(&c.Python, "The CPython `VERSION` to follow")
	f.BoolVar(&c.Virtual, "virtual", false, "Run in virtual time: the clock jumps instead of waiting, and no signal comes from outside.")
	f.signals(&c.Signal, "With --virtual: a signal that comes at that time, such as SIGINT@2s, as `NAME@TIME`. Repeatable.")
	f.Func("sleep", "The `TIME`, such as 10s, that the workers of shield and default sleep.", optional(&c.Sleep, time.ParseDuration))
	f.Func("clock-resolution", "The clock's step in `SECONDS`: timers due within one run together.", optional(&c.ClockResolution, asFloat))
	f.BoolVar(&c.Trace, "trace", false, "Tell on standard error what the loop does.")
	f.choice(&c.Trio, "trio", "The release of trio to follow in demos of that", "0.22", "0.34")
	f.Func("seed", "In demos of trio: make what trio leaves to chance by the seed `N`, instead of in order.",
		optional(&c.Seed, func(s string) (uint64, error) { return strconv.ParseUint(s, 10, 64) }))
}

// scripted is a signal and the time at which it comes.
type scripted struct {
	signal asyncio.Signal
	after  time.Duration
}

// signals is a flag that lists signals, each by the time at which it comes.
func (f *flags) signals(p *[]scripted, usage string) {
	f.Func("signal", usage, func(text string) error {
		for at := range strings.SplitSeq(text, ",") {
			s, err := parseScripted(at)
			if err != nil {
				return err
			}
			*p = append(*p, s)
		}
		return nil
	})
}

// parseScripted reads NAME@TIME.
func parseScripted(text string) (s scripted, err error) {
	name, at, ok := strings.Cut(text, "@")
	if !ok {
		return s, fmt.Errorf("%q is not of the form NAME@TIME, such as SIGINT@2s", text)
	}
	if s.signal, err = asyncio.ParseSignal(name); err != nil {
		return s, err
	}
	if s.after, err = time.ParseDuration(at); err != nil {
		return s, err
	}
	if s.after < 0 {
		return s, fmt.Errorf("%v lies before the start", s.after)
	}
	return s, nil
}

// run implements runner. How the demo ends is how the process ends.
func (c *demoCommand) run(args []string) error {
	switch len(args) {
	case 0:
		return list()
	case 1:
	default:
		return fmt.Errorf("demo takes one name, not %q", args)
	}
	name := args[0]
	demos := examples.List()
	i := slices.IndexFunc(demos, func(d examples.Demo) bool { return d.Name == name })
	if i < 0 {
		for _, d := range examples.TrioList() {
			if d.Name == name {
				return c.runTrio(d)
			}
		}
		return fmt.Errorf("no demo is called %q; `aio demo` lists them", name)
	}
	demo := demos[i]
	if err := c.check(demo.Name, demo.Nap); err != nil {
		return err
	}
	opts, err := c.options(name)
	if err != nil {
		return err
	}
	c.hint(demo.Hint)
	err = demo.Run(os.Stdout, c.workers(), opts...)
	if c.view != nil {
		c.view.Close() // standard error is where this would be told
	}
	asyncio.ExitProcess(err)
	return nil
}

func (c *demoCommand) hint(text string) {
	if text != "" && !c.Virtual && isTerminal(os.Stderr) {
		fmt.Fprintf(os.Stderr, "(%s)\n", text)
	}
}

// workers gives how long the workers sleep, 0 for the demo's own choice.
func (c *demoCommand) workers() time.Duration {
	if c.Sleep == nil {
		return 0
	}
	return *c.Sleep
}

func (c *demoCommand) check(demo string, nap time.Duration) error {
	if len(c.Signal) > 0 && !c.Virtual {
		return fmt.Errorf("--signal needs --virtual: in real time, send the signal to the PID that the demo prints")
	}
	if c.Sleep != nil && nap == 0 {
		return fmt.Errorf("--sleep: the times of %s are fixed", demo)
	}
	if c.Sleep != nil && *c.Sleep <= 0 {
		return fmt.Errorf("--sleep: %v is not a time to sleep", *c.Sleep)
	}
	if r := c.ClockResolution; r != nil {
		return checkResolution(*r)
	}
	return nil
}

func checkResolution(seconds float64) error {
	if !(seconds > 0) || math.IsInf(seconds, 1) {
		return fmt.Errorf("--clock-resolution: %v is not a positive number of seconds", seconds)
	}
	return nil
}

// options turns the flags into those of a run.
func (c *demoCommand) options(name string) ([]asyncio.Option, error) {
	state, now, err := c.world()
	if err != nil {
		return nil, err
	}
	opts := []asyncio.Option{asyncio.WithState(state), asyncio.WithClock(now)}
	for _, s := range c.Signal {
		opts = append(opts, asyncio.WithSignalAt(s.signal, s.after))
	}
	if c.Trace {
		c.view = c.follow(name)
		opts = append(opts, asyncio.WithObserver(c.view))
	}
	return opts, nil
}

// world gives the process and the clock of a run.
func (c *demoCommand) world() (*asyncio.State, clock.Clock, error) {
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
	return state, now, err
}

// follow is what tells on standard error what the demo's loops do.
func (c *demoCommand) follow(name string) *text.Live {
	h := trace.Header{Program: name, By: "aio", Python: c.Python, Virtual: c.Virtual}
	if c.Virtual {
		h.Start = clock.Start
	}
	return text.NewLive(os.Stderr, h, (&textFlags{}).options(os.Stderr))
}

func list() error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	for _, d := range examples.List() {
		fmt.Fprintf(w, "%s\t%s\n", d.Name, d.About)
	}
	for _, d := range examples.TrioList() {
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
