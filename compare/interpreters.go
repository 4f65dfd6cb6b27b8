package compare

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	// oldestMinor and newestMinor are the versions of Python 3 searched for.
	oldestMinor, newestMinor = 8, 13

	// probeTimeout is how long an interpreter may take to say what it is.
	probeTimeout = 20 * time.Second

	// probeProgram makes an interpreter say what it is.
	probeProgram = `import sys; print(sys.implementation.name, *sys.version_info[:3], sys.executable or "")`
)

// Interpreters gives the CPythons of this machine, the oldest first, one for
// each version from 3.8 to 3.13. It looks for python3.8 to python3.13 on the
// PATH and among the versions that pyenv has installed. A command that does not
// work, such as pyenv's stand-in for a version not in use, is passed over.
func Interpreters(ctx context.Context) []Side {
	var found []Side
	for minor := oldestMinor; minor <= newestMinor; minor++ {
		if side, err := Interpreter(ctx, fmt.Sprintf("python3.%d", minor)); err == nil {
			found = append(found, side)
		}
	}
	return found
}

// Interpreter finds one CPython by its name ("python3.13"), its version
// ("3.13"), its path, or the command that starts it with the arguments it is
// given first. A folder that holds the npm package pyodide is a CPython too, one
// in WebAssembly that node runs. A version not to be had on the PATH is looked for among those of
// pyenv.
func Interpreter(ctx context.Context, name string) (Side, error) {
	command := strings.Fields(name)
	if len(command) == 0 {
		return Side{}, errors.New("an interpreter without a name")
	}
	if side, ok, err := wasmInterpreter(ctx, name); ok {
		return side, err
	}
	if strings.HasPrefix(command[0], "3.") {
		command[0] = "python" + command[0]
	}
	side, err := probe(ctx, strings.Join(command, " "), command)
	if err == nil || len(command) > 1 {
		return side, err
	}
	for _, path := range pyenv(strings.TrimPrefix(command[0], "python")) {
		if side, err := probe(ctx, path, []string{path}); err == nil {
			return side, nil
		}
	}
	return Side{}, err
}

// pyenv gives the interpreters of a version that pyenv has installed, the
// newest first.
func pyenv(version string) []string {
	if !strings.HasPrefix(version, "3.") || strings.ContainsAny(version, `/\*?[`) {
		return nil
	}
	root := os.Getenv("PYENV_ROOT")
	if root == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return nil
		}
		root = filepath.Join(home, ".pyenv")
	}
	entries, err := os.ReadDir(filepath.Join(root, "versions"))
	if err != nil {
		return nil
	}
	var paths []string
	for _, e := range slices.Backward(entries) {
		if e.Name() == version || strings.HasPrefix(e.Name(), version+".") {
			paths = append(paths, filepath.Join(root, "versions", e.Name(), "bin", "python3"))
		}
	}
	return paths
}

// probe asks a command whether it is a CPython, and which; errors call it by name.
func probe(ctx context.Context, name string, command []string) (Side, error) {
	ctx, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	said, err := exec.CommandContext(ctx, command[0], append(slices.Clone(command[1:]), "-c", probeProgram)...).Output()
	if err != nil {
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			err = fmt.Errorf("%w: %s", err, strings.SplitN(string(exit.Stderr), "\n", 2)[0])
		}
		return Side{}, fmt.Errorf("%s: %w", name, err)
	}
	version, path, err := parseProbe(string(said))
	if err != nil {
		return Side{}, fmt.Errorf("%s: %w", name, err)
	}
	if len(command) == 1 && path != "" {
		// The interpreter itself: a stand-in would run a shell each time.
		command = []string{path}
	}
	minor := strings.Join(strings.Split(version, ".")[:2], ".")
	return Side{Name: "CPython " + version, Kind: CPython, Command: command, Version: minor}, nil
}

// parseProbe reads what probeProgram printed.
func parseProbe(said string) (version, path string, err error) {
	var implementation string
	var major, minor, micro int
	line := strings.TrimRight(said, "\r\n")
	if _, err := fmt.Sscanf(line, "%s %d %d %d", &implementation, &major, &minor, &micro); err != nil {
		return "", "", fmt.Errorf("is no Python: it says %q", said)
	}
	if implementation != "cpython" {
		return "", "", fmt.Errorf("is %s, not CPython", implementation)
	}
	version = fmt.Sprintf("%d.%d.%d", major, minor, micro)
	if major != 3 || minor < oldestMinor {
		return "", "", fmt.Errorf("is version %s; 3.%d or later is needed", version, oldestMinor)
	}
	if parts := strings.SplitN(line, " ", 5); len(parts) == 5 {
		path = parts[4]
	}
	return version, path, nil
}
