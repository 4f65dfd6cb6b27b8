package object

import "syscall"

// errnos are the C library's numbers, which Python has on Windows too.
var errnos = map[syscall.Errno]int{
	syscall.EPERM: 1, syscall.ENOENT: 2, syscall.ESRCH: 3, syscall.EINTR: 4, syscall.EIO: 5, syscall.ENXIO: 6, syscall.E2BIG: 7, syscall.ENOEXEC: 8,
	syscall.EBADF: 9, syscall.ECHILD: 10, syscall.EAGAIN: 11, syscall.ENOMEM: 12, syscall.EACCES: 13, syscall.EFAULT: 14, syscall.EBUSY: 16,
	syscall.EEXIST: 17, syscall.EXDEV: 18, syscall.ENODEV: 19, syscall.EISDIR: 21, syscall.EINVAL: 22, syscall.ENFILE: 23,
	syscall.EMFILE: 24, syscall.ENOTTY: 25, syscall.EFBIG: 27, syscall.ENOSPC: 28, syscall.ESPIPE: 29, syscall.EROFS: 30, syscall.EMLINK: 31,
	syscall.EPIPE: 32, syscall.EDOM: 33, syscall.ERANGE: 34, syscall.ENAMETOOLONG: 38, syscall.ENOSYS: 40, syscall.ENOTEMPTY: 41,
	syscall.EALREADY: 103, syscall.ECONNABORTED: 106, syscall.ECONNREFUSED: 107, syscall.ECONNRESET: 108, syscall.EINPROGRESS: 112,
	syscall.ETIMEDOUT: 138, syscall.ESHUTDOWN: 10058,
	syscall.ERROR_PATH_NOT_FOUND: 2, errorDirectory: 20, syscall.ERROR_ACCESS_DENIED: 13, syscall.ERROR_FILE_EXISTS: 17,
	syscall.ERROR_ALREADY_EXISTS: 17, syscall.ERROR_BROKEN_PIPE: 32, syscall.ERROR_DIR_NOT_EMPTY: 41,
}

func errnoNumber(e syscall.Errno) int {
	if n, ok := errnos[e]; ok {
		return n
	}
	return 22
}

// errorDirectory is what Windows says of a file where it wants a folder.
const errorDirectory syscall.Errno = 267

// texts are those that Go has Windows' own words for.
var texts = map[int]string{2: "no such file or directory", 20: "not a directory"}

func errnoText(n int) string {
	if s := texts[n]; s != "" {
		return s
	}
	for e, k := range errnos {
		if k == n && e >= syscall.APPLICATION_ERROR {
			return e.Error()
		}
	}
	return ""
}
