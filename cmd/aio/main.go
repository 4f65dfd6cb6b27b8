// Command aio shows the event loop at work. `aio demo` lists its demo programs.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	_ "asyncio/cmd/aio/firstpages"
	"asyncio/profile"
	"asyncio/script/native/spawnmod"
)

// command is one of aio's; each has a file of its own.
type command struct {
	name, takes, about string
	make               func() runner
}

// runner is what a command's flags are set in.
type runner interface {
	define(f *flags)
	// run runs the command. Its errors are those of usage.
	run(args []string) error
}

func commands() []command {
	return []command{
		{"demo", "[NAME]", "List the demo programs, or run one.", func() runner { return &demoCommand{Python: pythonVersion()} }},
		{"run", "[FILE [ARGS...]]", "Run a program written in Python.", func() runner { return &runCommand{Python: pythonVersion()} }},
		{"trace", "[FILE [ARGS...]]", "Run a Python program and show what the loop did.", func() runner { return &traceCommand{runCommand: runCommand{Python: pythonVersion()}} }},
		{"explore", "FILE [ARGS...]", "Run a Python program under many orders of what the language leaves open, and show each outcome.", func() runner { return &exploreCommand{runCommand: runCommand{Python: pythonVersion()}} }},
		{"ps", "[FILE [ARGS...]]", "Show which task of a Python program awaits which at a moment, as a tree.", func() runner { return &psCommand{runCommand: runCommand{Python: pythonVersion()}} }},
		{"repl", "", "Take a Python program line by line, with await outside of functions.", func() runner { return &replCommand{Python: pythonVersion()} }},
		{"diff", "FILE [ARGS...]", "Run a Python program here and in CPythons, and show where the outcomes differ.", func() runner { return &diffCommand{} }},
	}
}

// usage is the exit status after a command line that makes no sense.
const usage = 2

// pythonVersion is the version that is followed unless --python says another.
func pythonVersion() string {
	if v := os.Getenv(spawnmod.PythonVariable); slices.Contains(profile.Names(), v) {
		return v
	}
	return profile.Default
}

func main() {
	args := os.Args[1:]
	switch {
	case len(args) > 0:
	case os.Getenv(spawnmod.PythonVariable) != "":
		args = []string{"-"} // an interpreter that was given no program
	default:
		args = []string{"--help"}
	}
	if args[0] == "--help" || args[0] == "-h" {
		help(os.Stdout)
		return
	}
	known := commands()
	named := func(name string) int {
		return slices.IndexFunc(known, func(c command) bool { return c.name == name })
	}
	if named(args[0]) < 0 {
		var version bool
		if args, version = pythonLine(args); version {
			fmt.Printf("Python %s.0\n", pythonVersion())
			return
		}
	}
	if err := known[named(args[0])].start(args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "aio:", err)
		os.Exit(usage)
	}
}

// start runs the command with that rest of the command line.
func (c command) start(args []string) error {
	r := c.make()
	f := newFlags(r)
	rest, err := f.parse(args)
	if errors.Is(err, errHelp) {
		fmt.Printf("Usage: aio %s [flags] %s\n\n%s\n", c.name, c.takes, c.about)
		f.help(os.Stdout)
		return nil
	}
	if err != nil {
		return err
	}
	return r.run(rest)
}

// help lists the commands.
func help(w io.Writer) {
	fmt.Fprint(w, "Usage: aio COMMAND\n\nPython's asyncio in Go: demos and programs.\n\nCommands:\n")
	for _, c := range commands() {
		writeWrapped(w, "  "+c.name+" [flags] "+c.takes, c.about)
	}
	fmt.Fprint(w, "\n`aio COMMAND --help` tells more of a command. A command line of python's is\none of `aio run`.\n")
}
