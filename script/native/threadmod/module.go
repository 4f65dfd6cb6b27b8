// Package threadmod is the module _thread: the parts of threading that touch
// the interpreter's lock.
package threadmod

import (
	"math"
	"os"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/threads"
	"asyncio/signalsafe"
)

type (
	val = object.Value
	kws = []object.Kw
)

// timeoutMax is the longest timeout that CPython takes, in seconds.
const timeoutMax = math.MaxInt64 / 1e9

// Module makes the module.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("_thread")
	d := m.Dict
	d.SetStr("error", object.Obj(object.RuntimeErrorClass))
	d.SetStr("TIMEOUT_MAX", object.Float(math.Floor(timeoutMax)))
	d.SetStr("LockType", object.Obj(lockClass))
	d.SetStr("lock", object.Obj(lockClass))
	d.SetStr("RLock", object.Obj(rlockClass))
	d.SetStr("_local", object.Obj(localClass))
	d.SetStr("_handle", object.Obj(handleClass))
	newLock := func(t *object.Thread, _ []val, _ kws) (val, error) { return object.Obj(&lock{}), nil }
	m.Def("allocate_lock", 0, 0, newLock)
	m.Def("allocate", 0, 0, newLock)
	m.Def("get_ident", 0, 0, func(t *object.Thread, _ []val, _ kws) (val, error) {
		return object.Int(threads.Of(t).Ident()), nil
	})
	m.Def("get_native_id", 0, 0, func(t *object.Thread, _ []val, _ kws) (val, error) {
		return object.Int(int64(os.Getpid() + threads.Of(t).Number())), nil
	})
	m.Def("_count", 0, 0, func(*object.Thread, []val, kws) (val, error) {
		return object.Int(int64(len(h.Threads.Alive()) - 1)), nil
	})
	exit := func(*object.Thread, []val, kws) (val, error) {
		return val{}, object.NewException(object.SystemExitClass)
	}
	m.Def("exit", 0, 0, exit)
	m.Def("exit_thread", 0, 0, exit)
	m.Def("interrupt_main", 0, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		s := int64(signalsafe.SIGINT)
		if len(a) > 0 {
			var err error
			if s, err = indexOf(t, a[0]); err != nil {
				return val{}, err
			}
		}
		if !signalsafe.Valid(signalsafe.Signal(s)) {
			return val{}, object.ValueError("signal number out of range")
		}
		h.Process.Signals.Trip(signalsafe.Signal(s))
		return object.None, h.Threads.Check()
	})
	m.Def("stack_size", 0, 1, stackSize())
	m.Def("start_new_thread", 2, 3, func(t *object.Thread, a []val, _ kws) (val, error) { return startNew(h, t, a) })
	m.Def("start_new", 2, 3, func(t *object.Thread, a []val, _ kws) (val, error) { return startNew(h, t, a) })
	m.Def("_start", 4, 4, func(t *object.Thread, a []val, _ kws) (val, error) { return start(h, t, a) })
	m.Def("_main", 0, 0, func(*object.Thread, []val, kws) (val, error) {
		return object.Obj(&handle{t: h.Threads.Main()}), nil
	})
	m.Def("_rename", 1, 1, func(t *object.Thread, a []val, _ kws) (val, error) {
		name, err := object.StrText(t, a[0])
		threads.Of(t).Process.SetName(name)
		return object.None, err
	})
	return m, nil
}

func indexOf(t *object.Thread, v val) (int64, error) {
	n, err := object.Index(t, v)
	return int64(n), err
}

// stackSize keeps what the program sets, which has no effect: stacks grow.
func stackSize() object.NativeFn {
	size := int64(0)
	return func(t *object.Thread, a []val, _ kws) (val, error) {
		old := object.Int(size)
		if len(a) == 0 {
			return old, nil
		}
		n, err := indexOf(t, a[0])
		if err != nil {
			return val{}, err
		}
		switch {
		case n < 0:
			return val{}, object.ValueError("size must be 0 or a positive value")
		case n != 0 && n < 32768:
			return val{}, object.ValueError("size not valid: %d bytes", n)
		}
		size = n
		return old, nil
	}
}

// timeouts reads the arguments of acquire: whether to wait, and until when.
func timeouts(t *object.Thread, name string, a []val, kw kws) (wait bool, until float64, err error) {
	p, err := object.Args(name, a, kw, 0, "blocking", "timeout")
	if err != nil {
		return false, 0, err
	}
	wait, until = true, threads.Forever
	if p[0].Valid() {
		if wait, err = object.Truth(t, p[0]); err != nil {
			return false, 0, err
		}
	}
	if !p[1].Valid() {
		return wait, until, nil
	}
	s, err := Seconds(t, p[1])
	switch {
	case err != nil:
		return false, 0, err
	case s == -1:
		return wait, until, nil
	case !wait:
		return false, 0, object.ValueError("can't specify a timeout for a non-blocking call")
	case s < 0:
		return false, 0, object.ValueError("timeout value must be a non-negative number")
	case s > timeoutMax:
		return false, 0, object.Raise(object.OverflowErrorClass, "timeout value is too large")
	case s == 0:
		return false, 0, nil
	}
	return true, host.Of(t).Threads.Deadline(s), nil
}

// Seconds reads a time in seconds.
func Seconds(t *object.Thread, v val) (float64, error) {
	if _, isFloat := object.FloatOf(v); !isFloat {
		if _, ok := object.Integer(v); !ok {
			return 0, object.TypeError("'%s' object cannot be interpreted as an integer", object.ClassOf(v).Name)
		}
	}
	s, err := builtins.Float(t, v)
	if err == nil && s > 1e19 {
		err = object.Raise(object.OverflowErrorClass, "timestamp out of range for platform time_t")
	}
	return s, err
}
