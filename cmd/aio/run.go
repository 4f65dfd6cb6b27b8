package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"asyncio/script"
	"asyncio/script/host"
	"asyncio/signalsafe"
)

// limited is the exit status of a program that a limit ended.
const limited = 70

// interrupted is the exit status that a shell shows for a process that died of
// SIGINT, as one does that lets a KeyboardInterrupt through.
const interrupted = 130

// deadlocked is the exit status of a program whose tasks wait for ever.
const deadlocked = 77

// runCommand is `aio run FILE [ARGS]`.
type runCommand struct {
	Code       string     `short:"c" help:"Run this code instead of a file."`
	Path       []string   `placeholder:"DIR" help:"Where imports look besides the program's folder. Repeatable."`
	Python     string     `enum:"${versions}" default:"${version}" help:"CPython version whose asyncio to follow: ${enum}."`
	Virtual    bool       `help:"Run in virtual time: the loop's clock jumps instead of waiting."`
	Epoch      float64    `placeholder:"SECONDS" help:"With --virtual: where the clocks start, in Unix seconds."`
	Unbuffered bool       `short:"u" help:"Write standard output at once, not in blocks."`
	Signal     []scripted `placeholder:"NAME@TIME" help:"With --virtual: a signal that comes at that time, such as SIGINT@2s. Repeatable."`
	MaxSteps   int64      `placeholder:"N" help:"End the program after so many instructions."`
	File       string     `arg:"" optional:"" help:"The program; - reads it from standard input."`
	Args       []string   `arg:"" optional:"" passthrough:"" help:"The program's own arguments."`
}

// Run implements the command. How the program ends is how the process ends.
func (c *runCommand) Run() error {
	src, file := []byte(c.Code), "<string>"
	argv := append([]string{"-c"}, c.Args...)
	switch {
	case c.Code != "":
		if c.File != "" {
			argv = append([]string{"-c", c.File}, c.Args...)
		}
	case c.File == "":
		return errors.New("run: name a program, or give one with -c")
	case c.File == "-":
		var err error
		if src, err = io.ReadAll(os.Stdin); err != nil {
			return err
		}
		file, argv = "<stdin>", append([]string{"-"}, c.Args...)
	default:
		var err error
		if src, err = os.ReadFile(c.File); err != nil {
			return err
		}
		file, argv = c.File, append([]string{c.File}, c.Args...)
	}
	if c.Epoch != 0 && !c.Virtual {
		return errors.New("run: --epoch needs --virtual")
	}
	buffering := host.AsPython
	if c.Unbuffered || os.Getenv("PYTHONUNBUFFERED") != "" {
		buffering = host.Unbuffered
	}
	var signals []script.SignalAt
	for _, s := range c.Signal {
		signals = append(signals, script.SignalAt{Signal: s.signal, After: s.after})
	}
	status := runProgram(src, file, script.Options{Stdout: os.Stdout, Buffering: buffering, Report: true, Stderr: os.Stderr, Stdin: os.Stdin, Args: argv, Path: c.Path,
		Virtual: c.Virtual, Epoch: c.Epoch, Signals: signals, Python: c.Python, Limits: script.Limits{Steps: c.MaxSteps}})
	os.Exit(status)
	return nil
}

// runProgram runs a program and gives the exit status.
func runProgram(src []byte, file string, o script.Options) int {
	if full, err := filepath.Abs(file); err == nil && file != "" && file[0] != '<' {
		file = full // as tracebacks show it
	}
	p, err := script.Compile(src, file)
	if err != nil {
		return report(err)
	}
	i := script.New(o)
	status := report(i.Run(p))
	if err := i.Close(); err != nil {
		status = report(err)
	}
	if status == interrupted {
		signalsafe.DieBy(signalsafe.SIGINT)
	}
	return status
}

// report tells how a run ended and gives the exit status.
func report(err error) int {
	var syntaxError *script.SyntaxError
	var uncaught *script.Error
	var death *signalsafe.DeathError
	var deadlock *script.DeadlockError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &syntaxError):
		fmt.Fprint(os.Stderr, syntaxError.Format())
		return 1
	case errors.As(err, &uncaught):
		if !uncaught.Reported {
			fmt.Fprint(os.Stderr, uncaught.Text)
		}
		if uncaught.Interrupt {
			return interrupted
		}
		return uncaught.Status
	case errors.As(err, &death):
		signalsafe.DieBy(death.Signal) // what is buffered is lost
	}
	fmt.Fprintln(os.Stderr, "aio:", err)
	var bug *script.InternalError
	if errors.As(err, &bug) {
		os.Stderr.Write(bug.Stack)
	}
	if errors.As(err, &deadlock) {
		return deadlocked
	}
	return limited
}
