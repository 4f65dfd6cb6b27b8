package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"asyncio/profile"
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

// testTimeout is how long a test may take where others' tests are run.
const testTimeout = 30 * time.Second

// runCommand is `aio run FILE [ARGS]`.
type runCommand struct {
	Code       *string
	Module     string
	Path       []string
	Python     string
	Unbuffered bool
	NoEnviron  bool
	Warn       []string
	X          []string
	Virtual    bool
	Epoch      float64
	Seed       *int64
	Shuffle    *uint64
	Resolution *float64
	Trio       string
	Signal     []scripted
	Trace      bool
	Timeout    time.Duration
	MaxSteps   int64
	MaxMemory  size
	MaxOutput  size
	MaxTasks   int
	Tests      *time.Duration
}

func (c *runCommand) define(f *flags) {
	// As with python, what comes after the program is the program's.
	f.leading, f.last = true, []string{"code", "c", "module", "m"}
	f.Func("code", "Run this `CODE` instead of a file.", optional(&c.Code, asText))
	f.also("c", "code")
	f.StringVar(&c.Module, "module", "", "Run a `MODULE` as a program, as python -m.")
	f.also("m", "module")
	f.Func("path", "A `DIR` where imports look besides the program's folder. Repeatable.", many(&c.Path, asText))
	f.python(&c.Python, "The CPython `VERSION` whose asyncio to follow")
	f.BoolVar(&c.Unbuffered, "unbuffered", false, "Write standard output at once, not in blocks.")
	f.also("u", "unbuffered")
	f.BoolVar(&c.NoEnviron, "ignore-environment", false, "Take no options from the environment, such as PYTHONASYNCIODEBUG.")
	f.also("E", "ignore-environment")
	f.Func("warn", "The `ACTION` that warnings cause, as python -W. Repeatable.", many(&c.Warn, asText))
	f.also("W", "warn")
	f.Func("option", "An `OPTION` as python -X; dev turns development mode on. Repeatable.", many(&c.X, asText))
	f.also("X", "option")
	f.BoolVar(&c.Virtual, "virtual", false, "Run in virtual time: the clock jumps instead of waiting, for all threads.")
	f.Float64Var(&c.Epoch, "epoch", 0, "With --virtual: where the clocks start, in Unix `SECONDS`.")
	f.Func("seed", "Begin as if by random.seed(`N`).", optional(&c.Seed, asInt))
	f.Func("shuffle", "Shuffle, by the seed `N`, what CPython orders by address, such as the tasks that all_tasks gives.", optional(&c.Shuffle, asUint))
	f.Func("clock-resolution", "The monotonic clock's step in `SECONDS`, 0.015625 on Windows: timers due within one run together.", optional(&c.Resolution, asFloat))
	f.choice(&c.Trio, "trio", "The release of trio whose ways to follow", "0.22", "0.34")
	f.signals(&c.Signal, "A signal that comes at that time after the program's first statement, such as SIGINT@2s, as `NAME@TIME`. Repeatable.")
	f.BoolVar(&c.Trace, "trace", false, "Tell on standard error what the loop does.")
	f.DurationVar(&c.Timeout, "timeout", 0, "End the program after a `TIME` such as 5s.")
	f.Int64Var(&c.MaxSteps, "max-steps", 0, "End the program after `N` instructions.")
	f.TextVar(&c.MaxMemory, "max-memory", size(0), "End the program when its objects take more than a `SIZE` such as 64MiB.")
	f.TextVar(&c.MaxOutput, "max-output", size(0), "End the program when it has printed more than a `SIZE` such as 10MB.")
	f.Func("test-timeout", "End a test of unittest after a `TIME` such as 10s; 30s is the default with --path, 0 is no limit.", optional(&c.Tests, time.ParseDuration))
	f.IntVar(&c.MaxTasks, "max-tasks", 0, "End the program when it has more than `N` tasks at a time.")
}

// run implements runner. How the program ends is how the process ends.
func (c *runCommand) run(args []string) error {
	beginSignals()
	o, err := c.options()
	if err != nil {
		return err
	}
	run, err := c.prepare(&o, args)
	if err != nil {
		report(err).finish()
	}
	if c.Trace {
		finish := c.follow(&o, os.Stderr)
		o.Leave = func(status int) { finish(processEnd{status: status}) }
		finish(runWith(o, run))
	}
	runWith(o, run).finish()
	return nil
}

