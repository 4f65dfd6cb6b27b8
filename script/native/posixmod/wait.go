package posixmod

import (
	"asyncio/script/object"
	"asyncio/script/threads"
)

// waitNoHang is the option WNOHANG, the same on all systems.
const waitNoHang = 1

// waiting adds what waits for child processes.
func (o mod) waiting() {
	o.def("waitpid", process, 2, func(a *args) (value, error) {
		pid, err := a.int(0, 0)
		if err != nil {
			return value{}, err
		}
		options, err := a.int(1, 0)
		if err != nil {
			return value{}, err
		}
		return o.waitFor(pid, options)
	}, "pid", "options")
	o.def("wait", process, 0, func(*args) (value, error) { return o.waitFor(-1, 0) })
}

// waitFor waits for a child. Other threads run and handlers of signals are
// called meanwhile.
func (o mod) waitFor(pid, options int) (value, error) {
	var w *childWait
	for {
		got, status, err := waitChild(pid, options|waitNoHang)
		if err != nil {
			return value{}, object.OSError(err)
		}
		if got != 0 || options&waitNoHang != 0 {
			return object.TupleValue(object.Int(int64(got)), object.Int(int64(status))), nil
		}
		if g := o.h.Threads; g.Virtual() {
			// The clock stands still meanwhile, as for all that is real.
			wait := g.Begin(func() string { return "the end of a child" })
			wait.Probe = func() bool {
				if got == 0 && err == nil { // it may be asked again
					got, status, err = waitChild(pid, options|waitNoHang)
				}
				return got != 0 || err != nil
			}
			wait.Outside = func() threads.Outside { return threads.Surely }
			if _, e := g.Block(wait, threads.Forever); e != nil {
				return value{}, e
			}
			switch {
			case err != nil:
				return value{}, object.OSError(err)
			case got != 0:
				return object.TupleValue(object.Int(int64(got)), object.Int(int64(status))), nil
			}
			continue
		}
		if w == nil {
			if w, err = newChildWait(pid); err != nil {
				return value{}, object.OSError(err)
			}
			defer w.close()
		}
		o.h.Threads.Blocking(func() { err = w.wait() }, w.sel.Interrupt)
		if err != nil {
			return value{}, object.OSError(err)
		}
		if err := o.h.Threads.Check(); err != nil {
			return value{}, err
		}
	}
}
