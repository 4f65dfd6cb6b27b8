package main

import (
	"fmt"
	"math"
	"os"
	"time"

	"asyncio/trace"
	"asyncio/trace/text"
)

// psCommand is `aio ps FILE`.
type psCommand struct {
	runCommand
	At   *time.Duration
	Real bool
}

func (c *psCommand) define(f *flags) {
	c.runCommand.define(f)
	f.Func("at", "The `TIME` since the program's start, such as 2.5s; otherwise its end, or where it can never go on.", optional(&c.At, time.ParseDuration))
	f.BoolVar(&c.Real, "real", false, "Run in real time; otherwise it is virtual.")
}

// run implements runner. The program runs up to the moment and is ended there;
// the command's status tells only whether it could be shown.
func (c *psCommand) run(args []string) error {
	c.Virtual = !c.Real
	o, err := c.options()
	if err != nil {
		return err
	}
	run, err := c.prepare(&o, args)
	if err != nil {
		report(err).finish()
	}
	at := math.Inf(1)
	if c.At != nil {
		at = c.At.Seconds()
	}
	p := c.hold(o, run)
	s := stateAt(p.recording, at)
	end := p.stop()
	if err := text.Tree(os.Stdout, s); err != nil {
		fmt.Fprintln(os.Stderr, "aio:", err)
		end = processEnd{status: 1}
	} else if c.At != nil {
		end = processEnd{}
	}
	end.finish()
	return nil
}

// pace is how many events are recorded before the time is looked at.
const pace = 64

// stateAt has a program run until its loops are past a time, and gives the
// State at that time.
func stateAt(r *trace.Growing, at float64) *trace.State {
	s := trace.NewState()
	for {
		ended := r.Ended()
		for n := r.Len(); s.Applied < n; {
			e := r.Event(s.Applied)
			if e.Time > at {
				return s
			}
			s.Apply(&e)
		}
		if ended {
			return s
		}
		s.Output = nil
		r.More(pace)
		<-r.Held()
	}
}