// prepare finds the program and sets its arguments; what it returns runs it.
func (c *runCommand) prepare(o *script.Options, args []string) (run func(*script.Interp) error, err error) {
	if c.Module != "" {
		o.Args = append([]string{"-m"}, args...)
		return func(i *script.Interp) error { return i.RunModule(c.Module) }, nil
	}
	p, err := c.program(o, args)
	if err != nil {
		return nil, err
	}
	return func(i *script.Interp) error { return i.Run(p) }, nil
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
	src, err := readProgram(file)
	if err != nil {
		return nil, noFile{err}
	}
	if p, err := profile.Get(o.Python); err != nil || p.MainFileWhole {
		if full, err := filepath.Abs(file); err == nil {
			file = full // as tracebacks show it
		}
	}
	return script.Compile(src, file)
}

// noFile tells that the program cannot be read.
type noFile struct{ error }

// options turns the flags into those of an interpreter.
func (c *runCommand) options() (script.Options, error) {
	o := script.Options{
		Stdout: os.Stdout, Stderr: os.Stderr, Stdin: os.Stdin, Report: true, OwnProcess: true, Grants: script.AllGrants(), Path: c.Path, Python: c.Python, Trio: c.Trio,
		Warnings: c.Warn, X: c.X, Virtual: c.Virtual, Epoch: c.Epoch, Seed: c.Seed, Shuffle: c.Shuffle,
		Limits: script.Limits{Steps: c.MaxSteps, Time: c.Timeout, Memory: int64(c.MaxMemory), Output: int64(c.MaxOutput), Tasks: c.MaxTasks},
	}
	if c.Epoch != 0 && !c.Virtual {
		return o, errors.New("run: --epoch needs --virtual")
	}
	if r := c.Resolution; r != nil {
		if err := checkResolution(*r); err != nil {
			return o, err
		}
		o.ClockResolution = *r
	}
	o.IgnoreEnvironment = c.NoEnviron
	environ := func(name string) string {
		if c.NoEnviron {
			return ""
		}
		return os.Getenv(name)
	}
	if c.Unbuffered || environ("PYTHONUNBUFFERED") != "" {
		o.Buffering = host.Unbuffered
	}
	if w := environ("PYTHONWARNINGS"); w != "" {
		o.Warnings = append(strings.Split(w, ","), o.Warnings...)
	}
	if environ("PYTHONDEVMODE") != "" {
		o.X = append(o.X, "dev")
	}
	switch {
	case c.Tests != nil:
		o.TestTimeout = *c.Tests
	case len(c.Path) > 0:
		o.TestTimeout = testTimeout
	}
	for _, s := range c.Signal {
		o.Signals = append(o.Signals, script.SignalAt{Signal: s.signal, After: s.after})
	}
	return o, nil
}

// runWith runs a program and tells how the process is to end.
func runWith(o script.Options, run func(*script.Interp) error) processEnd {
	// A program's process has the machine to itself, and small heaps make the
	// collector run most of the time: room is spent for speed. GOGC still rules.
	if os.Getenv("GOGC") == "" {
		defer collectAt(400, 12<<20)()
	}
	i := script.New(o)
	end := report(run(i))
	if err := i.Close(); err != nil {
		end = report(err)
	}
	return end
}

// processEnd is how a program ended: by a signal if there is one, else with a status.
type processEnd struct {
	status int
	signal signalsafe.Signal
}

// finish ends the process in the same way.
func (e processEnd) finish() {
	if e.signal != 0 {
		signalsafe.DieBy(e.signal)
	}
	os.Exit(e.status)
}

// report tells how a run ended.
func report(err error) processEnd {
	var syntaxError *script.SyntaxError
	var uncaught *script.Error
	var death *signalsafe.DeathError
	var deadlock *script.DeadlockError
	var noModule *script.NoModuleError
	switch {
	case err == nil:
		return processEnd{}
	case errors.As(err, &syntaxError):
		fmt.Fprint(os.Stderr, syntaxError.Format())
		return processEnd{status: 1}
	case errors.As(err, &uncaught):
		if !uncaught.Reported {
			fmt.Fprint(os.Stderr, uncaught.Text)
		}
		if uncaught.Interrupt {
			return processEnd{interrupted, signalsafe.SIGINT}
		}
		return processEnd{status: uncaught.Status}
	case errors.As(err, &death): // what is buffered is lost
		return processEnd{limited, death.Signal}
	case errors.As(err, &noModule):
		fmt.Fprintln(os.Stderr, "aio:", err)
		return processEnd{status: 1}
	case errors.As(err, &noFile{}):
		fmt.Fprintln(os.Stderr, "aio: can't open the program:", err)
		return processEnd{status: usage}
	}
	fmt.Fprintln(os.Stderr, "aio:", err)
	var bug *script.InternalError
	if errors.As(err, &bug) {
		os.Stderr.Write(bug.Stack)
	}
	if errors.As(err, &deadlock) {
		return processEnd{status: deadlocked}
	}
	return processEnd{status: limited}
}
