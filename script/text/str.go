package text

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Str is a str with what indexing needs: its length in code points and, if
// asked for, marks that make indexing fast also beyond ASCII.
type Str struct {
	s     string
	n     int
	marks []int // byte offset of every markStep-th code point
}

const markStep = 64

// NewStr counts the code points of s.
func NewStr(s string) Str { return Str{s: s, n: RuneCount(s)} }

// StrOf is NewStr for a known number of code points.
func StrOf(s string, n int) Str { return Str{s: s, n: n} }

// String returns the Go string.
func (s Str) String() string { return s.s }

// Len returns the number of code points.
func (s Str) Len() int { return s.n }

// ASCII reports whether code points are bytes, so that indexing is direct.
func (s Str) ASCII() bool { return s.n == len(s.s) }

// Indexed returns s with marks, for a caller that keeps it and indexes often.
func (s Str) Indexed() Str {
	if s.ASCII() || s.marks != nil || s.n < markStep {
		return s
	}
	marks := make([]int, 0, s.n/markStep+1)
	for off, i := 0, 0; off < len(s.s); i++ {
		if i%markStep == 0 {
			marks = append(marks, off)
		}
		off += width(s.s, off)
	}
	s.marks = marks
	return s
}

func width(s string, off int) int {
	if s[off] < utf8.RuneSelf {
		return 1
	}
	_, w := DecodeRune(s[off:])
	return w
}

// Offset returns the byte offset of code point i, 0 <= i <= Len.
func (s Str) Offset(i int) int {
	switch {
	case s.ASCII():
		return i
	case i >= s.n:
		return len(s.s)
	}
	off := 0
	if s.marks != nil {
		off = s.marks[i/markStep]
		i %= markStep
	} else if i > s.n/2 {
		off = len(s.s)
		for ; i < s.n; i++ {
			_, w := DecodeLastRune(s.s[:off])
			off -= w
		}
		return off
	}
	for ; i > 0; i-- {
		off += width(s.s, off)
	}
	return off
}

// index returns how many code points start before a byte offset.
func (s Str) index(off int) int {
	if s.ASCII() {
		return off
	}
	return RuneCount(s.s[:off])
}

// At returns code point i, which has to be there, as a string.
func (s Str) At(i int) string {
	off := s.Offset(i)
	if s.s[off] < utf8.RuneSelf {
		return asciiTable[s.s[off] : s.s[off]+1]
	}
	return s.s[off : off+width(s.s, off)]
}

// Slice returns count code points from start on, every step-th; the numbers
// are those of SliceBounds.
func (s Str) Slice(start, count, step int) Str {
	if count <= 0 {
		return Str{}
	}
	if step == 1 {
		from := s.Offset(start)
		if s.ASCII() {
			return Str{s: s.s[from : from+count], n: count}
		}
		return Str{s: s.s[from:s.Offset(start+count)], n: count}
	}
	if s.ASCII() {
		return Str{s: SliceBytes(s.s, start, count, step), n: count}
	}
	rs := Runes(s.s)
	out := make([]byte, 0, count)
	for ; count > 0; count-- {
		out = AppendRune(out, rs[start])
		start += step
	}
	return NewStr(string(out))
}

// SliceBytes is Slice for bytes.
func SliceBytes(s string, start, count, step int) string {
	if count <= 0 {
		return ""
	}
	if step == 1 {
		return s[start : start+count]
	}
	out := make([]byte, count)
	for i := range out {
		out[i] = s[start+i*step]
	}
	return string(out)
}

// Bound is one end of a slice: not Set stands for None.
type Bound struct {
	Value int64
	Set   bool
}

