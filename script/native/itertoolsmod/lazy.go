package itertoolsmod

import "asyncio/script/object"

// lazy is an iterator that leaves the work to another, which its class in
// Python sets.
type lazy struct {
	object.Mortal
	object.Head
	it value
}

var lazyClass = object.NewNativeClass("itertools", "lazy")

// Class implements object.Object.
func (l *lazy) Class() *object.Class { return l.ClassOr(lazyClass) }

// Traverse implements object.Traverser.
func (l *lazy) Traverse(visit func(value)) {
	if l.it.Valid() {
		visit(l.it)
	}
	l.TraverseHead(visit)
}

// Next implements object.Iterator.
func (l *lazy) Next(t *thread) (value, error) {
	if !l.it.Valid() {
		return value{}, nil
	}
	return object.Next(t, l.it)
}

func fillLazy(c *object.Class) {
	c.Construct = func(_ *thread, cls *object.Class, _ []value, _ []object.Kw) (value, error) {
		l := &lazy{}
		if cls != c {
			l.SetClass(cls)
		}
		return object.Obj(l), nil
	}
	c.IteratorMethods()
	c.DefGet("_it", func(_ *thread, self value) (value, error) {
		if it := self.Ref.(*lazy).it; it.Valid() {
			return it, nil
		}
		return object.None, nil
	}, func(_ *thread, self, v value) error {
		self.Ref.(*lazy).it = v
		return nil
	})
}
