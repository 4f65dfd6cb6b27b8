// Package signalmod is the module _signal: signal handlers, timers and what
// sends signals. Its names as enumerations are added by the module signal.
package signalmod

import (
	"strconv"

	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/threads"
	"asyncio/signalsafe"
)

type (
	val = object.Value
	kws = []object.Kw
)

// numbers is signal.NSIG.
const numbers = 65

// state is what the module keeps for an interpreter.
type state struct {
	h     *host.Host
	mask  mask
	timer *threads.Timer
	// The handlers that are no functions of the program, as getsignal gives them.
	defaultInt, noop, onSIGINT val
	taken                      signalsafe.Pipe // a loop's, in whose place set_wakeup_fd put something
}

// Module makes the module.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("_signal")
	s := &state{h: h}
	s.mask.s = s
	s.defaultInt = object.NewBuiltin("default_int_handler", 2, 2, func(*object.Thread, []val, kws) (val, error) {
		return val{}, object.NewException(object.KeyboardInterruptClass)
	})
	s.onSIGINT = object.NewBuiltin("_on_sigint", 2, 2, func(*object.Thread, []val, kws) (val, error) {
		return val{}, object.NewException(object.KeyboardInterruptClass)
	})
	s.noop = object.NewBuiltin("_sighandler_noop", 2, 2, func(*object.Thread, []val, kws) (val, error) {
		return object.None, nil
	})
	d := m.Dict
	d.SetStr("default_int_handler", s.defaultInt)
	d.SetStr("SIG_DFL", object.Int(0))
	d.SetStr("SIG_IGN", object.Int(1))
	d.SetStr("NSIG", object.Int(numbers))
	for n := signalsafe.Signal(1); n < numbers; n++ {
		name := n.String()
		if signalsafe.Valid(n) && len(name) < 10 {
			d.SetStr(name, object.Int(int64(n)))
		}
	}
	for _, alias := range []string{"SIGCLD", "SIGPOLL", "SIGIOT", "SIGRTMIN", "SIGRTMAX"} {
		if n, err := signalsafe.Parse(alias); err == nil {
			d.SetStr(alias, object.Int(int64(n)))
		}
	}
	s.handlers(m)
	s.senders(m)
	s.timers(m)
	s.mask.define(m)
	return m, nil
}

// number reads a signal's number.
func number(t *object.Thread, v val) (signalsafe.Signal, error) {
	n, err := object.Index(t, v)
	return signalsafe.Signal(n), err
}

func inRange(n signalsafe.Signal) error {
	if n < 1 || n >= numbers {
		return object.ValueError("signal number out of range")
	}
	return nil
}

func integers(ns []signalsafe.Signal) []val {
	out := make([]val, len(ns))
	for i, n := range ns {
		out[i] = object.Int(int64(n))
	}
	return out
}

func setOf(t *object.Thread, ns []signalsafe.Signal) (val, error) {
	set, err := object.NewSet(t, integers(ns), false)
	if err != nil {
		return val{}, err
	}
	return object.Obj(set), nil
}

// mainOnly is the error of what only the main thread may do.
func (s *state) mainOnly(t *object.Thread, what string) error {
	if threads.Of(t) == s.h.Threads.Main() {
		return nil
	}
	text := what + " only works in main thread"
	if s.h.Process.Profile.MainInterpreterText {
		text += " of the main interpreter"
	}
	return object.ValueError("%s", text)
}

// senders adds what has signals arrive, and what waits for them.
func (s *state) senders(m *object.Module) {
	g := s.h.Threads
	send := func(n signalsafe.Signal) error {
		if err := g.Send(n); err != nil {
			return err
		}
		return g.Check()
	}
	m.Def("raise_signal", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := number(t, a[0])
		if err == nil && n == 0 {
			err = object.OSErrorNumber(22, "Invalid argument")
		}
		if err == nil {
			err = send(n)
		}
		return object.None, err
	})
	m.Def("pthread_kill", 2, 2, func(t *object.Thread, a []val, _ kws) (val, error) {
		id, err := object.Index(t, a[0])
		if err != nil {
			return val{}, err
		}
		n, err := number(t, a[1])
		if err != nil {
			return val{}, err
		}
		for _, th := range g.Alive() {
			if th.Ident() == int64(id) {
				return object.None, send(n)
			}
		}
		return val{}, object.OSErrorNumber(3, "No such process")
	})
	m.Def("pause", 0, 0, func(t *object.Thread, _ []val, _ kws) (val, error) {
		return object.None, g.Pause()
	})
	m.Def("strsignal", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		n, err := number(t, a[0])
		if err == nil {
			err = inRange(n)
		}
		if err != nil {
			return val{}, err
		}
		if text := describe(n); text != "" {
			return object.String(text), nil
		}
		return object.None, nil
	})
	m.Def("valid_signals", 0, 0, func(t *object.Thread, _ []val, _ kws) (val, error) {
		var ns []signalsafe.Signal
		for n := signalsafe.Signal(1); n < numbers; n++ {
			if signalsafe.Valid(n) {
				ns = append(ns, n)
			}
		}
		return setOf(t, ns)
	})
}

// texts is what strsignal says.
var texts = map[string]string{
	"SIGHUP": "Hangup", "SIGINT": "Interrupt", "SIGQUIT": "Quit", "SIGILL": "Illegal instruction",
	"SIGTRAP": "Trace/breakpoint trap", "SIGABRT": "Aborted", "SIGBUS": "Bus error",
	"SIGFPE": "Floating point exception", "SIGKILL": "Killed", "SIGUSR1": "User defined signal 1",
	"SIGSEGV": "Segmentation fault", "SIGUSR2": "User defined signal 2", "SIGPIPE": "Broken pipe",
	"SIGALRM": "Alarm clock", "SIGTERM": "Terminated", "SIGSTKFLT": "Stack fault", "SIGCHLD": "Child exited",
	"SIGCONT": "Continued", "SIGSTOP": "Stopped (signal)", "SIGTSTP": "Stopped", "SIGTTIN": "Stopped (tty input)",
	"SIGTTOU": "Stopped (tty output)", "SIGURG": "Urgent I/O condition", "SIGXCPU": "CPU time limit exceeded",
	"SIGXFSZ": "File size limit exceeded", "SIGVTALRM": "Virtual timer expired",
	"SIGPROF": "Profiling timer expired", "SIGWINCH": "Window changed", "SIGIO": "I/O possible",
	"SIGPWR": "Power failure", "SIGSYS": "Bad system call",
}

func describe(n signalsafe.Signal) string {
	if text := texts[n.String()]; text != "" {
		return text
	}
	first, err := signalsafe.Parse("SIGRTMIN")
	if err == nil && n >= first && signalsafe.Valid(n) {
		return "Real-time signal " + strconv.Itoa(int(n-first))
	}
	return ""
}
