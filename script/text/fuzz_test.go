package text_test

import (
	"strings"
	"testing"

	"asyncio/script/text"
)

func FuzzCodecs(f *testing.F) {
	f.Add("h\u00e9llo", "utf-8", "strict")
	f.Add("\xed\xa0\x80x\xff", "utf-16", "backslashreplace")
	f.Add("\xff\xfea\x00", "utf-16", "surrogateescape")
	f.Add("\xf0\x9f\x98", "utf-8", "surrogateescape")
	f.Fuzz(func(t *testing.T, s, encoding, handler string) {
		if p, err := text.Encode(s, encoding, "strict"); err == nil {
			back, err := text.Decode(p, encoding, "strict")
			if err != nil || strings.TrimPrefix(back, "\ufeff") != strings.TrimPrefix(text.FromRunes(text.Runes(s)), "\ufeff") {
				t.Fatalf("%q in %s is %q and back %q, %v", s, encoding, p, back, err)
			}
		}
		if d, err := text.Decode(s, "utf-8", "surrogateescape"); err == nil {
			p, err := text.Encode(d, "utf-8", "surrogateescape")
			if err != nil || p != s {
				t.Fatalf("%q does not survive surrogateescape: %q, %v", s, p, err)
			}
		}
		for _, call := range []func(string, string, string) (string, error){text.Encode, text.Decode} {
			if out, err := call(s, encoding, handler); err != nil && out != "" {
				t.Fatalf("both %q and %v", out, err)
			}
		}
	})
}

func FuzzStr(f *testing.F) {
	f.Add("a\u00e9\xed\xb2\x80", "\u00e9", int64(1), int64(-1), int64(2))
	f.Add(strings.Repeat("\u20acx", 100), "x", int64(70), int64(199), int64(-3))
	f.Fuzz(func(t *testing.T, s, sub string, start, stop, step int64) {
		if step == 0 {
			t.Skip()
		}
		rs := text.Runes(s)
		x := text.NewStr(s).Indexed()
		if x.Len() != len(rs) {
			t.Fatalf("%d code points, not %d", x.Len(), len(rs))
		}
		a, b := text.Bound{Value: start, Set: true}, text.Bound{Value: stop, Set: true}
		first, count := text.SliceBounds(len(rs), a, b, step)
		got := text.Runes(x.Slice(first, count, int(step)).String())
		if len(got) != count {
			t.Fatalf("slice of %d, not %d", len(got), count)
		}
		for i := range got {
			if got[i] != rs[int64(first)+int64(i)*step] {
				t.Fatalf("item %d of the slice is wrong", i)
			}
		}
		if i := x.Find(sub, a, b); i >= 0 && sub != "" && !x.HasPrefix(sub, text.Bound{Value: int64(i), Set: true}, text.Bound{}) {
			t.Fatalf("%q is not at %d of %q", sub, i, s)
		}
		for _, lines := range [][]string{text.SplitLines(s, true), text.BytesSplitLines(s, true)} {
			if strings.Join(lines, "") != s {
				t.Fatalf("lines of %q lose text: %q", s, lines)
			}
		}
		if sub != "" {
			l, _ := text.Split(s, sub, -1)
			r, _ := text.RSplit(s, sub, -1)
			if strings.Join(l, sub) != s || strings.Join(r, sub) != s {
				t.Fatalf("split of %q by %q: %q, %q", s, sub, l, r)
			}
		}
	})
}
