package sysmod

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"asyncio/profile"
	"asyncio/script/host"
	"asyncio/script/object"
)

// The classes of sys's named tuples; no program makes instances of them.
var (
	versionClass = infoClass("version_info", "major", "minor", "micro", "releaselevel", "serial")
	flagsClass   = infoClass("flags", "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
		"ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode",
		"warn_default_encoding", "safe_path", "int_max_str_digits")
	floatInfoClass  = infoClass("float_info", "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds")
	intInfoClass    = infoClass("int_info", "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")
	hashInfoClass   = infoClass("hash_info", "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")
	threadInfoClass = infoClass("thread_info", "name", "lock", "version")
)

func infoClass(name string, fields ...string) *object.Class {
	c := object.NewStructSeq("sys", name, len(fields), fields...)
	c.Construct = func(*thread, *object.Class, []value, []object.Kw) (value, error) {
		return value{}, object.TypeError("cannot create 'sys.%s' instances", name)
	}
	return c
}

func ints(ns ...int64) []value {
	out := make([]value, len(ns))
	for i, n := range ns {
		out[i] = object.Int(n)
	}
	return out
}

// version sets what tells the version, which is the one whose asyncio is
// followed.
func version(h *host.Host, d *object.Dict) {
	name := profile.Default
	if h.Process != nil && h.Process.Profile != nil {
		name = h.Process.Profile.Name
	}
	major, minor, _ := strings.Cut(name, ".")
	ma, _ := strconv.ParseInt(major, 10, 64)
	mi, _ := strconv.ParseInt(minor, 10, 64)
	info := versionClass.NewSeq(object.Int(ma), object.Int(mi), object.Int(0), object.String("final"), object.Int(0))
	hex := object.Int(ma<<24 | mi<<16 | 0xF0)
	d.SetStr("version", object.String(name+".0 (aio) ["+runtime.Version()+"]"))
	d.SetStr("version_info", info)
	d.SetStr("hexversion", hex)
	d.SetStr("api_version", object.Int(1013))
	impl := newNamespace()
	impl.attrs.Set("name", object.String("cpython")) // whose behaviour this is
	impl.attrs.Set("cache_tag", object.String("cpython-"+major+minor))
	impl.attrs.Set("version", info)
	impl.attrs.Set("hexversion", hex)
	d.SetStr("implementation", object.Obj(impl))
}

func constants(h *host.Host, d *object.Dict) {
	flags := ints(0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 4300)
	if h.IgnoreEnvironment {
		flags[7] = object.Int(1)
	}
	flags[13], flags[16] = object.Bool(h.Dev()), object.False
	d.SetStr("flags", flagsClass.NewSeq(flags...))
	f := ints(0, 1024, 308, 0, -1021, -307, 15, 53, 0, 2, 1)
	f[0], f[3], f[8] = object.Float(math.MaxFloat64), object.Float(0x1p-1022), object.Float(0x1p-52)
	d.SetStr("float_info", floatInfoClass.NewSeq(f...))
	d.SetStr("int_info", intInfoClass.NewSeq(ints(30, 4, 4300, 640)...))
	hash := ints(64, 1<<61-1, 314159, 0, 1000003, 0, 64, 128, 0)
	hash[5] = object.String("siphash13")
	d.SetStr("hash_info", hashInfoClass.NewSeq(hash...))
	d.SetStr("thread_info", threadInfoClass.NewSeq(object.String("goroutine"), object.None, object.None))
	builtin := object.Strings([]string{"_io", "_random", "asyncio", "atexit", "builtins", "errno", "math", system(), "signal", "sys", "time"})
	d.SetStr("builtin_module_names", object.TupleValue(builtin...))
}

// warnOptions is sys.warnoptions: development mode shows all warnings.
func warnOptions(h *host.Host) value {
	all := h.Warnings
	if h.Dev() {
		all = append([]string{"default"}, all...)
	}
	return object.Obj(object.NewList(object.Strings(all)))
}

// xOptions is sys._xoptions.
func xOptions(h *host.Host) value {
	d := object.NewDict()
	for _, x := range h.X {
		if name, v, has := strings.Cut(x, "="); has {
			d.SetStr(name, object.String(v))
		} else {
			d.SetStr(name, object.True)
		}
	}
	return object.Obj(d)
}

// system is the module that os stands on.
func system() string {
	if runtime.GOOS == "windows" {
		return "nt"
	}
	return "posix"
}

