package builtins

import (
	"math"
	"slices"

	"asyncio/script/object"
)

type keyKind int

const (
	mixed keyKind = iota
	allInts
	allFloats
	allStrs
)

// kindOfAll tells of what exact type all keys are, if it is one that needs no
// look at methods.
func kindOfAll(keys []value) keyKind {
	kind := mixed
	for i, k := range keys {
		var one keyKind
		switch {
		case k.IsSmallInt():
			one = allInts
		case k.IsFloat():
			if k.F() == k.F() { // not a number has no place in an order
				one = allFloats
			}
		default:
			if s, ok := k.Ref.(*object.Str); ok && s.Exact() {
				one = allStrs
			}
		}
		if one == mixed || i > 0 && one != kind {
			return mixed
		}
		kind = one
	}
	return kind
}

// ranked stands for a key whose order runs no Python code: a number in the same
// order, for a str that of its first bytes, and the place where the key is.
type ranked struct {
	rank uint64
	at   int
}

func rankOf(k value, kind keyKind) uint64 {
	switch kind {
	case allInts:
		return k.Bits ^ 1<<63
	case allFloats:
		f := k.F()
		if f == 0 {
			return 1 << 63 // the two zeros are equal
		}
		if f < 0 {
			return ^math.Float64bits(f)
		}
		return math.Float64bits(f) | 1<<63
	}
	s := k.Ref.(*object.Str).S
	rank := uint64(0)
	if len(s) >= 8 {
		for i := range 8 {
			rank = rank<<8 | uint64(s[i])
		}
		return rank
	}
	for i := range len(s) {
		rank = rank<<8 | uint64(s[i])
	}
	return rank << (8 * (8 - uint(len(s))))
}

// sortRanked sorts items by keys that are all of one kind.
func sortRanked(items, keys []value, kind keyKind) {
	if oneRun(keys, kind) {
		if len(keys) > 1 && behind(keys[0], keys[1], kind) {
			slices.Reverse(items)
		}
		return
	}
	order := make([]ranked, len(keys))
	for i, k := range keys {
		order[i] = ranked{rankOf(k, kind), i}
	}
	r := ranking{order: order}
	if kind == allStrs {
		r.strs = keys
	}
	r.sort()
	r.arrange(items)
}

// behind reports whether a comes after b, which is of the same kind.
func behind(a, b value, kind keyKind) bool {
	switch kind {
	case allInts:
		return int64(a.Bits) > int64(b.Bits)
	case allFloats:
		return a.F() > b.F()
	}
	return a.Ref.(*object.Str).S > b.Ref.(*object.Str).S
}

// oneRun reports whether the keys are in order already, or fall all the way.
func oneRun(keys []value, kind keyKind) bool {
	if len(keys) < 3 {
		return true
	}
	falls := behind(keys[0], keys[1], kind)
	for i := 2; i < len(keys); i++ {
		if behind(keys[i-1], keys[i], kind) != falls {
			return false
		}
	}
	return true
}

// arrange moves the items to their places, along the cycles that this makes.
func (r *ranking) arrange(items []value) {
	for start := range r.order {
		first, i := items[start], start
		for {
			from := r.order[i].at
			r.order[i].at = i
			if from == start {
				items[i] = first
				break
			}
			items[i] = items[from]
			i = from
		}
	}
}

type ranking struct {
	order []ranked
	strs  []value // the keys, where equal ranks are no equal keys
}

// later reports whether a comes behind b by its key.
func (r *ranking) later(a, b ranked) bool {
	if a.rank != b.rank {
		return a.rank > b.rank
	}
	return r.strs != nil && r.laterStr(a.at, b.at)
}

func (r *ranking) laterStr(a, b int) bool {
	return r.strs[a].Ref.(*object.Str).S > r.strs[b].Ref.(*object.Str).S
}

// sort sorts stably, in runs by insertion that are then merged.
func (r *ranking) sort() {
	xs := r.order
	const run = 8
	for lo := 0; lo < len(xs); lo += run {
		part := xs[lo:min(lo+run, len(xs))]
		for i := 1; i < len(part); i++ {
			x, j := part[i], i
			for ; j > 0 && r.later(part[j-1], x); j-- {
				part[j] = part[j-1]
			}
			part[j] = x
		}
	}
	to := make([]ranked, len(xs))
	for width := run; width < len(xs); width *= 2 {
		for lo := 0; lo < len(xs); lo += 2 * width {
			mid, hi := min(lo+width, len(xs)), min(lo+2*width, len(xs))
			r.merge(to[lo:hi], xs[lo:mid], xs[mid:hi])
		}
		xs, to = to, xs
	}
	r.order = xs
}

// merge puts two sorted runs together.
func (r *ranking) merge(to, a, b []ranked) {
	if len(b) == 0 || !r.later(a[len(a)-1], b[0]) {
		copy(to[copy(to, a):], b)
		return
	}
	for k := range to {
		if len(a) == 0 {
			copy(to[k:], b)
			return
		}
		if len(b) == 0 {
			copy(to[k:], a)
			return
		}
		if r.later(a[0], b[0]) {
			to[k], b = b[0], b[1:]
		} else {
			to[k], a = a[0], a[1:]
		}
	}
}
