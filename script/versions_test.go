package script_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
)

// needsUnix are the programs that send SIGUSR1, or have a loop handle signals or
// wait for a pipe.
var needsUnix = map[string]bool{"signals.py": true, "order.py": true, "messages.py": true}

// The programs of these folders do under each version's profile what that
// CPython did when testdata/versions/record.py recorded them. Ours run in
// virtual time.
func TestVersions(t *testing.T) {
	for _, folder := range []string{"testdata/facts", "testdata/sync"} {
		files, err := filepath.Glob(folder + "/*.out.json")
		if err != nil || len(files) == 0 {
			t.Fatalf("no programs in %s: %v", folder, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			recorded := map[string]string{}
			if err := json.Unmarshal(data, &recorded); err != nil {
				t.Fatal(err)
			}
			program := strings.TrimSuffix(file, ".out.json") + ".py"
			if needsUnix[filepath.Base(program)] && (runtime.GOOS == "js" || runtime.GOOS == "windows") {
				t.Logf("skipped %s: it needs Unix", program)
				continue
			}
			for version, want := range recorded {
				t.Run(filepath.Base(program)+"/"+version, func(t *testing.T) {
					t.Parallel()
					if diff := cmp.Diff(want, versionOutcome(t, program, version)); diff != "" {
						t.Errorf("wanted (-), got (+):\n%s", diff)
					}
				})
			}
		}
	}
}

var (
	addresses = regexp.MustCompile(`0x[0-9a-f]{5,}`)
	libLines  = regexp.MustCompile(`(<lib>/[\w/]+\.py:)\d+`)
)

// versionOutcome runs a program under a version's profile and tells what it
// printed, as record.py writes it.
func versionOutcome(t *testing.T, program, version string) string {
	src, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	p, err := script.Compile(src, filepath.Base(program))
	if err != nil {
		t.Fatal(err)
	}
	// The recordings were made with -W ignore.
	quiet, err := script.Compile([]byte(`__import__("warnings").simplefilter("ignore")`), "<quiet>")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	in := script.New(script.Options{
		Stdout: &out, Stderr: &out, Virtual: true, Python: version, Path: []string{filepath.Dir(program)}, Grants: script.AllGrants(),
	})
	if err := in.Run(quiet); err != nil {
		t.Fatal(err)
	}
	err = in.Run(p)
	status := 0
	var uncaught *script.Error
	if errors.As(err, &uncaught) {
		out.WriteString(uncaught.Text)
		status = uncaught.Status
	} else if err != nil {
		t.Fatal(err)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	text := addresses.ReplaceAllString(out.String(), "0x<addr>")
	text = libLines.ReplaceAllString(text, "${1}N")
	if status != 0 {
		text += fmt.Sprintf("<exit status %d>\n", status)
	}
	return text
}
