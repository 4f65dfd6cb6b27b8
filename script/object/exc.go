package object

import (
	"fmt"
	"strings"

	"asyncio/exceptions"
)

// Exception is an instance of BaseException or a class below it. It is a Go
// error too, so that it passes through the event loop with its identity.
type Exception struct {
	cls  *Class
	attr *Attrs
	Args []Value
	// Cause is __cause__; Context is __context__, nil for none.
	Cause       Value
	Context     error
	SuppressCtx bool
	TB          *Traceback
	// Value is what a StopIteration or SystemExit carries.
	Value Value
	// Group has the message and the members of an exception group.
	Message string
	Members []Value
	// Core is the core's error that this object stands for, if any.
	Core error
}

// Traceback is one level of a traceback, the outermost first.
type Traceback struct {
	Next *Traceback
	File string
	Name string
	Line int
	// Source gives the text of a line.
	Source func(line int) string
	// Code and Globals are those of the frame, for the machine.
	Code    any
	Globals *Dict
	// Frame is the frame object, made when somebody asks.
	Frame Value
}

// Class implements Object.
func (*Traceback) Class() *Class { return TracebackClass }

// Class implements Object.
func (e *Exception) Class() *Class { return e.cls }

func (e *Exception) attributes() *Attrs {
	if e.attr == nil {
		e.attr = &Attrs{shape: e.cls.excShape()}
	}
	return e.attr
}

func (c *Class) excShape() *Shape {
	if c.builtin { // shared by interpreters: no shapes grow on it
		return &Shape{cls: c}
	}
	return c.rootShape()
}

// SetObjectClass changes the exception's class, as unpickling and groups do.
func (e *Exception) SetObjectClass(c *Class) { e.cls = c }

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

// NewException makes an exception without running its class's __init__.
func NewException(c *Class, args ...Value) *Exception {
	e := &Exception{cls: c, Args: args}
	if len(args) > 0 && (c.IsSubclass(StopIterationClass) || c.IsSubclass(SystemExitClass)) {
		e.Value = args[0]
	}
	return e
}

func (e *Exception) setName(name string, obj Value) {
	e.attributes().Set("name", String(name))
	e.attributes().Set("obj", obj)
}

// SetExtra stores an attribute on the exception.
func (e *Exception) SetExtra(name string, v Value) { e.attributes().Set(name, v) }

// Extra gives an attribute stored on the exception.
func (e *Exception) Extra(name string) Value {
	if e.attr == nil {
		return Value{}
	}
	return e.attr.Get(name)
}

// Raise makes an exception with a formatted text as its only argument.
func Raise(c *Class, format string, args ...any) *Exception {
	text := format
	if len(args) > 0 {
		text = fmt.Sprintf(format, args...)
	}
	return NewException(c, String(text))
}

// TypeError makes a TypeError.
func TypeError(format string, args ...any) *Exception { return Raise(TypeErrorClass, format, args...) }

// ValueError makes a ValueError.
func ValueError(format string, args ...any) *Exception {
	return Raise(ValueErrorClass, format, args...)
}

// IndexError makes an IndexError.
func IndexError(format string, args ...any) *Exception {
	return Raise(IndexErrorClass, format, args...)
}

// AttributeError makes an AttributeError.
func AttributeError(format string, args ...any) *Exception {
	return Raise(AttributeErrorClass, format, args...)
}

// RuntimeError makes a RuntimeError.
func RuntimeError(format string, args ...any) *Exception {
	return Raise(RuntimeErrorClass, format, args...)
}

// KeyError makes a KeyError of a key.
func KeyError(key Value) *Exception { return NewException(KeyErrorClass, key) }

// StopIteration makes the end of an iterator, with its value.
func StopIteration(v Value) *Exception {
	if !v.Valid() || v.IsNone() {
		return &Exception{cls: StopIterationClass, Value: None}
	}
	return NewException(StopIterationClass, v)
}

// Fatal is an error no Python code can catch, such as a limit.
type Fatal interface {
	error
	Fatal()
}

