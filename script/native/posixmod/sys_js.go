package posixmod

import (
	"os"
	"syscall"
)

// kill knows no process but its own, and of that only that it is there.
func kill(pid, sig int) error {
	if pid == os.Getpid() && sig == 0 {
		return nil
	}
	return syscall.ESRCH
}

func rename(src, dst string) error { return syscall.Rename(src, dst) }

func replace(src, dst string) error { return syscall.Rename(src, dst) }

func stat(path string, follow bool) (*info, error) {
	var st syscall.Stat_t
	f := syscall.Lstat
	if follow {
		f = syscall.Stat
	}
	if err := f(path, &st); err != nil {
		return nil, err
	}
	return infoOf(&st), nil
}

func fstat(fd int) (*info, error) {
	var st syscall.Stat_t
	if err := syscall.Fstat(fd, &st); err != nil {
		return nil, err
	}
	return infoOf(&st), nil
}

func infoOf(st *syscall.Stat_t) *info {
	return &info{mode: int64(st.Mode), ino: int64(st.Ino), dev: st.Dev, nlink: int64(st.Nlink), uid: int64(st.Uid), gid: int64(st.Gid),
		size: st.Size, access: stamp{st.Atime, st.AtimeNsec}, modified: stamp{st.Mtime, st.MtimeNsec}, changed: stamp{st.Ctime, st.CtimeNsec},
		blksize: int64(st.Blksize), blocks: int64(st.Blocks), rdev: st.Rdev}
}
