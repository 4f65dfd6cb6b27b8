package main

import (
	"fmt"
	"os"

	"asyncio/script"
	"asyncio/trace/step"
	"asyncio/trace/text"
)

// step has the user step through the program.
func (c *traceCommand) step(o script.Options, run func(*script.Interp) error) error {
	p := c.hold(o, run)
	sources := text.NewSources()
	if c.Code != nil {
		sources.Add("<string>", []byte(*c.Code))
	}
	err := step.Terminal(os.Stdin, os.Stdout, p.recording, sources, c.shown.options(os.Stdout).Color)
	end := p.stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "aio: trace:", err)
		end = processEnd{status: usage}
	}
	end.finish()
	return nil
}
