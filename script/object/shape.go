package object

// Shape says which attribute is at which place of an object's slots. Objects
// that got the same names in the same order share one.
type Shape struct {
	cls   *Class
	keys  []string
	index map[string]int32
	next  map[string]*Shape
	// shared shapes belong to a builtin class, which all interpreters share:
	// they never change, what grows from them is one object's own.
	shared bool
}

func (c *Class) rootShape() *Shape {
	if c.root == nil {
		c.root = &Shape{cls: c}
	}
	return c.root
}

func (s *Shape) find(name string) int32 {
	if len(s.keys) <= 8 {
		for i, k := range s.keys {
			if k == name {
				return int32(i)
			}
		}
		return -1
	}
	if i, ok := s.index[name]; ok {
		return i
	}
	return -1
}

func (s *Shape) with(name string) *Shape {
	if n := s.next[name]; n != nil {
		return n
	}
	n := &Shape{cls: s.cls, keys: append(s.keys[:len(s.keys):len(s.keys)], name)}
	if len(n.keys) > 8 {
		n.index = make(map[string]int32, len(n.keys))
		for i, k := range n.keys {
			n.index[k] = int32(i)
		}
	}
	if s.shared {
		return n
	}
	if w := int32(len(n.keys)); w > s.cls.width && !s.cls.builtin {
		s.cls.width = w
	}
	if s.next == nil {
		s.next = map[string]*Shape{}
	}
	s.next[name] = n
	return n
}

// Attrs are the attributes of one object: slots laid out by a shape, or a dict
// once somebody asked for __dict__, deleted one or made very many.
type Attrs struct {
	shape *Shape
	slots []Value
	dict  *Dict
	// named has the values of __slots__ once there is a dict.
	named map[string]Value
}

// hiddenMark begins what the value of one of __slots__ is stored under.
const hiddenMark = 0

// hidden gives the value of one of __slots__, no value when it is not set.
func (a *Attrs) hidden(key string) Value {
	if a.shape == nil {
		return a.named[key]
	}
	if i := a.shape.find(key); i >= 0 {
		return a.slots[i]
	}
	return Value{}
}

// setHidden stores the value of one of __slots__; no value removes it.
func (a *Attrs) setHidden(key string, v Value) {
	if a.shape == nil {
		if a.named == nil {
			a.named = map[string]Value{}
		}
		a.named[key] = v
		return
	}
	if i := a.shape.find(key); i >= 0 {
		a.slots[i] = v
		return
	}
	a.shape = a.shape.with(key)
	a.slots = append(a.slots, v)
}

// Get gives an attribute; it is no value when absent.
func (a *Attrs) Get(name string) Value {
	if a.dict != nil {
		return a.dict.GetStr(name)
	}
	if i := a.shape.find(name); i >= 0 {
		return a.slots[i]
	}
	return Value{}
}

// Set stores an attribute.
func (a *Attrs) Set(name string, v Value) {
	if a.dict == nil {
		if i := a.shape.find(name); i >= 0 {
			a.slots[i] = v
			return
		}
		if len(a.shape.keys) < maxShape {
			a.shape = a.shape.with(name)
			a.slots = append(a.slots, v)
			return
		}
	}
	a.Dict().SetStr(name, v)
}

// Del removes an attribute and reports whether it was there.
func (a *Attrs) Del(name string) bool {
	if a.dict == nil && a.shape.find(name) < 0 {
		return false
	}
	return a.Dict().DelStr(name)
}

// Dict gives the attributes as the dict they live in from now on.
func (a *Attrs) Dict() *Dict {
	if a.dict == nil {
		d := NewDict()
		for i, k := range a.shape.keys {
			if k[0] == hiddenMark {
				if a.named == nil {
					a.named = map[string]Value{}
				}
				a.named[k] = a.slots[i]
				continue
			}
			d.SetStr(k, a.slots[i])
		}
		a.dict, a.shape, a.slots = d, nil, nil
	}
	return a.dict
}

// SetDict replaces the attributes.
func (a *Attrs) SetDict(d *Dict) {
	a.Dict() // the values of __slots__ stay
	a.dict = d
}
