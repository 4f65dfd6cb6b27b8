package builtins

import (
	"slices"

	"asyncio/script/object"
	"asyncio/script/vm"
)

func list(v value) *object.List { return v.Ref.(*object.List) }

func fillList(c *object.Class) {
	wrap(c, object.OpAdd, object.OpMul)
	mutableType(c, "iterable=(), /", func() (value, *object.Head) {
		l := &object.List{}
		return object.Obj(l), &l.Head
	}, func(t *thread, self value, a []value, _ kws) error {
		l := list(self)
		l.Items = nil
		if len(a) == 0 {
			return nil
		}
		items, err := object.Collect(t, a[0])
		l.Items = items
		madeFrom(t, l, a[0])
		return err
	})
	c.Method("__iadd__(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		return a[0], extend(t, list(a[0]), a[1])
	})
	c.Method("__imul__(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		return object.InplaceRepeat(t, a[0], a[1])
	})
	c.Method("append(object, /)", func(t *thread, a []value, _ kws) (value, error) {
		list(a[0]).Append(a[1])
		return object.None, nil
	})
	c.Method("extend(iterable, /)", func(t *thread, a []value, _ kws) (value, error) {
		return none(extend(t, list(a[0]), a[1]))
	})
	c.Method("insert(index, object, /)", func(t *thread, a []value, _ kws) (value, error) {
		i, err := object.SizeIndex(t, a[1])
		if err != nil {
			return value{}, err
		}
		l := list(a[0])
		if i < 0 {
			i = max(i+len(l.Items), 0)
		}
		l.Items = slices.Insert(l.Items, min(i, len(l.Items)), a[2])
		return object.None, nil
	})
	c.Method("pop(index=-1, /)", func(t *thread, a []value, _ kws) (value, error) {
		l := list(a[0])
		i := -1
		if len(a) > 1 {
			var err error
			if i, err = object.SizeIndex(t, a[1]); err != nil {
				return value{}, err
			}
		}
		n := len(l.Items)
		if n == 0 {
			return value{}, object.IndexError("pop from empty list")
		}
		if i < 0 {
			i += n
		}
		if i < 0 || i >= n {
			return value{}, object.IndexError("pop index out of range")
		}
		v := l.Items[i]
		if i < n-1 {
			copy(l.Items[i:], l.Items[i+1:])
		}
		l.Items[n-1] = value{}
		l.Items = l.Items[:n-1]
		return v, nil
	})
	c.Method("remove(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		l := list(a[0])
		for i := 0; i < len(l.Items); i++ {
			same, err := object.EqualKeys(t, l.Items[i], a[1])
			if err != nil {
				return value{}, err
			}
			if same {
				if i < len(l.Items) {
					l.Items = slices.Delete(l.Items, i, i+1)
				}
				return object.None, nil
			}
		}
		return value{}, object.ValueError("list.remove(x): x not in list")
	})
	c.Method("clear()", func(t *thread, a []value, _ kws) (value, error) {
		l := list(a[0])
		for _, v := range slices.Backward(l.Items) {
			vm.Of(t).Loses(v)
		}
		l.Items = nil
		return object.None, nil
	})
	c.Method("copy()", func(t *thread, a []value, _ kws) (value, error) {
		return object.Obj(object.NewList(slices.Clone(list(a[0]).Items))), nil
	})
	c.Method("reverse()", func(t *thread, a []value, _ kws) (value, error) {
		slices.Reverse(list(a[0]).Items)
		return object.None, nil
	})
	c.Method("sort(*, key=None, reverse=False)", func(t *thread, a []value, _ kws) (value, error) {
		return none(sortList(t, list(a[0]), opt(a, 1), opt(a, 2)))
	})
	c.Method("__reversed__()", func(t *thread, a []value, _ kws) (value, error) {
		return object.Obj(object.NewListReverse(list(a[0]))), nil
	})
	c.Method("index(value, start=0, stop=sys.maxsize, /)", func(t *thread, a []value, _ kws) (value, error) {
		l := list(a[0])
		i, err := indexOf(t, func() []value { return l.Items }, a)
		if err != nil {
			return value{}, err
		}
		if i >= 0 {
			return object.Int(int64(i)), nil
		}
		s, err := object.ReprText(t, a[1])
		if err != nil {
			return value{}, err
		}
		return value{}, object.ValueError("%s is not in list", s)
	})
	c.Method("count(value, /)", func(t *thread, a []value, _ kws) (value, error) {
		l := list(a[0])
		return countOf(t, func() []value { return l.Items }, a[1])
	})
	c.Method("__sizeof__()", sizeMethod)
	c.ClassFunction("__class_getitem__(object, /)", classGetItem)
}

// madeFrom notes the room that CPython's list has that is made from an iterable:
// for all that is announced, in pairs, or for eight.
func madeFrom(t *thread, l *object.List, src value) {
	_, counted := object.ClassOf(src).Lookup("__len__")
	if !counted {
		_, counted = object.ClassOf(src).Lookup("__length_hint__")
	}
	if counted {
		l.MadeFor(len(l.Items) + len(l.Items)%2)
	} else if len(l.Items) > 0 {
		l.MadeFor(8)
	}
}

// extend appends the items one by one, as far as they come.
func extend(t *thread, l *object.List, src value) error {
	switch o := src.Ref.(type) {
	case *object.List:
		if o.Exact() {
			if err := t.RoomForItems(len(l.Items) + len(o.Items)); err != nil {
				return err
			}
			l.Items = append(l.Items, o.Items...)
			return nil
		}
	case *object.Tuple:
		if o.Exact() {
			l.Items = append(l.Items, o.Items...)
			return nil
		}
	}
	return object.Each(t, src, func(v value) error {
		l.Items = append(l.Items, v)
		return nil
	})
}

// indexOf is index(value, start, stop) of a list or tuple; -1 for not found.
func indexOf(t *thread, items func() []value, a []value) (int, error) {
	lo, hi := 0, 1<<62
	for i, p := range []*int{&lo, &hi} {
		if x := opt(a, 2+i); x.Valid() {
			_, whole := object.Integer(x)
			if _, found := object.ClassOf(x).Lookup("__index__"); !whole && !found {
				return 0, object.TypeError("slice indices must be integers or have an __index__ method")
			}
			n, err := object.SliceIndex(t, x)
			if err != nil {
				return 0, err
			}
			if n < 0 {
				n = max(n+len(items()), 0)
			}
			*p = n
		}
	}
	for i := lo; i < hi && i < len(items()); i++ {
		same, err := object.EqualKeys(t, items()[i], a[1])
		if err != nil || same {
			return i, err
		}
	}
	return -1, nil
}

func countOf(t *thread, items func() []value, v value) (value, error) {
	n := int64(0)
	for i := 0; i < len(items()); i++ {
		same, err := object.EqualKeys(t, items()[i], v)
		if err != nil {
			return value{}, err
		}
		if same {
			n++
		}
	}
	return object.Int(n), nil
}

func classGetItem(t *thread, a []value, _ kws) (value, error) {
	return object.MakeAlias(a[0], a[1]), nil
}
