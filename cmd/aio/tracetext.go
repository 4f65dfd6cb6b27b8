package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"

	"asyncio/script"
	"asyncio/trace/text"
)

// textFlags say how a trace is told in words.
type textFlags struct {
	Color  string
	Unfold bool
	filter text.Filter
}

func (c *textFlags) define(f *flags) {
	c.Color = "auto"
	f.choice(&c.Color, "color", "`WHEN` to use colours", "auto", "always", "never")
	f.StringVar(&c.filter.Task, "task", "", "Show only what concerns the task of this `NAME`, such as Task-3.")
	f.Func("only", "Show only these `KINDS`: loop, handles, timers, futures, tasks, waits, cancels, signals, prints. Repeatable.", func(list string) (err error) {
		c.filter.Only, err = text.ParseKinds(c.filter.Only, list)
		return err
	})
	f.Func("ticks", "Show only these iterations, a `RANGE` such as 10-20.", func(s string) (err error) {
		c.filter.From, c.filter.To, err = text.ParseTicks(s)
		return err
	})
	f.BoolVar(&c.Unfold, "unfold", false, "Show each iteration in which nothing runs, instead of one line for a row of them.")
}

// options are those for writing to f.
func (c *textFlags) options(f *os.File) text.Options {
	o := text.Options{Filter: c.filter, Unfold: c.Unfold, Sources: text.NewSources()}
	terminal := isTerminal(f)
	switch c.Color {
	case "always":
		o.Color = true
	case "never":
	default:
		o.Color = terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && runtime.GOOS != "windows"
	}
	if terminal {
		o.Width = columnsOf(f)
	}
	return o
}

// follow has the program's loops followed in words. What it gives is to be
// called with how the program ended, and ends the process so.
func (c *runCommand) follow(o *script.Options, to *os.File) func(processEnd) {
	view := text.NewLive(to, c.header(o), (&textFlags{}).options(to))
	o.Observer = view
	return func(end processEnd) {
		view.Close() // standard error is where this would be told
		end.finish()
	}
}

// text runs the program and tells what its loops do, as it goes.
func (c *traceCommand) text(o *script.Options, run func(*script.Interp) error) error {
	to := os.Stdout
	if c.Output != "-" {
		var err error
		if to, err = os.Create(c.Output); err != nil {
			return fmt.Errorf("trace: %w", err)
		}
	}
	b := bufio.NewWriter(to)
	view := text.NewLive(b, c.header(o), c.shown.options(to))
	o.Observer = view
	finish := func(end processEnd) {
		err := view.Close()
		if e := b.Flush(); err == nil {
			err = e
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "aio: trace:", err)
			end = processEnd{status: usage}
		}
		end.finish()
	}
	o.Leave = func(status int) { finish(processEnd{status: status}) }
	finish(runWith(*o, run))
	return nil
}
