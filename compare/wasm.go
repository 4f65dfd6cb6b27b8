package compare

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// launcherSource is run by node: it starts the CPython of the npm package
// pyodide as if that were a command.
//
//go:embed wasm.mjs
var launcherSource string

// wasmFile is what a folder holds that is the npm package pyodide.
const wasmFile = "pyodide.mjs"

// wasmCommand is the command that starts the CPython of a folder.
func wasmCommand(folder string) ([]string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, fmt.Errorf("%s is run by node: %w", folder, err)
	}
	return []string{node, "--no-warnings", "--input-type=module", "--eval", launcherSource, folder}, nil
}

// wasmInterpreter is the CPython of a folder that holds the npm package
// pyodide, the only one to be had of 3.14. ok tells whether the folder is one.
//
// It has no threads, no child processes and no real time: options need Virtual.
func wasmInterpreter(ctx context.Context, folder string) (side Side, ok bool, err error) {
	if _, err := os.Stat(filepath.Join(folder, wasmFile)); err != nil {
		return Side{}, false, nil
	}
	command, err := wasmCommand(folder)
	if err != nil {
		return Side{}, true, err
	}
	side, err = probe(ctx, filepath.Join(folder, wasmFile), command)
	if err != nil {
		return Side{}, true, err
	}
	side.Name += " (wasm)"
	side.Wasm = true
	return side, true, nil
}
