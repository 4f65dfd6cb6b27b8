package asyncio

import (
	"sort"

	"asyncio/contextvars"
	"asyncio/script/host"
	"asyncio/script/object"
)

// pyVar is a ContextVar.
type pyVar struct {
	key      contextvars.Key
	fallback val
	number   uint64
}

// pyContext is a Context.
type pyContext struct{ ctx *contextvars.Context }

// pyToken remembers what a set replaced.
type pyToken struct {
	v    *pyVar
	ctx  *contextvars.Context
	old  val // no value when there was none
	used bool
}

var (
	varClass     = object.NewNativeClass("_contextvars", "ContextVar").Final()
	contextClass = object.NewNativeClass("_contextvars", "Context").Final()
	tokenClass   = object.NewNativeClass("_contextvars", "Token").Final()
	missingClass = object.NewNativeClass("Token", "MISSING").Final()
	missing      = object.Obj(noOldValue{})
)

// noOldValue is Token.MISSING.
type noOldValue struct{}

// Class implements object.Object.
func (noOldValue) Class() *object.Class { return missingClass }

// Repr implements object.Reprer.
func (noOldValue) Repr(*object.Thread) (string, error) { return "<Token.MISSING>", nil }

// Class implements object.Object.
func (*pyVar) Class() *object.Class { return varClass }

// Class implements object.Object.
func (*pyContext) Class() *object.Class { return contextClass }

// Class implements object.Object.
func (*pyToken) Class() *object.Class { return tokenClass }

// Traverse implements object.Traverser.
func (v *pyVar) Traverse(visit func(val)) { visit(v.fallback) }

// References implements object.Referrer.
func (c *pyContext) References(visit func(any)) { visit(c.ctx) }

// Traverse implements object.Traverser.
func (k *pyToken) Traverse(visit func(val)) {
	visit(object.Obj(k.v))
	visit(k.old)
}

// References implements object.Referrer.
func (k *pyToken) References(visit func(any)) { visit(k.ctx) }

// Repr implements object.Reprer.
func (v *pyVar) Repr(t *object.Thread) (string, error) {
	s := "<ContextVar name=" + mustRepr(t, object.String(v.key.Name))
	if v.fallback.Valid() {
		d, err := object.ReprText(t, v.fallback)
		if err != nil {
			return "", err
		}
		s += " default=" + d
	}
	return s + " at " + t.Address(object.Obj(v)) + ">", nil
}

func mustRepr(t *object.Thread, v val) string {
	s, _ := object.ReprText(t, v) // a str's repr does not fail
	return s
}

// Repr implements object.Reprer.
func (c *pyContext) Repr(t *object.Thread) (string, error) {
	return "<_contextvars.Context object at " + t.Address(object.Obj(c)) + ">", nil
}

// Repr implements object.Reprer.
func (k *pyToken) Repr(t *object.Thread) (string, error) {
	v, err := k.v.Repr(t)
	used := ""
	if k.used {
		used = " used"
	}
	return "<Token" + used + " var=" + v + " at " + t.Address(object.Obj(k)) + ">", err
}

// contextValue gives the one Python object of a context.
func (b *Binding) contextValue(c *contextvars.Context) val {
	if c == nil {
		return object.None
	}
	if p, ok := c.Owner().(*pyContext); ok {
		return object.Obj(p)
	}
	p := &pyContext{c}
	c.SetOwner(p)
	return object.Obj(p)
}

// ContextValue gives the Python object of a context.
func (b *Binding) ContextValue(c *contextvars.Context) val { return b.contextValue(c) }

// ContextOf gives the context of a Python object, nil for None.
func ContextOf(v val) (*contextvars.Context, error) { return contextArg(v) }

// items gives a context's variables in the order of their making.
func items(vars contextvars.Vars) []*pyVar {
	var out []*pyVar
	for k := range vars {
		if v, ok := k.Owner.(*pyVar); ok {
			out = append(out, v)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].number < out[j].number })
	return out
}

func lookup(c *contextvars.Context, v *pyVar) (val, bool) {
	x, ok := c.Lookup(&v.key)
	if !ok {
		return val{}, false
	}
	r, ok := x.(val)
	return r, ok
}

// ContextModule makes the module contextvars.
func ContextModule(h *host.Host) (*object.Module, error) {
	b := Of(h)
	m, core := object.NewModule("contextvars"), object.NewModule("_contextvars")
	for name, c := range map[string]*object.Class{"ContextVar": varClass, "Context": contextClass, "Token": tokenClass} {
		m.Dict.SetStr(name, object.Obj(c))
	}
	core.Function("copy_context()", func(*object.Thread, []val, kws) (val, error) {
		return b.contextValue(b.thread().Context().Copy()), nil
	})
	m.Dict.SetStr("copy_context", core.Dict.GetStr("copy_context"))
	return m, nil
}
