package builtins

import (
	"slices"
	"sort"

	"asyncio/script/object"
)

// sortList sorts a list in place. Python code that runs meanwhile sees it
// empty, and must leave it so.
func sortList(t *thread, l *object.List, key, reverse value) error {
	items := l.Items
	l.Items = nil
	err := sortValues(t, items, key, reverse)
	changed := l.Items != nil
	l.Items = items
	if err == nil && changed {
		err = object.ValueError("list modified during sort")
	}
	return err
}

// sortValues sorts in place, stably, by < alone.
func sortValues(t *thread, items []value, key, reverse value) error {
	back, err := flag(t, reverse)
	if err != nil {
		return err
	}
	keys := items
	if key.Valid() && !key.IsNone() {
		keys = make([]value, len(items))
		var arg [1]value
		for i, v := range items {
			arg[0] = v
			if keys[i], err = t.CallKw(key, arg[:], nil); err != nil {
				return err
			}
		}
	}
	s := sorter{t: t, items: items, keys: keys}
	if kind := kindOfAll(keys); kind != mixed {
		s.quick = func() { sortRanked(s.items, s.keys, kind) }
	}
	return s.sort(back)
}

type sorter struct {
	t           *thread
	items, keys []value
	quick       func() // sorts without compare, if not nil
	err         error
}

func (s *sorter) compare(a, b value) bool {
	if s.err != nil {
		return false
	}
	r, err := object.Compare(s.t, object.CmpLt, a, b)
	if err == nil {
		var ok bool
		if ok, err = object.Truth(s.t, r); err == nil {
			return ok
		}
	}
	s.err = err
	return false
}

type keyed struct{ key, item value }

// sort is stable in both directions: backwards, equal items keep their order.
func (s *sorter) sort(back bool) error {
	same := len(s.items) > 0 && &s.items[0] == &s.keys[0]
	if back {
		slices.Reverse(s.items)
		if !same {
			slices.Reverse(s.keys)
		}
	}
	switch {
	case s.quick != nil:
		s.quick()
	case same:
		mergeSort(s.items, s.compare)
	default:
		pairs := make([]keyed, len(s.items))
		for i := range pairs {
			pairs[i] = keyed{s.keys[i], s.items[i]}
		}
		mergeSort(pairs, func(a, b keyed) bool { return s.compare(a.key, b.key) })
		if s.err == nil {
			for i, p := range pairs {
				s.items[i] = p.item
			}
		}
	}
	if back {
		slices.Reverse(s.items)
	}
	return s.err
}

// insertionRun is the length up to which runs are sorted by insertion.
const insertionRun = 16

// mergeSort sorts stably with few comparisons: runs by binary insertion, then
// merged; what is in order already costs one comparison a run.
func mergeSort[T any](xs []T, less func(a, b T) bool) {
	n := len(xs)
	if n < 2 {
		return
	}
	if ordered(xs, less) {
		return
	}
	for lo := 0; lo < n; lo += insertionRun {
		insertionSort(xs[lo:min(lo+insertionRun, n)], less)
	}
	buf := make([]T, n)
	for width := insertionRun; width < n; width *= 2 {
		for lo := 0; lo+width < n; lo += 2 * width {
			merge(xs[lo:min(lo+2*width, n)], width, buf, less)
		}
	}
}

// ordered reports whether xs is in order, after turning round a run that
// strictly falls.
func ordered[T any](xs []T, less func(a, b T) bool) bool {
	n := len(xs)
	if less(xs[1], xs[0]) {
		i := 2
		for i < n && less(xs[i], xs[i-1]) {
			i++
		}
		if i < n {
			return false
		}
		slices.Reverse(xs)
		return true
	}
	i := 2
	for i < n && !less(xs[i], xs[i-1]) {
		i++
	}
	return i >= n
}

func insertionSort[T any](xs []T, less func(a, b T) bool) {
	for i := 1; i < len(xs); i++ {
		x := xs[i]
		if !less(x, xs[i-1]) {
			continue
		}
		at := sort.Search(i-1, func(j int) bool { return less(x, xs[j]) })
		copy(xs[at+1:i+1], xs[at:i])
		xs[at] = x
	}
}

func merge[T any](xs []T, mid int, buf []T, less func(a, b T) bool) {
	if !less(xs[mid], xs[mid-1]) {
		return
	}
	left := buf[:copy(buf, xs[:mid])]
	i, j, k := 0, mid, 0
	for i < len(left) && j < len(xs) {
		if less(xs[j], left[i]) {
			xs[k] = xs[j]
			j++
		} else {
			xs[k] = left[i]
			i++
		}
		k++
	}
	copy(xs[k:], left[i:])
}
