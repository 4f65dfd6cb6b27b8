package main

import (
	"os"

	"asyncio/script"
)

// replCommand is `aio repl`: the prompt of python -m asyncio.
type replCommand struct {
	Path   []string `placeholder:"DIR" sep:"none" help:"Where imports look besides this folder. Repeatable."`
	Python string   `enum:"${versions}" default:"${version}" help:"CPython version whose asyncio to follow: ${enum}."`
}

// Run implements the command. How the program ends is how the process ends.
func (c *replCommand) Run() error {
	o := script.Options{
		Stdout: os.Stdout, Stderr: os.Stderr, Stdin: os.Stdin, Report: true, Grants: script.AllGrants(),
		Args: []string{""}, Path: c.Path, Python: c.Python,
	}
	os.Exit(runWith(o, (*script.Interp).Repl))
	return nil
}
