package itertoolsmod

import (
	"slices"

	"asyncio/script/object"
)

// maker makes the iterator that does the work of a class, of the arguments in
// the order of the signature.
type maker func(t *thread, a []value) (object.Iterator, error)

// The classes of itertools; their instances are lazy, but for groupby and repeat.
var (
	chainClass       = lazyKind("chain")
	countClass       = lazyKind("count")
	cycleClass       = lazyKind("cycle")
	accumulateClass  = lazyKind("accumulate")
	batchedClass     = lazyKind("batched")
	compressClass    = lazyKind("compress")
	dropwhileClass   = lazyKind("dropwhile")
	takewhileClass   = lazyKind("takewhile")
	filterfalseClass = lazyKind("filterfalse")
	starmapClass     = lazyKind("starmap")
	pairwiseClass    = lazyKind("pairwise")
	isliceClass      = lazyKind("islice")
	productClass     = lazyKind("product")
	permuteClass     = lazyKind("permutations")
	combineClass     = lazyKind("combinations")
	replaceClass     = lazyKind("combinations_with_replacement")
	zipClass         = lazyKind("zip_longest")
)

func lazyKind(name string) *object.Class { return object.NewNativeClass("itertools", name) }

func init() {
	kind := func(c *object.Class, name, params, doc string, make maker) {
		c.Later(func(c *object.Class) { fillKind(c, name, params, doc, make) })
	}
	kind(chainClass, "chain", "*iterables", "One iterable after the other.", func(_ *thread, a []value) (object.Iterator, error) {
		return &chain{its: object.Obj(&object.TupleIter{Items: slices.Clone(a)})}, nil
	})
	chainClass.Later(func(c *object.Class) {
		c.ClassFunction("from_iterable(iterable, /)", func(t *thread, a []value, _ []object.Kw) (value, error) {
			it, err := object.Iter(t, a[1])
			if err != nil {
				return value{}, err
			}
			return wrap(a[0].Ref.(*object.Class), &chain{its: it}), nil
		})
		c.ClassFunction("__class_getitem__(object, /)", func(_ *thread, a []value, _ []object.Kw) (value, error) {
			return object.MakeAlias(a[0], a[1]), nil
		})
	})
	kind(countClass, "count", "start=0, step=1", "start, start + step, ...", newCount)
	countClass.Later(fillCount)
	kind(cycleClass, "cycle", "iterable, /", "An iterable again and again.", of(0, func(it value, _ []value) object.Iterator { return &cycle{it: it} }))
	kind(accumulateClass, "accumulate", "iterable, func=None, *, initial=None", "Running totals, or running results of another function.",
		of(0, func(it value, a []value) object.Iterator {
			return &accumulate{it: it, fn: orNone(a, 1), initial: orNone(a, 2)}
		}))
	kind(batchedClass, "batched", "iterable, n, *, strict=False", "Tuples of n items, the last perhaps shorter.", newBatched)
	kind(compressClass, "compress", "data, selectors", "The items whose selector is true.", func(t *thread, a []value) (object.Iterator, error) {
		data, err := object.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		selectors, err := object.Iter(t, a[1])
		return &compress{data: data, selectors: selectors}, err
	})
	tested := func(c *object.Class, name, params, doc string, make func(test, it value) object.Iterator) {
		kind(c, name, params, doc, of(1, func(it value, a []value) object.Iterator { return make(a[0], it) }))
	}
	tested(dropwhileClass, "dropwhile", "predicate, iterable, /", "The items from the first that fails the test on.",
		func(test, it value) object.Iterator { return &dropwhile{test: test, it: it} })
	tested(takewhileClass, "takewhile", "predicate, iterable, /", "The items before the first that fails the test.",
		func(test, it value) object.Iterator { return &takewhile{test: test, it: it} })
	tested(filterfalseClass, "filterfalse", "function, iterable, /", "The items that fail the test.",
		func(test, it value) object.Iterator { return &filterfalse{test: test, it: it} })
	tested(starmapClass, "starmap", "function, iterable, /", "function(*item) of each item.",
		func(fn, it value) object.Iterator { return &starmap{fn: fn, it: it} })
	kind(pairwiseClass, "pairwise", "iterable, /", "Each item with its successor.", of(0, func(it value, _ []value) object.Iterator { return &pairwise{it: it} }))
	kind(isliceClass, "islice", "*args", "A slice of an iterable, by counting.", newIslice)
	kind(productClass, "product", "*iterables, repeat=1", "All tuples with one item of each input, the last changing fastest.", makeProduct)
	kind(permuteClass, "permutations", "iterable, r=None", "All arrangements of r items.", makePermutations)
	kind(combineClass, "combinations", "iterable, r", "All choices of r items, in the order of the input.", makeCombinations(1))
	kind(replaceClass, "combinations_with_replacement", "iterable, r", "The same, each item taken as often as wanted.", makeCombinations(0))
	kind(zipClass, "zip_longest", "*iterables, fillvalue=None", "zip to the end of the longest.", func(t *thread, a []value) (object.Iterator, error) {
		fill := a[0]
		if !fill.Valid() {
			fill = object.None
		}
		its := make([]value, len(a)-1)
		for i, v := range a[1:] {
			var err error
			if its[i], err = object.Iter(t, v); err != nil {
				return nil, err
			}
		}
		return &zipLongest{its: its, fill: fill, live: len(its)}, nil
	})
	groupbyClass.Later(fillGroupby)
	teeClass.Later(fillTee)
	grouperClass.Later((*object.Class).IteratorMethods)
	repeatClass.Later(fillRepeat)
}

