package itertoolsmod

import "asyncio/script/object"

// lazy is an instance of a class of itertools, which leaves the work to the
// iterator in it.
type lazy struct {
	object.Mortal
	object.Head
	it object.Iterator
}

// Class implements object.Object.
func (l *lazy) Class() *object.Class { return l.Subclass() }

// Traverse implements object.Traverser.
func (l *lazy) Traverse(visit func(value)) {
	visit(object.Obj(l.it))
	l.TraverseHead(visit)
}

// Next implements object.Iterator.
func (l *lazy) Next(t *thread) (value, error) { return l.it.Next(t) }
