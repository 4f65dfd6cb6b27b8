// Command aio shows the event loop at work. `aio demo` lists its demo programs.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"asyncio/profile"
	"asyncio/script/native/spawnmod"
)

// commands is the command line; each command has a file of its own.
type commands struct {
	Demo demoCommand `cmd:"" help:"List the demo programs, or run one."`
	Run  runCommand  `cmd:"" help:"Run a program written in Python."`
	Repl replCommand `cmd:"" help:"Take a Python program line by line, with await outside of functions."`
	Diff diffCommand `cmd:"" help:"Run a Python program here and in CPythons, and show where the outcomes differ."`
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
	var c commands
	parser := kong.Must(&c,
		kong.Name("aio"),
		kong.Description("Python's asyncio in Go: demos and programs."),
		kong.Vars{"versions": strings.Join(profile.Names(), ","), "version": pythonVersion()},
	)
	args := os.Args[1:]
	switch {
	case len(args) > 0:
	case os.Getenv(spawnmod.PythonVariable) != "":
		args = []string{"-"} // an interpreter that was given no program
	default:
		args = []string{"--help"}
	}
	if isPython := !slices.ContainsFunc(parser.Model.Children, func(n *kong.Node) bool { return n.Name == args[0] }); isPython && args[0] != "--help" && args[0] != "-h" {
		var version bool
		if args, version = pythonLine(args); version {
			fmt.Printf("Python %s.0\n", pythonVersion())
			return
		}
	}
	if args[0] == "run" {
		i := slices.IndexFunc(parser.Model.Children, func(n *kong.Node) bool { return n.Name == "run" })
		args = append(args[:1:1], programArgs(parser.Model.Children[i], args[1:])...)
	}
	ctx, err := parser.Parse(args)
	if err == nil {
		err = ctx.Run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "aio:", err)
		os.Exit(usage)
	}
}
