package itertoolsmod

import "asyncio/script/object"

// chain gives the items of one iterable after the other.
type chain struct {
	runner
	its, now value
}

// Traverse implements object.Traverser.
func (c *chain) Traverse(visit func(value)) { visitAll(visit, c.its, c.now) }

// Next implements object.Iterator.
func (c *chain) Next(t *thread) (value, error) {
	var s skipping
	for c.its.Valid() {
		if err := s.tick(t); err != nil {
			return value{}, err
		}
		if !c.now.Valid() {
			next, err := object.Next(t, c.its)
			if err != nil || !next.Valid() {
				c.its = value{}
				return value{}, err
			}
			if c.now, err = object.Iter(t, next); err != nil {
				c.its = value{}
				return value{}, err
			}
		}
		v, err := object.Next(t, c.now)
		if err != nil || v.Valid() {
			return v, err
		}
		c.now = value{}
	}
	return value{}, nil
}

// cycle goes through an iterable again and again.
type cycle struct {
	runner
	it    value
	saved []value
	at    int
}

// Traverse implements object.Traverser.
func (c *cycle) Traverse(visit func(value)) {
	visitAll(visit, c.it)
	visitAll(visit, c.saved...)
}

// Next implements object.Iterator.
func (c *cycle) Next(t *thread) (value, error) {
	if c.it.Valid() {
		v, err := object.Next(t, c.it)
		if err != nil {
			return v, err
		}
		if v.Valid() {
			c.saved = append(c.saved, v)
			return v, nil
		}
		c.it = value{}
	}
	if len(c.saved) == 0 {
		return value{}, nil
	}
	v := c.saved[c.at]
	c.at = (c.at + 1) % len(c.saved)
	return v, nil
}

// accumulate gives running results; fn is None for a sum.
type accumulate struct {
	runner
	it, fn, initial, total value
}

// Traverse implements object.Traverser.
func (a *accumulate) Traverse(visit func(value)) { visitAll(visit, a.it, a.fn, a.initial, a.total) }

// Next implements object.Iterator.
func (a *accumulate) Next(t *thread) (value, error) {
	if a.initial.Valid() && !a.initial.IsNone() {
		a.total, a.initial = a.initial, value{}
		return a.total, nil
	}
	v, err := object.Next(t, a.it)
	if err != nil || !v.Valid() {
		return v, err
	}
	switch {
	case !a.total.Valid():
		a.total = v
	case a.fn.IsNone():
		v, err = object.Binary(t, object.OpAdd, a.total, v)
	default:
		v, err = t.Call(a.fn, a.total, v)
	}
	if err != nil {
		return value{}, err
	}
	a.total = v
	return v, nil
}

// compress gives the items whose selector is true.
type compress struct {
	runner
	data, selectors value
}

// Traverse implements object.Traverser.
func (c *compress) Traverse(visit func(value)) { visitAll(visit, c.data, c.selectors) }

// Next implements object.Iterator.
func (c *compress) Next(t *thread) (value, error) {
	var skip skipping
	for {
		if err := skip.tick(t); err != nil {
			return value{}, err
		}
		v, err := object.Next(t, c.data)
		if err != nil || !v.Valid() {
			return v, err
		}
		s, err := object.Next(t, c.selectors)
		if err != nil || !s.Valid() {
			return s, err
		}
		keep, err := object.Truth(t, s)
		if err != nil {
			return value{}, err
		}
		if keep {
			return v, nil
		}
	}
}

// dropwhile gives the items from the first that fails the test on.
type dropwhile struct {
	runner
	test, it value
	begun    bool
}

// Traverse implements object.Traverser.
func (d *dropwhile) Traverse(visit func(value)) { visitAll(visit, d.test, d.it) }

// Next implements object.Iterator.
func (d *dropwhile) Next(t *thread) (value, error) {
	var skip skipping
	for {
		if err := skip.tick(t); err != nil {
			return value{}, err
		}
		v, err := object.Next(t, d.it)
		if err != nil || !v.Valid() || d.begun {
			return v, err
		}
		drop, err := passes(t, d.test, v)
		if err != nil {
			return value{}, err
		}
		if !drop {
			d.begun = true
			return v, nil
		}
	}
}

// takewhile gives the items before the first that fails the test.
type takewhile struct {
	runner
	test, it value
	over     bool
}

// Traverse implements object.Traverser.
func (w *takewhile) Traverse(visit func(value)) { visitAll(visit, w.test, w.it) }

// Next implements object.Iterator.
func (w *takewhile) Next(t *thread) (value, error) {
	if w.over {
		return value{}, nil
	}
	v, err := object.Next(t, w.it)
	if err != nil || !v.Valid() {
		return v, err
	}
	ok, err := passes(t, w.test, v)
	if err != nil {
		return value{}, err
	}
	if !ok {
		w.over = true
		return value{}, nil
	}
	return v, nil
}

