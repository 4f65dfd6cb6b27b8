// Package script runs programs written in Python 3.13.
//
// A Program is compiled once and may be run by any number of interpreters. An
// Interp owns everything a running program can change; two of them share
// nothing.
package script

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"asyncio/clock"
	"asyncio/process"
	"asyncio/script/builtins"
	"asyncio/script/compile"
	"asyncio/script/host"
	"asyncio/script/lib"
	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
	"asyncio/script/vm"
)

// Program is a compiled text.
type Program struct {
	code *compile.Code
	file string
}

// Compile compiles a file's text. The error of a text that is no program is a
// *SyntaxError.
func Compile(src []byte, file string) (*Program, error) {
	code, err := compileText(string(src), file, syntax.Exec, resolve.Options{})
	if err != nil {
		return nil, err
	}
	return &Program{code, file}, nil
}

// Disassemble gives the program's instructions, for reading.
func (p *Program) Disassemble() string { return compile.Disassemble(p.code) }

// SyntaxError is what a text is refused with.
type SyntaxError = syntax.SyntaxError

func compileText(src, file string, mode syntax.Mode, o resolve.Options) (*compile.Code, error) {
	var m *syntax.Module
	var err error
	m, err = syntax.Parse([]byte(src), syntax.Options{File: file, Mode: mode})
	if err != nil {
		return nil, err
	}
	m.Source.Unlisted = o.Dynamic
	code, err := compile.Program(m, o)
	var re *resolve.Error
	if errors.As(err, &re) {
		at := re.At
		s := m.Source
		return nil, &SyntaxError{Kind: "SyntaxError", Msg: re.Text, File: file, Line: int(at.Line), Col: s.CharCol(int(at.Line), int(at.Col)) + 1,
			EndLine: int(at.EndLine), EndCol: s.CharCol(int(at.EndLine), int(at.EndCol)) + 1, Text: s.Line(int(at.Line)) + "\n"}
	}
	return code, err
}

// Limits end a run; no Python code can catch them.
type Limits struct {
	// Steps is the number of instructions; 0 is no limit.
	Steps int64
}

// Options say what an interpreter is given.
type Options struct {
	// Stdout and Stderr take the program's output; nil drops it.
	Stdout, Stderr io.Writer
	// Stdin is what input() reads; nil is empty.
	Stdin io.Reader
	// Args is sys.argv.
	Args []string
	// Path is where imports look, the program's own folder not counted.
	Path   []string
	Limits Limits
	// Virtual has the loop's time jump instead of passing. Signals come then.
	Virtual bool
	// Epoch is where the virtual clock starts, in seconds; 0 stands for
	// clock.Start.
	Epoch   float64
	Signals []SignalAt
	// Python is the version whose asyncio is followed; empty for the default.
	Python string
}

// SignalAt is a signal that comes from outside at a moment of virtual time.
type SignalAt = host.SignalAt

// Interp is an interpreter.
type Interp struct {
	o    Options
	in   *object.Interp
	m    *vm.Machine
	main *object.Module
	h    *host.Host

	process *process.State
	clock   *clock.Virtual
}

// New makes an interpreter.
func New(o Options) *Interp {
	if o.Stdout == nil {
		o.Stdout = io.Discard
	}
	if o.Stderr == nil {
		o.Stderr = io.Discard
	}
	if o.Stdin == nil {
		o.Stdin = strings.NewReader("")
	}
	i := &Interp{o: o, in: object.NewInterp()}
	if o.Virtual {
		epoch := o.Epoch
		if epoch == 0 {
			epoch = clock.Start
		}
		i.clock = clock.NewVirtualAt(epoch, 0)
	}
	i.m = vm.NewMachine(i.in)
	if o.Limits.Steps > 0 {
		i.m.Steps = o.Limits.Steps
	}
	i.m.Import = i.importName
	i.h = &host.Host{In: i.in, Machine: i.m, Virtual: i.clock, Grants: host.AllGrants(), Stdin: o.Stdin, Stdout: o.Stdout, Stderr: o.Stderr,
		Args: o.Args, Path: object.NewList(object.Strings(o.Path)), Import: i.load, RunText: i.runText}
	i.in.Host = i.h
	i.h.Signals = o.Signals
	i.h.Start()
	i.h.Process = i.state()
	in := bufio.NewReader(o.Stdin)
	builtins.Install(i.in, &builtins.Host{
		Stdout:  o.Stdout,
		Compile: i.compileValue,
		Exec:    i.exec,
		Input: func(prompt string) (string, bool) {
			io.WriteString(o.Stdout, prompt)
			line, err := in.ReadString('\n')
			return strings.TrimSuffix(line, "\n"), err == nil || line != ""
		},
	})
	imp := i.in.Builtins
	imp.SetStr("__import__", object.NewBuiltin("__import__", 1, 5, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		name, _ := object.StrOf(a[0])
		from := object.None
		if len(a) > 3 {
			from = a[3]
		}
		return i.importName(t, name, i.main.Dict, from, 0)
	}))
	i.main = object.NewModule("__main__")
	i.in.Modules.SetStr("__main__", object.Obj(i.main))
	return i
}

