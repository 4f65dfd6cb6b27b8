//go:build unix

package unixmod

import (
	"errors"
	"math"

	"golang.org/x/sys/unix"

	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	thread = object.Thread
	value  = object.Value
)

var usageClass = object.NewStructSeq("resource", "struct_rusage", 16, "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss",
	"ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw")

// limits are the limits by their names.
var limits = map[string]int{
	"RLIMIT_AS": unix.RLIMIT_AS, "RLIMIT_CORE": unix.RLIMIT_CORE, "RLIMIT_CPU": unix.RLIMIT_CPU,
	"RLIMIT_DATA": unix.RLIMIT_DATA, "RLIMIT_FSIZE": unix.RLIMIT_FSIZE,
	"RLIMIT_NOFILE": unix.RLIMIT_NOFILE, "RLIMIT_STACK": unix.RLIMIT_STACK,
}

// Resource makes the module resource.
func Resource(h *host.Host) (*object.Module, error) {
	m := object.NewModule("resource")
	d := m.Dict
	for name, n := range limits {
		d.SetStr(name, object.Int(int64(n)))
	}
	for name, n := range moreLimits {
		d.SetStr(name, object.Int(int64(n)))
	}
	d.SetStr("RLIM_INFINITY", object.Int(fromLimit(unix.RLIM_INFINITY)))
	d.SetStr("RUSAGE_SELF", object.Int(unix.RUSAGE_SELF))
	d.SetStr("RUSAGE_CHILDREN", object.Int(unix.RUSAGE_CHILDREN))
	d.SetStr("struct_rusage", object.Obj(usageClass))
	d.SetStr("error", object.Obj(object.OSErrorClass))
	m.DefPlain("getpagesize", 0, 0, func(*thread, []value) (value, error) { return object.Int(int64(unix.Getpagesize())), nil })
	m.DefPlain("getrusage", 1, 1, func(t *thread, a []value) (value, error) {
		who, err := object.Index(t, a[0])
		if err != nil {
			return value{}, err
		}
		var r unix.Rusage
		switch err := unix.Getrusage(who, &r); {
		case errors.Is(err, unix.EINVAL):
			return value{}, object.ValueError("invalid who parameter")
		case err != nil:
			return value{}, object.OSError(err)
		}
		items := []value{object.Float(float64(r.Utime.Nano()) / 1e9), object.Float(float64(r.Stime.Nano()) / 1e9)}
		for _, n := range []int64{int64(r.Maxrss), int64(r.Ixrss), int64(r.Idrss), int64(r.Isrss), int64(r.Minflt), int64(r.Majflt), int64(r.Nswap),
			int64(r.Inblock), int64(r.Oublock), int64(r.Msgsnd), int64(r.Msgrcv), int64(r.Nsignals), int64(r.Nvcsw), int64(r.Nivcsw)} {
			items = append(items, object.Int(n))
		}
		return usageClass.NewSeq(items...), nil
	})
	m.DefPlain("getrlimit", 1, 1, func(t *thread, a []value) (value, error) {
		which, err := limitNumber(t, a[0])
		if err != nil {
			return value{}, err
		}
		var r unix.Rlimit
		if err := unix.Getrlimit(which, &r); err != nil {
			return value{}, badLimit(err)
		}
		return object.TupleValue(object.Int(fromLimit(uint64(r.Cur))), object.Int(fromLimit(uint64(r.Max)))), nil
	})
	m.DefPlain("setrlimit", 2, 2, func(t *thread, a []value) (value, error) {
		which, err := limitNumber(t, a[0])
		if err != nil {
			return value{}, err
		}
		var pair []int
		err = object.Each(t, a[1], func(v value) error {
			n, err := object.Index(t, v)
			pair = append(pair, n)
			return err
		})
		if err == nil && len(pair) != 2 {
			err = object.ValueError("expected a tuple of 2 integers")
		}
		if err != nil {
			return value{}, err
		}
		if !h.Grants.Process {
			return value{}, object.ValueError("not allowed to raise maximum limit")
		}
		r := toLimits(pair[0], pair[1])
		if err := unix.Setrlimit(which, &r); err != nil {
			return value{}, badLimit(err)
		}
		return object.None, nil
	})
	return m, nil
}

func limitNumber(t *thread, v value) (int, error) {
	n, err := object.Index(t, v)
	if err == nil && (n < 0 || n > 64) {
		err = object.ValueError("invalid resource specified")
	}
	return n, err
}

func badLimit(err error) error {
	switch {
	case errors.Is(err, unix.EINVAL):
		return object.ValueError("current limit exceeds maximum limit")
	case errors.Is(err, unix.EPERM):
		return object.ValueError("not allowed to raise maximum limit")
	}
	return object.OSError(err)
}

// fromLimit is a limit as Python shows it: none at all is -1.
func fromLimit(n uint64) int64 {
	if n == uint64(unix.RLIM_INFINITY) || n > math.MaxInt64 {
		return -1
	}
	return int64(n)
}
