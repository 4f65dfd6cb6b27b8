// Package script runs programs written in Python 3.13.
//
// A Program is compiled once and may be run by any number of interpreters. An
// Interp owns everything a running program can change; two of them share
// nothing.
package script

import (
	"errors"

	"asyncio/script/compile"
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
	// The text of -c, "<string>", is no file to CPython's lexer either.
	o := syntax.Options{File: file, Mode: syntax.Exec, Lines: file != "<string>"}
	code, err := compileWith(string(src), o, resolve.Options{})
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
	return compileWith(src, syntax.Options{File: file, Mode: mode}, o)
}

func compileWith(src string, so syntax.Options, o resolve.Options) (*compile.Code, error) {
	m, warnings, err := parse(src, so)
	if err != nil {
		return nil, err
	}
	m.Source.Unlisted = o.Dynamic
	code, err := compileModule(m, o)
	if code != nil {
		code.Warnings = append(warnings, code.Warnings...)
	}
	return code, err
}

func parse(src string, so syntax.Options) (m *syntax.Module, warnings []syntax.Warning, err error) {
	so.Warn = func(w syntax.Warning) { warnings = append(warnings, w) }
	m, err = syntax.Parse([]byte(src), so)
	return m, warnings, err
}

// compileModule compiles a tree; what the compiler refuses is a *SyntaxError.
func compileModule(m *syntax.Module, o resolve.Options) (*compile.Code, error) {
	code, err := compile.Program(m, o)
	var re *resolve.Error
	if errors.As(err, &re) {
		at := re.At
		s := m.Source
		line := s.Line(int(at.Line)) + "\n"
		if o.Dynamic {
			line = ""
		}
		return nil, &SyntaxError{Kind: "SyntaxError", Msg: re.Text, File: s.File, Line: int(at.Line), Col: s.CharCol(int(at.Line), int(at.Col)) + 1,
			EndLine: int(at.EndLine), EndCol: s.CharCol(int(at.EndLine), int(at.EndCol)) + 1, Text: line}
	}
	return code, err
}

// warn tells the programmer what the compiler noticed.
func warn(t *object.Thread, warnings []syntax.Warning) error {
	for _, w := range warnings {
		cls := object.SyntaxWarningClass
		if w.Category == "DeprecationWarning" {
			cls = object.DeprecationWarningClass
		}
		if err := vm.WarnAt(t, cls, w.Msg, w.File, w.Line); err != nil {
			return err
		}
	}
	return nil
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
	line := object.None // a line of no file cannot be shown
	if se.Text != "" || se.Line == 0 {
		line = object.String(se.Text)
	}
	return object.NewException(cls, object.String(se.Msg),
		object.TupleValue(object.String(se.File), n(se.Line), n(se.Col), line, n(se.EndLine), n(se.EndCol)))
}

func (i *Interp) exec(t *object.Thread, code object.Value, globals *object.Dict, locals object.Value) (object.Value, error) {
	c, ok := code.Ref.(*vm.CodeObject)
	if !ok {
		return object.Value{}, object.TypeError("exec() arg 1 must be a string, bytes or code object")
	}
	if n := len(c.Code.Free); n > 0 {
		return object.Value{}, object.TypeError("code object passed to exec() may not contain free variables")
	}
	if !globals.GetStr("__builtins__").Valid() {
		globals.SetStr("__builtins__", i.in.Modules.GetStr("builtins"))
	}
	return vm.Of(t).Run(c.Code, globals, locals)
}
