// Package randprog makes random Python programs: every run of one prints a good
// deal and ends, and prints the same wherever it is run. They compare this
// interpreter with CPython.
package randprog

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// prelude keeps values small, and prints them with nothing in it that depends
// on addresses or on the order of sets.
const prelude = `def clip(v):
    if isinstance(v, bool): return v
    if isinstance(v, int): return v if -10**6 < v < 10**6 else v % 1009
    if isinstance(v, float): return v if -1e6 < v < 1e6 else 1.5
    if isinstance(v, (str, list, tuple)): return v[:12]
    if isinstance(v, dict): return dict(list(v.items())[:8])
    if isinstance(v, set): return set(sorted(v, key=repr)[:8])
    return v
def text(v, depth=0):
    if depth > 4: return "..."
    if isinstance(v, (set, frozenset)): return "{" + ", ".join(sorted(text(x, depth + 1) for x in v)) + "}"
    if isinstance(v, (list, tuple)): return type(v).__name__ + "(" + ", ".join(text(x, depth + 1) for x in v) + ")"
    if isinstance(v, dict): return "{" + ", ".join(text(k, depth + 1) + ": " + text(x, depth + 1) for k, x in v.items()) + "}"
    if v is None or isinstance(v, (bool, int, float, str, bytes)): return repr(v)
    if isinstance(v, BaseException): return type(v).__name__ + text(v.args, depth + 1)
    return "<" + type(v).__name__ + ">"
def show(*vs): print(*[text(v) for v in vs])
`

// New gives the program of a seed.
func New(seed uint64) string {
	g := &generator{r: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15)), vars: []string{"a", "b", "c"}}
	g.out.WriteString(prelude)
	g.line("a, b, c = %s, %s, %s", g.atom(), g.atom(), g.atom())
	for range 2 + g.r.IntN(3) {
		g.class()
	}
	for range 2 + g.r.IntN(3) {
		g.function()
	}
	for range 12 + g.r.IntN(10) {
		g.statement(0)
	}
	g.line("show(%s)", strings.Join(g.vars, ", "))
	return g.out.String()
}

type generator struct {
	r       *rand.Rand
	out     strings.Builder
	indent  int
	vars    []string
	funcs   []fn
	classes []string
	names   int
	loops   int
}

type fn struct {
	name string
	args int
	kind string // plain, gen
}

func (g *generator) line(format string, args ...any) {
	g.out.WriteString(strings.Repeat("    ", g.indent))
	fmt.Fprintf(&g.out, format, args...)
	g.out.WriteByte('\n')
}

func (g *generator) block(body func()) {
	g.indent++
	body()
	g.indent--
}

