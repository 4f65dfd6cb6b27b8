// Package operatormod is the module _operator: what of operator programs use as
// keys of sorting.
package operatormod

import (
	"strings"

	"asyncio/script/host"
	"asyncio/script/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Module makes the module _operator.
func Module(*host.Host) (*object.Module, error) {
	m := object.NewModule("_operator")
	m.Dict.SetStr("itemgetter", object.Obj(itemClass))
	m.Dict.SetStr("attrgetter", object.Obj(attrClass))
	return m, nil
}

// getter reads items or attributes of what it is called with; several at once
// give a tuple.
type getter struct {
	object.Mortal
	cls  *object.Class
	name string
	what []value
	get  func(t *thread, from, what value) (value, error)
}

var (
	itemClass = object.NewNativeClass("operator", "itemgetter").Final()
	attrClass = object.NewNativeClass("operator", "attrgetter").Final()
)

// Class implements object.Object.
func (g *getter) Class() *object.Class { return g.cls }

// Traverse implements object.Traverser.
func (g *getter) Traverse(visit func(value)) {
	for _, v := range g.what {
		visit(v)
	}
}

// CallObject implements object.Caller.
func (g *getter) CallObject(t *thread, args []value, kw []object.Kw) (value, error) {
	if err := object.NoKw(g.name, kw); err != nil {
		return value{}, err
	}
	if len(args) != 1 {
		return value{}, object.TypeError("%s expected 1 argument, got %d", g.name, len(args))
	}
	from := args[0]
	if len(g.what) == 1 {
		return g.get(t, from, g.what[0])
	}
	out := make([]value, len(g.what))
	for i, what := range g.what {
		var err error
		if out[i], err = g.get(t, from, what); err != nil {
			return value{}, err
		}
	}
	return object.TupleValue(out...), nil
}

// Repr implements object.Reprer.
func (g *getter) Repr(t *thread) (string, error) {
	return t.Nested(g, "...", func() (string, error) {
		parts := make([]string, len(g.what))
		for i, v := range g.what {
			var err error
			if parts[i], err = object.ReprText(t, v); err != nil {
				return "", err
			}
		}
		return g.cls.Name + "(" + strings.Join(parts, ", ") + ")", nil
	})
}

func init() {
	itemClass.Later(func(c *object.Class) {
		fill(c, "itemgetter", "Reads items; several at once give a tuple.", object.GetItem)
	})
	attrClass.Later(func(c *object.Class) {
		fill(c, "attrgetter", "Reads attributes, dotted ones too; several at once give a tuple.", attribute)
	})
}

func fill(c *object.Class, name, doc string, get func(t *thread, from, what value) (value, error)) {
	c.SetAttr("__doc__", object.String(doc))
	c.Construct = func(_ *thread, _ *object.Class, a []value, kw []object.Kw) (value, error) {
		if err := object.NoKw(name, kw); err != nil {
			return value{}, err
		}
		if len(a) == 0 {
			return value{}, object.TypeError("%s expected 1 argument, got 0", name)
		}
		if c == attrClass {
			for _, v := range a {
				if _, ok := object.StrOf(v); !ok {
					return value{}, object.TypeError("attribute name must be a string")
				}
			}
		}
		return object.Obj(&getter{cls: c, name: name, what: append([]value(nil), a...), get: get}), nil
	}
	c.Def("__call__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return a[0].Ref.(*getter).CallObject(t, a[1:], kw)
	})
	c.Method("__repr__()", func(t *thread, a []value, _ []object.Kw) (value, error) {
		s, err := a[0].Ref.(*getter).Repr(t)
		return object.String(s), err
	})
	c.Method("__reduce__()", func(_ *thread, a []value, _ []object.Kw) (value, error) {
		return object.TupleValue(object.Obj(c), object.CopyTuple(a[0].Ref.(*getter).what)), nil
	})
}

// attribute reads an attribute, or an attribute of an attribute.
func attribute(t *thread, from, what value) (value, error) {
	name, _ := object.StrOf(what)
	for part := range strings.SplitSeq(name, ".") {
		var err error
		if from, err = object.GetAttr(t, from, part); err != nil {
			return value{}, err
		}
	}
	return from, nil
}
