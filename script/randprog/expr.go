package randprog

import (
	"fmt"
	"strings"
)

// atom is a constant or a small display.
func (g *generator) atom() string {
	switch g.r.IntN(10) {
	case 0:
		return g.pick("True", "False", "None")
	case 1:
		return g.pick("0.5", "-1.25", "3.0", "2e3")
	case 2, 3:
		return g.pick("'a'", "'xyz'", "''", "'Ab é'", "'1'")
	case 4:
		return fmt.Sprintf("[%d, %d, %s]", g.r.IntN(5), g.r.IntN(5), g.pick("'q'", "None", "2.5"))
	case 5:
		return fmt.Sprintf("(%d, %s)", g.r.IntN(5), g.pick("'t'", "1", "()"))
	case 6:
		return fmt.Sprintf("{'a': %d, %d: 'v'}", g.r.IntN(5), g.r.IntN(3))
	case 7:
		return fmt.Sprintf("{%d}", g.r.IntN(4)) // one item: no order
	}
	return fmt.Sprint(g.r.IntN(12) - 3)
}

// expr is an expression; deeper ones are simpler.
func (g *generator) expr(depth int) string {
	if depth > 2 || g.r.IntN(6) == 0 {
		if g.r.IntN(3) > 0 {
			return g.variable()
		}
		return g.atom()
	}
	sub := func() string { return g.expr(depth + 1) }
	switch g.r.IntN(20) {
	case 0, 1, 2:
		return fmt.Sprintf("(%s %s %s)", sub(), g.pick("+", "-", "*", "/", "//", "%", "&", "|", "^"), sub())
	case 3:
		return fmt.Sprintf("(%s %s %s)", sub(), g.pick("<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not"), g.variable())
	case 4:
		return fmt.Sprintf("(%s %s %s)", sub(), g.pick("and", "or"), sub())
	case 5:
		return fmt.Sprintf("(%s if %s else %s)", sub(), sub(), sub())
	case 6:
		return fmt.Sprintf("(%s(%s))", g.pick("not ", "-", "+", "~"), sub())
	case 7:
		return fmt.Sprintf("[x %s %s for x in %s]", g.pick("+", "*", "=="), g.variable(), sub())
	case 8:
		return fmt.Sprintf("{x: %s for x in %s if x}", g.variable(), sub())
	case 9:
		return fmt.Sprintf("sorted({repr(x) for x in %s})", sub())
	case 10:
		return fmt.Sprintf("%s(%s)", g.pick("len", "str", "repr", "bool", "int", "float", "list", "tuple", "sum", "sorted", "max", "min", "abs", "any", "all", "type"), sub())
	case 11:
		return fmt.Sprintf("%s[%s]", g.variable(), g.pick("0", "1", "-1", "'a'", ":2", "::-1", sub()))
	case 12:
		return fmt.Sprintf("f'{%s!r:>%d}|{%s}'", g.variable(), g.r.IntN(9), g.pick("a", "b", "c"))
	case 13:
		return fmt.Sprintf("%s.%s", g.variable(), g.pick("upper()", "split()", "count(1)", "keys()", "items()", "copy()", "nope", "index('a')", "get('a')", "strip()", "v", "pop()"))
	case 14:
		return fmt.Sprintf("(lambda *p, k=%s: (p, k))(%s)", g.atom(), sub())
	case 15:
		return fmt.Sprintf("[w for w in (%s, %s)][-1]", g.atom(), sub())
	case 16:
		return fmt.Sprintf("[*%s, %s]", g.variable(), sub())
	case 17:
		return "(*map(lambda x: (x, 1), " + sub() + "),)"
	}
	return g.call(sub)
}

// call calls one of the program's functions or classes, not always rightly.
func (g *generator) call(sub func() string) string {
	if len(g.classes) > 0 && g.r.IntN(4) == 0 {
		return fmt.Sprintf("%s(%s).%s", g.pick(g.classes...), sub(), g.pick("v", "m()", "m(2)", "p", "gone"))
	}
	if len(g.funcs) == 0 {
		return sub()
	}
	f := g.funcs[g.r.IntN(len(g.funcs))]
	n := f.args
	if g.r.IntN(8) == 0 {
		n += g.r.IntN(3) - 1
	}
	var args []string
	for range n {
		args = append(args, sub())
	}
	c := fmt.Sprintf("%s(%s)", f.name, strings.Join(args, ", "))
	if f.kind == "gen" {
		return "list(" + c + ")"
	}
	return c
}

// function defines a function or a generator that later code calls.
func (g *generator) function() {
	f := fn{name: g.name("f"), args: g.r.IntN(4), kind: g.pick("plain", "plain", "gen")}
	var params []string
	for i := range f.args {
		params = append(params, fmt.Sprintf("p%d", i))
	}
	sig := strings.Join(params, ", ")
	if f.args > 0 && g.r.IntN(3) == 0 {
		sig += "=1"
	}
	outer := g.vars
	g.line("def %s(%s):", f.name, sig)
	g.block(func() {
		g.vars = append([]string{"x1"}, params...)
		g.line("x1 = %s", g.atom())
		for range 1 + g.r.IntN(3) {
			g.statement(2)
		}
		if f.kind == "gen" {
			g.line("got = yield %s", g.expr(1))
			g.line("yield from (%s, got)", g.variable())
		}
		g.line("return %s", g.expr(1))
	})
	g.vars = outer
	g.funcs = append(g.funcs, f)
}

// class defines a class whose objects are context managers too.
func (g *generator) class() {
	name := g.name("C")
	base := ""
	if len(g.classes) > 0 && g.r.IntN(2) == 0 {
		base = "(" + g.pick(g.classes...) + ")"
	}
	g.line("class %s%s:", name, base)
	g.block(func() {
		g.line("k = %s", g.atom())
		g.line("def __init__(self, v=%s): self.v = v", g.atom())
		g.line("def m(self, n=1): return (type(self).__name__, self.v, self.k, n)")
		g.line("@property")
		g.line("def p(self): return self.v %s 2", g.pick("*", "+", "//"))
		g.line("def __enter__(self): show('enter', self.v); return self.v")
		g.line("def __exit__(self, t, e, tb): show('exit', e); return %s", g.pick("True", "False", "None"))
		for _, m := range []string{"def __eq__(self, o): return isinstance(o, " + name + ") and self.v == o.v", "def __len__(self): return 2",
			"def __add__(self, o): return ('add', self.v)", "def __radd__(self, o): return NotImplemented", "def __getitem__(self, i): return (self.v, i)[:2]",
			"def __contains__(self, x): return x == 1", "def __bool__(self): return bool(self.v)", "def __lt__(self, o): return True", "def __call__(self, *p): return len(p)",
			"def __getattr__(self, n): return 'attr ' + n if n == 'gone' else super().__getattribute__(n)"} {
			if g.r.IntN(3) == 0 {
				g.line("%s", m)
			}
		}
	})
	g.classes = append(g.classes, name)
}
