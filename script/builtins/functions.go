package builtins

import (
	"asyncio/script/host"
	"asyncio/script/number"
	"asyncio/script/object"
	"asyncio/script/text"
)

// Host is what the builtin functions need of the embedding layer.
type Host struct {
	// Sys gives the module sys.
	Sys func() *object.Module
	// Compile compiles text for exec, eval and compile.
	Compile func(t *thread, source, file, mode string, flags CompileFlags) (value, error)
	// Tree parses text and gives the module ast's objects.
	Tree func(t *thread, source, file, mode string) (value, error)
	// IsTree tells whether a value is such an object.
	IsTree func(t *thread, v value) bool
	// CompileTree compiles such objects; ok is false for other ones.
	CompileTree func(t *thread, tree value, file, mode string, flags CompileFlags) (code value, ok bool, err error)
	// Exec runs what Compile gave.
	Exec func(t *thread, code value, globals *object.Dict, locals value) (value, error)
}

// CompileFlags are the flags of compile().
type CompileFlags int64

// The flags, as the modules ast and __future__ have them.
const (
	OnlyAST       CompileFlags = 0x400
	TypeComments  CompileFlags = 0x1000
	TopLevelAwait CompileFlags = 0x2000
	optimizedAST  CompileFlags = 0x8000

	StringAnnotations CompileFlags = 0x1000000

	// notMeant are the flags that change nothing here: those of features that are
	// always on, of tabs, of what a prompt asks for.
	notMeant CompileFlags = 0x200 | 0x100 | 0x4000 | 0x1fe0010
)

// builtinTypes are the types that have a name in the module builtins.
var builtinTypes = []*object.Class{
	object.ObjectClass, object.TypeClass, object.IntClass, object.BoolClass, object.FloatClass, object.ComplexClass, object.StrClass,
	object.BytesClass, object.BytearrayClass, object.MemoryViewClass, object.ListClass, object.TupleClass, object.DictClass,
	object.SetClass, object.FrozensetClass, object.RangeClass, object.SliceClass, object.PropertyClass, object.ClassMethodClass,
	object.StaticMethodClass, object.SuperClass, enumerateClass, zipClass, mapClass, filterClass, reversedClass,
}

// Install fills an interpreter's builtins.
func Install(in *object.Interp, h *Host) *object.Module {
	m := &object.Module{Name: "builtins", Dict: in.Builtins}
	d := m.Dict
	d.SetStr("__name__", object.String("builtins"))
	d.Reserve(2 * (len(object.Exceptions) + len(builtinTypes))) // about as many are functions
	for _, c := range object.Exceptions {
		d.SetStr(c.Name, object.Obj(c))
	}
	d.SetStr("IOError", object.Obj(object.OSErrorClass))
	d.SetStr("EnvironmentError", object.Obj(object.OSErrorClass))
	for _, c := range builtinTypes {
		d.SetStr(c.Name, object.Obj(c))
	}
	for n, v := range map[string]value{"None": object.None, "True": object.True, "False": object.False, "NotImplemented": object.NotImplemented,
		"Ellipsis": object.Ellipsis, "__debug__": object.True,
		"exit": object.Obj(&quitter{"exit"}), "quit": object.Obj(&quitter{"quit"})} {
		d.SetStr(n, v)
	}
	m.Def("print", 0, -1, func(t *thread, a []value, kw kws) (value, error) { return printTo(t, h, a, kw) })
	m.Function("input(prompt='', /)", func(t *thread, a []value, _ kws) (value, error) { return input(t, h, opt(a, 0)) })
	m.Function("help(*args)", func(t *thread, a []value, _ kws) (value, error) {
		mod, err := host.Of(t).Import(t, "_help")
		if err != nil {
			return value{}, err
		}
		f, err := object.GetAttr(t, mod, "help")
		if err != nil {
			return value{}, err
		}
		return t.Call(f, a...)
	})
	m.Def("breakpoint", 0, -1, func(t *thread, a []value, kw kws) (value, error) {
		sys, err := host.Of(t).Import(t, "sys")
		if err != nil {
			return value{}, err
		}
		hook, err := object.GetAttr(t, sys, "breakpointhook")
		if err != nil {
			return value{}, object.RuntimeError("lost sys.breakpointhook")
		}
		return t.CallKw(hook, a, kw)
	})
	installNumbers(m)
	installText(m)
	installAttributes(m)
	installReductions(m)
	installIteration(m)
	installCode(m, h)
	in.Percent = percent
	in.Modules.SetStr("builtins", object.Obj(m))
	return m
}

