// Package timemod is the module time: its clocks are the machine's, or in
// virtual time the one that the loops run on.
package timemod

import (
	"math"
	"time"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/native/sysmod"
	"asyncio/script/object"
)

type (
	thread = object.Thread
	value  = object.Value
)

// structClass is time.struct_time.
var structClass = object.NewStructSeq("time", "struct_time", 9, "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday",
	"tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff")

// clockOf is one of time's clocks.
type clockOf struct {
	id                   int
	implementation       string
	monotonic, adjusting bool
	resolution           float64
	now                  func() int64 // nanoseconds
}

// Module makes the module time.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("time")
	d := m.Dict
	d.SetStr("struct_time", object.Obj(structClass))
	unix := func() int64 { return UnixNano(h) }
	// What logging counts from is no reading of the program's.
	m.Def("_began", 0, 0, func(*thread, []value, []object.Kw) (value, error) {
		if h.Virtual != nil {
			return object.Float(h.Virtual.Began()), nil
		}
		return object.Float(h.Unix()), nil
	})
	// _peek is time() for what must not move the virtual clock.
	m.Def("_peek", 0, 0, func(*thread, []value, []object.Kw) (value, error) {
		if h.Virtual != nil {
			return object.Float(h.Virtual.Peek()), nil
		}
		return object.Float(h.Unix()), nil
	})
	monotonic := func() int64 { return nanos(h.Monotonic()) }
	fine, step := 1e-9, h.Resolution()
	clocks := map[string]clockOf{
		"time":         {0, "clock_gettime(CLOCK_REALTIME)", false, true, fine, unix},
		"monotonic":    {1, "clock_gettime(CLOCK_MONOTONIC)", true, false, step, monotonic},
		"perf_counter": {1, "clock_gettime(CLOCK_MONOTONIC)", true, false, step, monotonic},
		"process_time": {2, "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false, fine, processTime},
		"thread_time":  {3, "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false, fine, processTime},
	}
	for name, c := range clocks {
		float := func() float64 { return float64(c.now()) / 1e9 }
		switch { // the virtual clock is a float to begin with
		case name == "time":
			float = h.Unix
		case name == "monotonic" || name == "perf_counter":
			float = h.Monotonic
		}
		m.Def(name, 0, 0, func(*thread, []value, []object.Kw) (value, error) { return object.Float(float()), nil })
		m.Def(name+"_ns", 0, 0, func(*thread, []value, []object.Kw) (value, error) { return object.Int(c.now()), nil })
	}
	m.Def("get_clock_info", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		name, ok := object.StrOf(a[0])
		if !ok {
			return value{}, object.TypeError("get_clock_info() argument 1 must be str, not %s", object.ClassOf(a[0]).Name)
		}
		c, ok := clocks[name]
		if !ok {
			return value{}, object.ValueError("unknown clock")
		}
		return sysmod.Namespace("implementation", object.String(c.implementation), "monotonic", object.Bool(c.monotonic),
			"adjustable", object.Bool(c.adjusting), "resolution", object.Float(c.resolution)), nil
	})
	ids := map[string]int{"CLOCK_REALTIME": 0, "CLOCK_MONOTONIC": 1, "CLOCK_PROCESS_CPUTIME_ID": 2, "CLOCK_THREAD_CPUTIME_ID": 3,
		"CLOCK_MONOTONIC_RAW": 4, "CLOCK_BOOTTIME": 7, "CLOCK_TAI": 11}
	byID := map[int]string{0: "time", 1: "monotonic", 2: "process_time", 3: "thread_time", 4: "monotonic", 7: "monotonic", 11: "time"}
	for name, n := range ids {
		d.SetStr(name, object.Int(int64(n)))
	}
	get := func(name string, give func(c clockOf) value) {
		m.Def(name, 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
			n, err := object.Index(t, a[0])
			if err != nil {
				return value{}, err
			}
			c, ok := clocks[byID[n]]
			if !ok {
				return value{}, object.OSErrorNumber(22, object.Strerror(22))
			}
			return give(c), nil
		})
	}
	get("clock_gettime", func(c clockOf) value { return object.Float(float64(c.now()) / 1e9) })
	get("clock_gettime_ns", func(c clockOf) value { return object.Int(c.now()) })
	get("clock_getres", func(clockOf) value { return object.Float(1e-9) })
	m.Def("sleep", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		if _, isStr := object.StrOf(a[0]); isStr {
			return value{}, object.TypeError("'str' object cannot be interpreted as an integer")
		}
		f, err := builtins.Float(t, a[0])
		if err == nil && math.IsNaN(f) {
			err = object.ValueError("Invalid value NaN (not a number)")
		}
		if err == nil && f < 0 {
			err = object.ValueError("sleep length must be non-negative")
		}
		if err != nil {
			return value{}, err
		}
		return object.None, h.Sleep(t, f)
	})
	calendar(h, m)
	return m, nil
}

// UnixNano is what time.time_ns() gives.
func UnixNano(h *host.Host) int64 {
	if h.Virtual == nil {
		return time.Now().UnixNano()
	}
	return nanos(h.Unix())
}

func nanos(seconds float64) int64 { return int64(math.Round(seconds * 1e9)) }
