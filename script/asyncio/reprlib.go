package asyncio

import (
	"sort"
	"strings"

	"asyncio/script/object"
)

// The bounds of reprlib.repr.
const (
	mostDepth  = 6
	mostItems  = 6
	mostKeys   = 4
	mostString = 30
	mostNumber = 40
)

// shortRepr is reprlib.repr: a repr with long parts left out.
func (b *Binding) shortRepr(v val) string { return b.short(v, mostDepth) }

func (b *Binding) short(v val, level int) string {
	switch o := v.Ref.(type) {
	case *object.List:
		if o.Class() == object.ListClass {
			return b.shortItems(o.Items, "[", "]", level, false)
		}
	case *object.Tuple:
		if o.Class() == object.TupleClass {
			return b.shortItems(o.Items, "(", ")", level, true)
		}
	case *object.Set:
		if c := o.Class(); c == object.SetClass || c == object.FrozensetClass {
			return b.shortSet(o, level)
		}
	case *object.Dict:
		if o.Class() == object.DictClass {
			return b.shortDict(o, level)
		}
	case *object.Str:
		return b.shortString(v)
	}
	s, err := object.ReprText(b.t(), v)
	if err != nil {
		return b.instanceText(v)
	}
	most := mostString
	if _, isInt := object.Integer(v); isInt {
		most = mostNumber
	}
	return cutMiddle(s, most)
}

// cutMiddle leaves the middle of a long text out.
func cutMiddle(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	i := max(0, (most-3)/2)
	j := max(0, most-3-i)
	return string(r[:i]) + "..." + string(r[len(r)-j:])
}

// shortString cuts the string before its repr is taken, so that quotes stay.
func (b *Binding) shortString(v val) string {
	text, _ := object.StrOf(v)
	r := []rune(text)
	s := b.repr(object.String(string(r[:min(len(r), mostString)])))
	if len([]rune(s)) <= mostString && len(r) <= mostString {
		return s
	}
	i := max(0, (mostString-3)/2)
	j := max(0, mostString-3-i)
	s = b.repr(object.String(string(r[:i]) + string(r[len(r)-j:])))
	q := []rune(s)
	return string(q[:i]) + "..." + string(q[len(q)-j:])
}

func (b *Binding) shortItems(items []val, left, right string, level int, comma bool) string {
	if level <= 0 && len(items) > 0 {
		return left + "..." + right
	}
	parts := make([]string, 0, mostItems+1)
	for _, x := range items[:min(len(items), mostItems)] {
		parts = append(parts, b.short(x, level-1))
	}
	if len(items) > mostItems {
		parts = append(parts, "...")
	}
	if comma && len(items) == 1 {
		right = "," + right
	}
	return left + strings.Join(parts, ", ") + right
}

func (b *Binding) shortSet(s *object.Set, level int) string {
	keys := s.D.Keys()
	frozen := s.Class() == object.FrozensetClass
	switch {
	case len(keys) == 0 && frozen:
		return "frozenset()"
	case len(keys) == 0:
		return "set()"
	}
	sorted := b.sorted(keys)
	if frozen {
		return b.shortItems(sorted, "frozenset({", "})", level, false)
	}
	return b.shortItems(sorted, "{", "}", level, false)
}

func (b *Binding) shortDict(d *object.Dict, level int) string {
	keys := d.Keys()
	switch {
	case len(keys) == 0:
		return "{}"
	case level <= 0:
		return "{...}"
	}
	var parts []string
	for _, k := range b.sorted(keys)[:min(len(keys), mostKeys)] {
		v, _ := d.Get(b.t(), k)
		parts = append(parts, b.short(k, level-1)+": "+b.short(v, level-1))
	}
	if len(keys) > mostKeys {
		parts = append(parts, "...")
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// sorted sorts values if they can be compared, as reprlib does.
func (b *Binding) sorted(items []val) []val {
	out := append([]val(nil), items...)
	failed := false
	sort.SliceStable(out, func(i, j int) bool {
		r, err := object.Compare(b.t(), object.CmpLt, out[i], out[j])
		if err != nil {
			failed = true
			return false
		}
		less, _ := object.Truth(b.t(), r)
		return less
	})
	if failed {
		return items
	}
	return out
}
