package object

import "strconv"

// Slot is the descriptor of a name in __slots__.
type Slot struct {
	Name  string
	Owner *Class
	// key is what the value is stored under: classes may have slots of the same
	// name.
	key string
}

// Class implements Object.
func (*Slot) Class() *Class { return MemberClass }

// Repr implements Reprer.
func (s *Slot) Repr(*Thread) (string, error) {
	return "<member '" + s.Name + "' of '" + s.Owner.Name + "' objects>", nil
}

func slotStore(self Value) *Attrs {
	switch o := self.Ref.(type) {
	case *Instance:
		return &o.Attrs
	case interface{ attributes() *Attrs }:
		if a := o.attributes(); a != nil {
			return a
		}
	}
	if o, ok := self.Ref.(Attributed); ok {
		return o.Attributes()
	}
	if o, ok := self.Ref.(interface{ head() *Head }); ok {
		h := o.head()
		if h.attrs == nil {
			h.attrs = &Attrs{shape: h.cls.rootShape()}
		}
		return h.attrs
	}
	return nil
}

func (h *Head) head() *Head { return h }

func (s *Slot) get(self Value) (Value, error) {
	if a := slotStore(self); a != nil {
		if v := a.hidden(s.key); v.Valid() {
			return v, nil
		}
	}
	return Value{}, noAttribute(self, ClassOf(self).Name, s.Name)
}

func (s *Slot) set(self, x Value) error {
	a := slotStore(self)
	if a == nil {
		return s.CheckOwner(self)
	}
	if !x.Valid() && !a.hidden(s.key).Valid() {
		return AttributeError("%s", s.Name)
	}
	a.setHidden(s.key, x)
	return nil
}

// newSlot makes the descriptor of a name in a class's __slots__.
func newSlot(name string, owner *Class) *Slot {
	return &Slot{Name: name, Owner: owner, key: "\x00" + name + "\x00" + strconv.FormatUint(classVersions.Add(1), 36)}
}

// CheckOwner refuses an object that has no such slot.
func (s *Slot) CheckOwner(v Value) error {
	if !ClassOf(v).IsSubclass(s.Owner) {
		return TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", s.Name, s.Owner.Name, ClassOf(v).Name)
	}
	return nil
}

// GetFor is __get__ of the descriptor.
func (s *Slot) GetFor(self Value) (Value, error) {
	if err := s.CheckOwner(self); err != nil {
		return Value{}, err
	}
	return s.get(self)
}

// SetFor is __set__ of the descriptor, and __delete__ when x is no value.
func (s *Slot) SetFor(self, x Value) error {
	if err := s.CheckOwner(self); err != nil {
		return err
	}
	return s.set(self, x)
}
