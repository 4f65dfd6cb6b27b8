package itertoolsmod

import "asyncio/script/object"

// groupby gives runs of items with the same key, as pairs of key and iterator.
type groupby struct {
	object.Mortal
	object.Head
	it, key      value
	current, now value // the key and the item read last; no item once a group gave it
	group        *grouper
}

// grouper gives the items of one run; it ends when its groupby moves on.
type grouper struct {
	of  *groupby
	key value
}

var (
	groupbyClass = object.NewNativeClass("itertools", "groupby")
	grouperClass = object.NewNativeClass("itertools", "_grouper").Final()
)

// Class implements object.Object.
func (g *groupby) Class() *object.Class { return g.ClassOr(groupbyClass) }

// Traverse implements object.Traverser.
func (g *groupby) Traverse(visit func(value)) {
	visitAll(visit, g.it, g.key, g.current, g.now)
	if g.group != nil {
		visit(g.group.key)
	}
	g.TraverseHead(visit)
}

// Class implements object.Object.
func (g *grouper) Class() *object.Class { return grouperClass }

// Traverse implements object.Traverser.
func (g *grouper) Traverse(visit func(value)) {
	visit(object.Obj(g.of))
	visit(g.key)
}

// advance reads an item; ok is false at the end.
func (g *groupby) advance(t *thread) (ok bool, err error) {
	v, err := object.Next(t, g.it)
	if err != nil || !v.Valid() {
		return false, err
	}
	key := v
	if !g.key.IsNone() {
		if key, err = t.Call(g.key, v); err != nil {
			return false, err
		}
	}
	g.current, g.now = key, v
	return true, nil
}

// Next implements object.Iterator.
func (g *groupby) Next(t *thread) (value, error) {
	var before value
	if g.group != nil {
		before = g.group.key
	}
	g.group = nil
	var skip skipping
	for {
		if err := skip.tick(t); err != nil {
			return value{}, err
		}
		if g.current.Valid() {
			if !before.Valid() {
				break
			}
			same, err := object.Equal(t, g.current, before)
			if err != nil {
				return value{}, err
			}
			if !same {
				break
			}
		}
		if ok, err := g.advance(t); err != nil || !ok {
			return value{}, err
		}
	}
	g.group = &grouper{of: g, key: g.current}
	return object.Pair(g.current, object.Obj(g.group)), nil
}

// Next implements object.Iterator.
func (g *grouper) Next(t *thread) (value, error) {
	of := g.of
	if of.group != g {
		return value{}, nil
	}
	if !of.now.Valid() {
		if ok, err := of.advance(t); err != nil || !ok {
			return value{}, err
		}
	}
	same, err := object.Equal(t, of.current, g.key)
	if err != nil || !same {
		return value{}, err
	}
	v := of.now
	of.now = value{}
	return v, nil
}

func fillGroupby(c *object.Class) {
	sig := object.ParseSignature("iterable, key=None")
	c.SetAttr("__doc__", object.String("Runs of items with the same key, as pairs of key and iterator."))
	c.IteratorMethods()
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		a, err := sig.Bind("groupby", "groupby", a, kw)
		if err != nil {
			return value{}, err
		}
		it, err := object.Iter(t, a[0])
		if err != nil {
			return value{}, err
		}
		g := &groupby{it: it, key: orNone(a, 1)}
		if cls != c {
			g.SetClass(cls)
		}
		return object.Obj(g), nil
	}
}
