//go:build unix

package main

import (
	"bytes"
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
