//go:build unix

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTraceDocs: what the documentation shows of traces is what the commands
// print. A last line of three dots stands for the rest.
func TestTraceDocs(t *testing.T) {
	shown := 0
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"docs/trace.md", "docs/signals.md", "README.md"} {
		text, err := os.ReadFile("../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(text), "```console\n") {
			block, _, _ = strings.Cut(block, "```")
			line, want, _ := strings.Cut(block, "\n")
			args := strings.Fields(strings.TrimPrefix(strings.TrimPrefix(line, "$ "), "./"))
			if len(args) < 2 || args[0] != "aio" || !slices.Contains([]string{"trace", "ps", "explore"}, args[1]) {
				continue
			}
			if slices.Contains(args, "-o") {
				continue // it would write into the project
			}
			shown++
			cmd := exec.Command("aio", args[1:]...)
			cmd.Dir = "../.."
			out, err := cmd.Output()
			if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) { // the program may die
				t.Errorf("%s: %v", line, err)
			}
			got := strings.ReplaceAll(string(out), root+"/", "…/")
			if start, ok := strings.CutSuffix(want, "...\n"); ok && strings.HasPrefix(got, start) {
				continue
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s\n%s", file, line, diff)
			}
		}
	}
	if shown < 4 {
		t.Errorf("%d commands found", shown)
	}
}
