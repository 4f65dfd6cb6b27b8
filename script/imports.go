package script

import (
	"os"
	"path/filepath"
	"strings"

	"asyncio/script/lib"
	"asyncio/script/object"
	"asyncio/script/resolve"
	"asyncio/script/syntax"
	"asyncio/script/vm"
)

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
