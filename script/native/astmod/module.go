package astmod

import (
	"asyncio/script/host"
	"asyncio/script/object"
	"asyncio/script/syntax"
)

type (
	value  = object.Value
	thread = object.Thread
)

// nodes are one interpreter's node classes and the nodes without fields, of
// which a tree has each once.
type nodes struct {
	classes map[string]*object.Class
	singles map[string]value
}

// Traverse tells the tracer what the nodes refer to.
func (n *nodes) Traverse(visit func(value)) {
	for _, c := range n.classes {
		visit(object.Obj(c))
	}
	for _, v := range n.singles {
		visit(v)
	}
}

func (n *nodes) single(name string) value {
	v, ok := n.singles[name]
	if !ok {
		v = object.Obj(object.NewInstance(n.classes[name]))
		n.singles[name] = v
	}
	return v
}

type partKey struct{}

// of gives the interpreter's nodes; the module ast has told its classes.
func of(t *thread) (*nodes, error) {
	h := host.Of(t)
	n := h.Part(partKey{}, func() any { return &nodes{singles: map[string]value{}} }).(*nodes)
	if n.classes == nil {
		if _, err := h.Import(t, "ast"); err != nil {
			return nil, err
		}
		if n.classes == nil {
			return nil, object.RuntimeError("the module ast is not ours")
		}
	}
	return n, nil
}

// Object gives a tree as Python's objects.
func Object(t *thread, m *syntax.Module) (value, error) {
	n, err := of(t)
	if err != nil {
		return value{}, err
	}
	return builder{n}.module(m), nil
}

// IsNode reports whether the value is an instance of ast.AST.
func IsNode(t *thread, v value) bool {
	n := host.Of(t).Part(partKey{}, func() any { return &nodes{singles: map[string]value{}} }).(*nodes)
	base := n.classes["AST"]
	return base != nil && object.ClassOf(v).IsSubclass(base)
}

// Module makes the module _ast_nodes.
func Module(h *host.Host) (*object.Module, error) {
	m := object.NewModule("_ast_nodes")
	m.Dict.SetStr("rows", describe())
	m.DefPlain("register", 1, 1, func(t *thread, a []value) (value, error) {
		d, ok := a[0].Ref.(*object.Dict)
		if !ok {
			return value{}, object.TypeError("register() takes a dict of classes")
		}
		n := h.Part(partKey{}, func() any { return &nodes{singles: map[string]value{}} }).(*nodes)
		n.classes = map[string]*object.Class{}
		return object.None, object.EachItem(d, func(k, v value) error {
			name, _ := object.StrOf(k)
			c, ok := v.Ref.(*object.Class)
			if !ok {
				return object.TypeError("register() takes a dict of classes")
			}
			n.classes[name] = c
			return nil
		})
	})
	m.DefPlain("single", 1, 1, func(t *thread, a []value) (value, error) {
		n, err := of(t)
		if err != nil {
			return value{}, err
		}
		name, _ := object.StrOf(a[0])
		if c := classes().byName[name]; c == nil || !c.kind.enum() || c == c.kind {
			return value{}, object.ValueError("%q has fields", name)
		}
		return n.single(name), nil
	})
	return m, nil
}

// describe gives the table to the module ast: for each class its name, its
// kind's, what is said of its place, and its fields with types.
func describe() value {
	var out []value
	for _, c := range classes().order {
		var fields []value
		for _, f := range c.fields {
			fields = append(fields, object.TupleValue(object.String(f.name), object.String(f.kind), object.Bool(f.optional), object.Bool(f.many)))
		}
		out = append(out, object.TupleValue(object.String(c.name), object.String(c.kind.name), object.Bool(c.located),
			object.Bool(c.required), object.TupleValue(fields...)))
	}
	return object.TupleValue(out...)
}
