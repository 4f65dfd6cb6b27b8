package object

// Later has names and a constructor made when the class is first asked for
// one, so that a program pays for the classes that it uses. It is called while
// packages are initialised; fill may define names, read those that Has, and
// set Construct, of this class alone. Interpreters in different goroutines may
// ask at the same time.
func (c *Class) Later(fill func(c *Class)) {
	c.later = append(c.later, fill)
}

// ready fills a builtin class.
func (c *Class) ready() {
	if c.builtin {
		c.once.Do(c.fillNow)
	}
}

func (c *Class) fillNow() {
	c.define()
	for _, fill := range c.later {
		fill(c)
	}
}

// define is the dict for what fills the class.
func (c *Class) define() *Dict {
	if c.dict == nil {
		c.dict = NewDict()
	}
	return c.dict
}

// Dict has the class's own attributes. Change it through SetAttr only.
func (c *Class) Dict() *Dict {
	c.ready()
	return c.dict
}

// Has gives a name that the class itself has so far. It is for what fills the
// class.
func (c *Class) Has(name string) (Value, bool) {
	v := c.define().GetStr(name)
	return v, v.Valid()
}

// constructor is Construct of a filled class.
func (c *Class) constructor() func(t *Thread, cls *Class, args []Value, kw []Kw) (Value, error) {
	c.ready()
	return c.Construct
}
