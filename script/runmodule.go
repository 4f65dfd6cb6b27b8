package script

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"asyncio/script/lib"
	"asyncio/script/object"
)

// NoModuleError tells that RunModule found nothing to run.
type NoModuleError struct{ Text string }

// Error implements error.
func (e *NoModuleError) Error() string { return e.Text }

// RunModule runs a module as __main__, as python -m does: one of the program's
// own or of the standard library; of a package, its __main__. sys.argv[0]
// becomes its file. The error is Run's, or a *NoModuleError.
func (i *Interp) RunModule(name string) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	i.setPath(dir)
	p, pkg, err := i.mainModule(name)
	if err != nil {
		return err
	}
	if file, err := filepath.Abs(p.file); err == nil && !strings.HasPrefix(p.file, "<") {
		p.file = file
	}
	i.main.Dict.SetStr("__package__", object.String(pkg))
	if argv, ok := i.h.Sys.Dict.GetStr("argv").Ref.(*object.List); ok && len(argv.Items) > 0 {
		argv.Items[0] = object.String(p.file)
	}
	return i.run(p)
}

// mainModule finds and compiles what -m NAME runs, and gives its package. The
// packages around it are imported.
func (i *Interp) mainModule(name string) (p *Program, pkg string, err error) {
	leave := i.h.Threads.Enter()
	defer leave()
	defer i.recover(&err)
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
		pkg = name[:dot]
		if _, err := i.importName(i.h.Thread(), pkg, i.main.Dict, object.None, 0); err != nil {
			if object.IsInstance(err, object.ModuleNotFoundErrorClass) {
				return nil, "", &NoModuleError{fmt.Sprintf("Error while finding module specification for '%s' (%s)", name, object.ExceptionLine(i.h.Thread(), object.AsException(err)))}
			}
			return nil, "", i.failure(err)
		}
	}
	file, src, isPackage, ok := i.source(name)
	switch {
	case !ok:
		return nil, "", &NoModuleError{"No module named " + name}
	case isPackage:
		if _, err := i.importName(i.h.Thread(), name, i.main.Dict, object.None, 0); err != nil {
			return nil, "", i.failure(err)
		}
		pkg = name
		if file, src, _, ok = i.source(name + ".__main__"); !ok {
			return nil, "", &NoModuleError{fmt.Sprintf("No module named %s.__main__; '%s' is a package and cannot be directly executed", name, name)}
		}
	}
	p, err = Compile(src, file)
	return p, pkg, err
}

// source finds a module's text.
func (i *Interp) source(name string) (file string, src []byte, isPackage, ok bool) {
	programs, libraries := i.folders(i.h.Path.Items)
	if file, src, isPackage, ok = i.inFolders(programs, name); ok {
		return file, src, isPackage, true
	}
	if text, file, isPackage, ok := lib.Source(name); ok {
		return "<lib>/" + file, []byte(text), isPackage, true
	}
	return i.inFolders(libraries, name)
}

// inFolders looks for a module's file.
func (i *Interp) inFolders(folders []string, name string) (file string, src []byte, isPackage, ok bool) {
	rel := strings.ReplaceAll(name, ".", string(filepath.Separator))
	for _, dir := range folders {
		for _, file := range []string{filepath.Join(dir, rel, "__init__.py"), filepath.Join(dir, rel+".py")} {
			if src, ok := i.readModule(file); ok {
				return file, src, filepath.Base(file) == "__init__.py", true
			}
		}
	}
	return "", nil, false, false
}
