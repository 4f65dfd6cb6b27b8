package compare

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"asyncio/trace"
)

// Trace runs a program as Run does and gives what its loops did too. What a
// recording holds of a program that was ended from outside is what was written
// by then.
func Trace(ctx context.Context, side Side, program Program, options Options) (*trace.Recording, Result, error) {
	if side.Err != nil {
		return nil, Result{}, side.Err
	}
	if len(side.Command) == 0 {
		return nil, Result{}, fmt.Errorf("%s: no command", side.Name)
	}
	folder, err := os.MkdirTemp("", "aio-trace-")
	if err != nil {
		return nil, Result{}, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	ctx, stop, end := options.bound(ctx)
	defer end()
	r := &run{side: side, program: program, options: options, traceTo: filepath.Join(folder, "trace")}
	result, err := r.result(ctx, stop)
	if err != nil {
		return nil, result, err
	}
	f, err := os.Open(r.traceTo)
	if errors.Is(err, fs.ErrNotExist) && result.ExitCode == 1 {
		return &trace.Recording{}, result, nil // it was no Python program, and nothing ran
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, result, fmt.Errorf("%s recorded nothing: %s", side.Name, result.LastStderrLine)
	}
	if err != nil {
		return nil, result, err
	}
	defer f.Close()
	recording, err := trace.ReadFrom(f)
	if err != nil {
		return nil, result, fmt.Errorf("%s: %w", side.Name, err)
	}
	return recording, result, nil
}