// AsException turns any error of a native function into a Python exception;
// nil when it is Fatal.
func AsException(err error) *Exception {
	switch e := err.(type) {
	case *Exception:
		return e
	case Fatal:
		return nil
	case *exceptions.Error:
		if p, ok := e.Owner.(*Exception); ok {
			return p
		}
		p := &Exception{cls: coreClass(e.Class), Core: e}
		switch {
		case e.Class == exceptions.ErrCancelled:
			if e.Msg != nil {
				if v, ok := e.Msg.(Value); ok {
					p.Args = []Value{v}
				} else {
					p.Args = []Value{String(fmt.Sprint(e.Msg))}
				}
			}
		case e.Class == exceptions.ErrSystemExit:
			p.Value = Int(int64(e.Code))
			p.Args = []Value{p.Value}
		default:
			if e.Text != "" {
				p.Args = []Value{String(e.Text)}
			}
		}
		p.Context = e.Context
		if e.Cause != nil {
			if c := AsException(e.Cause); c != nil {
				p.Cause, p.SuppressCtx = Obj(c), true
			}
		}
		e.Owner = p
		return p
	}
	type grouped interface {
		error
		Unwrap() []error
	}
	if g, ok := err.(grouped); ok {
		p := &Exception{cls: BaseExceptionGroupClass, Core: err}
		all := true
		for _, m := range g.Unwrap() {
			x := AsException(m)
			if x == nil {
				continue
			}
			all = all && x.cls.IsSubclass(ExceptionClass)
			p.Members = append(p.Members, Obj(x))
		}
		if all {
			p.cls = ExceptionGroupClass
		}
		p.Message = "unhandled errors in a TaskGroup"
		p.Args = []Value{String(p.Message), Obj(NewList(p.Members))}
		return p
	}
	return Raise(RuntimeErrorClass, "%s", err.Error())
}

// ContextOf gives __context__ as an exception, nil for none.
func (e *Exception) ContextOf() *Exception {
	if e.Context == nil {
		return nil
	}
	return AsException(e.Context)
}

func coreClass(c *exceptions.Class) *Class {
	if p, ok := coreClasses[c]; ok {
		return p
	}
	return ExceptionClass
}

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
)

// Exceptions are the exception classes that are builtin names.
var Exceptions = []*Class{
	BaseExceptionClass, ExceptionClass, GeneratorExitClass, KeyboardInterruptClass, SystemExitClass,
	BaseExceptionGroupClass, ExceptionGroupClass, ArithmeticErrorClass, FloatingPointErrorClass,
	OverflowErrorClass, ZeroDivisionErrorClass, AssertionErrorClass, AttributeErrorClass, BufferErrorClass,
	EOFErrorClass, ImportErrorClass, ModuleNotFoundErrorClass, LookupErrorClass, IndexErrorClass, KeyErrorClass,
	MemoryErrorClass, NameErrorClass, UnboundLocalErrorClass, OSErrorClass, BlockingIOErrorClass,
	ChildProcessErrorClass, ConnectionErrorClass, BrokenPipeErrorClass, ConnectionAbortedClass,
	ConnectionRefusedClass, ConnectionResetClass, FileExistsErrorClass, FileNotFoundErrorClass,
	InterruptedErrorClass, IsADirectoryErrorClass, NotADirectoryErrorClass, PermissionErrorClass,
	ProcessLookupErrorClass, TimeoutErrorClass, ReferenceErrorClass, RuntimeErrorClass, NotImplementedErrorClass,
	RecursionErrorClass, PythonFinalizationClass, StopAsyncIterationClass, StopIterationClass, SyntaxErrorClass,
	IndentationErrorClass, TabErrorClass, SystemErrorClass, TypeErrorClass, ValueErrorClass, UnicodeErrorClass,
	UnicodeDecodeErrorClass, UnicodeEncodeErrorClass, UnicodeTranslateErrorClass, WarningClass, BytesWarningClass,
	DeprecationWarningClass, EncodingWarningClass, FutureWarningClass, ImportWarningClass, PendingDeprecationClass,
	ResourceWarningClass, RuntimeWarningClass, SyntaxWarningClass, UnicodeWarningClass, UserWarningClass,
}

var coreClasses = map[*exceptions.Class]*Class{
	exceptions.ErrException:         ExceptionClass,
	exceptions.ErrRuntime:           RuntimeErrorClass,
	exceptions.ErrValue:             ValueErrorClass,
	exceptions.ErrType:              TypeErrorClass,
	exceptions.ErrAssertion:         AssertionErrorClass,
	exceptions.ErrOS:                OSErrorClass,
	exceptions.ErrTimeout:           TimeoutErrorClass,
	exceptions.ErrNotImplemented:    NotImplementedErrorClass,
	exceptions.ErrInvalidState:      InvalidStateErrorClass,
	exceptions.ErrStopIteration:     StopIterationClass,
	exceptions.ErrCancelled:         CancelledErrorClass,
	exceptions.ErrKeyboardInterrupt: KeyboardInterruptClass,
	exceptions.ErrSystemExit:        SystemExitClass,
	exceptions.ErrGeneratorExit:     GeneratorExitClass,
}

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

