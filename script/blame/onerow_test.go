package blame

import (
	"testing"

	"asyncio/profile"

	"github.com/google/go-cmp/cmp"
)

// TestRows has what the versions show of the same failure.
func TestRows(t *testing.T) {
	for name, c := range map[string]struct {
		source     string
		at         Range
		never, one []string
		all        []string
	}{
		"an operation": {"    y = a / 0", Range{1, 1, 8, 13},
			[]string{"y = a / 0"}, []string{"y = a / 0", "    ~~^~~"}, []string{"y = a / 0", "    ~~^~~"}},
		"a call among others": {"  f(g(1))", Range{1, 1, 4, 8},
			[]string{"f(g(1))"}, []string{"f(g(1))", "  ^^^^"}, []string{"f(g(1))", "  ~^^^"}},
		"a whole row": {"f(1)", Range{1, 1, 0, 4}, []string{"f(1)"}, []string{"f(1)"}, []string{"f(1)", "~^^^"}},
		"wide letters": {"x['日'] ['k']", Range{1, 1, 0, 14}, []string{"x['日'] ['k']"},
			[]string{"x['日'] ['k']", "~~~~~~~~^^^^^"}, []string{"x['日'] ['k']", "~~~~~~~~^^^^^"}},
	} {
		t.Run(name, func(t *testing.T) {
			line := func(int) string { return c.source }
			for rule, want := range map[profile.CaretRule][]string{
				profile.CaretsNever: c.never, profile.CaretsInOneRow: c.one, profile.CaretsInAllRows: c.all,
			} {
				if d := cmp.Diff(want, Rows(line, c.at, rule)); d != "" {
					t.Errorf("rule %d (-want +got):\n%s", rule, d)
				}
			}
		})
	}
	lines := []string{"", "v = g(1,", "      2)"}
	got := Rows(func(n int) string { return lines[n] }, Range{1, 2, 4, 8}, profile.CaretsInOneRow)
	if d := cmp.Diff([]string{"v = g(1,", "    ^^^^"}, got); d != "" {
		t.Errorf("goes on below (-want +got):\n%s", d)
	}
}
