//go:build unix

package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"asyncio/compare"
)

// TestLibraries runs the programs of testdata/libraries, which use libraries that
// come from elsewhere for CPython and are part of this interpreter, and compares
// with what CPython was recorded to make of them with the real ones.
func TestLibraries(t *testing.T) {
	files, err := filepath.Glob("../../testdata/libraries/*/[a-z]*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	var recorders []compare.Side
	if *update {
		recorders = pythons(t)
	}
	for i, file := range files {
		if i%playedPrograms != 0 {
			continue
		}
		library := filepath.Base(filepath.Dir(file))
		t.Run(library+"/"+strings.TrimSuffix(filepath.Base(file), ".py"), func(t *testing.T) {
			if !*update {
				t.Parallel()
			}
			options, err := directives(file)
			if err != nil {
				t.Fatal(err)
			}
			options.Recorders = recorders
			if library == "trio" { // recorded in one version, on a clock of its own
				options.Virtual, options.Epoch, options.Seed, options.Versions = false, 0, nil, []string{"3.11"}
				options.Recorders = slices.DeleteFunc(slices.Clone(recorders), func(s compare.Side) bool { return s.Version != "3.11" })
			}
			compare.Test(t, file, options)
		})
	}
}
