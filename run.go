package asyncio

import (
	"time"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/loop"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/runners"
	"asyncio/signalsafe"
	"asyncio/task"
)

// Option changes how a loop or a run is made.
type Option func(*options)

type options struct {
	run    runners.Options
	events []event
}

type event struct {
	after time.Duration
	sig   Signal
	do    func()
}

func collect(opts []Option) *options {
	o := &options{}
	for _, opt := range opts {
		opt(o)
	}
	return o
}

// WithState has the loop belong to a process state of its own; the default is
// the one that plain Go callers share.
func WithState(s *State) Option { return func(o *options) { o.run.Config.State = s } }

// WithClock has the loop use c.
func WithClock(c clock.Clock) Option { return func(o *options) { o.run.Config.Clock = c } }

// WithVirtualTime has the loop jump to its next timer instead of waiting.
func WithVirtualTime() Option { return WithClock(clock.NewVirtual(0)) }

// WithSignalAt scripts, in virtual time, a signal from outside.
func WithSignalAt(s Signal, after time.Duration) Option {
	return func(o *options) { o.events = append(o.events, event{after: after, sig: s}) }
}

// WithEventAt scripts, in virtual time, a call from outside.
func WithEventAt(after time.Duration, fn func()) Option {
	return func(o *options) { o.events = append(o.events, event{after: after, do: fn}) }
}

// WithObserver has obs told what the loop does.
func WithObserver(obs observe.Observer) Option {
	return func(o *options) { o.run.Config.Observer = obs }
}

// WithDebug turns debug mode on or off.
func WithDebug(on bool) Option { return func(o *options) { o.run.Debug = &on } }

// WithLoopFactory has f make the loop.
func WithLoopFactory(f func() (*Loop, error)) Option {
	return func(o *options) { o.run.LoopFactory = f }
}

// WithOverrides has f give the loop's overrides once it is made, as a policy
// whose loop class overrides methods.
func WithOverrides(f func(l *Loop) *Overrides) Option {
	return func(o *options) { o.run.Config.Overrides = f }
}

// WithChannels has coroutines switched with channels instead of iter.Pull, for
// hosts that lock goroutines to OS threads.
func WithChannels() Option { return func(o *options) { o.run.Config.Engine = coroutine.Channels } }

// NewState makes a process state that emulates a Python version, such as
// "3.9"; empty for the default one.
func NewState(python string) (*State, error) {
	s := process.New()
	return s, setProfile(s, python)
}

// NewSimulatedState is NewState for a process that the operating system's
// signals do not reach: it knows those that are scripted or raised in Go.
func NewSimulatedState(python string) (*State, error) {
	s := process.NewSimulated()
	return s, setProfile(s, python)
}

// Run runs main to its end on a loop of its own and closes that, as
// asyncio.run: what is left is cancelled. The error is main's, KeyboardInterrupt
// after Ctrl-C, or what went wrong at the end.
func Run(main func(co *Co) error, opts ...Option) error {
	_, err := run(plain(main), entryOf(main), opts)
	return err
}

// RunOf is Run for a main with a result.
func RunOf[T any](main func(co *Co) (T, error), opts ...Option) (T, error) {
	v, err := run(typed(main), entryOf(main), opts)
	return cast[T](v), err
}

func run(fn task.Func, entry uintptr, opts []Option) (any, error) {
	o := collect(opts)
	if fn == nil {
		return runners.Run(nil, o.run)
	}
	return runners.Run(func(l *loop.Loop) coroutine.Coroutine {
		o.script(l)
		return task.NewCoro(l, fn, entry)
	}, o.run)
}

// script puts the scripted events on the loop's clock, if that is a virtual one.
func (o *options) script(l *loop.Loop) {
	c, ok := l.Clock().(*clock.Virtual)
	if !ok {
		return
	}
	for _, e := range o.events {
		do := e.do
		if do == nil {
			do = func() { l.DeliverSignal(e.sig) }
		}
		c.At(e.after.Seconds(), do)
	}
	o.events = nil
}

// Runner runs several mains on one loop, as asyncio.Runner.
type Runner struct {
	*runners.Runner
	o *options
}

// NewRunner makes a Runner; Close it when done.
func NewRunner(opts ...Option) *Runner {
	o := collect(opts)
	return &Runner{runners.New(o.run), o}
}

// Run runs main to its end on the Runner's loop.
func (r *Runner) Run(main func(co *Co) error) error {
	if main == nil {
		_, err := r.Runner.Run(nil, nil)
		return err
	}
	_, err := r.Runner.Run(func(l *loop.Loop) coroutine.Coroutine {
		r.o.script(l)
		return task.NewCoro(l, plain(main), entryOf(main))
	}, nil)
	return err
}

// ExitProcess ends the process as Python would end with err: by SIGINT after
// KeyboardInterrupt, with its status after SystemExit, with 1 after any other
// error, which is printed, and with 0 after nil. A DeathError, which only
// scripted signals give, ends it by that signal.
func ExitProcess(err error) { runners.Exit(err) }

// RaiseSignal sends the program itself a signal, as signal.raise_signal: its
// at-once half has run when this returns.
func RaiseSignal(s Signal) error { return process.Default.Signals.Raise(s) }

// ParseSignal gives the signal of a name such as "SIGINT".
func ParseSignal(name string) (Signal, error) { return signalsafe.Parse(name) }
