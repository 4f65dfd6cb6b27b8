package main

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

//go:embed driver.py
var driver string

// fileTime is how long a file may take in all, beyond which the tests that are
// left count as not run.
const fileTime = 10 * time.Minute

// runner runs the files.
type runner struct {
	dir, lib, aio, python string
	limit                 time.Duration
	progress              io.Writer
}

// outcome is what became of one test.
type outcome struct {
	ID, Function, Outcome, Reason string
	Foreign                       *[]string
}

// fileResult is what became of a file's tests: the last outcome of each, the
// first reason of one that failed. order are the ids as they were loaded.
type fileResult struct {
	order []string
	tests map[string]*outcome
	err   string // how the process ended, if not well
}

// runFile runs one file in a process of its own, all of it or only some classes
// and functions.
func (r *runner) runFile(name string, only []string) (*fileResult, error) {
	script, out := filepath.Join(r.dir, "driver.py"), filepath.Join(r.dir, name+".json")
	if err := os.WriteFile(script, []byte(driver), 0o644); err != nil {
		return nil, err
	}
	args := []string{r.aio, "run", "--path", r.lib, "--test-timeout", r.limit.String()}
	if r.python != "" {
		args = []string{r.python}
	}
	args = append(args, script, r.lib, name, out)
	args = append(args, only...)
	ctx, cancel := context.WithTimeout(context.Background(), fileTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.WaitDelay = time.Second
	begun := time.Now()
	text, err := cmd.CombinedOutput()
	fmt.Fprintf(r.progress, "%s: %.1f s\n", name, time.Since(begun).Seconds())
	res := &fileResult{tests: map[string]*outcome{}}
	if err != nil {
		res.err = fmt.Sprintf("%v: %s", err, lastLine(string(text)))
	}
	if err := res.read(out, r.python == ""); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return res, nil
}

// read takes in what the driver wrote. It fails if a module was CPython's that
// has to be the interpreter's own.
func (r *fileResult) read(file string, own bool) error {
	f, err := os.Open(file)
	if err != nil {
		return nil // it came to nothing, and r.err says why
	}
	defer f.Close()
	told := false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var o outcome
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			return err
		}
		switch {
		case o.Foreign == nil:
			r.add(o)
		case len(*o.Foreign) > 0 && own:
			return fmt.Errorf("modules of CPython's were used: %s", strings.Join(*o.Foreign, ", "))
		default:
			told = true
		}
	}
	if !told && r.err == "" {
		return errors.New("it ended before it could tell whose asyncio it used")
	}
	return nil
}

func (r *fileResult) add(o outcome) {
	old := r.tests[o.ID]
	switch {
	case old == nil:
		r.order = append(r.order, o.ID)
		r.tests[o.ID] = &o
	case old.Outcome == "loaded" || old.Outcome == "ok":
		*old = o
	}
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}
