package object

import (
	"asyncio/exceptions"
)

// Exception is an instance of BaseException or a class below it. It is a Go
// error too, so that it passes through the event loop with its identity.
type Exception struct {
	// Passing tells that a native coroutine lets go on what was thrown into it:
	// nobody raised it here.
	Passing bool
	Mark
	cls  *Class
	attr *Attrs
	Args []Value
	// Cause is __cause__; Context is __context__, nil for none.
	Cause       Value
	Context     error
	SuppressCtx bool
	TB          *Traceback
	// within are the arguments of the functions it came out of that CPython has
	// in Python, until it passes through a frame, whose level of the traceback
	// takes them.
	within []Value
	// fields are the values of the attributes that the class defines.
	fields []Kw
	// Group has the message and the members of an exception group.
	Message string
	Members []Value
	// Core is the core's error that this object stands for, if any.
	Core error
}

// Class implements Object.
func (e *Exception) Class() *Class { return e.cls }

func (e *Exception) attributes() *Attrs {
	if e.attr == nil {
		e.attr = &Attrs{shape: e.cls.rootShape()}
	}
	return e.attr
}

// SetObjectClass changes the exception's class, as unpickling and groups do.
func (e *Exception) SetObjectClass(c *Class) { e.cls = c }

// TypeName implements exceptions.Typed.
func (e *Exception) TypeName() string { return e.cls.Name }

// Error implements error with the last line of a traceback.
func (e *Exception) Error() string { return ExceptionLine(nil, e) }

// Repr implements exceptions.Reprer, running no Python code.
func (e *Exception) Repr() string {
	s, err := exceptionRepr(&Thread{}, e)
	if err != nil {
		return e.cls.Name + "(...)"
	}
	return s
}

// ExceptionKind implements exceptions.Kinder.
func (e *Exception) ExceptionKind() exceptions.Kind {
	switch {
	case e.cls.IsSubclass(CancelledErrorClass):
		return exceptions.Cancelled
	case e.cls.IsSubclass(KeyboardInterruptClass):
		return exceptions.KeyboardInterrupt
	case e.cls.IsSubclass(SystemExitClass):
		return exceptions.SystemExit
	case e.cls.IsSubclass(GeneratorExitClass):
		return exceptions.GeneratorExit
	case e.cls.IsSubclass(StopIterationClass):
		return exceptions.StopIteration
	}
	return exceptions.Ordinary
}

// IsException tells the core whether `except Exception` catches it.
func (e *Exception) IsException() bool { return e.cls.IsSubclass(ExceptionClass) }

// ContextRef implements exceptions.Contexted.
func (e *Exception) ContextRef() *error { return &e.Context }

func (e *Exception) setName(name string, obj Value) {
	e.SetField("name", String(name))
	e.SetField("obj", obj)
}

// SetExtra stores an attribute on the exception.
func (e *Exception) SetExtra(name string, v Value) {
	if m, ok := e.cls.Lookup(name); ok && isDataDescriptor(m) {
		e.SetField(name, v)
		return
	}
	e.attributes().Set(name, v)
}

// SetField stores one of the values that the class has an attribute for, and
// that are not in __dict__; no value removes it.
func (e *Exception) SetField(name string, v Value) {
	for i := range e.fields {
		if e.fields[i].Name == name {
			e.fields[i].Val = v
			return
		}
	}
	e.fields = append(e.fields, Kw{name, v})
}

// Extra gives an attribute stored on the exception.
func (e *Exception) Extra(name string) Value {
	for _, f := range e.fields {
		if f.Name == name {
			return f.Val
		}
	}
	if e.attr == nil {
		return Value{}
	}
	return e.attr.Get(name)
}

// Exceptions are the exception classes that are builtin names, in the order in
// which CPython makes them.
var Exceptions = []*Class{
	BaseExceptionClass, BaseExceptionGroupClass, ExceptionClass, GeneratorExitClass, KeyboardInterruptClass, SystemExitClass,
	ArithmeticErrorClass, FloatingPointErrorClass, OverflowErrorClass, ZeroDivisionErrorClass, AssertionErrorClass, AttributeErrorClass,
	BufferErrorClass, EOFErrorClass, ImportErrorClass, ModuleNotFoundErrorClass, LookupErrorClass, IndexErrorClass, KeyErrorClass,
	MemoryErrorClass, NameErrorClass, UnboundLocalErrorClass, OSErrorClass, BlockingIOErrorClass, ChildProcessErrorClass,
	ConnectionErrorClass, BrokenPipeErrorClass, ConnectionAbortedClass, ConnectionRefusedClass, ConnectionResetClass, FileExistsErrorClass,
	FileNotFoundErrorClass, InterruptedErrorClass, IsADirectoryErrorClass, NotADirectoryErrorClass, PermissionErrorClass,
	ProcessLookupErrorClass, TimeoutErrorClass, ReferenceErrorClass, RuntimeErrorClass, NotImplementedErrorClass, PythonFinalizationClass,
	RecursionErrorClass, StopAsyncIterationClass, StopIterationClass, SyntaxErrorClass, IndentationErrorClass, TabErrorClass, IncompleteInputClass,
	SystemErrorClass, TypeErrorClass, ValueErrorClass, UnicodeErrorClass, UnicodeDecodeErrorClass, UnicodeEncodeErrorClass,
	UnicodeTranslateErrorClass, WarningClass, BytesWarningClass, DeprecationWarningClass, EncodingWarningClass, FutureWarningClass,
	ImportWarningClass, PendingDeprecationClass, ResourceWarningClass, RuntimeWarningClass, SyntaxWarningClass, UnicodeWarningClass,
	UserWarningClass, ExceptionGroupClass,
}

var coreClasses = map[*exceptions.Class]*Class{
	exceptions.ErrException:         ExceptionClass,
	exceptions.ErrRuntime:           RuntimeErrorClass,
	exceptions.ErrValue:             ValueErrorClass,
	exceptions.ErrType:              TypeErrorClass,
	exceptions.ErrAssertion:         AssertionErrorClass,
	exceptions.ErrOS:                OSErrorClass,
	exceptions.ErrTimeout:           TimeoutErrorClass,
	exceptions.ErrAttribute:         AttributeErrorClass,
	exceptions.ErrAsyncioTimeout:    AsyncioTimeoutErrorClass,
	exceptions.ErrNotImplemented:    NotImplementedErrorClass,
	exceptions.ErrInvalidState:      InvalidStateErrorClass,
	exceptions.ErrStopIteration:     StopIterationClass,
	exceptions.ErrCancelled:         CancelledErrorClass,
	exceptions.ErrKeyboardInterrupt: KeyboardInterruptClass,
	exceptions.ErrSystemExit:        SystemExitClass,
	exceptions.ErrGeneratorExit:     GeneratorExitClass,
}

// Trace gives the traceback, for a future to keep.
func (e *Exception) Trace() any {
	if e.TB == nil {
		return nil
	}
	return e.TB
}

// SetTrace puts back a traceback that Trace gave.
func (e *Exception) SetTrace(trace any) { e.TB, _ = trace.(*Traceback) }
