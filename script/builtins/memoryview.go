package builtins

import (
	"asyncio/script/object"
)

func view(v value) (*object.MemoryView, error) {
	m := v.Ref.(*object.MemoryView)
	return m, m.Check()
}

func fillMemoryView(c *object.Class) {
	c.Constructor("object", func(t *thread, _ *object.Class, a []value) (value, error) {
		m, err := object.NewMemoryView(a[0])
		return object.Obj(m), err
	})
	method := func(header string, f func(t *thread, m *object.MemoryView, a []value) (value, error)) {
		c.Method(header, func(t *thread, a []value, _ kws) (value, error) {
			m, err := view(a[0])
			if err != nil {
				return value{}, err
			}
			return f(t, m, a)
		})
	}
	method("tobytes(order='C')", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		return object.BytesValue(append([]byte(nil), m.Bytes()...)), nil
	})
	method("tolist()", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		out := make([]value, m.Len)
		for i := range out {
			out[i] = m.Item(i)
		}
		return object.Obj(object.NewList(out)), nil
	})
	method("hex(sep=, bytes_per_sep=1)", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		return hexOf(t, string(m.Bytes()), a)
	})
	method("cast(format, shape=)", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		f, ok := object.StrOf(a[1])
		if !ok {
			return value{}, object.TypeError("cast() argument 'format' must be str, not %s", argumentName(a[1]))
		}
		r, err := m.Cast(f)
		return object.Obj(r), err
	})
	method("toreadonly()", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		r, err := object.NewMemoryView(a[0])
		if err == nil {
			r.ReadOnly = true
		}
		return object.Obj(r), err
	})
	c.Method("release()", func(t *thread, a []value, _ kws) (value, error) {
		a[0].Ref.(*object.MemoryView).Release()
		return object.None, nil
	})
	method("__enter__()", func(t *thread, m *object.MemoryView, a []value) (value, error) { return a[0], nil })
	c.Method("__exit__(*args)", func(t *thread, a []value, _ kws) (value, error) {
		a[0].Ref.(*object.MemoryView).Release()
		return object.None, nil
	})
	method("__len__()", func(t *thread, m *object.MemoryView, a []value) (value, error) { return object.Int(int64(m.Len)), nil })
	method("__iter__()", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		return object.Obj(&memoryIter{m: m}), nil
	})
	method("__getitem__(key, /)", viewItem)
	method("__setitem__(key, value, /)", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		return none(setViewItem(t, m, a[1], a[2]))
	})
	method("__delitem__(key, /)", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		return value{}, object.TypeError("cannot delete memory")
	})
	method("__hash__()", func(t *thread, m *object.MemoryView, a []value) (value, error) {
		if !m.ReadOnly {
			return value{}, object.ValueError("cannot hash writable memoryview object")
		}
		n, err := object.NativeHash(t, object.BytesValue(m.Bytes()))
		return object.Int(n), err
	})
	equal := func(name string, want bool) {
		c.Method(name+"(value, /)", func(t *thread, a []value, _ kws) (value, error) {
			x, ok := bytesLike(a[0])
			y, ok2 := bytesLike(a[1])
			if !ok2 {
				return object.NotImplemented, nil
			}
			return object.Bool((ok && string(x) == string(y)) == want), nil
		})
	}
	equal("__eq__", true)
	equal("__ne__", false)
	fillViewFields(c)
}

func fillViewFields(c *object.Class) {
	get := func(name string, f func(m *object.MemoryView) value) {
		c.DefGet(name, func(t *thread, v value) (value, error) {
			m, err := view(v)
			if err != nil {
				return value{}, err
			}
			return f(m), nil
		}, nil)
	}
	count := func(n int) value { return object.Int(int64(n)) }
	get("obj", func(m *object.MemoryView) value { return m.Base })
	get("nbytes", func(m *object.MemoryView) value { return count(m.Len * m.Size) })
	get("itemsize", func(m *object.MemoryView) value { return count(m.Size) })
	get("format", func(m *object.MemoryView) value { return object.String(m.Format) })
	get("ndim", func(m *object.MemoryView) value { return count(1) })
	get("shape", func(m *object.MemoryView) value { return object.TupleValue(count(m.Len)) })
	get("strides", func(m *object.MemoryView) value { return object.TupleValue(count(m.Stride)) })
	get("readonly", func(m *object.MemoryView) value { return object.Bool(m.ReadOnly) })
	for _, n := range []string{"contiguous", "c_contiguous", "f_contiguous"} {
		get(n, func(m *object.MemoryView) value { return object.Bool(m.Contiguous()) })
	}
}

func viewItem(t *thread, m *object.MemoryView, a []value) (value, error) {
	if s, ok := a[1].Ref.(*object.Slice); ok {
		start, _, step, n, err := s.Indices(t, m.Len)
		if err != nil {
			return value{}, err
		}
		return object.Obj(m.Slice(start, step, n)), nil
	}
	i, err := viewIndex(t, m, a[1])
	if err != nil {
		return value{}, err
	}
	return m.Item(i), nil
}

func viewIndex(t *thread, m *object.MemoryView, key value) (int, error) {
	if !isIndex(key) {
		return 0, object.TypeError("memoryview: invalid slice key")
	}
	i, err := object.Index(t, key)
	if err != nil {
		return 0, err
	}
	if err := m.Check(); err != nil { // __index__ may have released it
		return 0, err
	}
	if i < 0 {
		i += m.Len
	}
	if i < 0 || i >= m.Len {
		return 0, object.IndexError("index out of bounds on dimension 1")
	}
	return i, nil
}

func setViewItem(t *thread, m *object.MemoryView, key, x value) error {
	if m.ReadOnly {
		return object.TypeError("cannot modify read-only memory")
	}
	s, ok := key.Ref.(*object.Slice)
	if !ok {
		i, err := viewIndex(t, m, key)
		if err != nil {
			return err
		}
		return m.SetItem(t, i, x)
	}
	start, _, step, n, err := s.Indices(t, m.Len)
	if err != nil {
		return err
	}
	src, err := object.NewMemoryView(x)
	if err != nil {
		return object.TypeError("a bytes-like object is required, not '%s'", typeName(x))
	}
	defer src.Release()
	if src.Len != n || src.Format != m.Format {
		return object.ValueError("memoryview assignment: lvalue and rvalue have different structures")
	}
	items := make([]value, n)
	for i := range items {
		items[i] = src.Item(i)
	}
	dst := m.Slice(start, step, n)
	defer dst.Release()
	for i, v := range items {
		if err := dst.SetItem(t, i, v); err != nil {
			return err
		}
	}
	return nil
}

type memoryIter struct {
	m *object.MemoryView
	i int
}

// Class implements object.Object.
func (*memoryIter) Class() *object.Class { return object.MemoryIterClass }

// Traverse implements object.Traverser.
func (it *memoryIter) Traverse(visit func(value)) { visit(object.Obj(it.m)) }

// Next implements object.Iterator.
func (it *memoryIter) Next(*thread) (value, error) {
	if err := it.m.Check(); err != nil {
		return value{}, err
	}
	if it.i >= it.m.Len {
		return value{}, nil
	}
	it.i++
	return it.m.Item(it.i - 1), nil
}
