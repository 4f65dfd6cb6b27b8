package posixmod

import (
	"os"
	"runtime"
	"time"

	"asyncio/script/builtins"
	"asyncio/script/object"
	"asyncio/signalsafe"
)

var (
	unameClass = object.NewStructSeq("posix", "uname_result", 5, "sysname", "nodename", "release", "version", "machine")
	timesClass = object.NewStructSeq("posix", "times_result", 5, "user", "system", "children_user", "children_system", "elapsed")
)

// process adds what is about the process itself.
func (o mod) process() {
	number := func(name string, f func() int) {
		o.def(name, process, 0, func(*args) (value, error) { return object.Int(int64(f())), nil })
	}
	number("getpid", os.Getpid)
	number("getppid", os.Getppid)
	if runtime.GOOS != "windows" {
		number("getuid", os.Getuid)
		number("geteuid", os.Geteuid)
		number("getgid", os.Getgid)
		number("getegid", os.Getegid)
	}
	o.def("kill", process, 2, func(a *args) (value, error) {
		pid, err := a.int(0, 0)
		if err != nil {
			return value{}, err
		}
		sig, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		if pid == os.Getpid() && sig != 0 { // its handler runs before kill returns
			if err = o.h.Threads.Send(signalsafe.Signal(sig)); err == nil {
				err = o.h.Threads.Check()
			}
			return object.None, err
		}
		if err := kill(pid, sig); err != nil {
			return value{}, object.OSError(err)
		}
		return object.None, nil
	}, "pid", "signal")
	o.def("_exit", process, 1, func(a *args) (value, error) {
		n, err := a.int(0, 0)
		if err == nil {
			o.h.Leave(n)
			err = o.h.Threads.Check() // the host may have ended the run, not the process
		}
		return object.None, err
	}, "status")
	o.def("abort", process, 0, func(a *args) (value, error) {
		return object.None, o.h.Threads.Send(signalsafe.Signal(6))
	})
	o.def("getlogin", process, 0, func(a *args) (value, error) {
		return value{}, object.OSErrorNumber(25, object.Strerror(25)) // there is no terminal session to ask
	})
	o.def("uname", process, 0, func(*args) (value, error) {
		u, err := uname()
		if err != nil {
			return value{}, object.OSError(err)
		}
		return unameClass.NewSeq(object.Strings(u[:])...), nil
	})
	begun := time.Now()
	o.def("times", process, 0, func(*args) (value, error) {
		u := cpuTimes()
		f := object.Float
		return timesClass.NewSeq(f(u[0]), f(u[1]), f(u[2]), f(u[3]), f(time.Since(begun).Seconds())), nil
	})
	o.def("getloadavg", process, 0, func(*args) (value, error) {
		l, err := loadAverage()
		if err != nil {
			return value{}, object.Raise(object.OSErrorClass, "Load averages are unobtainable")
		}
		return object.TupleValue(object.Float(l[0]), object.Float(l[1]), object.Float(l[2])), nil
	})
	if runtime.GOOS == "linux" {
		o.def("sched_getaffinity", nothing, 1, func(a *args) (value, error) {
			cpus := make([]value, runtime.NumCPU())
			for i := range cpus {
				cpus[i] = object.Int(int64(i))
			}
			s, err := object.NewSet(a.t, cpus, false)
			return object.Obj(s), err
		}, "pid")
	}
	for _, name := range []string{"fork", "forkpty", "execv", "execve", "spawnv", "spawnve", "posix_spawn", "posix_spawnp", "startfile"} {
		o.m.Def(name, 0, -1, func(*thread, []value, []object.Kw) (value, error) {
			if !o.h.Grants.Process {
				return value{}, builtins.NotGranted("process")
			}
			return value{}, object.OSErrorNumber(object.Errno(errNoProcesses), "os."+name+": this interpreter starts processes by subprocess only")
		})
	}
	o.waiting()
	for _, name := range []string{"waitid", "wait3", "wait4"} {
		o.m.Def(name, 0, -1, func(*thread, []value, []object.Kw) (value, error) {
			return value{}, object.OSError(errNoChild)
		})
	}
}
