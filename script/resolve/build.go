package resolve

import (
	"fmt"

	"asyncio/script/syntax"
)

// Error is a mistake the grammar does not know.
type Error struct {
	At   syntax.Span
	Text string
}

// Error implements error.
func (e *Error) Error() string { return e.Text }

type builder struct {
	table *Table
	s     *Scope
	loop  int
	// star tells that the code is in an except* clause, starLoop that no loop
	// began since.
	star, starLoop bool
	// iterable counts the iterables of comprehensions that the code is in.
	iterable int
	err      *Error
	// await at top level is allowed in the prompt
	topAwait bool
}

// Options say how a program is resolved.
type Options struct {
	// Dynamic resolves for exec and eval.
	Dynamic bool
	// TopLevelAwait allows await outside functions, as the asyncio prompt does.
	TopLevelAwait bool
	// StringAnnotations keeps annotations as texts, as the text itself can ask for.
	StringAnnotations bool
}

// Program resolves all names of a module.
func Program(m *syntax.Module, o Options) (*Table, error) {
	kind := Module
	if o.Dynamic {
		kind = Dynamic
	}
	b := &builder{table: &Table{Scopes: map[any]*Scope{}, StringAnnotations: o.StringAnnotations}, topAwait: o.TopLevelAwait}
	b.push(kind, "<module>", m)
	b.table.Top = b.s
	b.future(m)
	b.stmts(m.Body)
	if b.err != nil {
		return nil, b.err
	}
	b.table.Top.finish()
	b.check(b.table.Top)
	if b.err != nil {
		return nil, b.err
	}
	return b.table, nil
}

func (b *builder) check(s *Scope) {
	for name := range s.nonlocal {
		if lookup(s, name) == nil {
			b.fail(s.used[name], "no binding for nonlocal '%s' found", name)
		}
	}
	for _, c := range s.children {
		b.check(c)
	}
}

func (b *builder) fail(at syntax.Span, format string, args ...any) {
	if b.err == nil || at.Line < b.err.At.Line {
		b.err = &Error{at, fmt.Sprintf(format, args...)}
	}
}

func (b *builder) push(kind Kind, name string, node any) *Scope {
	s := &Scope{Kind: kind, Name: name, Parent: b.s, vars: map[string]*Var{}, global: map[string]bool{},
		nonlocal: map[string]bool{}, used: map[string]syntax.Span{}, loaded: map[string]bool{},
		bound: map[string]bool{}, freeIdx: map[*Var]int{}}
	s.Frame = s
	if kind == Inline {
		s.Frame = b.s.Frame
	}
	if b.s != nil {
		s.Private = b.s.Private
		b.s.children = append(b.s.children, s)
	}
	b.table.Scopes[node] = s
	b.s = s
	return s
}

func (b *builder) pop() { b.s = b.s.Parent }

func mangle(s *Scope, name string) string { return Mangle(s.Private, name) }

// Mangle applies the rule of private names: __x in class C is _C__x.
func Mangle(class, name string) string {
	if class == "" || len(name) < 3 || name[:2] != "__" || name[len(name)-2:] == "__" {
		return name
	}
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			return name
		}
	}
	for len(class) > 0 && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return name
	}
	return "_" + class + name
}

func (b *builder) use(name string, at syntax.Span) {
	name = mangle(b.s, name)
	if _, ok := b.s.used[name]; !ok {
		b.s.used[name] = at
	}
	b.s.loaded[name] = true
	if name == "super" && b.s.Frame.Kind == Function {
		b.s.used["__class__"] = at
	}
}

func (b *builder) bind(name string, at syntax.Span) {
	name = mangle(b.s, name)
	b.bindIn(b.s, name)
}

func (b *builder) bindIn(s *Scope, name string) {
	s.bound[name] = true
	if s.global[name] || s.nonlocal[name] {
		return
	}
	if s.Kind == Function || s.Kind == Inline {
		s.declare(name, b)
	}
}
