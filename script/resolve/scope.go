// Package resolve finds out what each name of a program is: a local variable,
// one shared with inner functions, a global, or a name looked up in a class
// body's namespace. It also refuses what is grammatical but has no meaning,
// such as 'return' outside a function, with CPython's texts.
//
// List, set and dict comprehensions and type parameters are scopes without a
// frame of their own: their variables live in the frame around them.
package resolve

import "asyncio/script/syntax"

// Kind is what sort of scope it is.
type Kind uint8

const (
	// Module is a file, whose names are globals.
	Module Kind = iota
	// Dynamic is code for exec and eval, whose names are looked up in a mapping.
	Dynamic
	// Function is a function, lambda or generator expression.
	Function
	// Class is a class body.
	Class
	// Inline is a comprehension or a list of type parameters.
	Inline
)

// Var is a variable that lives in a frame.
type Var struct {
	Name string
	// Cell tells that inner functions share it.
	Cell bool
	// Param tells that it is a parameter.
	Param bool
	// Slot is free for the compiler.
	Slot int32
	// Owner is the scope that binds it.
	Owner *Scope
}

// Scope is one scope of a program.
type Scope struct {
	Kind   Kind
	Name   string
	Parent *Scope
	// Frame is the scope whose frame holds the variables: itself but for Inline.
	Frame *Scope
	// Vars are the variables that the frame holds, those of Inline scopes too.
	Vars []*Var
	// Free are the variables taken from frames around, in order.
	Free []*Var
	// Generator, Async and the like say what calling the function gives.
	Generator, Async bool
	// ClassCell tells that a method of the class uses __class__ or super.
	ClassCell *Var
	// Annotated tells that the body of a class or module has annotations.
	Annotated bool
	// Private is the class name that private names are mangled with.
	Private string

	vars     map[string]*Var
	global   map[string]bool
	nonlocal map[string]bool
	used     map[string]syntax.Span
	bound    map[string]bool
	// loaded are the names that are read, annotated those with an annotation,
	// directives where a name was first declared global or nonlocal.
	loaded, annotated map[string]bool
	directives        map[string]syntax.Span
	// lazy says what later evaluation this scope is for, in an error's words.
	lazy     string
	children []*Scope
	freeIdx  map[*Var]int
	hasYield bool
	isGenExp bool
	// comprehension is the one that an Inline scope is for.
	comprehension syntax.Node
}

// RefKind says where a name lives.
type RefKind uint8

const (
	// Local is a variable of this frame.
	Local RefKind = iota
	// Free is a variable of a frame around.
	Free
	// Global is a name of the module, else of builtins.
	Global
	// Name is looked up in the namespace of the class body, then as Global.
	Name
	// NameOrFree is looked up in the class body's namespace, then is Free.
	NameOrFree
)

// Ref is what a name is in a scope.
type Ref struct {
	Kind RefKind
	Var  *Var // for Local, Free and NameOrFree
	// Index is the number among the frame's Free.
	Index int
}

// Table has the scopes of a program by the nodes that make them.
type Table struct {
	Top    *Scope
	Scopes map[any]*Scope
	// StringAnnotations tells that annotations are kept as texts.
	StringAnnotations bool
}

// Resolve says what a (mangled) name is in the scope.
func (s *Scope) Resolve(name string) Ref {
	f := s.Frame
	for sc := s; ; sc = sc.Parent { // inline scopes, then the frame
		if sc.global[name] {
			return Ref{Kind: Global}
		}
		if sc.Kind == Class || sc.Kind == Dynamic {
			if sc != s && sc.Kind == Class { // a comprehension does not see the class body
				break
			}
			if sc.nonlocal[name] || !sc.bound[name] {
				if v := lookup(sc, name); v != nil {
					i := sc.freeIdx[v]
					if sc.nonlocal[name] {
						return Ref{Kind: Free, Var: v, Index: i}
					}
					return Ref{Kind: NameOrFree, Var: v, Index: i}
				}
			}
			return Ref{Kind: Name}
		}
		if v := sc.vars[name]; v != nil {
			return Ref{Kind: Local, Var: v}
		}
		if sc == f {
			break
		}
	}
	if v := lookup(s, name); v != nil {
		if v.Owner.Frame == f {
			return Ref{Kind: Local, Var: v}
		}
		return Ref{Kind: Free, Var: v, Index: f.freeIdx[v]}
	}
	return Ref{Kind: Global}
}

// lookup finds the variable that a name means in s, walking outwards.
func lookup(s *Scope, name string) *Var {
	for sc := s; sc != nil; sc = sc.Parent {
		if sc.global[name] {
			return nil
		}
		if sc.Kind == Class || sc.Kind == Module || sc.Kind == Dynamic {
			if name == "__class__" && sc.Kind == Class && sc != s {
				return sc.ClassCell
			}
			continue
		}
		if v := sc.vars[name]; v != nil {
			return v
		}
	}
	return nil
}

func (s *Scope) declare(name string, _ *builder) *Var {
	if v := s.vars[name]; v != nil {
		return v
	}
	v := &Var{Name: name, Owner: s}
	s.vars[name] = v
	s.Frame.Vars = append(s.Frame.Vars, v)
	return v
}

// finish marks the variables that inner frames use.
func (s *Scope) finish() {
	for name := range s.used {
		s.capture(name)
	}
	for name := range s.nonlocal {
		s.capture(name)
	}
	for _, c := range s.children {
		c.finish()
	}
}

func (s *Scope) capture(name string) {
	if s.global[name] {
		return
	}
	v := lookup(s, name)
	if v == nil || v.Owner.Frame == s.Frame {
		return
	}
	if (s.Kind == Class) && s.bound[name] && !s.nonlocal[name] && v.Owner != s {
		return
	}
	v.Cell = true
	for f := s.Frame; f != v.Owner.Frame; f = f.Parent.Frame {
		if _, ok := f.freeIdx[v]; !ok {
			f.freeIdx[v] = len(f.Free)
			f.Free = append(f.Free, v)
		}
	}
}
