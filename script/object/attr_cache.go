package object

// Cache remembers what an attribute access of one instruction found.
type Cache struct {
	shape   *Shape
	version uint64
	cls     *Class
	val     Value
	index   int32
	kind    uint8
}

// LoadAttr is getattr(v, name) with a cache.
func LoadAttr(t *Thread, v Value, name string, c *Cache) (Value, error) {
	o, ok := v.Ref.(*Instance)
	if ok && o.shape != nil {
		if o.shape == c.shape && o.cls.version == c.version && c.kind == cacheSlot {
			if r := o.slots[c.index]; r.Ref != nil {
				return r, nil
			}
		}
		if c.kind == cacheProperty && o.cls == c.cls && o.cls.version == c.version {
			return c.val.Ref.(*Property).get(t, c.val, v)
		}
		if !o.cls.getattribute {
			if m, found := o.cls.Lookup(name); found {
				if p, ok := m.Ref.(*Property); ok && p.cls == nil && !o.cls.getattr && !o.cls.builtin {
					*c = Cache{cls: o.cls, version: o.cls.version, val: m, kind: cacheProperty}
					return p.get(t, m, v)
				}
				if s, ok := m.Ref.(*Slot); ok {
					if i := o.shape.find(s.key); i >= 0 && o.slots[i].Ref != nil {
						*c = Cache{shape: o.shape, version: o.cls.version, index: i, kind: cacheSlot}
						return o.slots[i], nil
					}
					return GetAttr(t, v, name)
				}
			}
			if i := o.shape.find(name); i >= 0 {
				if m, found := o.cls.Lookup(name); !found || !isDataDescriptor(m) || !hasGet(m) {
					*c = Cache{shape: o.shape, version: o.cls.version, index: i, kind: cacheSlot}
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
		if o.shape != nil && o.shape == c.shape && o.cls.version == c.version && c.kind == cacheMethod {
			return c.val, v, nil
		}
		if !o.cls.getattribute && (o.shape == nil || o.shape.find(name) < 0) && (o.dict == nil || !o.dict.GetStr(name).Valid()) {
			if m, found := o.cls.Lookup(name); found && isPlainMethod(m) {
				if o.shape != nil {
					*c = Cache{shape: o.shape, version: o.cls.version, val: m, kind: cacheMethod}
				}
				return m, v, nil
			}
		}
	} else if cls := ClassOf(v); cls.builtin && cls != TypeClass && cls != ModuleClass && cls != SuperClass {
		if c.cls == cls {
			return c.val, v, nil
		}
		if _, has := v.Ref.(Attributed); !has {
			if m, found := cls.Lookup(name); found && isPlainMethod(m) {
				*c = Cache{cls: cls, val: m}
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
		if o.shape == c.shape && o.cls.version == c.version {
			if c.kind == cacheSlot {
				o.slots[c.index] = x
				return nil
			}
			if c.kind == cacheAdd {
				o.shape = c.val.Ref.(shapeRef).s
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
					*c = Cache{shape: before, version: o.cls.version, index: i, kind: cacheSlot}
				}
				if o.slots == nil {
					o.slots = make([]Value, 0, max(len(before.keys)+1, 4))
				}
				o.Set(name, x)
				if o.shape != nil && o.shape != before {
					*c = Cache{shape: before, version: o.cls.version, val: Value{Ref: shapeRef{o.shape}}, kind: cacheAdd}
				}
				return nil
			}
		}
	}
	return SetAttr(t, v, name, x)
}

type shapeRef struct{ s *Shape }

// Class implements Object.
func (shapeRef) Class() *Class { return ObjectClass }

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
		*c = Cache{shape: before, version: o.cls.version, index: i, kind: cacheSlot}
	case o.shape != before:
		*c = Cache{shape: before, version: o.cls.version, val: Value{Ref: shapeRef{o.shape}}, kind: cacheAdd}
	}
}
