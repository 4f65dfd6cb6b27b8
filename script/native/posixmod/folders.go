package posixmod

import (
	"io/fs"
	"os"
	"path/filepath"

	"asyncio/script/object"
)

// entry is a DirEntry.
type entry struct {
	name, path value // as the program sees them
	file       string
	kind       fs.FileMode
	lstat      value // what stat told, when it was asked
	stat       value
}

var (
	entryClass = object.NewNativeClass("posix", "DirEntry").Final()
	scanClass  = object.NewNativeClass("posix", "ScandirIterator").Final()
)

// Class implements object.Object.
func (*entry) Class() *object.Class { return entryClass }

// Traverse implements object.Traverser.
func (e *entry) Traverse(visit func(value)) {
	for _, v := range []value{e.name, e.path, e.lstat, e.stat} {
		if v.Valid() {
			visit(v)
		}
	}
}

// Repr implements object.Reprer.
func (e *entry) Repr(t *thread) (string, error) {
	s, err := object.ReprText(t, e.name)
	return "<DirEntry " + s + ">", err
}

// mode tells what the entry is, following a link when follow.
func (e *entry) mode(follow bool) fs.FileMode {
	if follow && e.kind&fs.ModeSymlink != 0 {
		if i, err := os.Stat(e.file); err == nil {
			return i.Mode()
		}
		return fs.ModeIrregular
	}
	return e.kind
}

func init() {
	entryClass.Later(fillEntry)
	scanClass.Later(fillScan)
}

func fillEntry(c *object.Class) {
	self := func(a []value) *entry { return a[0].Ref.(*entry) }
	follow := func(t *thread, name string, kw []object.Kw) (bool, error) {
		p, err := object.Args(name, nil, kw, 0, "follow_symlinks")
		if err != nil || !p[0].Valid() {
			return true, err
		}
		return object.Truth(t, p[0])
	}
	for name, is := range map[string]func(fs.FileMode) bool{"is_dir": fs.FileMode.IsDir, "is_file": fs.FileMode.IsRegular} {
		c.Def(name, 1, 1, func(t *thread, a []value, kw []object.Kw) (value, error) {
			f, err := follow(t, name, kw)
			return object.Bool(is(self(a).mode(f))), err
		})
	}
	c.Def("is_symlink", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		return object.Bool(self(a).kind&fs.ModeSymlink != 0), nil
	})
	c.Def("is_junction", 1, 1, func(*thread, []value, []object.Kw) (value, error) { return object.False, nil })
	c.Def("stat", 1, 1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		f, err := follow(t, "stat", kw)
		if err != nil {
			return value{}, err
		}
		e := self(a)
		if f && e.kind&fs.ModeSymlink != 0 {
			if !e.stat.Valid() {
				if e.stat, err = statPath(e.file, true); err != nil {
					return value{}, object.OSError(err, e.path)
				}
			}
			return e.stat, nil
		}
		if !e.lstat.Valid() {
			if e.lstat, err = statPath(e.file, false); err != nil {
				return value{}, object.OSError(err, e.path)
			}
		}
		return e.lstat, nil
	})
	c.Def("inode", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		v, err := statPath(self(a).file, false)
		if err != nil {
			return value{}, object.OSError(err, self(a).path)
		}
		return v.Ref.(*object.Tuple).Items[1], nil
	})
	c.DefClass("__class_getitem__", 2, 2, func(_ *thread, a []value, _ []object.Kw) (value, error) { return object.MakeAlias(a[0], a[1]), nil })
	c.Def("__fspath__", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) { return self(a).path, nil })
	c.DefGet("name", func(_ *thread, v value) (value, error) { return v.Ref.(*entry).name, nil }, nil)
	c.DefGet("path", func(_ *thread, v value) (value, error) { return v.Ref.(*entry).path, nil }, nil)
}

func fillScan(c *object.Class) {
	c.Def("__enter__", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) { return a[0], nil })
	c.Def("__exit__", 1, 4, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		a[0].Ref.(*scan).left = nil
		return object.None, nil
	})
	c.Def("close", 1, 1, func(_ *thread, a []value, _ []object.Kw) (value, error) {
		a[0].Ref.(*scan).left = nil
		return object.None, nil
	})
}

// scan is what scandir gives. The folder is read at once.
type scan struct{ left []value }

// Class implements object.Object.
func (*scan) Class() *object.Class { return scanClass }

// Traverse implements object.Traverser.
func (s *scan) Traverse(visit func(value)) {
	for _, v := range s.left {
		visit(v)
	}
}

// Next implements object.Iterator.
func (s *scan) Next(*thread) (value, error) {
	if len(s.left) == 0 {
		return value{}, nil
	}
	v := s.left[0]
	s.left = s.left[1:]
	return v, nil
}

// read gives a folder's entries in the system's order.
func (a *args) read() (path value, dir string, list []fs.DirEntry, err error) {
	path, dir = object.String("."), "."
	if a.given(0) {
		path = a.v[0]
		if dir, err = a.path(0); err != nil {
			return
		}
		switch path.Ref.(type) {
		case *object.Str, *object.Bytes:
		default:
			path, _, err = a.t.CallSpecial(path, "__fspath__")
		}
	}
	if err != nil {
		return
	}
	f, err := os.Open(dir)
	if err == nil {
		list, err = f.ReadDir(-1)
		f.Close()
	}
	if err != nil {
		err = object.OSError(err, path)
	}
	return
}

// folders adds listdir and scandir.
func (o mod) folders() {
	o.def("listdir", files, 0, func(a *args) (value, error) {
		path, _, list, err := a.read()
		if err != nil {
			return value{}, err
		}
		names := make([]value, len(list))
		for i, e := range list {
			names[i] = like(path, e.Name())
		}
		return object.Obj(object.NewList(names)), nil
	}, "path")
	o.def("scandir", files, 0, func(a *args) (value, error) {
		path, dir, list, err := a.read()
		if err != nil {
			return value{}, err
		}
		s := &scan{}
		prefix := dir
		if prefix != "" && !os.IsPathSeparator(prefix[len(prefix)-1]) {
			prefix += string(filepath.Separator)
		}
		for _, e := range list {
			s.left = append(s.left, object.Obj(&entry{name: like(path, e.Name()), path: like(path, prefix+e.Name()),
				file: filepath.Join(dir, e.Name()), kind: e.Type()}))
		}
		return object.Obj(s), nil
	}, "path")
}
