package main

import (
	"fmt"
	"os"

	"asyncio/script"
)

// replCommand is `aio repl`: the prompt of python -m asyncio.
type replCommand struct {
	Path   []string
	Python string
}

func (c *replCommand) define(f *flags) {
	f.Func("path", "A `DIR` where imports look besides this folder. Repeatable.", many(&c.Path, asText))
	f.python(&c.Python, "The CPython `VERSION` whose asyncio to follow")
}

// run implements runner. How the program ends is how the process ends.
func (c *replCommand) run(args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("repl takes no argument %s", args[0])
	}
	o := script.Options{
		Stdout: os.Stdout, Stderr: os.Stderr, Stdin: os.Stdin, Report: true, Grants: script.AllGrants(),
		Args: []string{""}, Path: c.Path, Python: c.Python,
	}
	runWith(o, (*script.Interp).Repl).finish()
	return nil
}
