package exceptions

import (
	"errors"
	"fmt"
)

// Error is a Python exception raised by the core.
type Error struct {
	// Class is the exception's class.
	Class *Class
	// Text is str(e).
	Text string
	// Msg is the message of a CancelledError as it was given to cancel(), nil
	// for none; for the other classes it is unused.
	Msg any
	// Code is the exit status a SystemExit carries.
	Code int
	// Cause is the exception this one was raised from (__cause__), or nil.
	Cause error
	// Context is the exception being handled when this one was raised
	// (__context__), or nil.
	Context error
	// Owner is free for the layer above: the object that stands for this
	// exception there, so that its identity survives a way through the core.
	Owner any
}

// Error gives the exception's text, as str(e) does; the class's name when
// there is none.
func (e *Error) Error() string {
	if e.Text == "" {
		return e.Class.name
	}
	return e.Text
}

// Is makes errors.Is(err, ErrRuntime) and kin true for the class and its bases.
func (e *Error) Is(target error) bool {
	c, ok := target.(*Class)
	if !ok {
		return false
	}
	for k := e.Class; k != nil; k = k.base {
		if k == c {
			return true
		}
	}
	return false
}

// ExceptionKind implements Kinder.
func (e *Error) ExceptionKind() Kind { return e.Class.kind }

// WithCause sets __cause__ and returns the exception, as `raise e from cause`.
func (e *Error) WithCause(cause error) *Error {
	e.Cause, e.Context = cause, cause
	return e
}

// NewCancelled makes a CancelledError. msg is what was given to cancel(); nil
// stands for no message.
func NewCancelled(msg any) *Error {
	e := &Error{Class: ErrCancelled, Msg: msg}
	if msg != nil {
		e.Text = fmt.Sprint(msg)
	}
	return e
}

// Exit makes the SystemExit that ends the program with the given status.
func Exit(code int) *Error {
	return &Error{Class: ErrSystemExit, Code: code, Text: fmt.Sprint(code)}
}

// RuntimeError makes a RuntimeError with a formatted text.
func RuntimeError(format string, args ...any) *Error { return newf(ErrRuntime, format, args) }

// ValueError makes a ValueError with a formatted text.
func ValueError(format string, args ...any) *Error { return newf(ErrValue, format, args) }

// TypeError makes a TypeError with a formatted text.
func TypeError(format string, args ...any) *Error { return newf(ErrType, format, args) }

// InvalidStateError makes an InvalidStateError with a formatted text.
func InvalidStateError(format string, args ...any) *Error { return newf(ErrInvalidState, format, args) }

func newf(c *Class, format string, args []any) *Error {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	return c.New(format)
}

// KindOf tells how the core has to treat err: the kind of the first Kinder in
// its chain of single Unwrap calls. A Go function that returns
// fmt.Errorf("...: %w", err) for the CancelledError it met is thereby
// cancelled, as it means to be. Members of a group (Unwrap() []error) do not
// count: a group is an ordinary exception whatever it holds.
func KindOf(err error) Kind {
	for err != nil {
		if e, ok := err.(*Error); ok { // the usual case, without an interface call
			return e.Class.kind
		}
		if k, ok := err.(Kinder); ok {
			return k.ExceptionKind()
		}
		err = errors.Unwrap(err)
	}
	return Ordinary
}

// IsCancelled reports whether err is a CancelledError.
func IsCancelled(err error) bool { return KindOf(err) == Cancelled }

// LeavesLoop reports whether err ends a run of the loop at once instead of going
// to its exception handler: KeyboardInterrupt, SystemExit, or the end of all.
func LeavesLoop(err error) bool {
	k := KindOf(err)
	return k == KeyboardInterrupt || k == SystemExit || k == Fatal
}

// Contexted is implemented by errors from above whose __context__ the core may
// read and change.
type Contexted interface {
	error
	// ContextRef points to the exception's __context__, or is nil.
	ContextRef() *error
}

// Grouped is implemented by errors from above that may be groups.
type Grouped interface {
	error
	// GroupErrors gives the members of an ExceptionGroup, nil for what is none.
	GroupErrors() []error
}

// During notes that err was raised while before was being handled: it becomes
// err's __context__ unless err has one. It returns err.
func During(err, before error) error {
	if before == nil || err == before {
		return err
	}
	if ref := contextRef(err); ref != nil && *ref == nil {
		*ref = before
	}
	return err
}

// Again notes that err, which was raised before, is raised again while before is
// being handled: that becomes its __context__, whatever it was. It returns err.
func Again(err, before error) error {
	ref := contextRef(err)
	if before == nil || ref == nil || contextRef(before) == ref {
		return err
	}
	for x, n := contextRef(before), 0; x != nil && *x != nil && n < longestChain; n++ {
		inner := contextRef(*x)
		if inner == ref { // no rings
			*x = nil
			break
		}
		x = inner
	}
	*ref = before
	return err
}

// longestChain bounds the search for rings of contexts.
const longestChain = 1000

// contextRef points to the __context__ of err, for one that stands for an error
// of the layer above to that of the latter; nil for what has none.
func contextRef(err error) *error {
	switch e := err.(type) {
	case *Error:
		if up, ok := e.Owner.(Contexted); ok {
			if ref := up.ContextRef(); ref != nil {
				return ref
			}
		}
		return &e.Context
	case *Group:
		return &e.Context
	case Contexted:
		return e.ContextRef()
	}
	return nil
}
