// Package contextvars has Python's context variables: values that belong to a
// chain of callbacks and tasks, not to a goroutine.
//
// A Context's variables are an immutable map that copies share, so copying a
// context costs nothing and only Set pays. Every task and every callback runs
// in a context; a change made there is not seen outside it.
package contextvars

import (
	"maps"
	"reflect"

	"asyncio/exceptions"
)

// Vars is a snapshot of a context's variables. It is never changed once made.
type Vars map[*Key]any

// Same reports whether two are one mapping, not only equal.
func (v Vars) Same(o Vars) bool {
	return len(v) == 0 && len(o) == 0 || reflect.ValueOf(v).Pointer() == reflect.ValueOf(o).Pointer()
}

// Key is the identity of a variable. The zero Key is ready to use.
type Key struct {
	Name string
	// Owner is the object of the layer above that stands for the variable.
	Owner any
}

// References gives what stands for the variable.
func (k *Key) References(visit func(any)) { visit(k.Owner) }

// Context maps variables to values, as contextvars.Context.
type Context struct {
	vars    Vars
	owner   any
	kept    bool // something outlives the callback that ran in it
	entered bool
}

// New makes an empty context.
func New() *Context { return &Context{} }

// FromVars makes a context that holds the snapshot.
func FromVars(v Vars) *Context { return &Context{vars: v} }

// Init makes c, a context embedded in another object, hold the snapshot.
func (c *Context) Init(v Vars) { c.vars, c.owner, c.entered = v, nil, false }

// Vars gives the variables as they are now.
func (c *Context) Vars() Vars {
	if c == nil {
		return nil
	}
	return c.vars
}

// Copy gives an independent copy, as Context.copy().
func (c *Context) Copy() *Context { return &Context{vars: c.Vars()} }

// Context implements Holder, so that variables can be read and set in a context
// that nothing runs in, as ctx[var] and ctx.run(var.set, value) do.
func (c *Context) Context() *Context { return c }

// Len gives the number of variables that have a value.
func (c *Context) Len() int { return len(c.Vars()) }

// Lookup gives a variable's value, and whether it has one here.
func (c *Context) Lookup(k *Key) (any, bool) {
	v, ok := c.Vars()[k]
	return v, ok
}

// Set changes a variable in this context only.
func (c *Context) Set(k *Key, value any) {
	vars := make(Vars, len(c.vars)+1)
	maps.Copy(vars, c.vars)
	vars[k] = value
	c.vars = vars
}

// Delete takes a variable's value away in this context only.
func (c *Context) Delete(k *Key) {
	if _, ok := c.vars[k]; !ok {
		return
	}
	vars := maps.Clone(c.vars)
	delete(vars, k)
	c.vars = vars
}

// Enter marks the context as being run in; one that is already gives CPython's
// RuntimeError.
func (c *Context) Enter() error {
	if c.entered {
		return exceptions.RuntimeError("cannot enter context: %p is already entered", c)
	}
	c.entered = true
	return nil
}

// Entered reports whether the context is being run in.
func (c *Context) Entered() bool { return c.entered }

// Keep says that something refers to the context beyond the callback that runs
// in it.
func (c *Context) Keep() { c.kept = true }

// Kept reports whether something does.
func (c *Context) Kept() bool { return c.kept || c.owner != nil }

// Owner gives the object of the layer above that stands for the context.
func (c *Context) Owner() any { return c.owner }

// SetOwner sets what Owner gives.
func (c *Context) SetOwner(o any) { c.owner = o }

// Exit ends what Enter began.
func (c *Context) Exit() { c.entered = false }

// Holder is whatever runs in a context: a coroutine's Co, a loop, a thread.
type Holder interface {
	// Context gives the context that code runs in now.
	Context() *Context
}

// Var is a context variable with values of type T, as contextvars.ContextVar.
type Var[T any] struct {
	key        Key
	fallback   T
	hasDefault bool
}

// NewVar makes a variable without a default.
func NewVar[T any](name string) *Var[T] { return &Var[T]{key: Key{Name: name}} }

// NewVarDefault makes a variable whose Get gives value where it was not set.
func NewVarDefault[T any](name string, value T) *Var[T] {
	return &Var[T]{key: Key{Name: name}, fallback: value, hasDefault: true}
}

// Name is the name the variable was made with.
func (v *Var[T]) Name() string { return v.key.Name }

// Get gives the variable's value in h's context, its default when it was not
// set there, and false when it has neither (Python raises LookupError).
func (v *Var[T]) Get(h Holder) (T, bool) {
	if x, ok := h.Context().Lookup(&v.key); ok {
		t, _ := x.(T)
		return t, true
	}
	return v.fallback, v.hasDefault
}

// Token remembers what a Set replaced.
type Token[T any] struct {
	v    *Var[T]
	ctx  *Context
	old  any
	had  bool
	used bool
}

// Set changes the variable in h's context and returns the token that Reset takes.
func (v *Var[T]) Set(h Holder, value T) *Token[T] {
	ctx := h.Context()
	old, had := ctx.Lookup(&v.key)
	ctx.Set(&v.key, value)
	ctx.Keep()
	return &Token[T]{v: v, ctx: ctx, old: old, had: had}
}

// Reset puts back what the variable was before the Set that gave the token.
// It fails, with CPython's classes, for a token used before (RuntimeError), of
// another variable or of another context (ValueError).
func (v *Var[T]) Reset(h Holder, t *Token[T]) error {
	switch {
	case t.used:
		return exceptions.RuntimeError("<Token var=%s> has already been used once", v.key.Name)
	case t.v != v:
		return exceptions.ValueError("<Token var=%s> was created by a different ContextVar", t.v.key.Name)
	case t.ctx != h.Context():
		return exceptions.ValueError("<Token var=%s> was created in a different Context", v.key.Name)
	}
	t.used = true
	if t.had {
		t.ctx.Set(&v.key, t.old)
	} else {
		t.ctx.Delete(&v.key)
	}
	return nil
}
