package syntax

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// snippets returns the texts of testdata/snippets.txt and their recorded trees.
func snippets(t testing.TB) (texts, trees []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "snippets.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for c := range strings.SplitSeq(string(text), "\n----\n") {
		texts = append(texts, strings.Trim(c, "\n")+"\n")
	}
	recorded, err := os.ReadFile(filepath.Join("testdata", "trees.txt"))
	if err != nil {
		t.Fatal(err)
	}
	trees = strings.Split(strings.TrimSuffix(string(recorded), "\n"), "\n")
	if len(texts) != len(trees) {
		t.Fatalf("%d snippets, %d trees: run record.py trees", len(texts), len(trees))
	}
	return texts, trees
}

func TestTrees(t *testing.T) {
	texts, trees := snippets(t)
	for i, text := range texts {
		m, err := ParseString(text, Options{File: "<text>"})
		if err != nil {
			t.Errorf("%s\n%s", text, err.(*SyntaxError).Format())
			continue
		}
		if got := dump(m); got != trees[i] {
			t.Errorf("%s%s", text, difference(got, trees[i]))
		}
	}
}

// TestTreesAreComplete makes sure that the snippets hold every kind of node.
func TestTreesAreComplete(t *testing.T) {
	_, trees := snippets(t)
	all := strings.Join(trees, "\n")
	for _, file := range []string{"ast.go", "ast_stmt.go", "ast_expr.go", "ast_pattern.go"} {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^type (\w+) struct`).FindAllStringSubmatch(string(src), -1) {
			switch m[1] {
			case "Span", "EllipsisValue":
				continue
			}
			if !regexp.MustCompile(`\(` + m[1] + `\b`).MatchString(all) {
				t.Errorf("no snippet has a %s", m[1])
			}
		}
	}
}

// TestSecondPass parses right programs with the second pass, which must accept
// them too: what it knows of mistakes may not fit anything that is right.
func TestSecondPass(t *testing.T) {
	texts, _ := snippets(t)
	for _, text := range texts {
		if strings.Contains(text, "match(x)\n") {
			// CPython takes a call of match for a statement without its colon
			// too, once there is a mistake anywhere in the text.
			continue
		}
		p := newParser(text, Options{File: "<text>"})
		p.second = true
		p.memo = make(map[memoKey]memoEntry)
		if m := p.root(); m == nil || p.err != nil {
			t.Errorf("%s\nrefused: %v", text, p.err)
		}
	}
}
