package script

import (
	"asyncio/script/native/sysmod"
	"asyncio/script/object"
	"asyncio/script/threads"
	"asyncio/script/vm"
)

// Error is a Python exception that nobody caught.
type Error struct {
	// Text is what Python prints for it.
	Text string
	// Status is the exit status that a process running the program has.
	Status int
	// Interrupt tells that it is a KeyboardInterrupt: a process running the
	// program dies of SIGINT.
	Interrupt bool
	// Reported tells that sys.excepthook has printed it, see Options.Report.
	Reported bool
	exc      *object.Exception
}

// Error gives the last line.
func (e *Error) Error() string { return object.ExceptionLine(nil, e.exc) }

// InternalError is a bug of the interpreter: it panicked while the program was
// at the given place. The interpreter is not to be used again.
type InternalError = threads.InternalError

// DeadlockError ends a run in virtual time when nothing can ever happen again.
type DeadlockError = threads.DeadlockError

// LimitError is what ends a run that has used up what it was allowed. No Python
// code runs after it.
type LimitError = vm.LimitError

// failure turns what ended the program's code into what Run returns.
func (i *Interp) failure(err error) error {
	if err == nil {
		return nil
	}
	exc := object.AsException(err)
	if exc == nil {
		i.h.Threads.Fail(err) // nothing of the program runs any more
		if u, ok := err.(interface{ Unwrap() error }); ok {
			return u.Unwrap()
		}
		return err
	}
	t := i.h.Thread()
	out := &Error{exc: exc, Status: 1}
	if exc.Class().IsSubclass(object.SystemExitClass) {
		v := exc.Extra("code")
		switch n, isInt := object.IntOf(v); {
		case !v.Valid() || v.IsNone():
			out.Status = 0
		case isInt:
			out.Status = int(n & 255)
		default:
			out.Text, _ = object.StrText(t, v)
			out.Text += "\n"
			if out.Reported = i.o.Report; out.Reported {
				sysmod.WriteError(t, i.h, out.Text)
			}
		}
		return out
	}
	out.Interrupt = exc.Class().IsSubclass(object.KeyboardInterruptClass)
	if out.Reported = i.o.Report; out.Reported {
		sysmod.Report(t, i.h, exc)
		return out
	}
	out.Text = object.FormatTraceback(t, exc)
	return out
}
