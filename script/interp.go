package script

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"asyncio/clock"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/native/astmod"
	"asyncio/script/native/iomod"
	"asyncio/script/native/sysmod"
	"asyncio/script/object"
	"asyncio/script/threads"
	"asyncio/script/vm"
	"asyncio/signalsafe"
)

// SignalAt is a signal that comes from outside, so long after the program's
// first statement.
type SignalAt struct {
	Signal signalsafe.Signal
	After  time.Duration
}

// Options say what an interpreter is given.
type Options struct {
	// Stdout and Stderr take the program's output; nil drops it.
	Stdout, Stderr io.Writer
	// Stdin is what input() reads; nil is empty.
	Stdin io.Reader
	// Buffering says when what the program prints to Stdout is written; all of
	// it is when Close returns, unless the program was killed.
	Buffering host.Buffering
	// Report has an exception that nobody caught printed to Stderr by
	// sys.excepthook, as when the program is a process of its own.
	Report bool
	// Args is sys.argv.
	Args []string
	// Path is where imports look, the program's own folder not counted.
	Path []string
	// Grants say what of the machine the program may touch; nothing, if left
	// out.
	Grants Grants
	Limits Limits
	// Virtual has time jump instead of passing, for clocks, sleeps, timeouts and
	// alarms of all threads.
	Virtual bool
	// Epoch is where the virtual clock starts, in seconds; 0 stands for
	// clock.Start.
	Epoch float64
	// ClockResolution is the step of the monotonic clock in seconds, such as
	// clock.ResolutionWindows; 0 stands for Linux's nanosecond.
	ClockResolution float64
	Signals         []SignalAt
	// OwnProcess tells that the process is the program's alone: a signal that
	// ends a Python process without a handler ends this one.
	OwnProcess bool
	// Seed, if not nil, has the program begin as if by random.seed(*Seed).
	Seed *int64
	// Shuffle, if not nil, is the seed by which what CPython orders by address is
	// shuffled; otherwise it stands in the order of its creation.
	Shuffle *uint64
	// Observer is told what the loops do; nil for none.
	Observer observe.Observer
	// Leave ends the process at once, for a program that has the grant Process
	// and calls os._exit; nil for os.Exit.
	Leave func(status int)
	// Warnings are the -W options of python, "action:message:category:module:line".
	Warnings []string
	// X are the -X options; "dev" turns development mode on.
	X []string
	// IgnoreEnvironment has no option taken from the process's environment.
	IgnoreEnvironment bool
	// TestTimeout is how long one test of unittest may take before it is broken
	// off as an error; 0 is no limit.
	TestTimeout time.Duration
	// Python is the version whose asyncio is followed; empty for the default.
	Python string
	// Trio is the release of trio that is followed, "0.22" or "0.34"; empty for
	// the newest.
	Trio string
}

// Interp is an interpreter. It belongs to one goroutine at a time: the one that
// calls its methods. The program's threads are goroutines of its own, which
// Close ends.
type Interp struct {
	o     Options
	given []string // the folders that imports may read in any case
	in    *object.Interp
	m     *vm.Machine
	main  *object.Module
	// importer is the function __import__ as it was made.
	importer object.Value
	h        *host.Host

	begun   bool        // the program's first statement has run
	signals func()      // stops the signals to come
	held    bool        // the process's signals are the program's
	timer   *time.Timer // of the time limit
}

// New makes an interpreter. Close must follow.
func New(o Options) *Interp {
	if o.Stdout == nil {
		o.Stdout = io.Discard
	}
	if o.Stderr == nil {
		o.Stderr = io.Discard
	}
	if o.Stdin == nil {
		o.Stdin = strings.NewReader("")
	}
	i := &Interp{o: o, given: givenFolders(o.Path), in: object.NewInterp(), signals: func() {}}
	i.limitOutput(&o)
	i.m = vm.NewMachine(i.in)
	i.m.Import = i.importStatement
	var virtual *clock.Virtual
	state := process.New
	if o.Virtual {
		epoch := o.Epoch
		if epoch == 0 {
			epoch = clock.Start
		}
		virtual = clock.NewVirtualAt(epoch, o.ClockResolution)
	}
	if o.Virtual || !o.Grants.Signals {
		state = process.NewSimulated
	}
	i.h = &host.Host{In: i.in, Machine: i.m, Virtual: virtual, Process: state(), Grants: o.Grants, Stdin: o.Stdin, Stdout: o.Stdout, Stderr: o.Stderr, Buffering: o.Buffering,
		Args: o.Args, Path: object.NewList(object.Strings(o.Path)), Observer: o.Observer, Leave: o.Leave, Import: i.load, RunText: i.runText,
		Warnings: o.Warnings, Trio: o.Trio, Shuffle: o.Shuffle, X: o.X, TestTimeout: o.TestTimeout, IgnoreEnvironment: o.IgnoreEnvironment}
	if i.h.Leave == nil {
		i.h.Leave = os.Exit
	}
	i.in.Host = i.h
	i.h.Start(o.ClockResolution)
	i.setProcess()
	i.h.Threads = threads.NewGroup(i.h.Process, i.m, virtual)
	leave := i.h.Threads.Enter()
	defer leave()
	builtins.Install(i.in, &builtins.Host{
		Sys:     func() *object.Module { return i.h.Sys },
		Compile: i.compileValue, Tree: treeOf, IsTree: astmod.IsNode, CompileTree: compileTree,
		Exec: i.exec,
	})
	i.h.Sys, _ = sysmod.Module(i.h)
	i.in.Modules.SetStr("sys", object.Obj(i.h.Sys))
	imp := i.in.Builtins
	imp.SetStr("open", iomod.Open(i.h))
	i.importer = object.NewBuiltin("__import__", 0, 5, i.importFunction)
	imp.SetStr("__import__", i.importer)
	i.connectLife()
	i.main = object.NewModule("__main__")
	i.in.Modules.SetStr("__main__", object.Obj(i.main))
	i.main.Dict.SetStr("__doc__", object.None)
	for _, n := range []string{"__package__", "__loader__", "__spec__"} {
		i.main.Dict.SetStr(n, object.None)
	}
	i.main.Dict.SetStr("__annotations__", object.Obj(object.NewDict()))
	i.main.Dict.SetStr("__builtins__", i.in.Modules.GetStr("builtins"))
	return i
}

