// Package examples has the demo programs: each stands beside the Python program
// that it is the twin of, prints the same lines, and ends the same way. The
// command `aio demo` runs them.
package examples

import (
	"io"
	"time"

	"asyncio"
)

// Stage is what a demo is given: where it prints, and how long its workers
// sleep.
type Stage struct {
	io.Writer
	Nap time.Duration
}

// Demo is an entry of the list of demos.
type Demo struct {
	// Name is what the demo is called.
	Name string
	// About says what it shows, in one line.
	About string
	// Hint says what a reader may try while it runs.
	Hint string
	// Nap is how long its workers sleep, 0 if that cannot be chosen.
	Nap time.Duration
	// Main is its main coroutine.
	Main func(co *asyncio.Co, out *Stage) error
	// Overrides gives what its loop does differently; nil for nothing.
	Overrides func(l *asyncio.Loop, out *Stage) *asyncio.Overrides
	// Runs is what runs Main; nil for asyncio.Run.
	Runs func(main func(co *asyncio.Co) error, opts ...asyncio.Option) error
}

// List gives the demos.
func List() []Demo {
	const nap = 10 * time.Second
	return []Demo{
		{
			Name:  "shield",
			About: "signal handlers of the loop: three tasks are cancelled, three are spared",
			Hint:  "press Ctrl-C, or send SIGTERM to the PID",
			Nap:   nap, Main: Shield,
		},
		{
			Name:  "default",
			About: "no handlers: what SIGINT does, and the steps of the shutdown",
			Hint:  "press Ctrl-C, or send SIGTERM to the PID",
			Nap:   nap, Main: Default, Overrides: Telling,
		},
		{
			Name:  "aiorun-shield",
			About: "the same by aiorun: its shutdown waits for three tasks and cancels three",
			Hint:  "press Ctrl-C, or send SIGTERM to the PID",
			Nap:   nap, Main: AiorunShield, Runs: byAiorun,
		},
		{
			Name:  "shielded-await",
			About: "shield() keeps a task from being cancelled with the one that waits for it",
			Main:  ShieldedAwait,
		},
		{
			Name:  "timers",
			About: "timers run in order of their time, cancelled ones not at all",
			Main:  Timers,
		},
		{
			Name:  "threadsafe",
			About: "another thread feeds the loop through call_soon_threadsafe",
			Main:  Threadsafe,
		},
		{
			Name:  "executor",
			About: "blocking work goes to a pool of threads",
			Main:  Executor,
		},
	}
}

// Run runs the demo to its end as asyncio.Run does, printing to out. workers is
// how long its workers sleep, 0 for the demo's own choice.
func (d Demo) Run(out io.Writer, workers time.Duration, opts ...asyncio.Option) error {
	if workers == 0 {
		workers = d.Nap
	}
	stage := &Stage{out, workers}
	if d.Overrides != nil {
		opts = append(opts, asyncio.WithOverrides(func(l *asyncio.Loop) *asyncio.Overrides {
			return d.Overrides(l, stage)
		}))
	}
	runs := d.Runs
	if runs == nil {
		runs = asyncio.Run
	}
	return runs(func(co *asyncio.Co) error { return d.Main(co, stage) }, opts...)
}
