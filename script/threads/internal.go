package threads

import (
	"fmt"
	"runtime/debug"

	"asyncio/exceptions"
	"asyncio/script/vm"
)

// InternalError is a bug of the interpreter: it panicked while the program was
// at the given place. The interpreter runs no more code.
type InternalError struct {
	At    string
	Panic any
	Stack []byte
}

// Error implements error.
func (e *InternalError) Error() string {
	return fmt.Sprintf("internal error, program %s: %v", e.At, e.Panic)
}

// Fatal implements object.Fatal.
func (*InternalError) Fatal() {}

// ExceptionKind implements exceptions.Kinder.
func (*InternalError) ExceptionKind() exceptions.Kind { return exceptions.Fatal }

// Panicked makes the InternalError of a panic in t's code and ends the run with
// it.
func (g *Group) Panicked(t *Thread, p any) *InternalError {
	e := &InternalError{At: "before its first statement", Panic: p, Stack: debug.Stack()}
	if f := vm.Of(t.T).Current(); f != nil {
		e.At = fmt.Sprintf("at %s:%d", f.Code().File, f.Line())
	}
	g.Fail(e)
	return e
}
