package script

import (
	"path/filepath"
	"strings"

	"asyncio/script/compile"
	"asyncio/script/lib"
	"asyncio/script/native"
	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
	"asyncio/script/vm"
)

// importStatement is the import statement, which calls the program's own
// __import__ if it has set one.
func (i *Interp) importStatement(t *object.Thread, name string, globals *object.Dict, from object.Value, level int) (object.Value, error) {
	if f := t.In.Builtins.GetStr("__import__"); !object.Is(f, i.importer) {
		if !f.Valid() {
			return object.Value{}, object.Raise(object.ImportErrorClass, "__import__ not found")
		}
		return t.Call(f, object.String(name), object.Obj(globals), object.None, from, object.Int(int64(level)))
	}
	return i.importName(t, name, globals, from, level)
}

// importFunction is __import__(name, globals, locals, fromlist, level).
func (i *Interp) importFunction(t *object.Thread, args []object.Value, kw []object.Kw) (object.Value, error) {
	a, err := object.Args("__import__", args, kw, 1, "name", "globals", "locals", "fromlist", "level")
	if err != nil {
		return object.Value{}, err
	}
	name, ok := object.StrOf(a[0])
	if !ok {
		return object.Value{}, object.TypeError("module name must be a string")
	}
	level := 0
	if a[4].Valid() {
		if level, err = object.Index(t, a[4]); err != nil {
			return object.Value{}, err
		}
	}
	globals, ok := a[1].Ref.(*object.Dict)
	if !ok {
		globals = object.NewDict()
	}
	return i.importName(t, name, globals, a[3], level)
}

// importName is what an import does: it gives the first package of a dotted
// name, or the module itself when names are to be taken from it.
func (i *Interp) importName(t *object.Thread, name string, globals *object.Dict, from object.Value, level int) (object.Value, error) {
	switch {
	case level > 0:
		var err error
		if name, err = absolute(name, globals, level); err != nil {
			return object.Value{}, err
		}
	case name == "":
		return object.Value{}, object.ValueError("Empty module name")
	}
	mod, err := i.load(t, name)
	if err != nil {
		return object.Value{}, err
	}
	if !truthy(t, from) {
		if level > 0 {
			return mod, nil
		}
		top, _, _ := strings.Cut(name, ".")
		return i.in.Modules.GetStr(top), nil
	}
	return mod, i.loadNames(t, mod, name, from)
}

// loadNames imports the submodules that a from list asks of a package.
func (i *Interp) loadNames(t *object.Thread, mod object.Value, name string, from object.Value) error {
	if _, err := object.GetAttr(t, mod, "__path__"); err != nil {
		return nil
	}
	return object.Each(t, from, func(v object.Value) error {
		s, ok := object.StrOf(v)
		switch {
		case !ok:
			return object.TypeError("Item in ``from list'' must be str, not %s", object.ClassOf(v).Name)
		case s == "*":
			all, err := object.GetAttr(t, mod, "__all__")
			if err != nil {
				return nil
			}
			return i.loadNames(t, mod, name, all)
		}
		if _, err := object.GetAttr(t, mod, s); err == nil {
			return nil
		}
		_, err := i.load(t, name+"."+s)
		if e, ok := err.(*object.Exception); ok && e.Class() == object.ModuleNotFoundErrorClass {
			if missing, _ := object.StrOf(e.Extra("name")); missing == name+"."+s {
				return nil // the import statement will say what is missing
			}
		}
		return err
	})
}

// load gives the module of a full name, importing it and the packages it is in
// if need be.
func (i *Interp) load(t *object.Thread, name string) (object.Value, error) {
	if m := i.in.Modules.GetStr(name); m.Valid() {
		if m.IsNone() {
			return object.Value{}, notFound(name, "import of "+name+" halted; None in sys.modules")
		}
		return m, nil
	}
	where := i.h.Path.Items
	var parent object.Value
	last := name
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
		var err error
		if parent, err = i.load(t, name[:dot]); err != nil {
			return object.Value{}, err
		}
		if m := i.in.Modules.GetStr(name); m.Valid() && !m.IsNone() {
			return m, nil // the package imported it itself
		}
		last = name[dot+1:]
		path, err := object.GetAttr(t, parent, "__path__")
		switch {
		case err == nil:
			if where, err = object.Collect(t, path); err != nil {
				return object.Value{}, err
			}
		case !i.isOwn(name):
			return object.Value{}, notFound(name, "No module named '"+name+"'; '"+name[:dot]+"' is not a package")
		default:
			where = nil
		}
	}
	m, err := i.find(t, name, last, where)
	if err != nil {
		return object.Value{}, err
	}
	if parent.Valid() {
		if err := object.SetAttr(t, parent, last, m); err != nil {
			return object.Value{}, err
		}
	}
	return m, nil
}