// Error is a Python exception that nobody caught.
type Error struct {
	// Text is what Python prints for it.
	Text string
	// Status is the exit status that a process running the program has.
	Status int
	exc    *object.Exception
}

// Error gives the last line.
func (e *Error) Error() string { return object.ExceptionLine(nil, e.exc) }

// InternalError is a bug of the interpreter: it panicked while the program was
// at the given place. The interpreter is not to be used again.
type InternalError struct {
	At    string
	Panic any
	Stack []byte
}

// Error implements error.
func (e *InternalError) Error() string {
	return fmt.Sprintf("internal error, program %s: %v", e.At, e.Panic)
}

// Run runs a program as __main__. The error is an *Error for an exception
// nobody caught, SystemExit included, and a limit's own error when one ended
// the run.
func (i *Interp) Run(p *Program) (err error) {
	defer func() {
		if r := recover(); r != nil {
			at := "before its first statement"
			if f := i.m.Current(); f != nil {
				at = fmt.Sprintf("at %s:%d", f.Code().File, f.Line())
			}
			err = &InternalError{At: at, Panic: r, Stack: debug.Stack()}
		}
	}()
	i.main.Dict.SetStr("__file__", object.String(p.file))
	i.main.Dict.SetStr("__builtins__", i.in.Modules.GetStr("builtins"))
	i.main.Dict.SetStr("__doc__", object.None)
	if p.file != "" && p.file[0] != '<' {
		i.h.Path.Items = object.Strings(append([]string{filepath.Dir(p.file)}, i.o.Path...))
	}
	_, err = i.m.Run(p.code, i.main.Dict, object.Value{})
	return i.failure(err)
}

func (i *Interp) failure(err error) error {
	if err == nil {
		return nil
	}
	exc := object.AsException(err)
	if exc == nil {
		return err
	}
	out := &Error{exc: exc, Status: 1}
	if exc.Class().IsSubclass(object.SystemExitClass) {
		v := exc.Extra("code")
		switch n, isInt := object.IntOf(v); {
		case !v.Valid() || v.IsNone():
			out.Status = 0
		case isInt:
			out.Status = int(n & 255)
		default:
			out.Text, _ = object.StrText(i.m.T, v)
			out.Text += "\n"
		}
		return out
	}
	out.Text = object.FormatTraceback(i.m.T, exc)
	return out
}

func (i *Interp) compileValue(t *object.Thread, source, file, mode string) (object.Value, error) {
	md := map[string]syntax.Mode{"exec": syntax.Exec, "eval": syntax.Eval, "single": syntax.Single}[mode]
	if mode == "eval" {
		source = strings.TrimLeft(source, " \t")
	}
	code, err := compileText(source, file, md, resolve.Options{Dynamic: true})
	if err != nil {
		return object.Value{}, raiseSyntax(err)
	}
	return object.Obj(&vm.CodeObject{Code: code}), nil
}

// raiseSyntax makes Python's exception of a SyntaxError.
func raiseSyntax(err error) error {
	var se *SyntaxError
	if !errors.As(err, &se) {
		return err
	}
	cls := object.SyntaxErrorClass
	switch se.Kind {
	case "IndentationError":
		cls = object.IndentationErrorClass
	case "TabError":
		cls = object.TabErrorClass
	case "MemoryError":
		return object.Raise(object.MemoryErrorClass, "%s", se.Msg)
	}
	n := func(i int) object.Value { return object.Int(int64(i)) }
	return object.NewException(cls, object.String(se.Msg),
		object.TupleValue(object.String(se.File), n(se.Line), n(se.Col), object.String(se.Text), n(se.EndLine), n(se.EndCol)))
}

