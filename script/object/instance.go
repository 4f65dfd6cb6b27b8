package object

// Instance is an object of a class written in Python.
type Instance struct {
	Mark
	identity
	cls *Class
	Attrs
}

// Class implements Object.
func (o *Instance) Class() *Class { return o.cls }

// NewInstance makes an object without attributes, with space for as many as
// the class's objects have had so far.
func NewInstance(c *Class) *Instance {
	var o *Instance
	switch n := c.width; {
	case n == 0:
		o = &Instance{}
	case n <= 2:
		p := &struct {
			Instance
			room [2]Value
		}{}
		o, p.slots = &p.Instance, p.room[:0]
	case n <= 4:
		p := &struct {
			Instance
			room [4]Value
		}{}
		o, p.slots = &p.Instance, p.room[:0]
	default:
		o = &Instance{}
		o.slots = make([]Value, 0, min(n, 16))
	}
	o.cls, o.shape = c, c.rootShape()
	return o
}

func (o *Instance) attributes() *Attrs { return &o.Attrs }

// Attributed is implemented by native objects that take attributes.
type Attributed interface{ Attributes() *Attrs }

// AttrsOf gives the attributes of an object that has any, else nil.
func AttrsOf(v Value) *Attrs {
	switch o := v.Ref.(type) {
	case *Instance:
		return &o.Attrs
	case interface{ attributes() *Attrs }:
		return o.attributes()
	case Attributed:
		return o.Attributes()
	}
	return nil
}

// NewAttrs makes an empty set of attributes for a native object.
func NewAttrs() *Attrs { return &Attrs{dict: NewDict()} }

// SetObjectClass is obj.__class__ = c for instances of Python classes.
func (o *Instance) SetObjectClass(c *Class) {
	o.Dict()
	o.cls = c
}
