//go:build unix

package spawnmod

import "syscall"

const supported = true

// start starts the first of the files that can be run.
func start(o order) (pid int, err error) {
	attr := &syscall.ProcAttr{Dir: o.dir, Env: o.env, Sys: &syscall.SysProcAttr{Setsid: o.session}}
	if o.group >= 0 {
		attr.Sys.Setpgid, attr.Sys.Pgid = true, o.group
	}
	for _, fd := range o.fds {
		attr.Files = append(attr.Files, uintptr(fd)) // -1 is none
	}
	var failed error
	for _, file := range o.files {
		if pid, err = syscall.ForkExec(file, o.args, attr); err == nil {
			return pid, nil
		}
		if failed == nil || err != syscall.ENOENT && err != syscall.ENOTDIR {
			failed = err
		}
	}
	return 0, failed
}