func (i *Interp) exec(t *object.Thread, code object.Value, globals *object.Dict, locals object.Value) (object.Value, error) {
	c, ok := code.Ref.(*vm.CodeObject)
	if !ok {
		return object.Value{}, object.TypeError("exec() arg 1 must be a string, bytes or code object")
	}
	if !globals.GetStr("__builtins__").Valid() {
		globals.SetStr("__builtins__", i.in.Modules.GetStr("builtins"))
	}
	return vm.Of(t).Run(c.Code, globals, locals)
}

// importName is the import statement.
func (i *Interp) importName(t *object.Thread, name string, globals *object.Dict, from object.Value, level int) (object.Value, error) {
	if level > 0 {
		var err error
		if name, err = absolute(name, globals, level); err != nil {
			return object.Value{}, err
		}
	}
	var top, mod object.Value
	full := ""
	for k, part := range strings.Split(name, ".") {
		if k > 0 {
			full += "."
		}
		full += part
		m, err := i.load(t, full)
		if err != nil {
			return object.Value{}, err
		}
		if mod.Valid() {
			if p, ok := mod.Ref.(*object.Module); ok {
				p.Dict.SetStr(part, m)
			}
		} else {
			top = m
		}
		mod = m
	}
	if from.IsNone() {
		return top, nil
	}
	return mod, nil
}

func (i *Interp) load(t *object.Thread, name string) (object.Value, error) {
	if m := i.in.Modules.GetStr(name); m.Valid() {
		return m, nil
	}
	rel := strings.ReplaceAll(name, ".", string(filepath.Separator))
	for _, item := range i.h.Path.Items {
		dir, isText := object.StrOf(item)
		if !isText {
			continue
		}
		for _, file := range []string{filepath.Join(dir, rel+".py"), filepath.Join(dir, rel, "__init__.py")} {
			src, err := os.ReadFile(file)
			if err != nil {
				continue
			}
			return i.loadSource(t, name, file, src, filepath.Base(file) == "__init__.py")
		}
	}
	if m, err := i.ownModule(name); err != nil {
		return object.Value{}, err
	} else if m != nil {
		i.in.Modules.SetStr(name, object.Obj(m))
		return object.Obj(m), nil
	}
	if text, file, isPackage, ok := lib.Source(name); ok {
		return i.loadSource(t, name, "<lib>/"+file, []byte(text), isPackage)
	}
	e := object.Raise(object.ModuleNotFoundErrorClass, "No module named '%s'", name)
	e.SetExtra("name", object.String(name))
	return object.Value{}, e
}

// absolute gives the full name of a relative import from the module of globals.
func absolute(name string, globals *object.Dict, level int) (string, error) {
	pkg, ok := "", false
	if v := globals.GetStr("__package__"); v.Valid() {
		pkg, ok = object.StrOf(v)
	}
	if !ok || pkg == "" {
		return "", object.Raise(object.ImportErrorClass, "attempted relative import with no known parent package")
	}
	for ; level > 1; level-- {
		dot := strings.LastIndexByte(pkg, '.')
		if dot < 0 {
			return "", object.Raise(object.ImportErrorClass, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:dot]
	}
	if name == "" {
		return pkg, nil
	}
	return pkg + "." + name, nil
}

// runText runs Python text in a module that is there already.
func (i *Interp) runText(t *object.Thread, m *object.Module, file, text string) error {
	code, err := compileText(text, file, syntax.Exec, resolve.Options{})
	if err == nil {
		_, err = vm.Of(t).Run(code, m.Dict, object.Value{})
	}
	return err
}

// loadSource runs a module's text as the module of that name.
func (i *Interp) loadSource(t *object.Thread, name, file string, src []byte, isPackage bool) (object.Value, error) {
	code, err := compileText(string(src), file, syntax.Exec, resolve.Options{})
	if err != nil {
		return object.Value{}, raiseSyntax(err)
	}
	m := object.NewModule(name)
	m.Dict.SetStr("__file__", object.String(file))
	pkg := name
	if isPackage {
		m.Dict.SetStr("__path__", object.Obj(object.NewList([]object.Value{object.String(filepath.Dir(file))})))
	} else {
		pkg = pkg[:max(0, strings.LastIndexByte(pkg, '.'))]
	}
	m.Dict.SetStr("__package__", object.String(pkg))
	m.Dict.SetStr("__builtins__", i.in.Modules.GetStr("builtins"))
	i.in.Modules.SetStr(name, object.Obj(m))
	if _, err := vm.Of(t).Run(code, m.Dict, object.Value{}); err != nil {
		i.in.Modules.DelStr(name)
		return object.Value{}, err
	}
	return object.Obj(m), nil
}