// SliceBounds turns the parts of a slice into the index of the first item and
// the number of items, for a sequence of that length. step is not zero.
func SliceBounds(length int, start, stop Bound, step int64) (first, count int) {
	n := int64(length)
	low, high := int64(0), n
	if step < 0 {
		low, high = -1, n-1
	}
	clamp := func(b Bound, missing int64) int64 {
		v := b.Value
		if !b.Set {
			return missing
		}
		if v < 0 {
			v += n
		}
		return max(low, min(high, v))
	}
	if step > 0 {
		a, b := clamp(start, low), clamp(stop, high)
		if a >= b {
			return int(a), 0
		}
		return int(a), int((b-a-1)/step) + 1
	}
	a, b := clamp(start, high), clamp(stop, low)
	if a <= b {
		return int(a), 0
	}
	if step == math.MinInt64 {
		return int(a), 1 // has no counterpart above zero
	}
	return int(a), int((a-b-1)/-step) + 1
}

// window applies the optional start and end of find and its like. ok is false
// when start lies behind the end of the text, where nothing is found.
func window(length int, start, end Bound) (from, to int, ok bool) {
	n := int64(length)
	from64, to64 := int64(0), n
	if start.Set {
		if from64 = start.Value; from64 < 0 {
			from64 = max(from64+n, 0)
		}
	}
	if end.Set {
		if to64 = min(end.Value, n); to64 < 0 {
			to64 = max(to64+n, 0)
		}
	}
	if from64 > n || from64 > to64 {
		return 0, 0, false
	}
	return int(from64), int(to64), true
}

// view returns the text between start and end and the byte offset it begins at.
func (s Str) view(start, end Bound) (part string, off int, ok bool) {
	if !start.Set && !end.Set {
		return s.s, 0, true
	}
	from, to, ok := window(s.n, start, end)
	if !ok {
		return "", 0, false
	}
	off = s.Offset(from)
	return s.s[off:s.Offset(to)], off, true
}

// Index turns a byte offset into an index; a negative one stays as it is.
func Index(s string, off int) int {
	if off <= 0 {
		return off
	}
	return RuneCount(s[:off])
}

// Count returns how often sub occurs in s without overlap.
func Count(s, sub string) int {
	if sub == "" {
		return RuneCount(s) + 1
	}
	return strings.Count(s, sub)
}

// Find returns the index of the first sub between start and end, or -1.
func (s Str) Find(sub string, start, end Bound) int {
	part, off, ok := s.view(start, end)
	if !ok {
		return -1
	}
	i := strings.Index(part, sub)
	if i < 0 {
		return -1
	}
	return s.index(off + i)
}

// RFind returns the index of the last sub between start and end, or -1.
func (s Str) RFind(sub string, start, end Bound) int {
	part, off, ok := s.view(start, end)
	if !ok {
		return -1
	}
	i := strings.LastIndex(part, sub)
	if i < 0 {
		return -1
	}
	return s.index(off + i)
}

// Count returns how often sub occurs between start and end without overlap.
func (s Str) Count(sub string, start, end Bound) int {
	part, _, ok := s.view(start, end)
	if !ok {
		return 0
	}
	return Count(part, sub)
}

// HasPrefix is startswith for one prefix; a tuple is a loop of it.
func (s Str) HasPrefix(prefix string, start, end Bound) bool {
	part, _, ok := s.view(start, end)
	return ok && strings.HasPrefix(part, prefix)
}

// HasSuffix is endswith for one suffix.
func (s Str) HasSuffix(suffix string, start, end Bound) bool {
	part, _, ok := s.view(start, end)
	return ok && strings.HasSuffix(part, suffix)
}

// BytesStr returns a view of bytes whose indexes are bytes, so that Find,
// RFind, Count, HasPrefix, HasSuffix and Slice serve bytes as well. At and
// Count of nothing are for str only; see BytesCount.
func BytesStr(p string) Str { return Str{s: p, n: len(p)} }

// BytesCount is bytes.count.
func BytesCount(p, sub string, start, end Bound) int {
	part, _, ok := BytesStr(p).view(start, end)
	if !ok {
		return 0
	}
	if sub == "" {
		return len(part) + 1
	}
	return strings.Count(part, sub)
}

// NotFound returns the ValueError of index and rindex.
func NotFound() error { return ValueError("substring not found") }
