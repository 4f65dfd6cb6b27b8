//go:build !unix

package posixmod

import (
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

const (
	errNoProcesses = syscall.ENOSYS
	errNoChild     = syscall.ECHILD
)

var constants = map[string]int{
	"O_RDONLY": os.O_RDONLY, "O_WRONLY": os.O_WRONLY, "O_RDWR": os.O_RDWR, "O_APPEND": os.O_APPEND, "O_CREAT": os.O_CREATE,
	"O_EXCL": os.O_EXCL, "O_TRUNC": os.O_TRUNC, "O_BINARY": 0, "O_TEXT": 0, "F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1, "EX_OK": 0,
}

func unlink(path string) error {
	if i, err := os.Lstat(path); err == nil && i.IsDir() {
		return syscall.EACCES
	}
	return os.Remove(path)
}

func rmdir(path string) error {
	if i, err := os.Lstat(path); err == nil && !i.IsDir() {
		return syscall.ENOTDIR
	}
	return os.Remove(path)
}

func mkdir(path string, mode uint32) error { return os.Mkdir(path, fs.FileMode(mode)) }
func chmod(path string, mode uint32) error { return os.Chmod(path, fs.FileMode(mode)) }
func fchmod(int, uint32) error             { return syscall.ENOSYS }
func umask(int) int                        { return 0 }
func mkfifo(string, uint32) error          { return syscall.ENOSYS }
func cpuTimes() (u [4]float64)             { return u }
func statvfs(string) (value, error)        { return value{}, syscall.ENOSYS }

func access(path string, mode uint32) error {
	i, err := os.Stat(path)
	if err == nil && mode&2 != 0 && i.Mode().Perm()&0o200 == 0 {
		err = syscall.EACCES
	}
	return err
}

func uname() ([5]string, error) {
	node, err := os.Hostname()
	return [5]string{runtime.GOOS, node, "", "", runtime.GOARCH}, err
}