// ExceptionText gives str(e). t may be nil, then no Python code runs.
func ExceptionText(t *Thread, e *Exception) string {
	if t != nil && !e.cls.builtin {
		if s, err := StrText(t, Obj(e)); err == nil {
			return s
		}
		return "<exception str() failed>"
	}
	return defaultExcText(t, e)
}

// DefaultExceptionText is BaseException.__str__.
func DefaultExceptionText(t *Thread, e *Exception) string { return defaultExcText(t, e) }

func defaultExcText(t *Thread, e *Exception) string {
	if e.cls.IsSubclass(BaseExceptionGroupClass) {
		return fmt.Sprintf("%s (%d sub-exception%s)", e.Message, len(e.Members), plural(len(e.Members)))
	}
	text := func(v Value, repr bool) string {
		if s, ok := StrOf(v); ok && !repr {
			return s
		}
		if t == nil {
			t = &Thread{}
		}
		f := StrText
		if repr {
			f = ReprText
		}
		s, err := f(t, v)
		if err != nil {
			return "<exception str() failed>"
		}
		return s
	}
	if e.cls.IsSubclass(OSErrorClass) && len(e.Args) >= 2 {
		s := "[Errno " + text(e.Args[0], false) + "] " + text(e.Args[1], false)
		if len(e.Args) > 2 && !e.Args[2].IsNone() {
			s += ": " + text(e.Args[2], true)
		}
		return s
	}
	switch len(e.Args) {
	case 0:
		return ""
	case 1:
		return text(e.Args[0], e.cls.IsSubclass(KeyErrorClass))
	}
	if e.cls.IsSubclass(SyntaxErrorClass) {
		s := text(e.Args[0], false)
		if loc, ok := e.Args[1].Ref.(*Tuple); ok && len(loc.Items) >= 2 {
			file := text(loc.Items[0], false)
			s += fmt.Sprintf(" (%s, line %s)", file[strings.LastIndexByte(file, '/')+1:], text(loc.Items[1], false))
		}
		return s
	}
	return text(TupleValue(e.Args...), true)
}

// ExceptionLine gives the last line of e's traceback.
func ExceptionLine(t *Thread, e *Exception) string {
	s := ExceptionText(t, e)
	if e.cls.IsSubclass(SyntaxErrorClass) && len(e.Args) > 1 {
		s, _ = StrOf(e.Args[0])
	}
	if s == "" {
		return e.cls.FullName()
	}
	return e.cls.FullName() + ": " + s
}

// FormatTraceback gives the text that Python prints for an exception nobody
// caught, the exceptions behind it first.
func FormatTraceback(t *Thread, e *Exception) string {
	var b strings.Builder
	writeTraceback(&b, t, e, map[*Exception]bool{}, "")
	return b.String()
}

func writeTraceback(b *strings.Builder, t *Thread, e *Exception, seen map[*Exception]bool, indent string) {
	seen[e] = true
	ctx := e.ContextOf()
	if c, ok := e.Cause.Ref.(*Exception); ok {
		if !seen[c] {
			writeTraceback(b, t, c, seen, indent)
			b.WriteString(indentLines("\nThe above exception was the direct cause of the following exception:\n\n", indent))
		}
	} else if ctx != nil && !e.SuppressCtx && !seen[ctx] {
		writeTraceback(b, t, ctx, seen, indent)
		b.WriteString(indentLines("\nDuring handling of the above exception, another exception occurred:\n\n", indent))
	}
	group := e.cls.IsSubclass(BaseExceptionGroupClass)
	if group {
		writeGroup(b, t, e, seen, indent)
		return
	}
	var own strings.Builder
	if e.TB != nil {
		own.WriteString("Traceback (most recent call last):\n")
		writeLevels(&own, e.TB)
	}
	own.WriteString(excLines(t, e))
	b.WriteString(indentLines(own.String(), indent))
}

