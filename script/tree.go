package script

import (
	"asyncio/script/builtins"
	"asyncio/script/native/astmod"
	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
	"asyncio/script/vm"
)

// textModes are compile()'s modes.
var textModes = map[string]syntax.Mode{"exec": syntax.Exec, "eval": syntax.Eval, "single": syntax.Single}

func dynamic(flags builtins.CompileFlags) resolve.Options {
	return resolve.Options{Dynamic: true, TopLevelAwait: flags&builtins.TopLevelAwait != 0, StringAnnotations: flags&builtins.StringAnnotations != 0}
}

func (i *Interp) compileValue(t *object.Thread, source, file, mode string, flags builtins.CompileFlags) (object.Value, error) {
	code, err := compileText(source, file, textModes[mode], dynamic(flags))
	if err != nil {
		return object.Value{}, raiseSyntax(err)
	}
	if err := warn(t, code.Warnings); err != nil {
		return object.Value{}, err
	}
	return object.Obj(&vm.CodeObject{Code: code}), nil
}

// treeOf parses a text into the module ast's objects.
func treeOf(t *object.Thread, source, file, mode string) (object.Value, error) {
	m, warnings, err := parse(source, syntax.Options{File: file, Mode: textModes[mode]})
	if err != nil {
		return object.Value{}, raiseSyntax(err)
	}
	if err := warn(t, warnings); err != nil {
		return object.Value{}, err
	}
	return astmod.Object(t, m)
}

// compileTree compiles the module ast's objects.
func compileTree(t *object.Thread, tree object.Value, file, mode string, flags builtins.CompileFlags) (object.Value, bool, error) {
	if !astmod.IsNode(t, tree) {
		return object.Value{}, false, nil
	}
	m, err := astmod.Tree(t, tree, textModes[mode], file)
	if err != nil {
		return object.Value{}, true, err
	}
	m.Source.Unlisted = true
	code, err := compileModule(m, dynamic(flags))
	if err != nil {
		return object.Value{}, true, raiseSyntax(err)
	}
	return object.Obj(&vm.CodeObject{Code: code}), true, warn(t, code.Warnings)
}
