// Package lib carries the standard modules that the interpreter has in Python:
// one file a module, a folder a package, laid out as Python's import finds
// them. Modules that touch the machine or the core are native and not here.
package lib

import (
	"embed"
	"io/fs"
	"path"
	"sort"
	"strings"
)

//go:embed *.py
//go:embed all:ast all:dbm all:doctest
//go:embed all:email all:encodings all:pickle all:tarfile
//go:embed all:aiorun all:argparse all:asyncio all:collections all:concurrent all:decimal all:html all:http all:importlib all:json all:logging all:multiprocessing all:optparse all:pathlib all:trio all:unittest all:urllib all:xml all:zipfile all:zoneinfo
var tree embed.FS

// Source returns the Python text of the module with the dotted name, its file
// name relative to the library ("collections/abc.py") and whether it is a
// package. ok is false when the library has no such module. As in CPython, a
// package wins over a module of the same name.
func Source(module string) (text, file string, isPackage, ok bool) {
	if !validName(module) {
		return "", "", false, false
	}
	base := strings.ReplaceAll(module, ".", "/")
	for _, candidate := range []struct {
		file string
		pkg  bool
	}{
		{base + "/__init__.py", true},
		{base + ".py", false},
	} {
		data, err := tree.ReadFile(candidate.file)
		if err == nil {
			return string(data), candidate.file, candidate.pkg, true
		}
	}
	return "", "", false, false
}

// Modules returns the dotted names of all modules of the library, sorted.
func Modules() []string {
	var names []string
	// The tree is compiled in, so a walk over it cannot fail.
	_ = fs.WalkDir(tree, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".py" {
			return err
		}
		name := strings.TrimSuffix(file, ".py")
		name = strings.TrimSuffix(name, "/__init__")
		names = append(names, strings.ReplaceAll(name, "/", "."))
		return nil
	})
	sort.Strings(names)
	return names
}

// validName keeps paths out: every part must look like an identifier.
func validName(module string) bool {
	for _, part := range strings.Split(module, ".") {
		if part == "" || part == "__init__" {
			return false
		}
		for _, r := range part {
			if r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
				return false
			}
		}
	}
	return true
}
