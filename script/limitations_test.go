package script_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// blocks finds a program in the page and what it prints.
var blocks = regexp.MustCompile("(?s)```python\n(.*?)```\n\n?```text\n(.*?)```\n")

// The page about what the interpreter does not do is true: its programs print
// what it says, on stdout, and then on stderr.
func TestLimitations(t *testing.T) {
	page, err := os.ReadFile("../docs/limitations/script.md")
	if err != nil {
		t.Fatal(err)
	}
	programs := 0
	for _, section := range strings.Split(string(page), "\n## ") {
		heading, _, _ := strings.Cut(section, "\n")
		for _, m := range blocks.FindAllStringSubmatch(section, -1) {
			programs++
			t.Run(heading, func(t *testing.T) {
				got := strings.TrimSuffix(outcome([]byte(m[1]), "prog.py"), "== status 0\n")
				out, errs, _ := strings.Cut(got, "== stderr\n")
				if diff := cmp.Diff(m[2], out+errs); diff != "" {
					t.Errorf("the page (-), the program (+):\n%s", diff)
				}
			})
		}
	}
	if n := strings.Count(string(page), "```python"); programs != n || n == 0 {
		t.Errorf("%d of %d programs have their output behind them", programs, n)
	}
}
