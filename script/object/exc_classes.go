package object

import (
	"asyncio/exceptions"
)

func excClass(name string, bases ...*Class) *Class {
	c := builtinClass(name, bases...)
	c.hasDict = true
	c.Layout = BaseExceptionClass
	return c
}

// NewExceptionClass makes an exception class of a native module.
func NewExceptionClass(module, name string, bases ...*Class) *Class {
	c := excClass(name, bases...)
	c.Module = module
	return c
}

// The builtin exceptions.
var (
	BaseExceptionClass         = func() *Class { c := builtinClass("BaseException"); c.hasDict = true; return c }()
	ExceptionClass             = excClass("Exception", BaseExceptionClass)
	GeneratorExitClass         = excClass("GeneratorExit", BaseExceptionClass)
	KeyboardInterruptClass     = excClass("KeyboardInterrupt", BaseExceptionClass)
	SystemExitClass            = excClass("SystemExit", BaseExceptionClass)
	BaseExceptionGroupClass    = excClass("BaseExceptionGroup", BaseExceptionClass)
	ExceptionGroupClass        = excClass("ExceptionGroup", BaseExceptionGroupClass, ExceptionClass)
	ArithmeticErrorClass       = excClass("ArithmeticError", ExceptionClass)
	FloatingPointErrorClass    = excClass("FloatingPointError", ArithmeticErrorClass)
	OverflowErrorClass         = excClass("OverflowError", ArithmeticErrorClass)
	ZeroDivisionErrorClass     = excClass("ZeroDivisionError", ArithmeticErrorClass)
	AssertionErrorClass        = excClass("AssertionError", ExceptionClass)
	AttributeErrorClass        = excClass("AttributeError", ExceptionClass)
	BufferErrorClass           = excClass("BufferError", ExceptionClass)
	EOFErrorClass              = excClass("EOFError", ExceptionClass)
	ImportErrorClass           = excClass("ImportError", ExceptionClass)
	ModuleNotFoundErrorClass   = excClass("ModuleNotFoundError", ImportErrorClass)
	LookupErrorClass           = excClass("LookupError", ExceptionClass)
	IndexErrorClass            = excClass("IndexError", LookupErrorClass)
	KeyErrorClass              = excClass("KeyError", LookupErrorClass)
	MemoryErrorClass           = excClass("MemoryError", ExceptionClass)
	NameErrorClass             = excClass("NameError", ExceptionClass)
	UnboundLocalErrorClass     = excClass("UnboundLocalError", NameErrorClass)
	OSErrorClass               = excClass("OSError", ExceptionClass)
	BlockingIOErrorClass       = excClass("BlockingIOError", OSErrorClass)
	ChildProcessErrorClass     = excClass("ChildProcessError", OSErrorClass)
	ConnectionErrorClass       = excClass("ConnectionError", OSErrorClass)
	BrokenPipeErrorClass       = excClass("BrokenPipeError", ConnectionErrorClass)
	ConnectionAbortedClass     = excClass("ConnectionAbortedError", ConnectionErrorClass)
	ConnectionRefusedClass     = excClass("ConnectionRefusedError", ConnectionErrorClass)
	ConnectionResetClass       = excClass("ConnectionResetError", ConnectionErrorClass)
	FileExistsErrorClass       = excClass("FileExistsError", OSErrorClass)
	FileNotFoundErrorClass     = excClass("FileNotFoundError", OSErrorClass)
	InterruptedErrorClass      = excClass("InterruptedError", OSErrorClass)
	IsADirectoryErrorClass     = excClass("IsADirectoryError", OSErrorClass)
	NotADirectoryErrorClass    = excClass("NotADirectoryError", OSErrorClass)
	PermissionErrorClass       = excClass("PermissionError", OSErrorClass)
	ProcessLookupErrorClass    = excClass("ProcessLookupError", OSErrorClass)
	TimeoutErrorClass          = excClass("TimeoutError", OSErrorClass)
	ReferenceErrorClass        = excClass("ReferenceError", ExceptionClass)
	RuntimeErrorClass          = excClass("RuntimeError", ExceptionClass)
	NotImplementedErrorClass   = excClass("NotImplementedError", RuntimeErrorClass)
	RecursionErrorClass        = excClass("RecursionError", RuntimeErrorClass)
	PythonFinalizationClass    = excClass("PythonFinalizationError", RuntimeErrorClass)
	StopAsyncIterationClass    = excClass("StopAsyncIteration", ExceptionClass)
	StopIterationClass         = excClass("StopIteration", ExceptionClass)
	SyntaxErrorClass           = excClass("SyntaxError", ExceptionClass)
	IndentationErrorClass      = excClass("IndentationError", SyntaxErrorClass)
	TabErrorClass              = excClass("TabError", IndentationErrorClass)
	IncompleteInputClass       = excClass("_IncompleteInputError", SyntaxErrorClass)
	SystemErrorClass           = excClass("SystemError", ExceptionClass)
	TypeErrorClass             = excClass("TypeError", ExceptionClass)
	ValueErrorClass            = excClass("ValueError", ExceptionClass)
	UnicodeErrorClass          = excClass("UnicodeError", ValueErrorClass)
	UnicodeDecodeErrorClass    = excClass("UnicodeDecodeError", UnicodeErrorClass)
	UnicodeEncodeErrorClass    = excClass("UnicodeEncodeError", UnicodeErrorClass)
	UnicodeTranslateErrorClass = excClass("UnicodeTranslateError", UnicodeErrorClass)
	WarningClass               = excClass("Warning", ExceptionClass)
	BytesWarningClass          = excClass("BytesWarning", WarningClass)
	DeprecationWarningClass    = excClass("DeprecationWarning", WarningClass)
	EncodingWarningClass       = excClass("EncodingWarning", WarningClass)
	FutureWarningClass         = excClass("FutureWarning", WarningClass)
	ImportWarningClass         = excClass("ImportWarning", WarningClass)
	PendingDeprecationClass    = excClass("PendingDeprecationWarning", WarningClass)
	ResourceWarningClass       = excClass("ResourceWarning", WarningClass)
	RuntimeWarningClass        = excClass("RuntimeWarning", WarningClass)
	SyntaxWarningClass         = excClass("SyntaxWarning", WarningClass)
	UnicodeWarningClass        = excClass("UnicodeWarning", WarningClass)
	UserWarningClass           = excClass("UserWarning", WarningClass)

	// CancelledErrorClass is asyncio.CancelledError; it is not a builtin name.
	CancelledErrorClass = NewExceptionClass("asyncio.exceptions", "CancelledError", BaseExceptionClass)
	// InvalidStateErrorClass is asyncio.InvalidStateError.
	InvalidStateErrorClass = NewExceptionClass("asyncio.exceptions", "InvalidStateError", ExceptionClass)
	// AsyncioTimeoutErrorClass is asyncio.TimeoutError in the versions where
	// that is not the builtin one.
	AsyncioTimeoutErrorClass = NewExceptionClass("asyncio.exceptions", "TimeoutError", ExceptionClass)
)

// IsInstance reports whether err is a Python exception of the class.
func IsInstance(err error, c *Class) bool {
	switch e := err.(type) {
	case nil:
		return false
	case *Exception:
		return e.cls.IsSubclass(c)
	case *exceptions.Error:
		return coreClass(e.Class).IsSubclass(c)
	case Fatal:
		return false
	}
	return AsException(err).cls.IsSubclass(c)
}
