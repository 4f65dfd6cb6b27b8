// Package posixmod is the module posix, or nt on Windows, on which os is built.
//
// What touches the machine needs a grant; without it the functions raise
// PermissionError.
package posixmod

import (
	"os"
	"runtime"
	"strings"

	"asyncio/script/builtins"
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/text"
)

type (
	thread = object.Thread
	value  = object.Value
)

// Name is the module's name on this system.
func Name() string {
	if runtime.GOOS == "windows" {
		return "nt"
	}
	return "posix"
}

// mod collects the module's functions.
type mod struct {
	h *host.Host
	m *object.Module
}

// Module makes the module.
func Module(h *host.Host) (*object.Module, error) {
	o := mod{h, object.NewModule(Name())}
	d := o.m.Dict
	d.SetStr("error", object.Obj(object.OSErrorClass))
	d.SetStr("environ", object.Obj(o.environ()))
	d.SetStr("stat_result", object.Obj(statClass))
	d.SetStr("terminal_size", object.Obj(terminalClass))
	d.SetStr("uname_result", object.Obj(unameClass))
	d.SetStr("times_result", object.Obj(timesClass))
	d.SetStr("DirEntry", object.Obj(entryClass))
	for name, n := range constants {
		d.SetStr(name, object.Int(int64(n)))
	}
	o.paths()
	o.folders()
	o.status()
	o.descriptors()
	o.process()
	o.system()
	return o.m, nil
}

// grant is what a function needs.
type grant int

const (
	nothing grant = iota
	files
	process
)

// args are a call's arguments, sorted by name.
type args struct {
	t    *thread
	name string
	v    []value
}

// fn is a function of the module; failures of the system come back as
// syscall errors and are made OSErrors of about.
type fn func(a *args) (value, error)

// def adds a function whose parameters are named; required of them must be
// given, and only the first positional ones of it by position.
func (o mod) def(name string, needs grant, required int, f fn, params ...string) {
	positional := len(params)
	for i, p := range params {
		if p == "*" {
			positional = i
			params = append(append([]string(nil), params[:i]...), params[i+1:]...)
			break
		}
	}
	o.m.Def(name, 0, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		if len(a) > positional {
			return value{}, object.TypeError("%s() takes at most %d positional argument%s (%d given)", name, positional, map[bool]string{false: "s"}[positional == 1], len(a))
		}
		v, err := object.Args(name, a, kw, required, params...)
		if err != nil {
			return value{}, err
		}
		if needs == files && !o.h.Grants.Files {
			return value{}, builtins.NotGranted("file", first(v)...)
		}
		if needs == process && !o.h.Grants.Process {
			return value{}, builtins.NotGranted("process")
		}
		return f(&args{t, name, v})
	})
}

// first gives the argument that an error is about: the first, when it is a
// path.
func first(v []value) []value {
	if len(v) > 0 {
		switch v[0].Ref.(type) {
		case *object.Str, *object.Bytes:
			return v[:1]
		}
	}
	return nil
}

// given reports whether an argument is there and not None.
func (a *args) given(i int) bool { return i < len(a.v) && a.v[i].Valid() && !a.v[i].IsNone() }

// path gives the text of a path argument.
func (a *args) path(i int) (string, error) {
	s, err := builtins.FSPath(a.t, a.v[i])
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) && !hasFSPath(a.v[i]) {
			err = object.TypeError("%s: %s should be string, bytes or os.PathLike, not %s", a.name, a.param(i), object.ClassOf(a.v[i]).Name)
		}
		return "", err
	}
	if strings.IndexByte(s, 0) >= 0 {
		return "", object.ValueError("%s: embedded null character in %s", a.name, a.param(i))
	}
	switch a.v[i].Ref.(type) {
	case *object.Str, *object.Bytes:
	default: // errors name the text, not the object
		a.v[i] = object.String(decodeName(s))
	}
	return s, nil
}

func (a *args) param(i int) string {
	if i == 1 {
		return "dst"
	}
	switch a.name {
	case "rename", "replace", "link", "symlink":
		return "src"
	}
	return "path"
}

func hasFSPath(v value) bool {
	_, ok := object.ClassOf(v).Lookup("__fspath__")
	return ok
}

// int gives a number, def when it is absent.
func (a *args) int(i, def int) (int, error) {
	if !a.given(i) {
		return def, nil
	}
	n, err := object.ToIndex(a.t, a.v[i])
	if err != nil {
		return 0, err
	}
	k, ok := n.SmallInt()
	if !ok {
		return 0, object.Raise(object.OverflowErrorClass, "Python int too large to convert to C int")
	}
	return int(k), nil
}

func (a *args) bool(i int, def bool) (bool, error) {
	if i >= len(a.v) || !a.v[i].Valid() {
		return def, nil
	}
	return object.Truth(a.t, a.v[i])
}

// fail makes the OSError of a failed system call about the first argument.
func (a *args) fail(err error) error {
	if err == nil {
		return nil
	}
	if len(a.v) > 0 {
		if _, isInt := object.IntOf(a.v[0]); !isInt {
			return object.OSError(err, a.v[0])
		}
	}
	return object.OSError(err)
}

// fail2 makes the OSError about both arguments.
func (a *args) fail2(err error) error {
	if err == nil {
		return nil
	}
	return object.OSError(err, a.v[0], a.v[1])
}

// like gives text as the kind of string that the path argument was.
func like(path value, s string) value {
	if _, ok := path.Ref.(*object.Bytes); ok {
		return object.BytesValue([]byte(s))
	}
	return object.String(decodeName(s))
}

// decodeName is os.fsdecode: bytes that are no UTF-8 become surrogates.
func decodeName(s string) string {
	t, err := text.Decode(s, "utf-8", "surrogateescape")
	if err != nil {
		return s
	}
	return t
}

// system adds what tells of the machine and of errors.
func (o mod) system() {
	o.def("strerror", nothing, 1, func(a *args) (value, error) {
		n, err := a.int(0, 0)
		return object.String(object.Strerror(n)), err
	}, "code")
	o.def("cpu_count", nothing, 0, func(*args) (value, error) { return object.Int(int64(runtime.NumCPU())), nil })
	o.def("urandom", nothing, 1, func(a *args) (value, error) {
		n, err := a.int(0, 0)
		if err == nil && n < 0 {
			err = object.ValueError("negative argument not allowed")
		}
		if err == nil {
			err = a.t.Room(float64(n))
		}
		if err != nil {
			return value{}, err
		}
		return object.BytesValue(randomBytes(n)), nil
	}, "size")
	o.def("fspath", nothing, 1, func(a *args) (value, error) {
		switch a.v[0].Ref.(type) {
		case *object.Str, *object.Bytes:
			return a.v[0], nil
		}
		if _, err := builtins.FSPath(a.t, a.v[0]); err != nil {
			return value{}, err
		}
		r, _, err := a.t.CallSpecial(a.v[0], "__fspath__")
		return r, err
	}, "path")
}

// environ is the environment as the program found it; its changes stay within
// the program.
func (o mod) environ() *object.Dict {
	d := object.NewDict()
	if !o.h.Grants.Environ {
		return d
	}
	for _, item := range os.Environ() {
		name, val, ok := strings.Cut(item, "=")
		if !ok || name == "" {
			continue
		}
		if runtime.GOOS == "windows" {
			name = strings.ToUpper(name)
		}
		d.SetStr(decodeName(name), object.String(decodeName(val)))
	}
	return d
}
