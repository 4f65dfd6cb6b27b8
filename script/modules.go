package script

import (
	"math"
	"os"
	"runtime"
	"time"

	"asyncio/script/builtins"
	"asyncio/script/number"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// ownModule makes a module that is written in Go, wholly or in part; nil when
// there is none of the name.
func (i *Interp) ownModule(name string) (*object.Module, error) {
	switch name {
	case "sys":
		return sysModule(i), nil
	case "math":
		return mathModule(i), nil
	case "time":
		return timeModule(i), nil
	case "os":
		return osModule(i), nil
	case "asyncio":
		return asyncioModule(i)
	case "signal":
		return signalModule(i)
	}
	return nil, nil
}

type stream struct {
	write func(string) error
}

var streamClass = func() *object.Class {
	c := object.NewNativeClass("_io", "TextIOWrapper").Final()
	c.Def("write", 2, 2, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		s, ok := object.StrOf(a[1])
		if !ok {
			return object.Value{}, object.TypeError("write() argument must be str, not %s", object.ClassOf(a[1]).Name)
		}
		return object.Int(int64(object.RuneCount(s))), a[0].Ref.(*stream).write(s)
	})
	c.Def("flush", 1, 1, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) { return object.None, nil })
	return c
}()

// Class implements object.Object.
func (*stream) Class() *object.Class { return streamClass }

func sysModule(i *Interp) *object.Module {
	m := object.NewModule("sys")
	d := m.Dict
	d.SetStr("argv", object.Obj(object.NewList(object.Strings(i.o.Args))))
	d.SetStr("modules", object.Obj(i.in.Modules))
	d.SetStr("path", object.Obj(object.NewList(object.Strings(i.dirs))))
	d.SetStr("version", object.String("3.13.0 (aio)"))
	d.SetStr("version_info", object.TupleValue(object.Int(3), object.Int(13), object.Int(0), object.String("final"), object.Int(0)))
	d.SetStr("platform", object.String(runtime.GOOS))
	d.SetStr("maxsize", object.Int(math.MaxInt64))
	d.SetStr("stdout", object.Obj(&stream{func(s string) error { _, err := i.o.Stdout.Write([]byte(s)); return err }}))
	d.SetStr("stderr", object.Obj(&stream{func(s string) error { _, err := i.o.Stderr.Write([]byte(s)); return err }}))
	m.Def("exit", 0, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		return object.Value{}, object.NewException(object.SystemExitClass, append([]object.Value(nil), a...)...)
	})
	handled := func(t *object.Thread) object.Value {
		if e := vm.Of(t).Handled(); e != nil {
			return object.Obj(e)
		}
		return object.None
	}
	m.Def("exception", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) { return handled(t), nil })
	m.Def("exc_info", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) {
		e, ok := handled(t).Ref.(*object.Exception)
		if !ok {
			return object.TupleValue(object.None, object.None, object.None), nil
		}
		return object.TupleValue(object.Obj(e.Class()), object.Obj(e), vm.TracebackValue(e)), nil
	})
	m.Def("getrecursionlimit", 0, 0, func(t *object.Thread, _ []object.Value, _ []object.Kw) (object.Value, error) {
		return object.Int(int64(t.In.RecursionLimit)), nil
	})
	m.Def("setrecursionlimit", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		n, err := object.Index(t, a[0])
		if err == nil && n < 1 {
			err = object.ValueError("recursion limit must be greater or equal than 1")
		}
		if err == nil {
			t.In.RecursionLimit = n
		}
		return object.None, err
	})
	return m
}

// timeModule gives the clocks: the machine's, or in virtual time the one that
// the loops run on.
func timeModule(i *Interp) *object.Module {
	m := object.NewModule("time")
	begun := time.Now()
	elapsed := func() float64 { return time.Since(begun).Seconds() }
	unix := func() float64 { return float64(time.Now().UnixNano()) / 1e9 }
	if i.clock != nil {
		elapsed, unix = i.clock.Now, i.clock.Now
	}
	for name, now := range map[string]func() float64{"time": unix, "monotonic": elapsed, "perf_counter": elapsed} {
		m.Def(name, 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
			return object.Float(now()), nil
		})
		m.Def(name+"_ns", 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
			return object.Int(int64(math.Round(now() * 1e9))), nil
		})
	}
	m.Def("sleep", 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
		f, err := builtins.Float(t, a[0])
		if err == nil && f < 0 {
			err = object.ValueError("sleep length must be non-negative")
		}
		if err != nil {
			return object.Value{}, err
		}
		return object.None, i.sleep(t, f)
	})
	return m
}

