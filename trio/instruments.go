package trio

import (
	"fmt"
	"runtime/debug"
	"slices"

	"asyncio/exceptions"
	"asyncio/process"
)

// Instrument is told what a run does. A nil hook is not called. A hook that
// fails or panics disables its instrument, and is logged; hooks are looked at
// when the instrument is added.
type Instrument struct {
	// Name is how the log calls it.
	Name string
	// BeforeRun and AfterRun stand around everything.
	BeforeRun, AfterRun func() error
	// TaskSpawned comes when a task is made, TaskScheduled each time one becomes
	// runnable, TaskExited when it has ended.
	TaskSpawned, TaskScheduled, TaskExited func(t *Task) error
	// BeforeTaskStep and AfterTaskStep stand around a task's run up to where it
	// blocks.
	BeforeTaskStep, AfterTaskStep func(t *Task) error
	// BeforeIOWait and AfterIOWait stand around the wait for outside events,
	// which takes timeout seconds at most.
	BeforeIOWait, AfterIOWait func(timeout float64) error
	// Owner stands for the instrument above.
	Owner any
}

type hook uint8

const (
	hookBeforeRun hook = iota
	hookAfterRun
	hookTaskSpawned
	hookTaskScheduled
	hookTaskExited
	hookBeforeTaskStep
	hookAfterTaskStep
	hookBeforeIOWait
	hookAfterIOWait
)

var hookNames = [...]string{"before_run", "after_run", "task_spawned", "task_scheduled", "task_exited",
	"before_task_step", "after_task_step", "before_io_wait", "after_io_wait"}

// installed is an instrument with the hooks it had when it was added.
type installed struct {
	as    *Instrument
	hooks Instrument
}

type instruments struct {
	any  bool
	list []installed
}

func (s *instruments) add(i *Instrument) {
	if s.find(i) >= 0 {
		return
	}
	s.list = append(s.list, installed{i, *i})
	s.any = true
}

func (s *instruments) find(i *Instrument) int {
	return slices.IndexFunc(s.list, func(x installed) bool { return x.as == i })
}

func (s *instruments) remove(i *Instrument) bool {
	at := s.find(i)
	if at < 0 {
		return false
	}
	s.list = slices.Delete(slices.Clone(s.list), at, at+1)
	s.any = len(s.list) > 0
	return true
}

// AddInstrument has i told from now on; one that is told already is not told
// twice.
func (r *Runner) AddInstrument(i *Instrument) { r.instruments.add(i) }

// RemoveInstrument ends that, and reports whether i was there.
func (r *Runner) RemoveInstrument(i *Instrument) bool { return r.instruments.remove(i) }

func (s *instruments) task(r *Runner, h hook, t *Task) {
	for _, i := range slices.Clone(s.list) {
		var fn func(*Task) error
		switch h {
		case hookTaskSpawned:
			fn = i.hooks.TaskSpawned
		case hookTaskScheduled:
			fn = i.hooks.TaskScheduled
		case hookTaskExited:
			fn = i.hooks.TaskExited
		case hookBeforeTaskStep:
			fn = i.hooks.BeforeTaskStep
		case hookAfterTaskStep:
			fn = i.hooks.AfterTaskStep
		}
		if fn != nil {
			s.call(r, h, i.as, func() error { return fn(t) })
		}
	}
}

func (s *instruments) wait(r *Runner, h hook, timeout float64) {
	for _, i := range slices.Clone(s.list) {
		fn := i.hooks.BeforeIOWait
		if h == hookAfterIOWait {
			fn = i.hooks.AfterIOWait
		}
		if fn != nil {
			s.call(r, h, i.as, func() error { return fn(timeout) })
		}
	}
}

func (s *instruments) run(r *Runner, h hook) {
	for _, i := range slices.Clone(s.list) {
		fn := i.hooks.BeforeRun
		if h == hookAfterRun {
			fn = i.hooks.AfterRun
		}
		if fn != nil {
			s.call(r, h, i.as, fn)
		}
	}
}

// call runs a hook. One that was removed meanwhile is not called.
func (s *instruments) call(r *Runner, h hook, i *Instrument, fn func() error) {
	if s.find(i) < 0 {
		return
	}
	err := hooked(fn)
	if err == nil {
		return
	}
	s.remove(i)
	name := i.Name
	if i.Owner != nil {
		name = r.state.ReprOf(i.Owner)
	}
	text := fmt.Sprintf("Exception raised when calling %s on instrument %s. Instrument has been disabled.",
		exceptions.Quote(hookNames[h]), name)
	if l, ok := r.opts.instrumentLog.(process.ExceptionLogger); ok {
		l.LogException(process.Error, text, err)
		return
	}
	r.opts.instrumentLog.Log(process.Error, text+"\n"+exceptions.Traceback(err))
}

func hooked(fn func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &exceptions.Panic{Value: p, Stack: debug.Stack()}
		}
	}()
	return fn()
}
