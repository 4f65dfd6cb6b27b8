package posixmod

import (
	"asyncio/script/object"
)

// statClass is os.stat_result: ten items, and times and more by name only.
var statClass = object.NewStructSeq("os", "stat_result", 10, "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
	"", "", "", "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev")

var terminalClass = object.NewStructSeq("os", "terminal_size", 2, "columns", "lines")

// stamp is a moment as stat tells it.
type stamp struct{ sec, nsec int64 }

func (s stamp) ns() value    { return object.Int(s.sec*1e9 + s.nsec) }
func (s stamp) whole() value { return object.Int(s.sec) }
func (s stamp) float() value { return object.Float(float64(s.sec) + 1e-9*float64(s.nsec)) }

// info is what stat tells.
type info struct {
	mode, ino, dev, nlink, uid, gid, size int64
	access, modified, changed             stamp
	blksize, blocks, rdev                 int64
}

func (i *info) value() value {
	n := object.Int
	return statClass.NewSeq(n(i.mode), n(i.ino), n(i.dev), n(i.nlink), n(i.uid), n(i.gid), n(i.size),
		i.access.whole(), i.modified.whole(), i.changed.whole(), i.access.float(), i.modified.float(), i.changed.float(),
		i.access.ns(), i.modified.ns(), i.changed.ns(), n(i.blksize), n(i.blocks), n(i.rdev))
}

func statPath(path string, follow bool) (value, error) {
	i, err := stat(path, follow)
	if err != nil {
		return value{}, err
	}
	return i.value(), nil
}

// status adds stat and its like.
func (o mod) status() {
	at := func(a *args, follow bool) (value, error) {
		if fd, ok := object.IntOf(a.v[0]); ok {
			i, err := fstat(int(fd))
			if err != nil {
				return value{}, a.fail(err)
			}
			return i.value(), nil
		}
		p, err := a.path(0)
		if err != nil {
			if object.IsInstance(err, object.TypeErrorClass) && !hasFSPath(a.v[0]) {
				err = object.TypeError("%s: path should be string, bytes, os.PathLike or integer, not %s", a.name, object.ClassOf(a.v[0]).Name)
			}
			return value{}, err
		}
		v, err := statPath(p, follow)
		return v, a.fail(err)
	}
	o.def("stat", files, 1, func(a *args) (value, error) {
		follow, err := a.bool(2, true)
		if err != nil {
			return value{}, err
		}
		return at(a, follow)
	}, "path", "*", "dir_fd", "follow_symlinks")
	o.def("lstat", files, 1, func(a *args) (value, error) { return at(a, false) }, "path", "*", "dir_fd")
	o.def("fstat", files, 1, func(a *args) (value, error) {
		fd, err := a.int(0, 0)
		if err != nil {
			return value{}, err
		}
		i, err := fstat(fd)
		if err != nil {
			return value{}, object.OSError(err)
		}
		return i.value(), nil
	}, "fd")
	o.def("statvfs", files, 1, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		v, err := statvfs(p)
		return v, a.fail(err)
	}, "path")
}