// isOwn reports whether the interpreter itself has a module of the name.
func (i *Interp) isOwn(name string) bool {
	_, _, _, ok := lib.Source(name)
	return ok || native.Module(name) != nil
}

// find imports a module from a list of folders or from among our own.
func (i *Interp) find(t *object.Thread, name, last string, where []object.Value) (object.Value, error) {
	var spread []object.Value // folders of a package without __init__
	look := func(dir string) (object.Value, error) {
		base := filepath.Join(dir, last)
		for _, file := range []string{filepath.Join(base, "__init__.py"), base + ".py"} {
			if src, ok := i.readModule(file); ok {
				return i.loadSource(t, name, file, src, filepath.Base(file) == "__init__.py")
			}
		}
		if i.isFolder(base) {
			spread = append(spread, object.String(base))
		}
		return object.Value{}, nil
	}
	programs, libraries := i.folders(where)
	if native.BeforePath(name) {
		programs = nil
	}
	for _, dir := range programs {
		if m, err := look(dir); m.Valid() || err != nil {
			return m, err
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
	for _, dir := range append(libraries, i.besideOwn(name)...) {
		if m, err := look(dir); m.Valid() || err != nil {
			return m, err
		}
	}
	if spread != nil {
		m := object.NewModule(name)
		m.Dict.SetStr("__path__", object.Obj(object.NewList(spread)))
		m.Dict.SetStr("__package__", object.String(name))
		i.in.Modules.SetStr(name, object.Obj(m))
		return object.Obj(m), nil
	}
	if why := native.Absent(name); why != "" {
		e := object.Raise(object.ImportErrorClass, "%s: %s", name, why)
		e.SetField("name", object.String(name))
		return object.Value{}, e
	}
	return object.Value{}, notFound(name, "No module named '"+name+"'")
}

// whole are packages of ours of which nothing is taken from another Python's
// library: what they lack does not exist.
var whole = map[string]bool{"asyncio": true, "unittest": true}

// besideOwn gives the folders of another Python's library where the rest of a
// package stands of which we have but a part.
func (i *Interp) besideOwn(name string) (dirs []string) {
	top, _, _ := strings.Cut(name, ".")
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 || whole[top] || !i.isOwn(top) {
		return nil
	}
	_, libraries := i.folders(i.h.Path.Items)
	for _, dir := range libraries {
		dirs = append(dirs, filepath.Join(dir, strings.ReplaceAll(name[:dot], ".", string(filepath.Separator))))
	}
	return dirs
}

// folders splits what a list of folders names: those with another Python's
// standard library, which is written for that Python's machinery, come after
// our own modules. CPython knows its library by os.py too.
func (i *Interp) folders(where []object.Value) (programs, libraries []string) {
	for _, item := range where {
		dir, isText := object.StrOf(item)
		if !isText {
			continue
		}
		if full, err := filepath.Abs(dir); err == nil {
			dir = full
		}
		if i.isFolder(filepath.Join(dir, "encodings")) {
			if _, ok := i.readModule(filepath.Join(dir, "os.py")); ok {
				libraries = append(libraries, dir)
				continue
			}
		}
		programs = append(programs, dir)
	}
	return programs, libraries
}

func notFound(name, text string) error {
	e := object.Raise(object.ModuleNotFoundErrorClass, "%s", text)
	e.SetField("name", object.String(name))
	return e
}

// absolute gives the full name of a relative import from the module of globals.
func absolute(name string, globals *object.Dict, level int) (string, error) {
	pkg, ok := object.StrOf(globals.GetStr("__package__"))
	if !ok {
		own, named := object.StrOf(globals.GetStr("__name__"))
		if !named {
			return "", object.KeyError(object.String("'__name__' not in globals"))
		}
		if pkg = own; !globals.GetStr("__path__").Valid() {
			pkg = own[:max(0, strings.LastIndexByte(own, '.'))]
		}
	}
	if pkg == "" {
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
	if own, ok := strings.CutPrefix(file, "<lib>/"); ok && lib.HasC(own) {
		hideC(own, code)
	}
	if err := warn(t, code.Warnings); err != nil {
		return object.Value{}, err
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
	m.Initializing = true
	_, err = vm.Of(t).Run(code, m.Dict, object.Value{})
	m.Initializing = false
	if err != nil {
		i.in.Modules.DelStr(name)
		return object.Value{}, err
	}
	if now := i.in.Modules.GetStr(name); now.Valid() {
		return now, nil // the module may have put something else in its place
	}
	return object.Obj(m), nil
}

// hideC leaves what CPython has in C out of tracebacks.
func hideC(file string, code *compile.Code) {
	for _, c := range code.Children {
		c.Unseen = lib.InC(file, c.Qualname)
		hideC(file, c)
	}
}

func truthy(t *object.Thread, v object.Value) bool {
	b, err := object.Truth(t, v)
	return v.Valid() && err == nil && b
}
