package object

// SetThrough stores x through a native data descriptor, as its __set__ does; no
// value for x deletes, as __delete__.
func SetThrough(t *Thread, descriptor, self, x Value) error {
	switch d := descriptor.Ref.(type) {
	case *Property:
		return d.set(t, self, x, ClassOf(self))
	case *GetSet:
		if d.Set == nil || !x.Valid() {
			return AttributeError("attribute '%s' of '%s' objects is not writable", d.Name, d.Owner.Name)
		}
		return d.Set(t, self, x)
	case *Slot:
		return d.set(self, x)
	}
	return TypeError("'%s' object is not a data descriptor", ClassOf(descriptor).Name)
}
