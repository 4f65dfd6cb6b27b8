package posixmod

import (
	"os"
	"syscall"

	"golang.org/x/sys/windows"

	"asyncio/script/native/descriptor"
)

// kill sends Ctrl+C (0) or Ctrl+Break (1) to a group of processes; every other
// number ends the process with that status.
func kill(pid, sig int) error {
	if sig == windows.CTRL_C_EVENT || sig == windows.CTRL_BREAK_EVENT {
		return windows.GenerateConsoleCtrlEvent(uint32(sig), uint32(pid))
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return syscall.ESRCH
	}
	defer p.Release()
	var failed error
	if err := p.WithHandle(func(h uintptr) { failed = windows.TerminateProcess(windows.Handle(h), uint32(sig)) }); err != nil {
		return err
	}
	return failed
}

// rename refuses to replace a file.
func rename(src, dst string) error {
	if _, err := os.Lstat(dst); err == nil {
		return syscall.EEXIST
	}
	return os.Rename(src, dst)
}

func replace(src, dst string) error { return os.Rename(src, dst) }

func stat(path string, follow bool) (*info, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	flags := uint32(windows.FILE_FLAG_BACKUP_SEMANTICS) // folders too
	if !follow {
		flags |= windows.FILE_FLAG_OPEN_REPARSE_POINT
	}
	h, err := windows.CreateFile(name, windows.FILE_READ_ATTRIBUTES, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE,
		nil, windows.OPEN_EXISTING, flags, 0)
	if err != nil {
		return nil, err
	}
	defer windows.CloseHandle(h)
	return infoOf(h)
}

func fstat(fd int) (*info, error) { return infoOf(windows.Handle(descriptor.Handle(fd))) }

// The kinds of a file in the C library's mode.
const (
	modeFolder = 0o040111
	modeDevice = 0o020000
	modePipe   = 0o010000
	modeFile   = 0o100000
	modeLink   = 0o120000
)

func infoOf(h windows.Handle) (*info, error) {
	kind, err := windows.GetFileType(h)
	switch {
	case err != nil:
		return nil, syscall.EBADF
	case kind == windows.FILE_TYPE_PIPE:
		return &info{mode: modePipe}, nil
	case kind != windows.FILE_TYPE_DISK:
		return &info{mode: modeDevice}, nil
	}
	var i windows.ByHandleFileInformation
	if err := windows.GetFileInformationByHandle(h, &i); err != nil {
		return nil, err
	}
	mode := int64(0o666)
	if i.FileAttributes&windows.FILE_ATTRIBUTE_READONLY != 0 {
		mode = 0o444
	}
	switch {
	case i.FileAttributes&windows.FILE_ATTRIBUTE_REPARSE_POINT != 0:
		mode |= modeLink
	case i.FileAttributes&windows.FILE_ATTRIBUTE_DIRECTORY != 0:
		mode |= modeFolder
	default:
		mode |= modeFile
	}
	at := func(t windows.Filetime) stamp {
		const perSecond = 1_000_000_000
		n := t.Nanoseconds()
		return stamp{n / perSecond, n % perSecond}
	}
	return &info{mode: mode, ino: int64(i.FileIndexHigh)<<32 | int64(i.FileIndexLow), dev: int64(i.VolumeSerialNumber), nlink: int64(i.NumberOfLinks),
		size: int64(i.FileSizeHigh)<<32 | int64(i.FileSizeLow), access: at(i.LastAccessTime), modified: at(i.LastWriteTime), changed: at(i.CreationTime)}, nil
}
