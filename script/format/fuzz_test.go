package format_test

import (
	"testing"

	"asyncio/script/format"
	"asyncio/script/number"
	"asyncio/script/text"
)

// small says that a layout asks for no widths that take long to build.
func small(s string) bool {
	run := 0
	for _, r := range text.Runes(s) {
		if text.DecimalValue(r) < 0 {
			run = 0
		} else if run++; run > 4 {
			return false
		}
	}
	return true
}

func FuzzSpec(f *testing.F) {
	for _, s := range []string{"*^+#020_.3f", "=05d", "z>5", ",.2%", "_x", ".3", "\u20ac<\u0665"} {
		f.Add(s, int64(-1234), 2.5, "h\u00e9")
	}
	f.Fuzz(func(t *testing.T, spec string, i int64, v float64, s string) {
		if !small(spec) {
			t.Skip()
		}
		for _, value := range []any{number.FromInt64(i), v, s} {
			out, err := formatValue(value, spec)
			if err != nil {
				continue
			}
			parsed, err := format.ParseSpec(spec, "x", '<', 'd')
			if err == nil && text.RuneCount(out) < parsed.Width {
				t.Fatalf("%q of %v is shorter than its width: %q", spec, value, out)
			}
		}
	})
}

func FuzzPercent(f *testing.F) {
	for _, s := range []string{"%s", "%(a)s", "%-*d%%", "%#.3x %5.1f", "%c", "%(((", "%.*g"} {
		f.Add(s, int64(65), "x")
	}
	f.Fuzz(func(t *testing.T, layout string, i int64, s string) {
		if !small(layout) || i > 10000 || i < -10000 {
			t.Skip()
		}
		args := []any{number.FromInt64(i), s, 1.5}
		ops := percentOps{keys: map[string]any{s: number.FromInt64(i)}}
		for n := range args {
			for _, mapping := range []bool{false, true} {
				a, errA := format.Percent(layout, args[:n], mapping, 0, ops)
				b, errB := format.Percent(layout+"%%", args[:n], mapping, 0, ops)
				if errA == nil && (errB != nil || b != a+"%") {
					t.Fatalf("%q gives %q, with a percent sign more %q, %v", layout, a, b, errB)
				}
			}
		}
	})
}

func FuzzTemplate(f *testing.F) {
	for _, s := range []string{"{}", "{0[1].a!r:>{w}}", "{{}}", "{", "{a[b]}", "{:{:{}}}", "{!"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, layout string) {
		if !small(layout) {
			t.Skip()
		}
		ops := templateOps{[]any{number.FromInt64(5), "x", []any{1.5, "y"}}, map[string]any{"w": number.FromInt64(6)}}
		a, errA := format.Template(layout, ops)
		b, errB := format.Template("{{"+layout, ops)
		if errA == nil && (errB != nil || b != "{"+a) {
			t.Fatalf("%q gives %q, with a brace more %q, %v", layout, a, b, errB)
		}
	})
}
