package main

import "strings"

// The flags of python that take a value, and those that say nothing here.
const (
	pythonValued = "cmWX"
	pythonIgnore = "bBdIOPqsSvx"
)

// pythonLine turns a command line of python's into one of `aio run`, so that
// sys.executable can be started as programs start it: with python's flags, and
// no command. version tells that only the version is asked for.
func pythonLine(args []string) (run []string, version bool) {
	run = []string{"run"}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--version":
			return nil, true
		case arg == "--check-hash-based-pycs":
			i++
			continue
		case arg == "--":
			return append(run, args[i:]...), false
		case len(arg) < 2 || arg[0] != '-' || strings.HasPrefix(arg, "--"):
			return append(run, args[i:]...), false
		}
	cluster:
		for k := 1; k < len(arg); k++ {
			c := arg[k]
			switch {
			case c == 'V':
				return nil, true
			case c == 'E':
				run = append(run, "-E")
				continue
			case strings.IndexByte(pythonIgnore, c) >= 0:
				continue
			case strings.IndexByte(pythonValued, c) < 0:
				run = append(run, "-"+string(c)) // refused there
				continue
			}
			run = append(run, "-"+string(c))
			if k+1 < len(arg) {
				run = append(run, arg[k+1:])
			} else if i++; i < len(args) {
				run = append(run, args[i])
			}
			if c == 'c' || c == 'm' {
				return append(run, args[min(i+1, len(args)):]...), false
			}
			break cluster
		}
	}
	return run, false
}