// sleep is time.sleep. In virtual time scripted events happen in it, and a
// signal whose handler raises ends it.
func (i *Interp) sleep(t *object.Thread, seconds float64) error {
	if i.clock == nil {
		time.Sleep(time.Duration(seconds * 1e9))
		return nil
	}
	until := i.clock.Peek() + seconds
	for {
		when, ok := i.clock.NextEvent()
		if !ok || when > until {
			i.clock.Jump(until - i.clock.Peek())
			return nil
		}
		i.clock.TakeEvent()()
		if i.m.Poll != nil {
			if err := i.m.Poll(t); err != nil {
				return err
			}
		}
	}
}

func osModule(*Interp) *object.Module {
	m := object.NewModule("os")
	m.Dict.SetStr("name", object.String("posix"))
	m.Dict.SetStr("sep", object.String("/"))
	m.Def("getpid", 0, 0, func(*object.Thread, []object.Value, []object.Kw) (object.Value, error) {
		return object.Int(int64(os.Getpid())), nil
	})
	return m
}

func mathModule(*Interp) *object.Module {
	m := object.NewModule("math")
	for n, f := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.Dict.SetStr(n, object.Float(f))
	}
	for name, f := range map[string]func(float64) float64{"sin": number.Sin, "cos": number.Cos, "tan": number.Tan, "asin": number.Asin,
		"acos": number.Acos, "atan": number.Atan, "exp": number.Exp, "fabs": math.Abs, "degrees": func(x float64) float64 { return x * (180 / math.Pi) },
		"radians": func(x float64) float64 { return x * (math.Pi / 180) }, "sqrt": math.Sqrt} {
		m.Def(name, 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			x, err := builtins.Float(t, a[0])
			if err != nil {
				return object.Value{}, err
			}
			r := f(x)
			if math.IsNaN(r) && !math.IsNaN(x) {
				return object.Value{}, object.ValueError("math domain error")
			}
			if math.IsInf(r, 0) && !math.IsInf(x, 0) {
				return object.Value{}, object.Raise(object.OverflowErrorClass, "math range error")
			}
			return object.Float(r), nil
		})
	}
	for name, f := range map[string]func(float64) bool{"isnan": math.IsNaN, "isinf": func(x float64) bool { return math.IsInf(x, 0) },
		"isfinite": func(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }} {
		m.Def(name, 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			x, err := builtins.Float(t, a[0])
			return object.Bool(f(x)), err
		})
	}
	for name, f := range map[string]func(float64) (number.Int, error){"floor": number.Floor, "ceil": number.Ceil, "trunc": number.Truncate} {
		m.Def(name, 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			if n, ok := object.Integer(a[0]); ok {
				return n, nil
			}
			if r, ok, err := t.CallSpecial(a[0], "__"+name+"__"); ok {
				return r, err
			}
			x, err := builtins.Float(t, a[0])
			if err != nil {
				return object.Value{}, err
			}
			n, err := f(x)
			return object.FromNumber(n), object.FromError(err)
		})
	}
	many := func(name string, f func(...number.Int) number.Int) {
		m.Def(name, 0, -1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			ns := make([]number.Int, len(a))
			for i, x := range a {
				v, err := object.ToIndex(t, x)
				if err != nil {
					return v, err
				}
				ns[i], _ = object.NumberOf(v)
			}
			return object.FromNumber(f(ns...)), nil
		})
	}
	many("gcd", number.Gcd)
	many("lcm", number.Lcm)
	for name, f := range map[string]func(number.Int) (number.Int, error){"isqrt": number.Isqrt, "factorial": number.Factorial} {
		m.Def(name, 1, 1, func(t *object.Thread, a []object.Value, _ []object.Kw) (object.Value, error) {
			v, err := object.ToIndex(t, a[0])
			if err != nil {
				return v, err
			}
			n, _ := object.NumberOf(v)
			r, err := f(n)
			return object.FromNumber(r), object.FromError(err)
		})
	}
	return m
}