func isBigEndian() bool { return binary.NativeEndian.Uint16([]byte{0, 1}) == 1 }

// executable is the running program's file, when the process is shown.
func executable(h *host.Host) string {
	if !h.Grants.Process {
		return ""
	}
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	return name
}

// prefix is the folder that an executable's folder stands in.
func prefix(executable string) string {
	if executable == "" {
		return ""
	}
	return filepath.Dir(filepath.Dir(executable))
}

// namespace is a types.SimpleNamespace.
type namespace struct {
	cls   *object.Class
	attrs *object.Attrs
}

var namespaceClass = object.NewNativeClass("types", "SimpleNamespace").WithDict()

func newNamespace() *namespace { return &namespace{namespaceClass, object.NewAttrs()} }

// Class implements object.Object.
func (n *namespace) Class() *object.Class { return n.cls }

// Attributes implements object.Attributed.
func (n *namespace) Attributes() *object.Attrs { return n.attrs }

// Traverse implements object.Traverser.
func (n *namespace) Traverse(visit func(value)) { n.attrs.Each(visit) }

// Repr implements object.Reprer.
func (n *namespace) Repr(t *thread) (string, error) {
	name := n.cls.Qualname
	if n.cls == namespaceClass {
		name = "namespace"
	}
	return t.Nested(n, name+"(...)", func() (string, error) {
		var parts []string
		for pos := 0; ; {
			k, v, next, ok := n.attrs.Dict().Next(pos)
			if !ok {
				break
			}
			pos = next
			s, err := object.ReprText(t, v)
			if err != nil {
				return "", err
			}
			key, _ := object.StrOf(k)
			parts = append(parts, key+"="+s)
		}
		return fmt.Sprintf("%s(%s)", name, strings.Join(parts, ", ")), nil
	})
}

func init() { namespaceClass.Later(fillNamespace) }

func fillNamespace(c *object.Class) {
	fill := func(t *thread, n *namespace, a []value, kw []object.Kw) error {
		if len(a) > 1 {
			return object.TypeError("SimpleNamespace expected at most 1 argument, got %d", len(a))
		}
		if len(a) == 1 {
			made, err := object.Instantiate(t, object.DictClass, a, nil)
			if err != nil {
				return err
			}
			from := made.Ref.(*object.Dict)
			for pos := 0; ; {
				k, v, next, ok := from.Next(pos)
				if !ok {
					break
				}
				pos = next
				s, isText := object.StrOf(k)
				if !isText {
					return object.TypeError("keywords must be strings")
				}
				n.attrs.Set(s, v)
			}
		}
		for _, k := range kw {
			n.attrs.Set(k.Name, k.Val)
		}
		return nil
	}
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		n := &namespace{cls, object.NewAttrs()}
		if cls.Builtin() {
			if err := fill(t, n, a, kw); err != nil {
				return value{}, err
			}
		}
		return object.Obj(n), nil
	}
	c.Def("__init__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return object.None, fill(t, a[0].Ref.(*namespace), a[1:], kw)
	})
	c.Def("__repr__", 1, 1, func(t *thread, a []value, _ []object.Kw) (value, error) {
		s, err := a[0].Ref.(*namespace).Repr(t)
		return object.String(s), err
	})
	c.Def("__eq__", 2, 2, func(t *thread, a []value, _ []object.Kw) (value, error) {
		x, y := a[0].Ref.(*namespace), value{}
		o, ok := a[1].Ref.(*namespace)
		if !ok {
			return object.NotImplemented, nil
		}
		y = object.Obj(o.attrs.Dict())
		same, err := object.EqualKeys(t, object.Obj(x.attrs.Dict()), y)
		return object.Bool(same), err
	})
	c.Def("__replace__", 1, 1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		n := &namespace{a[0].Ref.(*namespace).cls, object.NewAttrs()}
		for pos := 0; ; {
			k, v, next, ok := a[0].Ref.(*namespace).attrs.Dict().Next(pos)
			if !ok {
				break
			}
			pos = next
			s, _ := object.StrOf(k)
			n.attrs.Set(s, v)
		}
		return object.Obj(n), fill(t, n, nil, kw)
	})
	c.SetAttr("__hash__", object.None)
}

// Namespace makes a SimpleNamespace of names and values in turn.
func Namespace(pairs ...any) value {
	n := newNamespace()
	for i := 0; i+1 < len(pairs); i += 2 {
		n.attrs.Set(pairs[i].(string), pairs[i+1].(value))
	}
	return object.Obj(n)
}
