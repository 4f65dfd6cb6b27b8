package compare

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// The parts of the oracle, which gives a CPython virtual time.
var (
	//go:embed oracle/kernel.py
	oracleKernel string
	//go:embed oracle/locks.py
	oracleLocks string
	//go:embed oracle/library.py
	oracleLibrary string
	//go:embed oracle/late.py
	oracleLate string
	//go:embed oracle/install.py
	oracleInstall string
	// What a CPython in WebAssembly needs before.
	//
	//go:embed oracle/wasm.py
	oracleWasm string
	// The tracer, which needs late.py and may follow the oracle.
	//
	//go:embed oracle/tracer.py
	oracleTracer string
)

// oracleSource joins them in the order in which they need each other.
func oracleSource() string {
	return strings.Join([]string{oracleKernel, oracleLocks, oracleLibrary, oracleLate, oracleInstall}, "\n\n")
}

// startSource has a CPython report its first statement.
//
//go:embed start.py
var startSource string

// prelude makes what a CPython imports before the program: a folder with a
// sitecustomize of ours. It gives the environment that leads there and, if the
// start is to be reported, the pipe's end for the child.
func (r *run) prelude() (env []string, start *os.File, err error) {
	o := r.options
	var source, setting string
	switch {
	case r.side.Wasm && !o.Virtual:
		return nil, nil, errors.New("a CPython in WebAssembly has virtual time only")
	case o.Virtual && !hasSignals:
		return nil, nil, errors.New("virtual time needs a Unix system")
	case o.Virtual:
		source, setting = oracleSource(), "AIO_ORACLE="+o.oracleSettings()
	case o.Seed != nil:
		return nil, nil, errors.New("a seed needs virtual time")
	case len(o.Signals) == 0 && r.traceTo == "":
		return nil, nil, nil
	case !hasSignals:
		return nil, nil, errors.New("this system cannot send signals")
	default:
		// The child's descriptors start at 3.
		source, setting = startSource, fmt.Sprintf("AIO_START=3|%s|", r.program.File)
	}
	env = []string{setting}
	if r.traceTo != "" {
		if !o.Virtual {
			source += "\n\n" + oracleLate
		}
		source += "\n\n" + oracleTracer
		env = append(env, fmt.Sprintf("AIO_TRACE=%s|%s", r.traceTo, r.program.File))
	}
	if r.side.Wasm {
		// Its host imports what is to be patched.
		source = oracleLate + "\n\n" + oracleWasm + "\n\n" + strings.Replace(source, oracleLate, "", 1)
	}
	folder, err := os.MkdirTemp("", "aio-prelude-")
	if err != nil {
		return nil, nil, err
	}
	r.cleanup = append(r.cleanup, func() { _ = os.RemoveAll(folder) })
	file := filepath.Join(folder, "sitecustomize.py")
	if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
		return nil, nil, err
	}
	if r.side.Wasm {
		return append(env, "AIO_WASM_PRELUDE="+file), nil, nil
	}
	path := folder
	if old, ok := os.LookupEnv("PYTHONPATH"); ok {
		env[0] += "=" + old // the program shall see what the caller had
		if old != "" {
			path += string(os.PathListSeparator) + old
		}
	}
	if !o.Virtual {
		read, write, err := os.Pipe()
		if err != nil {
			return nil, nil, err
		}
		r.cleanup = append(r.cleanup, func() { _, _ = read.Close(), write.Close() })
		r.started, start = read, write
	}
	return append(env, "PYTHONPATH="+path), start, nil
}

// oracleSettings are the options as the oracle reads them.
func (o Options) oracleSettings() string {
	seed := ""
	if o.Seed != nil {
		seed = fmt.Sprint(*o.Seed)
	}
	signals := make([]string, len(o.Signals))
	for i, s := range o.Signals {
		signals[i] = fmt.Sprintf("%d@", int(s.Signal)) + seconds(s.After.Seconds())
	}
	return seconds(o.epoch()) + "|" + seed + "|" + strings.Join(signals, ",") + "|"
}
