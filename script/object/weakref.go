package object

// WeakRef is a weak reference, or what stands behind a proxy.
type WeakRef struct {
	Mark
	Head
	target   Markable
	self     Object // what programs see, if not the WeakRef
	Callback Value
	// Hash is the referent's, once asked for.
	Hash   uint64
	Hashed bool
	silent bool // not in use itself when its referent went
}

// WeakRefClass is the type of weak references.
var WeakRefClass = func() *Class {
	c := builtinClass("ReferenceType")
	c.Module = "weakref"
	return c
}()

// Class implements Object.
func (r *WeakRef) Class() *Class {
	if r.cls != nil {
		return r.cls
	}
	return WeakRefClass
}

// Traverse implements Traverser. The referent is no part of it.
func (r *WeakRef) Traverse(visit func(Value)) {
	visit(r.Callback)
	if r.self != nil {
		visit(Value{Ref: r.self})
	}
	r.Head.traverse(visit)
}

// Target gives the referent, no value when that is gone.
func (r *WeakRef) Target() Value {
	if r.target == nil {
		return Value{}
	}
	return Value{Ref: r.target}
}

// Self gives the object that programs see.
func (r *WeakRef) Self() Value {
	if r.self != nil {
		return Value{Ref: r.self}
	}
	return Value{Ref: r}
}

// Stand has programs see o, which embeds the WeakRef.
func (r *WeakRef) Stand(o Object) { r.self = o }

// Weakable reports whether there can be weak references to a Markable object.
func Weakable(v Value) bool {
	switch v.Ref.(type) {
	case *Tuple, *Cell:
		return false
	}
	switch v.Ref.(type) {
	case *List, *Dict, *Instance:
		_, ok := ClassOf(v).Lookup("__weakref__")
		return ok
	}
	return true
}

// Refer makes r a weak reference to obj.
func (l *Life) Refer(r *WeakRef, obj Markable) {
	r.target = obj
	c := l.watch(obj)
	c.refs = append(c.refs, r)
}

// WeakRefs gives the weak references to an object, the oldest first.
func (l *Life) WeakRefs(obj Markable) []*WeakRef {
	if !obj.markOf().watched {
		return nil
	}
	return l.find(obj).refs
}

// clear empties the weak references to what is gone and calls their callbacks,
// those made last first. A reference that is itself not in use is silent.
func (l *Life) clear(t *Thread, refs []*WeakRef) {
	for _, r := range refs {
		r.target = nil
	}
	for i := len(refs) - 1; i >= 0; i-- {
		if r := refs[i]; !r.silent && r.Callback.Valid() && !r.Callback.IsNone() {
			fn := r.Callback
			if err := l.call(t, fn, r.Self()); err != nil {
				l.world.Unraisable(t, err, fn)
			}
		}
	}
}
