package loop

import (
	"fmt"
	"runtime/debug"
	"strings"

	"asyncio/contextvars"
	"asyncio/exceptions"
	"asyncio/handle"
	"asyncio/observe"
	"asyncio/process"
)

// ExceptionHandler is told of errors that have no caller, as the handler of
// set_exception_handler. An error it returns is an exception it raised.
type ExceptionHandler func(l *Loop, c *handle.ErrorContext) error

// SetExceptionHandler replaces the handler; nil restores the default one.
func (l *Loop) SetExceptionHandler(h ExceptionHandler) { l.onError = h }

// SetExceptionHandlerAny is SetExceptionHandler for a value of any type, nil
// included. It fails with TypeError for what is no handler.
func (l *Loop) SetExceptionHandlerAny(v any) error {
	switch h := v.(type) {
	case nil:
		l.onError = nil
	case ExceptionHandler:
		l.onError = h
	case func(*Loop, *handle.ErrorContext) error:
		l.onError = h
	default:
		return exceptions.TypeError("A callable object or None is expected, got %s", l.state.ReprOf(v))
	}
	return nil
}

// ExceptionHandler gives what SetExceptionHandler set, nil for the default.
func (l *Loop) ExceptionHandler() ExceptionHandler { return l.onError }

// callbackFailed is the one door for errors of callbacks: an ordinary one goes
// to the exception handler, KeyboardInterrupt and SystemExit are returned.
// named is the handle as it is printed.
func (l *Loop) callbackFailed(named observe.Labeler, h *handle.Handle, err error) error {
	leaves := exceptions.LeavesLoop(err)
	if l.stack != nil {
		// As long as the error has its traceback, the call has its handle, and what it
		// says of the error.
		l.stack.Leave(CallHandleRun)
		l.stack.Enter(CallHandleRun, err, named)
	}
	switch {
	case leaves:
		return err
	case l.stack == nil:
		return l.reportCallback(named, h, err)
	}
	err = l.reportCallback(named, h, l.stack.Pass(CallHandleRun, err))
	l.stack.Leave(CallHandleRun)
	l.stack.Enter(CallHandleRun)
	return err
}

func (l *Loop) reportCallback(named observe.Labeler, h *handle.Handle, err error) error {
	c := &handle.ErrorContext{
		Message:   "Exception in callback " + handle.Text(h.Callback(), l.showsArguments()),
		Exception: err,
		Entries:   []handle.Entry{{Key: "handle", Value: named}},
	}
	if created := h.Created(); created.Known() {
		c.Entries = append(c.Entries, handle.Entry{Key: "source_traceback", Value: created})
	}
	return l.CallExceptionHandler(c)
}

// CallbackFailed is what the loop does when a handle's callback fails, for a
// handle that is run by hand.
func (l *Loop) CallbackFailed(h *handle.Handle, err error) error {
	if exceptions.LeavesLoop(err) {
		return err
	}
	return l.reportCallback(h, h, l.PassCall(CallHandleRun, err))
}

func (l *Loop) showsArguments() bool { return l.debug || l.state.Profile.ArgumentsInRepr }

// CallExceptionHandler reports an error that has no caller: to the handler that
// was set, else to the default one. It returns only what leaves the loop, a
// KeyboardInterrupt or SystemExit that a handler raised.
func (l *Loop) CallExceptionHandler(c *handle.ErrorContext) error {
	if l.over != nil && l.over.CallExceptionHandler != nil {
		return l.over.CallExceptionHandler(c)
	}
	return (*Base)(l).CallExceptionHandler(c)
}

// CallExceptionHandler is BaseEventLoop.call_exception_handler.
func (b *Base) CallExceptionHandler(c *handle.ErrorContext) error {
	l := (*Loop)(b)
	if l.onError == nil {
		err := l.DefaultExceptionHandler(c)
		if err == nil || exceptions.LeavesLoop(err) {
			return err
		}
		l.logError("Exception in default exception handler", process.Handled{Err: err})
		return nil
	}
	err := l.inFailedContext(c, func() error { return calm(func() error { return l.onError(l, c) }) })
	if err == nil || exceptions.LeavesLoop(err) {
		return err
	}
	err = l.DefaultExceptionHandler(&handle.ErrorContext{
		Message: "Unhandled error in exception handler", Exception: err,
		Entries: []handle.Entry{{Key: "context", Value: c}},
	})
	if err == nil || exceptions.LeavesLoop(err) {
		return err
	}
	l.logError("Exception in default exception handler while handling an unexpected error in custom exception handler", process.Handled{Err: err})
	return nil
}

