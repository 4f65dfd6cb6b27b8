package randprog

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"asyncio/compare"
)

//go:embed many.py
var manySource []byte

// Outcome is what a program printed and how it ended.
type Outcome struct {
	Stdout string
	// Last is the last line of standard error.
	Last string
	// Status is the exit status, or a signal's number, negated.
	Status int
}

// Live runs programs in virtual time in one process of a CPython, each in a
// child of it: a start for each would cost more than all they do.
func Live(ctx context.Context, side compare.Side, programs []string) ([]Outcome, error) {
	dir, err := os.MkdirTemp("", "randprog-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	bundle, err := json.Marshal(programs)
	if err != nil {
		return nil, err
	}
	driver, in, out := filepath.Join(dir, "many.py"), filepath.Join(dir, "bundle.json"), filepath.Join(dir, "results.json")
	if err := os.WriteFile(driver, manySource, 0o600); err != nil {
		return nil, err
	}
	if err := os.WriteFile(in, bundle, 0o600); err != nil {
		return nil, err
	}
	result, err := compare.Run(ctx, side, compare.Program{File: driver, Args: []string{in, out}}, compare.Options{Virtual: true})
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return nil, fmt.Errorf("%w; status %d: %s", err, result.ExitCode, result.LastStderrLine)
	}
	var rows [][3]any
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, err
	}
	outcomes := make([]Outcome, len(rows))
	for i, r := range rows {
		stdout, _ := r[0].(string)
		last, _ := r[1].(string)
		status, _ := r[2].(float64)
		outcomes[i] = Outcome{Stdout: stdout, Last: last, Status: int(status)}
	}
	return outcomes, nil
}
