//go:build unix

package main

import (
	"bytes"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTraceFormats writes a trace in each format; what is in them is checked
// by their packages.
func TestTraceFormats(t *testing.T) {
	for format, want := range map[string]string{
		"json": `{"trace":1,`, "chrome": `{"displayTimeUnit":`, "html": "<!DOCTYPE html>", "mermaid": "sequenceDiagram\n",
	} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join("..", "..", "examples", "timers.py")
			out, err := exec.Command("aio", "trace", "--virtual", "--format", format, file).Output()
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(out, []byte(want)) {
				t.Errorf("begins with %.40q", out)
			}
			if format == "html" && !strings.Contains(string(out), "asyncio.run(main())") {
				t.Error("the program's text is not in the page")
			}
		})
	}
}

// TestTraceFilters: what shows a part is refused where there is no part.
func TestTraceFilters(t *testing.T) {
	file := filepath.Join("..", "..", "examples", "timers.py")
	for _, flags := range [][]string{{"--format", "html", "--ticks", "2-3"}, {"--format", "json", "--task", "Task-1"}, {"--step", "--only", "signals"}} {
		out, err := exec.Command("aio", append(append([]string{"trace", "--virtual"}, flags...), file)...).CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != usage || !strings.Contains(string(out), "are for the formats text and mermaid") {
			t.Errorf("%v: %v, %s", flags, err, out)
		}
	}
}