// calm calls a handler; a panic in it is an error of the handler.
func calm(call func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &exceptions.Panic{Value: p, Stack: debug.Stack()}
		}
	}()
	return call()
}

// inFailedContext calls a handler in the context of the task, future or handle
// that failed, where the version does so.
func (l *Loop) inFailedContext(c *handle.ErrorContext, call func() error) error {
	t := l.thread
	if t == nil || !l.state.Profile.HandlerInContext {
		return call()
	}
	for _, key := range [...]string{"task", "future", "handle"} {
		if h, ok := c.Get(key).(interface{ Context() *contextvars.Context }); ok {
			outer := t.Swap(h.Context(), nil)
			defer t.Restore(outer)
			break
		}
	}
	return call()
}

// DefaultExceptionHandler logs an error in CPython's words.
func (l *Loop) DefaultExceptionHandler(c *handle.ErrorContext) error {
	if l.over != nil && l.over.DefaultExceptionHandler != nil {
		return l.over.DefaultExceptionHandler(c)
	}
	return (*Base)(l).DefaultExceptionHandler(c)
}

// DefaultExceptionHandler is BaseEventLoop.default_exception_handler: the
// message, then the other keys sorted, then the exception's traceback.
func (b *Base) DefaultExceptionHandler(c *handle.ErrorContext) error {
	l := (*Loop)(b)
	message := c.Message
	if message == "" {
		message = "Unhandled exception in event loop"
	}
	lines := []string{message}
	if l.runner != nil && c.Get("handle_traceback") == nil && c.Get("source_traceback") == nil {
		if created := l.runner.Created(); created.Known() {
			c.Entries = append(c.Entries, handle.Entry{Key: "handle_traceback", Value: created})
		}
	}
	for _, e := range c.Sorted() {
		switch e.Key {
		case "source_traceback":
			lines = append(lines, "source_traceback: Object created at (most recent call last):\n"+l.originText(e.Value))
		case "handle_traceback":
			lines = append(lines, "handle_traceback: Handle created at (most recent call last):\n"+l.originText(e.Value))
		default:
			lines = append(lines, e.Key+": "+l.entryRepr(e.Value))
		}
	}
	l.logError(strings.Join(lines, "\n"), c.Exception)
	return nil
}

// logError logs a text and the exception it is about, nil for none.
func (l *Loop) logError(text string, exc error) {
	if x, ok := l.state.Logger.(process.ExceptionLogger); ok {
		x.LogException(process.Error, text, exc)
		return
	}
	if exc != nil {
		if h, ok := exc.(process.Handled); ok {
			exc = h.Err
		}
		text += "\n" + l.traceback(exc)
	}
	l.state.Logger.Log(process.Error, text)
}

func (l *Loop) entryRepr(v any) string {
	if c, ok := v.(*handle.ErrorContext); ok {
		return l.contextRepr(c)
	}
	if h, ok := v.(interface{ Repr(args bool) string }); ok {
		return h.Repr(l.showsArguments())
	}
	return l.state.ReprOf(v)
}

// contextRepr prints a context as the dictionary it is in Python.
func (l *Loop) contextRepr(c *handle.ErrorContext) string {
	if c.Owner != nil {
		return l.state.ReprOf(c.Owner) // the layer above may have changed it
	}
	var parts []string
	add := func(key, value string) { parts = append(parts, exceptions.Quote(key)+": "+value) }
	if c.Message != "" {
		add("message", exceptions.Quote(c.Message))
	}
	if c.Exception != nil {
		add("exception", l.state.ReprOf(c.Exception))
	}
	for _, e := range c.Entries {
		add(e.Key, l.entryRepr(e.Value))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// traceback gives an error as Python prints an exception that was not caught,
// the ones behind it first. A Go error has no frames of its own, so only a
// panic brings a stack.
func (l *Loop) traceback(err error) string {
	if l.state.Traceback != nil {
		return l.state.Traceback(err)
	}
	return exceptions.Traceback(err)
}

// originText prints where something was made; a program may have put anything
// there.
func (l *Loop) originText(v any) string {
	if o, ok := v.(process.Origin); ok {
		return o.Text()
	}
	return "  " + l.state.ReprOf(v)
}

func formatSlow(what string, took float64) string {
	return fmt.Sprintf("Executing %s took %.3f seconds", what, took)
}
