// Package record records the corpus for the tests of what shows recordings.
package record

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"asyncio/compare"
	"asyncio/script"
	"asyncio/trace"
)

// Programs gives the corpus' programs of some categories, or of those that show
// most of loops; where programs run slowly, some of them.
func Programs(t testing.TB, root string, categories ...string) []string {
	t.Helper()
	if len(categories) == 0 {
		categories = []string{"cancel", "generators", "groups", "signals", "sync"}
	}
	var all []string
	for _, c := range categories {
		files, err := filepath.Glob(filepath.Join(root, "testdata/programs", c, "*.py"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no programs in %s: %v", c, err)
		}
		for i := 0; i < len(files); i += every {
			all = append(all, files[i])
		}
	}
	return all
}

// Name names a test of a program.
func Name(file string) string {
	return filepath.Base(filepath.Dir(file)) + "/" + strings.TrimSuffix(filepath.Base(file), ".py")
}

// File records a program in virtual time, with the signals that the comments at
// its top ask for.
func File(t testing.TB, file string) *trace.Recording {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return Source(t, src, file)
}

// Source records a program's text.
func Source(t testing.TB, src []byte, file string) *trace.Recording {
	t.Helper()
	seed := int64(0)
	r := trace.NewRecorder(trace.Header{
		Program: filepath.Base(file), By: "aio", Python: "3.13", Virtual: true, Start: compare.Epoch,
	})
	o := script.Options{
		Args: []string{file}, Virtual: true, Epoch: compare.Epoch, Seed: &seed, Observer: r, Signals: signals(t, src),
		Limits: script.Limits{Steps: 50_000_000},
	}
	p, err := script.Compile(src, file)
	if err != nil {
		t.Fatal(err)
	}
	i := script.New(o)
	_ = i.Run(p) // how it ends does not matter
	_ = i.Close()
	return r.Recording(0)
}

func signals(t testing.TB, src []byte) (all []script.SignalAt) {
	t.Helper()
	for lines := bufio.NewScanner(bytes.NewReader(src)); lines.Scan() && strings.HasPrefix(lines.Text(), "#"); {
		text, ok := strings.CutPrefix(lines.Text(), "# signal: ")
		if !ok {
			continue
		}
		s, err := compare.ParseSignal(text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, script.SignalAt{Signal: s.Signal, After: s.After})
	}
	return all
}