// one adds a function of one argument.
func one(m *object.Module, name string, f func(t *thread, v value) (value, error)) {
	m.Function(name+"(object, /)", func(t *thread, a []value, _ kws) (value, error) { return f(t, a[0]) })
}

func installNumbers(m *object.Module) {
	one(m, "abs", absOf)
	one(m, "hash", func(t *thread, v value) (value, error) { n, err := object.HashInt(t, v); return object.Int(n), err })
	one(m, "id", func(t *thread, v value) (value, error) { return object.Int(int64(t.In.ID(v) & (1<<62 - 1))), nil })
	m.Function("round(number, ndigits=None)", func(t *thread, a []value, _ kws) (value, error) { return roundOf(t, a[0], opt(a, 1)) })
	m.Function("divmod(x, y, /)", func(t *thread, a []value, _ kws) (value, error) {
		return object.Binary(t, object.OpDivMod, a[0], a[1])
	})
	m.Function("pow(base, exp, mod=None)", func(t *thread, a []value, _ kws) (value, error) {
		if mod := opt(a, 2); mod.Valid() && !mod.IsNone() {
			return power(t, a[0], a[1], mod)
		}
		return object.Binary(t, object.OpPow, a[0], a[1])
	})
	for _, f := range []struct {
		name, prefix string
		base         int
	}{{"hex", "0x", 16}, {"oct", "0o", 8}, {"bin", "0b", 2}} {
		m.Function(f.name+"(number, /)", func(t *thread, a []value, _ kws) (value, error) {
			i, err := object.ToIndex(t, a[0])
			if err != nil {
				return i, err
			}
			n := num(i)
			s := f.prefix + number.IntDigits(n.Abs(), f.base)
			if n.Sign() < 0 {
				s = "-" + s
			}
			return object.String(s), nil
		})
	}
}

// power is pow with three arguments, which only the base's type is asked for.
func power(t *thread, x, y, mod value) (value, error) {
	if object.ClassOf(x).Builtin() {
		r, err := powMod(x, y, mod)
		if err != nil || !object.Is(r, object.NotImplemented) {
			return r, err
		}
	}
	if r, ok, err := t.CallSpecial(x, "__pow__", y, mod); ok && (err != nil || !object.Is(r, object.NotImplemented)) {
		return r, err
	}
	return value{}, object.TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", typeName(x), typeName(y), typeName(mod))
}

func installText(m *object.Module) {
	one(m, "repr", object.ReprValue)
	one(m, "ascii", func(t *thread, v value) (value, error) { return str(convert(t, v, 'a')) })
	one(m, "chr", func(t *thread, v value) (value, error) {
		n, err := object.CInt(t, v)
		if err == nil && (n < 0 || n > 0x10ffff) {
			err = object.ValueError("chr() arg not in range(0x110000)")
		}
		return str(text.RuneString(rune(n)), err)
	})
	one(m, "ord", func(t *thread, v value) (value, error) {
		if s, ok := v.Ref.(*object.Str); ok {
			if s.Len() != 1 {
				return value{}, object.TypeError("ord() expected a character, but string of length %d found", s.Len())
			}
			r, _ := text.DecodeRune(s.S)
			return object.Int(int64(r)), nil
		}
		if b, ok := v.Ref.(*object.Bytes); ok {
			if len(b.B) != 1 {
				return value{}, object.TypeError("ord() expected a character, but string of length %d found", len(b.B))
			}
			return object.Int(int64(b.B[0])), nil
		}
		return value{}, object.TypeError("ord() expected string of length 1, but %s found", typeName(v))
	})
	m.Function("format(value, format_spec='', /)", func(t *thread, a []value, _ kws) (value, error) {
		spec := ""
		if len(a) > 1 {
			var ok bool
			if spec, ok = object.StrOf(a[1]); !ok {
				return value{}, object.TypeError("format() argument 2 must be str, not %s", argumentName(a[1]))
			}
		}
		return str(Format(t, a[0], spec))
	})
}
