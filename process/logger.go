package process

import (
	"fmt"
	"os"
)

// Level is a log record's severity, with the numbers of Python's logging.
type Level int

// The levels that asyncio uses.
const (
	Debug   Level = 10
	Info    Level = 20
	Warning Level = 30
	Error   Level = 40
)

// Logger receives what CPython writes to the logger "asyncio".
type Logger interface {
	// Log is given one record, text possibly of several lines. It may be
	// called from any goroutine.
	Log(level Level, text string)
}

// ExceptionLogger is a Logger that is told of an exception by itself.
type ExceptionLogger interface {
	Logger
	// LogException is Log with the exception that the record is about, nil for
	// none. One that is Handled is in CPython the exception being handled.
	LogException(level Level, text string, exc error)
}

// StderrLogger prints warnings and errors to standard error as bare text, as
// Python does when logging was not configured.
type StderrLogger struct{}

// Log implements Logger.
func (StderrLogger) Log(level Level, text string) {
	if level >= Warning {
		fmt.Fprintln(os.Stderr, text)
	}
}

// LogFunc lets a plain function be a Logger.
type LogFunc func(level Level, text string)

// Log implements Logger.
func (f LogFunc) Log(level Level, text string) { f(level, text) }

// Handled marks an exception that is being handled where it is logged.
type Handled struct{ Err error }

// Error implements error.
func (h Handled) Error() string { return h.Err.Error() }

// Unwrap gives the exception itself.
func (h Handled) Unwrap() error { return h.Err }
