package exceptions

// Kind is what the core must know of an error to treat it as CPython does.
type Kind uint8

// The kinds. Everything that is not one of the special ones is Ordinary.
const (
	Ordinary          Kind = iota
	Cancelled              // asyncio.CancelledError
	KeyboardInterrupt      // leaves the loop at once
	SystemExit             // leaves the loop at once
	GeneratorExit          // a coroutine is being closed
	StopIteration          // may not be raised into a future
	Fatal                  // ends everything: no code of the program may see it
)

// Kinder is implemented by errors from above the core, such as an
// interpreter's exception objects, that stand for one of the special kinds.
type Kinder interface {
	error
	// ExceptionKind tells how the core has to treat the error.
	ExceptionKind() Kind
}

// Class is a Python exception class. The classes are compared by identity;
// each is itself the error value that errors.Is looks for.
type Class struct {
	name string
	kind Kind
	base *Class
	// exception is false for classes that derive from BaseException only.
	exception bool
	// module is where the class lives, empty for builtins; tracebacks name it.
	module string
}

// Name is the class's name as type(e).__name__ gives it.
func (c *Class) Name() string { return c.name }

// Base gives the class that c derives from, nil for BaseException.
func (c *Class) Base() *Class { return c.base }

// qualified is the class's name as tracebacks print it.
func (c *Class) qualified() string {
	if c.module == "" {
		return c.name
	}
	return c.module + "." + c.name
}

// Error makes a Class usable with errors.Is; the text is the class's name.
func (c *Class) Error() string { return c.name }

// ExceptionKind implements Kinder.
func (c *Class) ExceptionKind() Kind { return c.kind }

// IsException reports whether the class derives from Python's Exception, not
// only from BaseException: what `except Exception` catches.
func (c *Class) IsException() bool { return c.exception }

// New makes an exception of the class with the given text.
func (c *Class) New(text string) *Error { return &Error{Class: c, Text: text} }

// NewClass makes a class of one's own, as a class statement does: it derives
// from base and is treated as base is.
func NewClass(name string, base *Class) *Class {
	return &Class{name: name, kind: base.kind, base: base, exception: base.exception}
}

// NewClassIn makes a class of one's own that tracebacks name with its module. A
// nil base stands for BaseException.
func NewClassIn(module, name string, base *Class) *Class {
	if base == nil {
		return &Class{name: name, module: module}
	}
	c := NewClass(name, base)
	c.module = module
	return c
}

// The classes the core raises. They are constants in all but name.
var (
	ErrException = &Class{name: "Exception", exception: true}
	ErrRuntime   = &Class{name: "RuntimeError", exception: true, base: ErrException}
	ErrValue     = &Class{name: "ValueError", exception: true, base: ErrException}
	ErrType      = &Class{name: "TypeError", exception: true, base: ErrException}
	ErrAssertion = &Class{name: "AssertionError", exception: true, base: ErrException}
	ErrAttribute = &Class{name: "AttributeError", exception: true, base: ErrException}
	ErrOS        = &Class{name: "OSError", exception: true, base: ErrException}
	ErrTimeout   = &Class{name: "TimeoutError", exception: true, base: ErrOS}
	// ErrAsyncioTimeout is asyncio.TimeoutError of the versions where that is
	// not the builtin one. To Go it is a kind of ErrTimeout all the same.
	ErrAsyncioTimeout    = &Class{name: "TimeoutError", module: "asyncio.exceptions", exception: true, base: ErrTimeout}
	ErrNotImplemented    = &Class{name: "NotImplementedError", exception: true, base: ErrRuntime}
	ErrInvalidState      = &Class{name: "InvalidStateError", module: "asyncio.exceptions", exception: true, base: ErrException}
	ErrStopIteration     = &Class{name: "StopIteration", kind: StopIteration, exception: true, base: ErrException}
	ErrCancelled         = &Class{name: "CancelledError", module: "asyncio.exceptions", kind: Cancelled}
	ErrKeyboardInterrupt = &Class{name: "KeyboardInterrupt", kind: KeyboardInterrupt}
	ErrSystemExit        = &Class{name: "SystemExit", kind: SystemExit}
	ErrGeneratorExit     = &Class{name: "GeneratorExit", kind: GeneratorExit}
)
