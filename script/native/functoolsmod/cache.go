package functoolsmod

import "asyncio/script/object"

// cached is a function with its remembered results, the least recently used
// first.
type cached struct {
	object.Mortal
	object.Head
	fn           value
	info         value // makes what cache_info gives
	most         int   // -1 for no limit
	typed        bool
	results      *object.Dict
	hits, misses int64
	mark         *mark
}

// mark stands in a key before the named arguments.
type mark struct{ object.Mortal }

// Class implements object.Object.
func (*mark) Class() *object.Class { return object.ObjectClass }

var cacheClass = object.NewNativeClass("functools", "_lru_cache_wrapper").WithDict()

// Class implements object.Object.
func (c *cached) Class() *object.Class { return c.ClassOr(cacheClass) }

// Traverse implements object.Traverser.
func (c *cached) Traverse(visit func(value)) {
	visit(c.fn)
	visit(c.info)
	visit(object.Obj(c.results))
	c.TraverseHead(visit)
}

// key is what the results of a call are kept by.
func (c *cached) key(args []value, kw []object.Kw) value {
	if len(kw) == 0 && !c.typed {
		if len(args) == 1 {
			if s, ok := args[0].Ref.(*object.Str); args[0].IsSmallInt() || ok && s.Exact() {
				return args[0]
			}
			if _, ok := args[0].Ref.(*object.BigInt); ok {
				return args[0]
			}
		}
		return object.CopyTuple(args)
	}
	parts := append([]value(nil), args...)
	if len(kw) > 0 {
		parts = append(parts, object.Obj(c.mark))
		for _, k := range kw {
			parts = append(parts, object.String(k.Name), k.Val)
		}
	}
	if c.typed {
		for _, v := range args {
			parts = append(parts, object.Obj(object.ClassOf(v)))
		}
		for _, k := range kw {
			parts = append(parts, object.Obj(object.ClassOf(k.Val)))
		}
	}
	return object.TupleValue(parts...)
}

// CallObject implements object.Caller.
func (c *cached) CallObject(t *thread, args []value, kw []object.Kw) (value, error) {
	if c.most == 0 {
		c.misses++
		return c.make(t, args, kw)
	}
	key := c.key(args, kw)
	v, err := c.results.Get(t, key)
	if err != nil {
		return v, err
	}
	if v.Valid() {
		c.hits++
		if c.most > 0 { // put in again, it is the youngest
			if _, err = c.results.Pop(t, key); err == nil {
				err = c.results.Set(t, key, v)
			}
		}
		return v, err
	}
	c.misses++
	if v, err = c.make(t, args, kw); err != nil {
		return v, err
	}
	if c.most > 0 {
		again, err := c.results.Get(t, key)
		if err != nil || again.Valid() {
			return v, err
		}
		if c.results.Len() >= c.most {
			c.results.PopFirst()
		}
	}
	return v, c.results.Set(t, key, v)
}

func (c *cached) make(t *thread, args []value, kw []object.Kw) (value, error) {
	if err := t.Enter(); err != nil {
		return value{}, err
	}
	defer t.Leave()
	return t.CallKw(c.fn, args, kw)
}

// Bind implements object.Descriptor: it binds as functions do.
func (c *cached) Bind(_ *thread, self value, _ *object.Class) (value, error) {
	if !self.Valid() {
		return object.Obj(c), nil
	}
	return object.Obj(&object.BoundMethod{Fn: object.Obj(c), Self: self}), nil
}

// newCached makes one of a function, the number of results, whether types count
// and what makes the cache's information.
func newCached(t *thread, cls *object.Class, a []value) (value, error) {
	if !object.Callable(a[0]) {
		return value{}, object.TypeError("the first argument must be callable")
	}
	c := &cached{fn: a[0], info: a[3], most: -1, results: object.NewDict(), mark: &mark{}}
	c.SetClass(cls)
	var err error
	if !a[1].IsNone() {
		if c.most, err = object.SizeIndex(t, a[1]); err != nil {
			return value{}, err
		}
		c.most = max(c.most, 0)
	}
	c.typed, err = object.Truth(t, a[2])
	return object.Obj(c), err
}

func init() { cacheClass.Later(fillCache) }

func fillCache(c *object.Class) {
	c.SetAttr("__doc__", object.String("A function with its remembered results."))
	c.Constructor("user_function, maxsize, typed, cache_info_type", newCached)
	of := func(v value) *cached { return v.Ref.(*cached) }
	c.Def("__call__", 1, -1, func(t *thread, a []value, kw []object.Kw) (value, error) {
		return of(a[0]).CallObject(t, a[1:], kw)
	})
	c.Method("__get__(instance, owner=None, /)", func(t *thread, a []value, _ []object.Kw) (value, error) {
		self := a[1]
		if self.IsNone() {
			self = value{}
		}
		return of(a[0]).Bind(t, self, nil)
	})
	c.Method("cache_info()", func(t *thread, a []value, _ []object.Kw) (value, error) {
		c := of(a[0])
		most := object.None
		if c.most >= 0 {
			most = object.Int(int64(c.most))
		}
		return t.Call(c.info, object.Int(c.hits), object.Int(c.misses), most, object.Int(int64(c.results.Len())))
	})
	c.Method("cache_clear()", func(_ *thread, a []value, _ []object.Kw) (value, error) {
		c := of(a[0])
		c.hits, c.misses, c.results = 0, 0, object.NewDict()
		return object.None, nil
	})
	itself := func(_ *thread, a []value, _ []object.Kw) (value, error) { return a[0], nil }
	c.Method("__copy__()", itself)
	c.Method("__deepcopy__(memo, /)", itself)
	c.Method("__reduce__()", func(t *thread, a []value, _ []object.Kw) (value, error) {
		return object.GetAttr(t, a[0], "__qualname__")
	})
}
