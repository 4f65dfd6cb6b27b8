package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"asyncio/observe"
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
	Code       *string       `short:"c" placeholder:"CODE" help:"Run this code instead of a file."`
	Module     string        `short:"m" placeholder:"MODULE" help:"Run a module as a program, as python -m."`
	Path       []string      `placeholder:"DIR" sep:"none" help:"Where imports look besides the program's folder. Repeatable."`
	Python     string        `enum:"${versions}" default:"${version}" help:"CPython version whose asyncio to follow: ${enum}."`
	Unbuffered bool          `short:"u" help:"Write standard output at once, not in blocks."`
	Warn       []string      `short:"W" placeholder:"ACTION" sep:"none" help:"What becomes of warnings, as python -W. Repeatable."`
	X          []string      `short:"X" placeholder:"OPTION" sep:"none" help:"An option as python -X; dev turns development mode on. Repeatable."`
	Virtual    bool          `help:"Run in virtual time: the clock jumps instead of waiting, for all threads."`
	Epoch      float64       `placeholder:"SECONDS" help:"With --virtual: where the clocks start, in Unix seconds."`
	Seed       *int64        `placeholder:"N" help:"Begin as if by random.seed(N)."`
	Shuffle    *uint64       `placeholder:"N" help:"Shuffle, by this seed, what CPython orders by address, such as the tasks that all_tasks gives."`
	Signal     []scripted    `placeholder:"NAME@TIME" help:"A signal that comes at that time after the program's first statement, such as SIGINT@2s. Repeatable."`
	Trace      bool          `help:"Tell on standard error what the loop does."`
	Timeout    time.Duration `placeholder:"5s" help:"End the program after so long."`
	MaxSteps   int64         `placeholder:"N" help:"End the program after so many instructions."`
	MaxMemory  size          `placeholder:"64MiB" help:"End the program when its objects take more memory."`
	MaxOutput  size          `placeholder:"10MB" help:"End the program when it has printed more."`
	MaxTasks   int           `placeholder:"N" help:"End the program when it has more tasks at a time."`
	File       string        `arg:"" optional:"" help:"The program; - reads it from standard input."`
	Args       []string      `arg:"" optional:"" passthrough:"" help:"The program's own arguments."`
}

// Run implements the command. How the program ends is how the process ends.
func (c *runCommand) Run() error {
	o, err := c.options()
	if err != nil {
		return err
	}
	rest := c.Args
	if c.File != "" {
		rest = append([]string{c.File}, rest...)
	}
	if c.Module != "" {
		o.Args = append([]string{"-m"}, rest...)
		os.Exit(runWith(o, func(i *script.Interp) error { return i.RunModule(c.Module) }))
	}
	p, err := c.program(&o, rest)
	if err != nil {
		os.Exit(report(err))
	}
	os.Exit(runWith(o, func(i *script.Interp) error { return i.Run(p) }))
	return nil
}

// program compiles what is to be run, and sets its arguments.
func (c *runCommand) program(o *script.Options, rest []string) (*script.Program, error) {
	if c.Code != nil {
		o.Args = append([]string{"-c"}, rest...)
		return script.Compile([]byte(*c.Code), "<string>")
	}
	if len(rest) == 0 && isTerminal(os.Stdin) {
		return nil, errors.New("run: name a program, or give one with -c or -m; aio repl takes it line by line")
	}
	if len(rest) == 0 {
		rest = []string{"-"}
	}
	if o.Args = rest; rest[0] == "-" {
		src, err := io.ReadAll(os.Stdin)
		if err != nil {
			return nil, err
		}
		return script.Compile(src, "<stdin>")
	}
	file := rest[0]
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, noFile{err}
	}
	if full, err := filepath.Abs(file); err == nil {
		file = full // as tracebacks show it
	}
	return script.Compile(src, file)
}

// noFile tells that the program cannot be read.
type noFile struct{ error }

// options turns the flags into those of an interpreter.
func (c *runCommand) options() (script.Options, error) {
	o := script.Options{
		Stdout: os.Stdout, Stderr: os.Stderr, Stdin: os.Stdin, Report: true, OwnProcess: true, Grants: script.AllGrants(), Path: c.Path, Python: c.Python,
		Warnings: c.Warn, X: c.X, Virtual: c.Virtual, Epoch: c.Epoch, Seed: c.Seed, Shuffle: c.Shuffle,
		Limits: script.Limits{Steps: c.MaxSteps, Time: c.Timeout, Memory: int64(c.MaxMemory), Output: int64(c.MaxOutput), Tasks: c.MaxTasks},
	}
	if c.Epoch != 0 && !c.Virtual {
		return o, errors.New("run: --epoch needs --virtual")
	}
	if c.Unbuffered || os.Getenv("PYTHONUNBUFFERED") != "" {
		o.Buffering = host.Unbuffered
	}
	if w := os.Getenv("PYTHONWARNINGS"); w != "" {
		o.Warnings = append(strings.Split(w, ","), o.Warnings...)
	}
	if os.Getenv("PYTHONDEVMODE") != "" {
		o.X = append(o.X, "dev")
	}
	if c.Trace {
		o.Observer = observe.NewText(os.Stderr)
	}
	for _, s := range c.Signal {
		o.Signals = append(o.Signals, script.SignalAt{Signal: s.signal, After: s.after})
	}
	return o, nil
}

// runWith runs a program and gives the exit status.
func runWith(o script.Options, run func(*script.Interp) error) int {
	// A program's process has the machine to itself, and small heaps make the
	// collector run most of the time: room is spent for speed. GOGC still rules.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	i := script.New(o)
	status := report(run(i))
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
	var noModule *script.NoModuleError
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
	case errors.As(err, &noModule):
		fmt.Fprintln(os.Stderr, "aio:", err)
		return 1
	case errors.As(err, &noFile{}):
		fmt.Fprintln(os.Stderr, "aio: can't open the program:", err)
		return usage
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