func (g *generator) name(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

func (g *generator) pick(list ...string) string { return list[g.r.IntN(len(list))] }

func (g *generator) variable() string { return g.vars[g.r.IntN(len(g.vars))] }

// guarded runs a statement that may well raise, and tells what it raised.
func (g *generator) guarded(body func()) {
	g.line("try:")
	g.block(body)
	g.line("except Exception as e:")
	g.block(func() { g.line("show('!', e, e.__context__)") })
}

func (g *generator) statement(depth int) {
	if depth > 3 {
		g.guarded(g.assign)
		return
	}
	switch n := g.r.IntN(16); n {
	case 0, 1, 2:
		g.guarded(g.assign)
	case 3, 4:
		g.guarded(func() { g.line("show(%s)", g.expr(0)) })
	case 5:
		g.guarded(func() {
			g.line("if %s:", g.expr(1))
			g.block(func() { g.body(depth) })
			g.line("elif %s:", g.expr(1))
			g.block(func() { g.body(depth) })
			g.line("else:")
			g.block(func() { g.body(depth) })
		})
	case 6, 7:
		g.loop(depth)
	case 8:
		g.try(depth)
	case 9:
		g.match(depth)
	case 10:
		g.guarded(func() {
			g.line("%s, *%s = %s", g.variable(), g.variable(), g.expr(1))
		})
	case 11:
		g.guarded(func() { g.line("%s %s= %s", g.variable(), g.pick("+", "-", "*", "//", "%", "|", "&"), g.expr(1)) })
		g.line("%s = clip(%s)", g.vars[0], g.vars[0])
	case 12:
		g.guarded(func() { g.line("%s[%s] = %s", g.variable(), g.expr(2), g.expr(1)) })
	case 13:
		g.guarded(func() { g.line("del %s[%s]", g.variable(), g.expr(2)) })
	case 14:
		g.guarded(func() { g.line("assert %s, %s", g.expr(1), g.expr(2)) })
	default:
		g.with(depth)
	}
}

func (g *generator) assign() { g.line("%s = clip(%s)", g.variable(), g.expr(0)) }

func (g *generator) body(depth int) {
	for range 1 + g.r.IntN(2) {
		g.statement(depth + 1)
	}
}

func (g *generator) loop(depth int) {
	if g.loops > 1 {
		g.guarded(g.assign)
		return
	}
	g.loops++
	defer func() { g.loops-- }()
	leave := func() {
		if g.r.IntN(3) == 0 {
			g.line("if %s: %s", g.pick("i % 2", "i == 1", "i"), g.pick("break", "continue"))
		}
	}
	switch g.r.IntN(3) {
	case 0:
		g.line("for i in range(%d):", 1+g.r.IntN(4))
		g.block(func() { g.body(depth); leave(); g.body(depth) })
	case 1:
		g.guarded(func() {
			g.line("for i, x in enumerate(%s):", g.expr(1))
			g.block(func() {
				g.line("if i > 3: break")
				g.line("show(i, x)")
				leave()
				g.body(depth)
			})
		})
		return
	default:
		n := g.name("n")
		g.line("%s = %d", n, 1+g.r.IntN(3))
		g.line("while %s > 0:", n)
		g.block(func() { g.line("%s -= 1; i = %s", n, n); leave(); g.body(depth) })
	}
	g.line("else:")
	g.block(func() { g.line("show('else')") })
}

func (g *generator) try(depth int) {
	g.line("try:")
	g.block(func() {
		g.line("try:")
		g.block(func() { g.body(depth); g.raise() })
		g.line("except (%s, %s) as e:", g.errorClass(), g.errorClass())
		g.block(func() {
			g.line("show('caught', e)")
			if g.r.IntN(2) == 0 {
				g.line("raise %s(%s) from %s", g.errorClass(), g.atom(), g.pick("e", "None"))
			}
		})
		g.line("else:")
		g.block(func() { g.line("show('no error')") })
		g.line("finally:")
		g.block(func() { g.line("show('finally')") })
	})
	g.line("except Exception as e:")
	g.block(func() { g.line("show('out', e, e.__cause__, e.__context__, e.__suppress_context__)") })
}

func (g *generator) raise() {
	if g.r.IntN(2) == 0 {
		g.line("raise %s(%s)", g.errorClass(), g.atom())
	}
}

func (g *generator) errorClass() string {
	return g.pick("ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "RuntimeError", "LookupError", "ArithmeticError", "AttributeError")
}

func (g *generator) with(depth int) {
	if len(g.classes) == 0 {
		g.guarded(g.assign)
		return
	}
	g.guarded(func() {
		g.line("with %s(%s) as m, %s(1):", g.pick(g.classes...), g.atom(), g.pick(g.classes...))
		g.block(func() { g.line("show(m)"); g.body(depth); g.raise() })
		g.line("show('after with')")
	})
}

func (g *generator) match(depth int) {
	g.guarded(func() {
		g.line("match %s:", g.expr(1))
		g.block(func() {
			for range 3 {
				g.line("case %s:", g.pattern(0))
				g.block(func() { g.body(depth) })
			}
			g.line("case _: show('other')")
		})
	})
}

func (g *generator) pattern(depth int) string {
	switch g.r.IntN(9) {
	case 0:
		return g.pick("0", "1", "-2", "'a'", "None", "True", "1.5")
	case 1:
		return g.pick("0 | 1", "'a' | 'b'", "None | False")
	case 2:
		return "[x, *_]"
	case 3:
		return "[_, (0 | 1) as x]"
	case 4:
		return "{'a': x, **rest}"
	case 5:
		return g.pick("int(x)", "str(x)", "float()", "list() as x", "dict()", "bool()")
	case 6:
		if len(g.classes) > 0 {
			return g.pick(g.classes...) + "(v=x)"
		}
		return "set()"
	case 7:
		return "x if x == 1"
	}
	return "()"
}
