package collectionsmod

import "asyncio/script/object"

// field is a descriptor that reads one item of a tuple, for the fields of a
// namedtuple.
type field struct {
	object.Mortal
	object.Head
	index int
}

var fieldClass = object.NewNativeClass("_collections", "_field")

// Class implements object.Object.
func (f *field) Class() *object.Class { return f.ClassOr(fieldClass) }

// Traverse implements object.Traverser.
func (f *field) Traverse(visit func(value)) { f.TraverseHead(visit) }

// Bind implements object.Descriptor.
func (f *field) Bind(t *thread, self value, _ *object.Class) (value, error) {
	if !self.Valid() {
		return object.Obj(f), nil
	}
	if p, ok := self.Ref.(*object.Tuple); ok && f.index < len(p.Items) {
		return p.Items[f.index], nil
	}
	return object.GetItem(t, self, object.Int(int64(f.index)))
}

func init() {
	c := fieldClass
	c.SetAttr("__doc__", object.String("Reads one item by position."))
	c.Construct = func(t *thread, cls *object.Class, a []value, _ []object.Kw) (value, error) {
		if len(a) == 0 {
			return value{}, object.TypeError("_field expected an index")
		}
		n, err := object.SizeIndex(t, a[0])
		f := &field{index: max(n, 0)}
		if cls != c {
			f.SetClass(cls)
		}
		return object.Obj(f), err
	}
	c.Method("__get__(instance, owner=None, /)", func(t *thread, a []value, _ []object.Kw) (value, error) {
		self := a[1]
		if self.IsNone() {
			self = value{}
		}
		return a[0].Ref.(*field).Bind(t, self, nil)
	})
	c.DefProperty("_index", func(_ *thread, self value) (value, error) { return object.Int(int64(self.Ref.(*field).index)), nil })
}
