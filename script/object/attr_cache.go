package object

// Cache remembers what an attribute access of one instruction found. Each kind
// of finding has a version of its own, that of the class it was made on; it is
// 0 where the cache holds something else.
type Cache struct {
	shape *Shape
	index int32
	// slot: the attribute is at index of the slots that shape lays out.
	slot uint64
	// method: val is a function of the class, to be called with the object.
	method uint64
	// property: val is what gets a property of cls.
	property uint64
	// add: storing turns shape into next.
	add uint64
	cls *Class
	// native: val is a method of that class, whose objects have no attributes of
	// their own and which does not change.
	native *Class
	val    Value
	next   *Shape
}

// Hits reports whether the attribute is where c says, to be had by At. Both
// are small, so that the machine's loop has them in line.
func (o *Instance) Hits(c *Cache) bool {
	return o.shape == c.shape && o.cls.version == c.slot
}

// At gives the place of the attribute; it is no value if it was deleted.
func (o *Instance) At(c *Cache) *Value { return &o.slots[c.index] }

// HitsMethod reports whether the method of that name is what c says.
func (o *Instance) HitsMethod(c *Cache) bool {
	return o.shape == c.shape && o.cls.version == c.method
}

// Method gives the function when HitsMethod.
func (c *Cache) Method() Value { return c.val }

// HitsNative reports whether the method of an object of that class is what c says.
func (c *Cache) HitsNative(cls *Class) bool { return c.native == cls }

// Getter gives what the attribute's property calls, no value if the attribute
// is not known to be one.
func (c *Cache) Getter(o *Instance) Value {
	if o.cls == c.cls && o.cls.version == c.property {
		return c.val
	}
	return Value{}
}

// LoadAttr is getattr(v, name) with a cache.
func LoadAttr(t *Thread, v Value, name string, c *Cache) (Value, error) {
	o, ok := v.Ref.(*Instance)
	if ok {
		if get := c.Getter(o); get.Ref != nil {
			return t.Call(get, v)
		}
	}
	if ok && o.shape != nil {
		if o.Hits(c) {
			if r := o.slots[c.index]; r.Ref != nil {
				return r, nil
			}
		}
		if !o.cls.getattribute {
			if m, found := o.cls.Lookup(name); found {
				if p, ok := m.Ref.(*Property); ok && p.cls == nil && !o.cls.getattr && !o.cls.builtin {
					if !p.Get.IsNone() {
						*c = Cache{cls: o.cls, property: o.cls.version, val: p.Get}
					}
					return p.get(t, m, v)
				}
				if s, ok := m.Ref.(*Slot); ok {
					if i := o.shape.find(s.key); i >= 0 && o.slots[i].Ref != nil {
						*c = Cache{shape: o.shape, slot: o.cls.version, index: i}
						return o.slots[i], nil
					}
					return GetAttr(t, v, name)
				}
			}
			if i := o.shape.find(name); i >= 0 {
				if m, found := o.cls.Lookup(name); !found || !isDataDescriptor(m) || !hasGet(m) {
					*c = Cache{shape: o.shape, slot: o.cls.version, index: i}
					return o.slots[i], nil
				}
			}
		}
	}
	if m, ok := v.Ref.(*Module); ok {
		if r := m.Dict.GetStr(name); r.Valid() {
			return r, nil
		}
	}
	return GetAttr(t, v, name)
}

// LoadMethod finds a method to be called at once: fn to be called with self
// before the arguments, or, when self is no value, fn alone.
func LoadMethod(t *Thread, v Value, name string, c *Cache) (fn, self Value, err error) {
	if o, ok := v.Ref.(*Instance); ok {
		if o.shape != nil && o.HitsMethod(c) {
			return c.val, v, nil
		}
		if !o.cls.getattribute && (o.shape == nil || o.shape.find(name) < 0) && (o.dict == nil || !o.dict.GetStr(name).Valid()) {
			if m, found := o.cls.Lookup(name); found && isPlainMethod(m) {
				if o.shape != nil {
					*c = Cache{shape: o.shape, method: o.cls.version, val: m}
				}
				return m, v, nil
			}
		}
	} else if cls := ClassOf(v); cls.builtin && cls != TypeClass && cls != ModuleClass && cls != SuperClass {
		// What has attributes of its own may have one in the method's place.
		open := cls.hasDict || cls.open != nil
		if c.cls == cls && c.property == 0 && open && c.slot == cls.version && AttrsOf(v) == nil {
			return c.val, v, nil
		}
		if _, has := v.Ref.(Attributed); !has && (!open || AttrsOf(v) == nil) {
			if m, found := cls.Lookup(name); found && isPlainMethod(m) {
				if open {
					*c = Cache{cls: cls, slot: cls.version, val: m}
				} else {
					*c = Cache{native: cls, val: m}
				}
				return m, v, nil
			}
		}
	}
	fn, err = LoadAttr(t, v, name, c)
	return fn, Value{}, err
}

// StoreAttr is setattr with a cache.
func StoreAttr(t *Thread, v Value, name string, x Value, c *Cache) error {
	if o, ok := v.Ref.(*Instance); ok && o.shape != nil {
		if o.shape == c.shape {
			switch o.cls.version {
			case c.slot:
				o.slots[c.index] = x
				return nil
			case c.add:
				o.shape = c.next
				o.slots = append(o.slots, x)
				return nil
			}
		}
		if !o.cls.setattr {
			if m, found := o.cls.Lookup(name); found {
				if s, ok := m.Ref.(*Slot); ok {
					o.storeSlot(s, x, c)
					return nil
				}
			}
		}
		if !o.cls.setattr && o.cls.hasDict {
			if m, found := o.cls.Lookup(name); !found || !isDataDescriptor(m) {
				before := o.shape
				if i := before.find(name); i >= 0 {
					*c = Cache{shape: before, slot: o.cls.version, index: i}
				}
				o.Set(name, x)
				if o.shape != nil && o.shape != before {
					*c = Cache{shape: before, add: o.cls.version, next: o.shape}
				}
				return nil
			}
		}
	}
	return SetAttr(t, v, name, x)
}

func isPlainMethod(m Value) bool {
	switch o := m.Ref.(type) {
	case *Builtin:
		return o.Method
	case PlainFunction:
		return true
	}
	return false
}

// storeSlot sets one of __slots__ and notes where.
func (o *Instance) storeSlot(s *Slot, x Value, c *Cache) {
	before := o.shape
	i := before.find(s.key)
	o.setHidden(s.key, x)
	switch {
	case i >= 0:
		*c = Cache{shape: before, slot: o.cls.version, index: i}
	case o.shape != before:
		*c = Cache{shape: before, add: o.cls.version, next: o.shape}
	}
}