// Run runs a program as __main__. The error is an *Error for an exception
// nobody caught, SystemExit included; else what ended the run so that no Python
// code could catch it: a *LimitError, a *DeadlockError, a
// *signalsafe.DeathError, or an *InternalError.
//
// Threads of the program may still run when Run returns: Close waits for them.
func (i *Interp) Run(p *Program) error {
	dir := ""
	if p.file != "" && p.file[0] != '<' {
		dir = filepath.Dir(p.file)
		if full, err := filepath.Abs(dir); err == nil {
			dir = full
		}
	}
	i.setPath(dir)
	return i.run(p)
}

// setPath has imports look in the program's folder first.
func (i *Interp) setPath(dir string) {
	i.h.Path.Items = object.Strings(append([]string{dir}, i.o.Path...))
}

func (i *Interp) run(p *Program) (err error) {
	leave := i.h.Threads.Enter()
	defer leave()
	defer i.recover(&err)
	i.h.Threads.File = p.file
	if p.file != "" && p.file[0] != '<' {
		i.main.Dict.SetStr("__file__", object.String(p.file))
	}
	i.main.Dict.SetStr("__builtins__", i.in.Modules.GetStr("builtins"))
	i.main.Dict.SetStr("__doc__", object.None)
	if err := i.begin(); err != nil {
		return i.failure(err)
	}
	if err = warn(i.m.T, p.code.Warnings); err == nil {
		_, err = i.m.Run(p.code, i.main.Dict, object.Value{})
	}
	return i.failure(err)
}

// begin is what happens once, before the program's first statement.
func (i *Interp) begin() error {
	if i.begun {
		return nil
	}
	i.begun = true
	if i.o.Seed != nil {
		if err := i.seed(*i.o.Seed); err != nil {
			return err
		}
	}
	i.limits()
	if i.o.OwnProcess {
		i.h.Process.Signals.Own()
	}
	i.held = i.h.Process.Signals.Hold()
	i.scriptSignals()
	return nil
}

// seed is random.seed(n).
func (i *Interp) seed(n int64) error {
	t := i.h.Thread()
	m, err := i.load(t, "random")
	if err != nil {
		return err
	}
	fn, err := object.GetAttr(t, m, "seed")
	if err != nil {
		return err
	}
	_, err = t.Call(fn, object.Int(n))
	return err
}

// recover makes an InternalError of a panic.
func (i *Interp) recover(err *error) {
	if p := recover(); p != nil {
		*err = i.h.Threads.Panicked(i.h.Threads.Main(), p)
	}
}

// scriptSignals has the signals of the options come, counted from now.
func (i *Interp) scriptSignals() {
	stop := i.signals
	var all []func()
	for _, s := range i.o.Signals {
		all = append(all, i.h.Threads.SignalAfter(s.Signal, s.After.Seconds()))
	}
	i.o.Signals = nil
	i.signals = func() {
		stop()
		for _, f := range all {
			f()
		}
	}
}

// Close does what Python does at its end: it waits for the program's threads
// that are no daemons, runs what atexit holds and writes out what was printed.
// Then it ends the other threads. Its error is what Run's may be.
func (i *Interp) Close() (err error) {
	leave := i.h.Threads.Enter()
	defer leave()
	err = i.finish()
	i.signals()
	if i.timer != nil {
		i.timer.Stop()
	}
	i.h.Threads.Close()
	if i.held {
		i.held = false
		i.h.Process.Signals.Release()
	}
	return err
}

// finish is the part of the end that runs Python code.
func (i *Interp) finish() (err error) {
	defer i.recover(&err)
	t := i.h.Thread()
	if err := i.h.Threads.Ending(); err != nil { // Run told it; no Python code runs any more
		var death *signalsafe.DeathError
		if !errors.As(err, &death) {
			sysmod.FlushNative(t, i.h)
		}
		return nil
	}
	if m, ok := i.in.Modules.GetStr("threading").Ref.(*object.Module); ok {
		if _, err = t.Call(m.Dict.GetStr("_shutdown")); err != nil {
			exc := object.AsException(err)
			if exc == nil {
				return i.failure(err)
			}
			sysmod.Unraisable(t, i.h, exc, "Exception ignored on threading shutdown", object.None)
		}
	}
	for k := len(i.h.Exit) - 1; k >= 0; k-- {
		i.h.Exit[k](t)
	}
	i.h.Finalizing = true
	if err := i.m.End(); err != nil {
		return i.failure(err)
	}
	if !sysmod.FlushStd(t, i.h) {
		return &Error{Status: lostOutput, Reported: true, exc: object.NewException(object.SystemExitClass, object.Int(lostOutput))}
	}
	return nil
}

// lostOutput is the exit status of a process whose output could not be written
// at its end.
const lostOutput = 120
