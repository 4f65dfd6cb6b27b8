package script

import (
	"os"
	"path/filepath"
	"strings"

	"asyncio/script/host"
)

// Grants say what of the machine a program may touch. The zero Grants grant
// nothing: what needs more raises PermissionError, os.environ is empty, and
// imports read only the folders of Options.Path.
type Grants = host.Grants

// AllGrants grants everything, as python has it.
func AllGrants() Grants { return host.AllGrants() }

// mayRead reports whether an import may look at a file or folder: without the
// grant of files, only below the folders that the host has named. What a
// program puts on sys.path opens none.
func (i *Interp) mayRead(file string) bool {
	if i.h.Grants.Files {
		return true
	}
	for _, dir := range i.given {
		rel, err := filepath.Rel(dir, file)
		if err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return true
		}
	}
	return false
}

// readModule reads a module's text, if there is one that an import may read.
func (i *Interp) readModule(file string) (src []byte, ok bool) {
	if !i.mayRead(file) {
		return nil, false
	}
	src, err := os.ReadFile(file)
	return src, err == nil
}

// isFolder reports whether an import finds a folder there.
func (i *Interp) isFolder(dir string) bool {
	if !i.mayRead(dir) {
		return false
	}
	st, err := os.Stat(dir)
	return err == nil && st.IsDir()
}

// givenFolders are the folders of Options.Path, as the host meant them when it
// made the interpreter.
func givenFolders(path []string) []string {
	var out []string
	for _, dir := range path {
		if full, err := filepath.Abs(dir); err == nil {
			out = append(out, full)
		}
	}
	return out
}
