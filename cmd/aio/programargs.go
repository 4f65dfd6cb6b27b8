package main

import (
	"strings"

	"github.com/alecthomas/kong"
)

// programArgs readies the arguments of `aio run` for kong. As with python, the
// flags of run end with -c CODE, -m MODULE, - or the program's file; what comes
// after is the program's, whatever it looks like.
func programArgs(run *kong.Node, args []string) []string {
	takesValue := map[string]bool{}
	for _, f := range run.Flags {
		needs := !f.IsBool() && !f.IsCounter()
		takesValue["--"+f.Name] = needs
		if f.Short != 0 {
			takesValue["-"+string(f.Short)] = needs
		}
	}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return args
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			return split(args[:i], args[i:])
		case strings.HasPrefix(arg, "--code=") || strings.HasPrefix(arg, "--module="):
			return split(args[:i+1], args[i+1:])
		case strings.HasPrefix(arg, "--") && strings.Contains(arg, "="):
			continue
		case len(arg) > 2 && !strings.HasPrefix(arg, "--"): // -uc CODE, -cCODE
			flag, rest := arg[:2], arg[2:]
			expanded := append([]string{}, args[:i]...)
			if takesValue[flag] {
				expanded = append(expanded, flag, rest)
			} else {
				expanded = append(expanded, flag, "-"+rest)
			}
			args = append(expanded, args[i+1:]...)
			i--
			continue
		case !takesValue[arg]:
			continue
		}
		i++ // its value
		if arg == "-c" || arg == "--code" || arg == "-m" || arg == "--module" {
			if i >= len(args) {
				return args // kong complains
			}
			long := map[byte]string{'c': "--code=", 'm': "--module="}[strings.TrimLeft(arg, "-")[0]]
			return split(append(append([]string{}, args[:i-1]...), long+args[i]), args[i+1:])
		}
	}
	return args
}

// split has kong take flags as flags and nothing of rest.
func split(flags, rest []string) []string {
	return append(append(append([]string{}, flags...), "--"), rest...)
}
