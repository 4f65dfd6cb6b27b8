package regex_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script/regex"
)

func TestRun(t *testing.T) {
	for _, test := range []struct {
		pattern, text string
		mode          regex.Mode
		want          []int // nil is no match
	}{
		{"a(b)?", "xab", regex.Search, []int{1, 3, 2, 3}},
		{"a(b)?", "xab", regex.Match, nil},
		{"a|ab", "ab", regex.FullMatch, []int{0, 2}},
		{"(a*)*", "aab", regex.Match, []int{0, 2, 2, 2}},
		{"(?<=é)x", "éx", regex.Search, []int{1, 2}},
		{"(?>a+)a", "aaa", regex.Search, nil},
		{"(?=(a))a", "a", regex.Match, []int{0, 1, 0, 1}},
		{"(?!(a))b", "b", regex.Match, []int{0, 1, -1, -1}},
	} {
		p, err := regex.Compile([]rune(test.pattern), 0, false)
		if err != nil {
			t.Errorf("%s: %v", test.pattern, err)
			continue
		}
		f, err := regex.Run(p, []rune(test.text), 0, test.mode, false, nil)
		if err != nil {
			t.Errorf("%s: %v", test.pattern, err)
			continue
		}
		var got []int
		if f != nil {
			got = f.Marks
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s on %q (-want +got):\n%s", test.pattern, test.text, diff)
		}
	}
}

// A match that would take ages is ended by the tick's error.
func TestInterrupt(t *testing.T) {
	p, err := regex.Compile([]rune("(a|aa)+$"), 0, false)
	if err != nil {
		t.Fatal(err)
	}
	stop := errors.New("stop")
	calls := 0
	_, err = regex.Run(p, []byte(strings.Repeat("a", 200)+"b"), 0, regex.Search, false, func() error {
		if calls++; calls == 3 {
			return stop
		}
		return nil
	})
	if err != stop {
		t.Errorf("got %v", err)
	}
}

// Any text is a pattern or refused, and a pattern matches or does not.
func FuzzCompile(f *testing.F) {
	for _, s := range []string{"a", "(?P<x>a)|b*?", "[^a-z\\d]{2,3}+", "(?i)(?(1)a|b)", "(?<=ab)\\1", "\\N{DIGIT ONE}", "((a*)*)*b", "(?x) a # b"} {
		f.Add(s, "aab1")
	}
	stop := errors.New("long enough")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		p, err := regex.Compile([]rune(pattern), 0, false)
		if err != nil {
			return
		}
		ticks := 0
		m, err := regex.Run(p, []rune(text), 0, regex.Search, false, func() error {
			if ticks++; ticks > 4 {
				return stop
			}
			return nil
		})
		if err != nil && err != stop {
			t.Fatal(err)
		}
		if m != nil && (m.Marks[0] > m.Marks[1] || m.Marks[1] > len([]rune(text))) {
			t.Fatalf("%q on %q: %v", pattern, text, m.Marks)
		}
	})
}