// of is a maker for what takes one iterable, the argument at.
func of(at int, make func(it value, a []value) object.Iterator) maker {
	return func(t *thread, a []value) (object.Iterator, error) {
		it, err := object.Iter(t, a[at])
		return make(it, a), err
	}
}

func orNone(a []value, n int) value {
	if n < len(a) && a[n].Valid() {
		return a[n]
	}
	return object.None
}

func wrap(cls *object.Class, it object.Iterator) value {
	l := &lazy{it: it}
	l.SetClass(cls)
	return object.Obj(l)
}

// arguments sorts the arguments of a constructor.
func arguments(c, cls *object.Class, sig *object.Signature, name string, a []value, kw []object.Kw) ([]value, error) {
	if len(kw) > 0 && cls != c && cls.Overrides("__init__") && sig.Positional() {
		kw = nil // they are for the __init__
	}
	if len(kw) == 0 && sig.Positional() {
		if n := sig.Required(); len(a) != n && sig.Text != "*args" && sig.Text != "*iterables" {
			plural := "s"
			if n == 1 {
				plural = ""
			}
			return nil, object.TypeError("%s expected %d argument%s, got %d", name, n, plural, len(a))
		}
		return a, nil
	}
	return sig.Bind(name, name, a, kw)
}

func fillKind(c *object.Class, name, params, doc string, make maker) {
	sig := object.ParseSignature(params)
	c.SetAttr("__doc__", object.String(doc))
	c.IteratorMethods()
	c.Construct = func(t *thread, cls *object.Class, a []value, kw []object.Kw) (value, error) {
		a, err := arguments(c, cls, sig, name, a, kw)
		if err != nil {
			return value{}, err
		}
		it, err := make(t, a)
		if err != nil {
			return value{}, err
		}
		return wrap(cls, it), nil
	}
}

// pools reads iterables as tuples.
func pools(t *thread, its []value) ([]value, error) {
	out := make([]value, len(its))
	for i, v := range its {
		pool, err := object.Collect(t, v)
		if err != nil {
			return nil, err
		}
		out[i] = object.TupleValue(pool...)
	}
	return out, nil
}

func makeProduct(t *thread, a []value) (object.Iterator, error) {
	times := 1
	if a[0].Valid() {
		n, err := object.SizeIndex(t, a[0])
		if err != nil {
			return nil, err
		}
		if times = n; n < 0 {
			return nil, object.ValueError("repeat argument cannot be negative")
		}
	}
	once, err := pools(t, a[1:])
	if err != nil {
		return nil, err
	}
	if err := t.RoomForItems(len(once) * times); err != nil {
		return nil, err
	}
	all := make([]value, 0, len(once)*times)
	for range times {
		all = append(all, once...)
	}
	return newProduct(all), nil
}

func makePermutations(t *thread, a []value) (object.Iterator, error) {
	all, err := pools(t, a[:1])
	if err != nil {
		return nil, err
	}
	pool := itemsOf(all[0])
	r := len(pool)
	if v := orNone(a, 1); !v.IsNone() {
		iv, ok := object.Integer(v)
		if !ok {
			return nil, object.TypeError("Expected int as r")
		}
		if n, small := iv.SmallInt(); small && n < 0 {
			return nil, object.ValueError("r must be non-negative")
		}
		r = place(iv)
	}
	return newPermutations(pool, r), nil
}

func makeCombinations(gap int) maker {
	return func(t *thread, a []value) (object.Iterator, error) {
		all, err := pools(t, a[:1])
		if err != nil {
			return nil, err
		}
		r, err := object.SizeIndex(t, a[1])
		if err != nil {
			return nil, err
		}
		if r < 0 {
			return nil, object.ValueError("r must be non-negative")
		}
		if err := t.RoomForItems(r); err != nil {
			return nil, err
		}
		return newCombinations(itemsOf(all[0]), r, gap), nil
	}
}

// limit reads an argument of islice; ok is false for what is none.
func limit(t *thread, v value) (n int, ok bool, err error) {
	if n, small := v.SmallInt(); small {
		return int(n), n >= 0, nil
	}
	iv, err := object.ToIndex(t, v)
	if err != nil {
		if object.IsInstance(err, object.TypeErrorClass) {
			return 0, false, nil
		}
		return 0, false, err
	}
	return place(iv), place(iv) >= 0, nil
}

func newIslice(t *thread, a []value) (object.Iterator, error) {
	if len(a) < 2 {
		return nil, object.TypeError("islice expected at least 2 arguments, got %d", len(a))
	}
	if len(a) > 4 {
		return nil, object.TypeError("islice expected at most 4 arguments, got %d", len(a))
	}
	it, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	s := &islice{it: it, stop: -1, step: 1}
	read := func(at int, to *int, text string) error {
		if at >= len(a) || a[at].IsNone() {
			return nil
		}
		n, ok, err := limit(t, a[at])
		if err == nil && !ok {
			err = object.ValueError("%s", text)
		}
		*to = n
		return err
	}
	const stopText = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	const stepText = "Step for islice() must be a positive integer or None."
	if len(a) == 2 {
		return s, read(1, &s.stop, stopText)
	}
	if err := read(1, &s.due, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."); err != nil {
		return nil, err
	}
	if err := read(2, &s.stop, stopText); err != nil {
		return nil, err
	}
	if err := read(3, &s.step, stepText); err != nil {
		return nil, err
	}
	if s.step == 0 {
		return nil, object.ValueError(stepText)
	}
	return s, nil
}
