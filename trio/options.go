package trio

import (
	"time"

	"asyncio/clock"
	"asyncio/coroutine"
	"asyncio/observe"
	"asyncio/process"
	"asyncio/signalsafe"
)

type options struct {
	state         *process.State
	profile       *Profile
	errors        Errors
	clock         Clock
	schedule      *Schedule
	thread        *process.Thread
	engine        coroutine.Engine
	observer      observe.Observer
	instruments   []*Instrument
	instrumentLog process.Logger
	strict        *bool
	restrict      bool
	unprotected   func() bool
	finalize      func(t *Task) Op
	startThread   func(name string, fn func()) error
	signals       []signalAt
	blocking      func(wait, interrupt func())
}

type signalAt struct {
	signal signalsafe.Signal
	after  time.Duration
}

// Option changes how a run is made.
type Option func(*options)

func newOptions(opts []Option) options {
	o := options{state: process.Default, errors: GoErrors{}}
	for _, f := range opts {
		f(&o)
	}
	if o.profile == nil {
		o.profile = Newest()
	}
	if o.clock == nil {
		o.clock = SystemClock()
	}
	if o.schedule == nil {
		o.schedule = InOrder()
	}
	if o.instrumentLog == nil {
		o.instrumentLog = o.state.Logger
	}
	return o
}

// WithState has the run be in a process of its own.
func WithState(s *process.State) Option { return func(o *options) { o.state = s } }

// WithProfile has the run follow a release of trio; the newest is the default.
func WithProfile(p *Profile) Option { return func(o *options) { o.profile = p } }

// WithErrors has the run deal with a layer above's own exceptions.
func WithErrors(e Errors) Option { return func(o *options) { o.errors = e } }

// WithClock gives the run its clock; SystemClock is the default.
func WithClock(c Clock) Option { return func(o *options) { o.clock = c } }

// WithVirtualTime has the clock jump instead of waiting.
func WithVirtualTime() Option {
	return func(o *options) { o.clock = NewClock(clock.NewVirtual(0)) }
}

// WithSchedule gives what decides the orders that trio leaves open; InOrder is
// the default.
func WithSchedule(s *Schedule) Option { return func(o *options) { o.schedule = s } }

// WithThread has the run be in a thread of the caller's choice, for a layer above
// whose threads are not goroutines.
func WithThread(t *process.Thread) Option { return func(o *options) { o.thread = t } }

// WithEngine chooses how Go functions are switched to.
func WithEngine(e coroutine.Engine) Option { return func(o *options) { o.engine = e } }

// WithObserver has ob told what the run does.
func WithObserver(ob observe.Observer) Option { return func(o *options) { o.observer = ob } }

// WithInstruments adds instruments before the run begins.
func WithInstruments(list ...*Instrument) Option {
	return func(o *options) { o.instruments = append(o.instruments, list...) }
}

// WithInstrumentLog is where instruments that fail are logged; the state's logger
// is the default.
func WithInstrumentLog(l process.Logger) Option { return func(o *options) { o.instrumentLog = l } }

// WithStrictGroups says whether nurseries wrap single errors into a group too;
// the profile decides by default.
func WithStrictGroups(on bool) Option { return func(o *options) { o.strict = &on } }

// WithRestrictedInterrupts keeps KeyboardInterrupt from being raised in place.
// Go code always is so: it cannot be interrupted.
func WithRestrictedInterrupts(on bool) Option { return func(o *options) { o.restrict = on } }

// WithUnprotected tells, when SIGINT's handler runs, whether the code that runs
// may have KeyboardInterrupt raised in place. Without it none may.
func WithUnprotected(f func() bool) Option { return func(o *options) { o.unprotected = f } }

// WithFinalize gives the operation that runs between the end of the last system
// task and that of the inbox, as trio ends asynchronous generators.
func WithFinalize(f func(t *Task) Op) Option { return func(o *options) { o.finalize = f } }

// WithThreads has start make the threads that blocking functions run in.
func WithThreads(start func(name string, fn func()) error) Option {
	return func(o *options) { o.startThread = start }
}

// WithBlocking has run wait, which waits for outside events, while others run
// code that shares the run's state: an interpreter gives its lock up. It may call
// interrupt, from any goroutine, to have wait return.
func WithBlocking(run func(wait, interrupt func())) Option {
	return func(o *options) { o.blocking = run }
}

// WithSignalAt scripts a signal that comes from outside at a time after the
// start. It needs virtual time.
func WithSignalAt(s signalsafe.Signal, after time.Duration) Option {
	return func(o *options) { o.signals = append(o.signals, signalAt{s, after}) }
}
