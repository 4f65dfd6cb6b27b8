//go:build unix

package posixmod

import (
	"syscall"

	"golang.org/x/sys/unix"

	"asyncio/script/object"
)

const (
	errNoProcesses = syscall.ENOSYS
	errNoChild     = syscall.ECHILD
)

var constants = map[string]int{
	"O_RDONLY": unix.O_RDONLY, "O_WRONLY": unix.O_WRONLY, "O_RDWR": unix.O_RDWR, "O_APPEND": unix.O_APPEND, "O_CREAT": unix.O_CREAT,
	"O_EXCL": unix.O_EXCL, "O_TRUNC": unix.O_TRUNC, "O_NONBLOCK": unix.O_NONBLOCK, "O_NDELAY": unix.O_NONBLOCK, "O_SYNC": unix.O_SYNC,
	"O_NOCTTY": unix.O_NOCTTY, "O_CLOEXEC": unix.O_CLOEXEC, "O_DIRECTORY": unix.O_DIRECTORY, "O_NOFOLLOW": unix.O_NOFOLLOW,
	"O_ACCMODE": unix.O_ACCMODE, "F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1,
	"EX_OK": 0, "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67, "EX_NOHOST": 68, "EX_UNAVAILABLE": 69, "EX_SOFTWARE": 70,
	"EX_OSERR": 71, "EX_OSFILE": 72, "EX_CANTCREAT": 73, "EX_IOERR": 74, "EX_TEMPFAIL": 75, "EX_PROTOCOL": 76, "EX_NOPERM": 77, "EX_CONFIG": 78,
	"WNOHANG": unix.WNOHANG, "WUNTRACED": unix.WUNTRACED, "WCONTINUED": unix.WCONTINUED, "P_ALL": 0, "P_PID": 1, "P_PGID": 2,
	"PRIO_PROCESS": 0, "PRIO_PGRP": 1, "PRIO_USER": 2, "NGROUPS_MAX": 65536,
}

func unlink(path string) error              { return syscall.Unlink(path) }
func rmdir(path string) error               { return syscall.Rmdir(path) }
func rename(src, dst string) error          { return syscall.Rename(src, dst) }
func replace(src, dst string) error         { return syscall.Rename(src, dst) }
func mkdir(path string, mode uint32) error  { return syscall.Mkdir(path, mode) }
func chmod(path string, mode uint32) error  { return syscall.Chmod(path, mode) }
func fchmod(fd int, mode uint32) error      { return syscall.Fchmod(fd, mode) }
func access(path string, mode uint32) error { return unix.Access(path, mode) }
func umask(mask int) int                    { return syscall.Umask(mask) }
func mkfifo(path string, mode uint32) error { return unix.Mkfifo(path, mode) }
func kill(pid, sig int) error               { return syscall.Kill(pid, syscall.Signal(sig)) }

func stat(path string, follow bool) (*info, error) {
	var st unix.Stat_t
	f := unix.Lstat
	if follow {
		f = unix.Stat
	}
	if err := f(path, &st); err != nil {
		return nil, err
	}
	return infoOf(&st), nil
}

func fstat(fd int) (*info, error) {
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return nil, err
	}
	return infoOf(&st), nil
}

func infoOf(st *unix.Stat_t) *info {
	at := func(t unix.Timespec) stamp { return stamp{int64(t.Sec), int64(t.Nsec)} }
	return &info{mode: int64(st.Mode), ino: int64(st.Ino), dev: int64(st.Dev), nlink: int64(st.Nlink), uid: int64(st.Uid), gid: int64(st.Gid),
		size: st.Size, access: at(st.Atim), modified: at(st.Mtim), changed: at(st.Ctim),
		blksize: int64(st.Blksize), blocks: int64(st.Blocks), rdev: int64(st.Rdev)}
}

var vfsClass = object.NewStructSeq("os", "statvfs_result", 10, "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree",
	"f_favail", "f_flag", "f_namemax")

func statvfs(path string) (value, error) {
	var st unix.Statfs_t
	if err := unix.Statfs(path, &st); err != nil {
		return value{}, err
	}
	n := func(x int64) value { return object.Int(x) }
	size := int64(st.Bsize)
	return vfsClass.NewSeq(n(size), n(size), n(int64(st.Blocks)), n(int64(st.Bfree)), n(int64(st.Bavail)), n(int64(st.Files)), n(int64(st.Ffree)),
		n(int64(st.Ffree)), n(0), n(255)), nil
}

func uname() (u [5]string, err error) {
	var b unix.Utsname
	if err := unix.Uname(&b); err != nil {
		return u, err
	}
	for i, p := range [][]byte{b.Sysname[:], b.Nodename[:], b.Release[:], b.Version[:], b.Machine[:]} {
		u[i] = unix.ByteSliceToString(p)
	}
	return u, nil
}

// cpuTimes gives user and system time, of the process and of its children.
func cpuTimes() (u [4]float64) {
	for i, who := range []int{unix.RUSAGE_SELF, unix.RUSAGE_CHILDREN} {
		var r unix.Rusage
		if unix.Getrusage(who, &r) == nil {
			u[2*i] = float64(r.Utime.Sec) + float64(r.Utime.Usec)/1e6
			u[2*i+1] = float64(r.Stime.Sec) + float64(r.Stime.Usec)/1e6
		}
	}
	return u
}