// filterfalse gives the items that fail the test, which may be None.
type filterfalse struct {
	runner
	test, it value
}

// Traverse implements object.Traverser.
func (f *filterfalse) Traverse(visit func(value)) { visitAll(visit, f.test, f.it) }

// Next implements object.Iterator.
func (f *filterfalse) Next(t *thread) (value, error) {
	var skip skipping
	for {
		if err := skip.tick(t); err != nil {
			return value{}, err
		}
		v, err := object.Next(t, f.it)
		if err != nil || !v.Valid() {
			return v, err
		}
		ok, err := passes(t, f.test, v)
		if err != nil {
			return value{}, err
		}
		if !ok {
			return v, nil
		}
	}
}

func passes(t *thread, test, v value) (bool, error) {
	if !test.IsNone() {
		var err error
		if v, err = t.Call(test, v); err != nil {
			return false, err
		}
	}
	return object.Truth(t, v)
}

// starmap gives fn(*item) of each item.
type starmap struct {
	runner
	fn, it value
}

// Traverse implements object.Traverser.
func (s *starmap) Traverse(visit func(value)) { visitAll(visit, s.fn, s.it) }

// Next implements object.Iterator.
func (s *starmap) Next(t *thread) (value, error) {
	v, err := object.Next(t, s.it)
	if err != nil || !v.Valid() {
		return v, err
	}
	args, err := object.Collect(t, v)
	if err != nil {
		return value{}, err
	}
	return t.CallKw(s.fn, args, nil)
}

// pairwise gives each item with its successor.
type pairwise struct {
	runner
	it, left value
}

// Traverse implements object.Traverser.
func (p *pairwise) Traverse(visit func(value)) { visitAll(visit, p.it, p.left) }

// Next implements object.Iterator.
func (p *pairwise) Next(t *thread) (value, error) {
	if !p.left.Valid() {
		v, err := object.Next(t, p.it)
		if err != nil || !v.Valid() {
			return v, err
		}
		p.left = v
	}
	v, err := object.Next(t, p.it)
	if err != nil || !v.Valid() {
		return v, err
	}
	left := p.left
	p.left = v
	return object.Pair(left, v), nil
}

// islice gives every step-th item from due on. An item is asked for only when
// it is due or must be skipped; at the end those before stop are skipped too.
type islice struct {
	runner
	it                  value
	at, due, stop, step int // stop is -1 for no end
}

// Traverse implements object.Traverser.
func (s *islice) Traverse(visit func(value)) { visitAll(visit, s.it) }

// Next implements object.Iterator.
func (s *islice) Next(t *thread) (value, error) {
	if !s.it.Valid() {
		return value{}, nil
	}
	var skip skipping
	for ; s.at < s.due; s.at++ {
		if err := skip.tick(t); err != nil {
			return value{}, err
		}
		v, err := object.Next(t, s.it)
		if err != nil {
			return value{}, err
		}
		if !v.Valid() {
			s.it = value{}
			return value{}, nil
		}
	}
	if s.stop >= 0 && s.at >= s.stop {
		s.it = value{}
		return value{}, nil
	}
	v, err := object.Next(t, s.it)
	if err != nil {
		return value{}, err
	}
	if !v.Valid() {
		s.it = value{}
		return value{}, nil
	}
	s.at++
	if s.due += s.step; s.due < 0 {
		s.due = 1<<63 - 1
	}
	if s.stop >= 0 {
		s.due = min(s.due, s.stop)
	}
	return v, nil
}

// zipLongest gives tuples to the end of the longest; what is at its end is no
// value any more.
type zipLongest struct {
	runner
	its  []value
	fill value
	live int
}

// Traverse implements object.Traverser.
func (z *zipLongest) Traverse(visit func(value)) {
	visitAll(visit, z.its...)
	visit(z.fill)
}

// Next implements object.Iterator.
func (z *zipLongest) Next(t *thread) (value, error) {
	if z.live == 0 {
		return value{}, nil
	}
	row := make([]value, len(z.its))
	for i, it := range z.its {
		row[i] = z.fill
		if !it.Valid() {
			continue
		}
		v, err := object.Next(t, it)
		if err != nil {
			z.live = 0
			return value{}, err
		}
		if v.Valid() {
			row[i] = v
			continue
		}
		z.its[i] = value{}
		if z.live--; z.live == 0 {
			return value{}, nil
		}
	}
	return object.TupleValue(row...), nil
}

// skipping counts the items that a loop in Go leaves out, and polls now and
// then, so that an endless one can be ended.
type skipping int

func (s *skipping) tick(t *thread) error {
	if *s++; *s%1024 == 0 && t.Tick != nil {
		return t.Tick()
	}
	return nil
}

func visitAll(visit func(value), vs ...value) {
	for _, v := range vs {
		if v.Valid() {
			visit(v)
		}
	}
}
