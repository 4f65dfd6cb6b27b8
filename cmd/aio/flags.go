package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"asyncio/profile"
)

// flags are those of a command. Package flag knows them and their values; the
// command line is gone through as python goes through its own.
type flags struct {
	flag.FlagSet
	short map[string]string // by the long name
	// leading flags all stand before the first argument.
	leading bool
	// last are flags with which a program's own arguments begin.
	last []string
}

// errHelp tells that help was asked for.
var errHelp = errors.New("help")

func newFlags(c runner) *flags {
	f := &flags{short: map[string]string{}}
	f.Bool("help", false, "Show this help.")
	f.also("h", "help")
	c.define(f)
	return f
}

// also gives a flag a short name.
func (f *flags) also(short, long string) {
	f.short[long] = short
	f.Var(f.Lookup(long).Value, short, "")
}

// python is the flag that says which version to follow.
func (f *flags) python(p *string, usage string) {
	f.choice(p, "python", usage, profile.Names()...)
}

// choice is a flag that takes one of some values.
func (f *flags) choice(p *string, name, usage string, values ...string) {
	f.Func(name, usage+": "+strings.Join(values, ", ")+".", func(s string) error {
		if !slices.Contains(values, s) {
			return fmt.Errorf("must be one of %q but got %q", values, s)
		}
		*p = s
		return nil
	})
}

// optional has a flag leave p nil when it is not given.
func optional[T any](p **T, parse func(string) (T, error)) func(string) error {
	return func(s string) error {
		v, err := parse(s)
		*p = &v
		return err
	}
}

// many has a flag that may be given repeatedly.
func many[T any](p *[]T, parse func(string) (T, error)) func(string) error {
	return func(s string) error {
		v, err := parse(s)
		*p = append(*p, v)
		return err
	}
}

// asVersion takes a version of Python.
func asVersion(s string) (string, error) {
	if !slices.Contains(profile.Names(), s) {
		return "", fmt.Errorf("must be one of %q but got %q", profile.Names(), s)
	}
	return s, nil
}

func asText(s string) (string, error)   { return s, nil }
func asFloat(s string) (float64, error) { return strconv.ParseFloat(s, 64) }
func asInt(s string) (int64, error)     { return strconv.ParseInt(s, 10, 64) }
func asUint(s string) (uint64, error)   { return strconv.ParseUint(s, 10, 64) }

// parse takes the flags out of a command line and gives the arguments. A short
// flag's value may be joined to it, and short flags to each other.
func (f *flags) parse(args []string) (rest []string, err error) {
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		switch {
		case arg == "--":
			return append(rest, args...), nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			rest = append(rest, arg)
			if f.leading {
				return append(rest, args...), nil
			}
			continue
		}
		name, value, joined := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
		if !strings.HasPrefix(arg, "--") {
			name, value = arg[1:2], arg[2:]
			switch joined = value != ""; {
			case joined && f.isBool(name):
				args = append([]string{"-" + value}, args...)
				joined = false
			case joined:
				value = strings.TrimPrefix(value, "=")
			}
		}
		if args, err = f.take(name, value, joined, args); err != nil {
			return nil, err
		}
		if slices.Contains(f.last, name) {
			return args, nil
		}
	}
	return rest, nil
}

// take sets a flag, from the arguments behind it where its value is not joined
// to it.
func (f *flags) take(name, value string, joined bool, behind []string) ([]string, error) {
	known := f.Lookup(name)
	dashed := strings.Repeat("-", min(len(name), 2)) + name
	switch {
	case known == nil:
		return nil, fmt.Errorf("unknown flag %s", dashed)
	case joined:
	case f.isBool(name):
		value = "true"
	case len(behind) == 0:
		return nil, fmt.Errorf("%s: a value is missing", dashed)
	default:
		value, behind = behind[0], behind[1:]
	}
	if err := known.Value.Set(value); err != nil {
		return nil, fmt.Errorf("%s: %w", dashed, err)
	}
	if help := f.Lookup("help").Value; help == known.Value && help.String() == "true" {
		return nil, errHelp
	}
	return behind, nil
}

func (f *flags) isBool(name string) bool {
	known := f.Lookup(name)
	if known == nil {
		return false
	}
	b, ok := known.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// helpWidth is that of help, in columns; texts stand in from helpIndent.
const (
	helpWidth  = 80
	helpIndent = 32
)

// help lists the flags.
func (f *flags) help(w io.Writer) {
	fmt.Fprintln(w, "\nFlags:")
	f.VisitAll(func(known *flag.Flag) {
		if len(known.Name) == 1 {
			return
		}
		placeholder, usage := flag.UnquoteUsage(known)
		left := "      --" + known.Name
		if s := f.short[known.Name]; s != "" {
			left = "  -" + s + ", --" + known.Name
		}
		if placeholder != "" && !f.isBool(known.Name) {
			left += "=" + placeholder
		}
		writeWrapped(w, left, usage)
	})
}

// writeWrapped writes a text beside what it is about.
func writeWrapped(w io.Writer, left, text string) {
	line := fmt.Sprintf("%-*s", helpIndent-1, left)
	for word := range strings.FieldsSeq(text) {
		if len(line)+1+len(word) > helpWidth && len(strings.TrimSpace(line)) > 0 {
			fmt.Fprintln(w, line)
			line = strings.Repeat(" ", helpIndent-1)
		}
		line += " " + word
	}
	fmt.Fprintln(w, line)
}
