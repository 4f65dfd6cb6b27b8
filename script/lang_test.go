package script_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"asyncio/script"
)

// The programs in testdata/lang do here what CPython 3.13 did when
// testdata/lang/record.sh recorded them: output, stderr and exit status.
func TestLanguage(t *testing.T) {
	t.Chdir("testdata/lang") // warnings show lines of the files
	files, err := filepath.Glob("*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if file == "imports.py" && runtime.GOOS == "windows" {
				t.Skip("prints the paths of modules, as they are elsewhere")
			}
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), outcome(src, file)); diff != "" {
				t.Errorf("wanted (-), got (+):\n%s", diff)
			}
		})
	}
}

// outcome runs a program and tells all it did, as record.sh writes it.
func outcome(src []byte, file string) string {
	var out, errs bytes.Buffer
	status := 0
	p, err := script.Compile(src, file)
	end := func() error { return nil }
	if err == nil {
		i := script.New(script.Options{Stdout: &out, Stderr: &errs, Virtual: true, Grants: script.AllGrants()})
		err, end = i.Run(p), i.Close
	}
	var syntaxError *script.SyntaxError
	var uncaught *script.Error
	switch {
	case err == nil:
	case errors.As(err, &syntaxError):
		errs.WriteString(syntaxError.Format())
		status = 1
	case errors.As(err, &uncaught):
		errs.WriteString(uncaught.Text)
		status = uncaught.Status
	default:
		fmt.Fprintln(&errs, err)
	}
	if err := end(); err != nil {
		errs.WriteString(err.Error())
	}
	here, _ := os.Getwd()
	all := fmt.Sprintf("%s== stderr\n%s== status %d\n", out.String(), errs.String(), status)
	return strings.ReplaceAll(all, here+string(filepath.Separator), "")
}