func excLines(t *Thread, e *Exception) string {
	s := syntaxLines(t, e) + ExceptionLine(t, e) + "\n"
	if notes, ok := e.Extra("__notes__").Ref.(*List); ok {
		for _, n := range notes.Items {
			text, ok := StrOf(n)
			if !ok && t != nil {
				text, _ = ReprText(t, n)
			}
			s += text + "\n"
		}
	}
	return s
}

// syntaxLines gives file, line and caret of a SyntaxError.
func syntaxLines(t *Thread, e *Exception) string {
	if !e.cls.IsSubclass(SyntaxErrorClass) || len(e.Args) < 2 {
		return ""
	}
	loc, ok := e.Args[1].Ref.(*Tuple)
	if !ok || len(loc.Items) < 4 {
		return ""
	}
	file, _ := StrOf(loc.Items[0])
	line, _ := IntOf(loc.Items[1])
	col, _ := IntOf(loc.Items[2])
	s := fmt.Sprintf("  File \"%s\", line %d\n", file, line)
	text, ok := StrOf(loc.Items[3])
	if !ok || strings.TrimSpace(text) == "" {
		return s
	}
	trimmed := strings.TrimLeft(text, " \t\f")
	s += "    " + strings.TrimRight(trimmed, "\n") + "\n"
	shift := int64(len(text) - len(trimmed))
	if col-shift >= 1 {
		width := int64(1)
		if len(loc.Items) >= 6 {
			endLine, _ := IntOf(loc.Items[4])
			end, _ := IntOf(loc.Items[5])
			if endLine == line && end > col {
				width = end - col
			} else if endLine > line {
				width = int64(len([]rune(strings.TrimRight(text, "\n")))) - col + 1
			}
		}
		s += "    " + strings.Repeat(" ", int(col-shift-1)) + strings.Repeat("^", int(max(width, 1))) + "\n"
	}
	return s
}

func writeLevels(b *strings.Builder, tb *Traceback) {
	var last *Traceback
	repeats := 0
	flush := func() {
		if repeats > 3 {
			n := repeats - 3
			fmt.Fprintf(b, "  [Previous line repeated %d more time%s]\n", n, plural(n))
		}
	}
	for ; tb != nil; tb = tb.Next {
		if last != nil && last.File == tb.File && last.Line == tb.Line && last.Name == tb.Name {
			repeats++
			if repeats > 3 {
				continue
			}
		} else {
			flush()
			repeats = 1
		}
		last = tb
		fmt.Fprintf(b, "  File \"%s\", line %d, in %s\n", tb.File, tb.Line, tb.Name)
		if tb.Source != nil {
			if line := strings.TrimSpace(tb.Source(tb.Line)); line != "" {
				b.WriteString("    " + line + "\n")
			}
		}
	}
	flush()
}

func indentLines(s, indent string) string {
	if indent == "" {
		return s
	}
	lines := strings.SplitAfter(s, "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = indent + l
		}
	}
	return strings.Join(lines, "")
}

// writeGroup draws an exception group and its members.
func writeGroup(b *strings.Builder, t *Thread, e *Exception, seen map[*Exception]bool, indent string) {
	top := indent == ""
	margin := indent
	if top {
		margin = "  | "
	}
	var own strings.Builder
	if e.TB != nil {
		if top {
			b.WriteString("  + Exception Group Traceback (most recent call last):\n")
		} else {
			own.WriteString("Exception Group Traceback (most recent call last):\n")
		}
		writeLevels(&own, e.TB)
	}
	own.WriteString(excLines(t, e))
	b.WriteString(indentLines(own.String(), margin))
	base := strings.TrimSuffix(margin, "| ")
	for i, m := range e.Members {
		lead := base + "  "
		if i == 0 {
			lead = base + "+-"
		}
		if i == 15 && len(e.Members) > 15 {
			rest := len(e.Members) - 15
			fmt.Fprintf(b, "%s+---------------- ... ----------------\n", lead)
			fmt.Fprintf(b, "%s  | and %d more exception%s\n", base, rest, plural(rest))
			break
		}
		fmt.Fprintf(b, "%s+---------------- %d ----------------\n", lead, i+1)
		x, ok := m.Ref.(*Exception)
		if !ok {
			continue
		}
		inner := base + "  | "
		writeTraceback(b, t, x, seen, inner)
	}
	if n := len(e.Members); n > 0 {
		last, _ := e.Members[n-1].Ref.(*Exception)
		if last == nil || !last.cls.IsSubclass(BaseExceptionGroupClass) {
			b.WriteString(base + "  +------------------------------------\n")
		}
	}
}
