package posixmod

import (
	"crypto/rand"
	"os"
	"time"

	"asyncio/script/object"
)

func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // it never fails
	return b
}

// one adds a function of one path that gives nothing.
func (o mod) one(name string, f func(path string) error, more ...string) {
	o.def(name, files, 1, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		return object.None, a.fail(f(p))
	}, append([]string{"path"}, more...)...)
}

// two adds a function of two paths that gives nothing.
func (o mod) two(name string, f func(src, dst string) error, more ...string) {
	o.def(name, files, 2, func(a *args) (value, error) {
		src, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		dst, err := a.path(1)
		if err != nil {
			return value{}, err
		}
		return object.None, a.fail2(f(src, dst))
	}, append([]string{"src", "dst"}, more...)...)
}

// paths adds the functions that change or look at files by their names.
func (o mod) paths() {
	o.one("unlink", unlink, "*", "dir_fd")
	o.one("remove", unlink, "*", "dir_fd")
	o.one("rmdir", rmdir, "*", "dir_fd")
	o.two("rename", rename, "*", "src_dir_fd", "dst_dir_fd")
	o.two("replace", replace, "*", "src_dir_fd", "dst_dir_fd")
	o.two("link", os.Link, "*", "src_dir_fd", "dst_dir_fd", "follow_symlinks")
	o.def("symlink", files, 2, func(a *args) (value, error) {
		src, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		dst, err := a.path(1)
		if err != nil {
			return value{}, err
		}
		return object.None, a.fail2(os.Symlink(src, dst))
	}, "src", "dst", "target_is_directory", "*", "dir_fd")
	o.def("readlink", files, 1, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		to, err := os.Readlink(p)
		return like(a.v[0], to), a.fail(err)
	}, "path", "*", "dir_fd")
	o.def("mkdir", files, 1, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		mode, err := a.int(1, 0o777)
		if err != nil {
			return value{}, err
		}
		return object.None, a.fail(mkdir(p, uint32(mode)))
	}, "path", "mode", "*", "dir_fd")
	o.def("chmod", files, 2, func(a *args) (value, error) {
		mode, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		if n, ok := object.IntOf(a.v[0]); ok {
			return object.None, a.fail(fchmod(int(n), uint32(mode)))
		}
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		return object.None, a.fail(chmod(p, uint32(mode)))
	}, "path", "mode", "*", "dir_fd", "follow_symlinks")
	o.def("chown", files, 3, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		uid, err := a.int(1, -1)
		if err != nil {
			return value{}, err
		}
		gid, err := a.int(2, -1)
		if err != nil {
			return value{}, err
		}
		return object.None, a.fail(os.Chown(p, uid, gid))
	}, "path", "uid", "gid", "*", "dir_fd", "follow_symlinks")
	o.def("access", files, 2, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		mode, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		return object.Bool(access(p, uint32(mode)) == nil), nil
	}, "path", "mode", "*", "dir_fd", "effective_ids", "follow_symlinks")
	o.def("truncate", files, 2, func(a *args) (value, error) {
		n, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		if fd, ok := object.IntOf(a.v[0]); ok {
			return object.None, a.fail(truncateFD(int(fd), int64(n)))
		}
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		return object.None, a.fail(os.Truncate(p, int64(n)))
	}, "path", "length")
	o.def("utime", files, 1, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		at, mt := time.Now(), time.Now()
		scale := 1.0
		pair := a.v[1]
		if a.given(2) {
			pair, scale = a.v[2], 1e-9
		}
		if pair.Valid() && !pair.IsNone() {
			tup, ok := pair.Ref.(*object.Tuple)
			if !ok || len(tup.Items) != 2 {
				return value{}, object.TypeError("utime: 'times' must be either a tuple of two ints or None")
			}
			for i, to := range []*time.Time{&at, &mt} {
				if n, isInt := object.IntOf(tup.Items[i]); isInt && scale < 1 {
					*to = time.Unix(0, n)
					continue
				}
				f, isFloat := object.FloatOf(tup.Items[i])
				if n, isInt := object.IntOf(tup.Items[i]); isInt {
					f, isFloat = float64(n), true
				}
				if !isFloat {
					return value{}, object.TypeError("an integer or float is required")
				}
				*to = time.UnixMicro(int64(f * scale * 1e6))
			}
		}
		return object.None, a.fail(os.Chtimes(p, at, mt))
	}, "path", "times", "*", "ns", "dir_fd", "follow_symlinks")
	o.def("getcwd", files, 0, func(a *args) (value, error) {
		d, err := os.Getwd()
		return object.String(decodeName(d)), a.fail(err)
	})
	o.def("getcwdb", files, 0, func(a *args) (value, error) {
		d, err := os.Getwd()
		return object.BytesValue([]byte(d)), a.fail(err)
	})
	o.one("chdir", os.Chdir)
	o.def("umask", files, 1, func(a *args) (value, error) {
		n, err := a.int(0, 0)
		return object.Int(int64(umask(n))), err
	}, "mask")
	o.def("mkfifo", files, 1, func(a *args) (value, error) {
		p, err := a.path(0)
		if err != nil {
			return value{}, err
		}
		mode, err := a.int(1, 0o666)
		if err != nil {
			return value{}, err
		}
		return object.None, a.fail(mkfifo(p, uint32(mode)))
	}, "path", "mode", "*", "dir_fd")
}
