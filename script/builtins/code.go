package builtins

import (
	"strings"

	"asyncio/script/object"
	"asyncio/script/text"
	"asyncio/script/vm"
)

// sourceText reads the source argument of compile, exec and eval; ok is false
// for other objects.
func sourceText(v value) (s string, ok bool, err error) {
	if s, ok = object.StrOf(v); !ok {
		b, isBytes := bytesLike(v)
		if !isBytes {
			return "", false, nil
		}
		if s, err = text.Decode(string(b), "utf-8-sig", "strict"); err != nil {
			return "", true, codecError(v, err)
		}
	}
	if strings.IndexByte(s, 0) >= 0 {
		return "", true, object.Raise(object.SyntaxErrorClass, "source code string cannot contain null bytes")
	}
	return s, true, nil
}

func installCode(m *object.Module, h *Host) {
	m.Function("globals()", func(t *thread, a []value, _ kws) (value, error) { return object.Obj(vm.Of(t).Current().Globals()), nil })
	m.Function("locals()", func(t *thread, a []value, _ kws) (value, error) { return vm.Of(t).Current().Locals(), nil })
	m.Function("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", func(t *thread, a []value, _ kws) (value, error) {
		file, ok := object.StrOf(a[1])
		if !ok {
			b, isBytes := bytesLike(a[1])
			if !isBytes {
				return value{}, object.TypeError("expected str, bytes or os.PathLike object, not %s", typeName(a[1]))
			}
			file = string(b)
		}
		mode, ok := object.StrOf(a[2])
		if !ok {
			return value{}, object.TypeError("compile() argument 'mode' must be str, not %s", argumentName(a[2]))
		}
		if mode != "exec" && mode != "eval" && mode != "single" {
			return value{}, object.ValueError("compile() mode must be 'exec', 'eval' or 'single'")
		}
		number, err := 0, error(nil)
		if given := opt(a, 3); given.Valid() {
			number, err = object.CInt(t, given)
		}
		flags := CompileFlags(number)
		switch {
		case err != nil:
			return value{}, err
		case flags&^(OnlyAST|TypeComments|TopLevelAwait|StringAnnotations|optimizedAST|notMeant) != 0:
			return value{}, object.ValueError("compile(): unrecognised flags")
		}
		src, ok, err := sourceText(a[0])
		switch {
		case !ok && flags&OnlyAST != 0 && h.IsTree(t, a[0]):
			return a[0], nil
		case !ok:
			code, ok, err := h.CompileTree(t, a[0], file, mode, flags)
			if !ok {
				return value{}, object.TypeError("compile() arg 1 must be a string, bytes or AST object")
			}
			return code, err
		case err != nil:
			return value{}, err
		case flags&OnlyAST != 0:
			return h.Tree(t, src, file, mode)
		}
		return h.Compile(t, src, file, mode, flags)
	})
	m.Function("exec(source, /, globals=None, locals=None, *, closure=None)", func(t *thread, a []value, _ kws) (value, error) {
		_, err := run(t, h, "exec", a[0], opt(a, 1), opt(a, 2))
		return none(err)
	})
	m.Function("eval(source, /, globals=None, locals=None)", func(t *thread, a []value, _ kws) (value, error) {
		return run(t, h, "eval", a[0], opt(a, 1), opt(a, 2))
	})
}

// run is exec and eval.
func run(t *thread, h *Host, mode string, code, globals, locals value) (value, error) {
	cur := vm.Of(t).Current()
	g := cur.Globals()
	given := globals.Valid() && !globals.IsNone()
	if given {
		d, ok := globals.Ref.(*object.Dict)
		switch {
		case !ok && mode == "eval":
			return value{}, object.TypeError("globals must be a dict")
		case !ok:
			return value{}, object.TypeError("exec() globals must be a dict, not %s", typeName(globals))
		}
		g = d
	}
	switch {
	case locals.Valid() && !locals.IsNone():
		if _, ok := object.ClassOf(locals).Lookup("__getitem__"); !ok {
			if mode == "eval" {
				return value{}, object.TypeError("locals must be a mapping")
			}
			return value{}, object.TypeError("exec() locals must be a mapping or None, not %s", typeName(locals))
		}
	case given:
		locals = globals
	default:
		locals = cur.Locals()
	}
	if _, ok := code.Ref.(*vm.CodeObject); !ok {
		src, ok, err := sourceText(code)
		if !ok {
			return value{}, object.TypeError("%s() arg 1 must be a string, bytes or code object", mode)
		}
		if mode == "eval" {
			src = strings.TrimLeft(src, " \t")
		}
		if err == nil {
			code, err = h.Compile(t, src, "<string>", mode, 0)
		}
		if err != nil {
			return value{}, err
		}
	}
	return h.Exec(t, code, g, locals)
}
