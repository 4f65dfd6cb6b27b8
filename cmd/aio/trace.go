package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"asyncio/clock"
	"asyncio/script"
	"asyncio/script/host"
	"asyncio/trace"
)

// traceCommand is `aio trace FILE`.
type traceCommand struct {
	runCommand
	Format string
	Output string
	Step   bool
	shown  textFlags
}

func (c *traceCommand) define(f *flags) {
	c.runCommand.define(f)
	c.shown.define(f)
	c.Format = "text"
	f.choice(&c.Format, "format", "How the trace is written, in a `FORMAT`", append([]string{"text"}, traceFormats...)...)
	f.BoolVar(&c.Step, "step", false, "Step through the program, forward and back; best with --virtual, as real time goes on while the program is held.")
	f.StringVar(&c.Output, "output", "-", "The `FILE` that the trace is written to; - is standard output. What the program prints is in the trace.")
	f.also("o", "output")
}

// run implements runner. The program's exit status is the command's.
func (c *traceCommand) run(args []string) error {
	o, err := c.options()
	if err != nil {
		return err
	}
	if f := c.shown.filter; (c.Step || c.whole()) && !f.All() {
		return errors.New("trace: --task, --only and --ticks are for the formats text and mermaid; the others have the whole recording")
	}
	run, err := c.prepare(&o, args)
	if err != nil {
		report(err).finish()
	}
	if c.Step {
		return c.step(o, run)
	}
	o.Stdout, o.Buffering = io.Discard, host.Blocks
	if c.Format == "text" {
		return c.text(&o, run)
	}
	r := trace.NewRecorder(c.header(&o))
	o.Observer = r
	finish := func(end processEnd) {
		if err := c.write(r); err != nil {
			fmt.Fprintln(os.Stderr, "aio:", err)
			end = processEnd{status: usage}
		}
		end.finish()
	}
	o.Leave = func(status int) { finish(processEnd{status: status}) }
	finish(runWith(o, run))
	return nil
}

// header tells what is recorded.
func (c *runCommand) header(o *script.Options) trace.Header {
	h := trace.Header{Program: o.Args[0], By: "aio", Python: c.Python, Virtual: c.Virtual}
	if c.Virtual {
		if h.Start = c.Epoch; h.Start == 0 {
			h.Start = clock.Start
		}
	}
	return h
}

func (c *traceCommand) write(r *trace.Recorder) (err error) {
	to := os.Stdout
	if c.Output != "-" {
		if to, err = os.Create(c.Output); err != nil {
			return err
		}
	}
	b := bufio.NewWriter(to)
	err = c.encode(b, r)
	if e := b.Flush(); err == nil {
		err = e
	}
	if c.Output != "-" {
		if e := to.Close(); err == nil {
			err = e
		}
	}
	if err != nil {
		return fmt.Errorf("trace: %w", err)
	}
	return nil
}
