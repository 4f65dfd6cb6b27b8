package builtins

import "asyncio/script/object"

// reversedIter goes backwards through anything with a length and items.
type reversedIter struct {
	object.Head
	seq value
	n   int
}

// Class implements object.Object.
func (r *reversedIter) Class() *object.Class { return r.ClassOr(reversedClass) }

// Traverse implements object.Traverser.
func (r *reversedIter) Traverse(visit func(value)) {
	visit(r.seq)
	r.TraverseHead(visit)
}

// Next implements object.Iterator.
func (r *reversedIter) Next(t *thread) (value, error) {
	if r.n--; r.n < 0 {
		r.n = 0
		return value{}, nil
	}
	v, err := object.GetItem(t, r.seq, object.Int(int64(r.n)))
	if err != nil && (object.IsInstance(err, object.IndexErrorClass) || object.IsInstance(err, object.StopIterationClass)) {
		r.n = 0
		return value{}, nil
	}
	return v, err
}

// Hint implements object.Hinter.
func (r *reversedIter) Hint() int { return r.n }

func fillReversed(c *object.Class) {
	c.Constructor("sequence, /", func(t *thread, cls *object.Class, a []value) (value, error) {
		seq := a[0]
		if m, ok := object.ClassOf(seq).Lookup("__reversed__"); ok {
			if m.IsNone() {
				return value{}, object.TypeError("'%s' object is not reversible", typeName(seq))
			}
			r, _, err := t.CallSpecial(seq, "__reversed__")
			return r, err
		}
		if !isSequence(seq) {
			return value{}, object.TypeError("'%s' object is not reversible", typeName(seq))
		}
		n, err := object.Len(t, seq)
		if err != nil {
			return value{}, err
		}
		r := &reversedIter{seq: seq, n: n}
		setClass(&r.Head, cls, reversedClass)
		return object.Obj(r), nil
	})
}

// isSequence reports whether v has items by number, as far as its type tells.
func isSequence(v value) bool {
	switch v.Ref.(type) {
	case *object.Dict, *object.Set, *object.DictView, *object.MappingProxy, *object.Class:
		return false
	}
	_, ok := object.ClassOf(v).Lookup("__getitem__")
	return ok
}
